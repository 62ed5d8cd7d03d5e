// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Protocol cases as text files. A case begins with "== name" and has
//     > octets     as text: \r \n \t \\ \xHH, {a*9} for nine a's
//     hex> octets  as hexadecimal digits and "quoted text" with the same escapes
//     option name value
//     < an event, as the test writes it
//     = octets that the engine must put out (hex= likewise); without such a line they are not looked at
// Lines of octets are joined without anything between them. "#" begins a comment.

#include <QByteArray>
#include <QHash>
#include <QList>
#include <functional>
#include <optional>

namespace pushscope {

struct ProtocolCase {
    QByteArray name;
    QByteArray input;
    QHash<QByteArray, QByteArray> options;
    QList<QByteArray> events;
    std::optional<QByteArray> output;
};

[[nodiscard]] QList<ProtocolCase> readCases(const QByteArray &fileName); // of tests/protocol/cases
[[nodiscard]] QByteArray escapedOctets(const QByteArray &octets); // printable, as in "> octets"

// What came out of one way to feed a case.
struct ProtocolOutcome {
    QList<QByteArray> events;
    QByteArray output;
    bool operator==(const ProtocolOutcome &) const = default;
};
// Runs the case whole, byte by byte, and in two pieces split at every point. Gives the first outcome that differs from
// that of the whole, with how it was fed, or none.
using FeedInPieces = std::function<ProtocolOutcome(const QList<QByteArray> &pieces)>;
[[nodiscard]] std::optional<QByteArray> findSplitDifference(const QByteArray &input, const FeedInPieces &run);

} // namespace pushscope
