// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a finding's code means and what to do about it in the app, in words. Source: design.md §7.

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace pushscope {

struct FindingExplanation {
    QString title; // a few words: "comes back without a cursor"
    QString meaning; // what happens, and why it matters
    QString remedy; // what to do in the app's code
};
[[nodiscard]] QList<QByteArray> findingCodes(); // that are known
// An unknown code is explained by itself alone.
[[nodiscard]] FindingExplanation explainFinding(QByteArrayView code);

} // namespace pushscope
