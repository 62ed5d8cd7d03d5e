// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What {{seq}} and its like become when an event is sent. In a JSON string they become text, outside of one a value: {{now}} is a
// time in ISO 8601 or milliseconds since 1970, {{uuid}} and {{user}} get quotes. Pure but for the random numbers.

#include "base/result.h"

#include <QByteArray>
#include <QStringList>

class QRandomGenerator;

namespace pushscope {

struct EventValues {
    quint64 seq = 1; // of this event in what is being sent
    qint64 nowMs = 0; // since 1970, UTC
    QByteArray user; // whom it is for
    QRandomGenerator *random = nullptr; // borrowed
};

// Errc::InvalidArgument with the octet of a variable that there is none of, or whose numbers are wrong.
[[nodiscard]] Result<QByteArray> expandVariables(const QByteArray &text, const EventValues &values);
// The same in a text that is no JSON: each becomes what it is in a JSON string.
[[nodiscard]] Result<QByteArray> expandInText(const QByteArray &text, const EventValues &values);
// The same length, with digits where variables stand, so that the text can be checked as JSON and errors keep their places.
[[nodiscard]] QByteArray maskVariables(const QByteArray &text);
// The first one that expandVariables() would refuse.
[[nodiscard]] Result<void> checkVariables(const QByteArray &text);
[[nodiscard]] bool usesVariable(const QByteArray &text, QByteArrayView name);
[[nodiscard]] QStringList variableExamples(); // "{{seq}}", "{{random 1 100}}"

} // namespace pushscope
