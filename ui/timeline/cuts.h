// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ways to break one client's connection for a span of time, as the rules that do it. Pure. Source: design.md §6.

#include "base/clock.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pushscope {

struct Cut {
    enum class Group : quint8 { End, Transport, Http, Push }; // End: the connection ends, and its tries to come back do too
    Group group{};
    const char *label; // QT_TRANSLATE_NOOP("pushscope::Cuts", …)
    const char *what; // the member "what" of a rule, as JSON
};

// Those that the hub knows.
[[nodiscard]] QList<Cut> knownCuts();
[[nodiscard]] QString cutLabel(const Cut &cut);
// The rules to add, one after the other: for this client, over when `lasts` is. At least 1 ms.
[[nodiscard]] QList<QByteArray> cutRules(const Cut &cut, const QByteArray &client, Milliseconds lasts);

} // namespace pushscope
