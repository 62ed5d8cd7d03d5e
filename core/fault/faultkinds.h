// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The kinds of faults with their parameters: the one table from which the admin API reads rules and the window makes its editor.
// Pure. Source: design.md §6.

#include "hub/event.h"

#include <optional>
#include <span>

namespace pushscope {

enum class FaultKind : quint8 {
    Latency,
    Bandwidth,
    Slice,
    Blackhole,
    Fin,
    Rst,
    SlowClose,
    CutAfter,
    Refuse,
    Status,
    DropHeader,
    Buffer,
    IdleTimeout,
    StripLastEventId,
    BlockUpgrade,
    ContentType,
    Lose,
    Duplicate,
    Delay,
    Reorder,
    NoKeepalive,
    NoPong,
    CloseCode,
    MalformedFrame,
    ExpireToken,
    Evict,
    Restart,
};

// Where a kind takes hold of a client.
enum class FaultHold : quint8 {
    Link, // its connections, for as long as the rule is there
    Request, // each of its requests
    Event, // each event that is due to it live
    Signal, // each keepalive, ping or pong that it would be sent
    Once, // its connection, once: those connected when the rule is set, with "for", "next" those that come too
    Hub, // no client but the hub as a whole: such a rule has no "whom" and no "probability"
};

struct FaultParameter {
    enum class Type : quint8 {
        Number, // a whole number of `least` to `most`
        CloseCode, // a number that may be sent in a Close frame (RFC 6455 §7.4)
        Flag, // true or false
        Choice, // one of `words`, separated by '|'
        Text, // at most `most` octets of UTF-8
        FieldName, // of an HTTP field, RFC 9110 §5.1; not one that frames the message
        FieldValue, // of an HTTP field, RFC 9110 §5.5
        EventId, // "<epoch>-<seq>"
    };
    const char *name;
    Type type;
    const char *unit; // "ms", "bytes", "bytes/s", or empty
    qint64 least, most;
    qint64 fallback; // of Number, CloseCode, Flag
    const char *words; // the default of Text, FieldName, FieldValue, Choice (its first word); null: must be given
    const char *meaning; // one line of English
};

struct FaultKindInfo {
    FaultKind kind;
    const char *name; // as in JSON
    enum class Group : quint8 { Transport, Http, Push } group;
    FaultHold hold;
    bool webSocketOnly;
    const char *meaning; // one line of English
    std::span<const FaultParameter> parameters;
};

[[nodiscard]] std::span<const FaultKindInfo> faultKinds() noexcept; // in the order of FaultKind
[[nodiscard]] const FaultKindInfo &faultKindInfo(FaultKind kind) noexcept;
[[nodiscard]] const FaultKindInfo *findFaultKind(QByteArrayView name) noexcept; // null: there is none of that name
[[nodiscard]] const char *faultKindName(FaultKind kind) noexcept;

} // namespace pushscope
