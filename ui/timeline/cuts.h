// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ways to break one client's connection for a span of time, as the rules that do it. Pure. Source: design.md §6.

#include "fault/faultrule.h"

#include <QList>
#include <QString>

namespace pushscope {

struct Cut {
    FaultKind kind{};
    QByteArray what; // the member "what" of a rule, as JSON
    QString label; // "latency 200 ms"
};

// Each kind that can concern a single client, with its usual parameters; close-code with the usual codes.
[[nodiscard]] QList<Cut> clientCuts();
// The rule as JSON: for this client, over when `lasts` is (at least 1 ms). One that ends its connection ends those it comes
// back with too, as long as it lasts.
[[nodiscard]] QByteArray cutRule(const Cut &cut, const QByteArray &client, Milliseconds lasts);

} // namespace pushscope
