// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultRule: one fault that is injected on purpose: whom, what, for how long, how likely. A value, read from the JSON of
// POST /api/faults. Source: design.md §6, wire.md "Admin API".

#include "base/clock.h"
#include "base/result.h"
#include "hub/hubobserver.h"

#include <optional>

namespace pushscope {

struct FaultRule {
    enum class Kind : quint8 { Latency, Fin, Rst, CloseCode, Status, Refuse };
    // Members that are not set match everything.
    struct Whom {
        QByteArray user, client;
        std::optional<ClientProtocol> protocol;
        int next = 0; // only the next n that match; 0: all
    };

    QByteArray id; // given by the plan
    Whom whom;
    Kind kind{};
    Milliseconds delay{0}, jitter{0}; // Latency
    int code = 1012; // CloseCode: the close code; Status: the HTTP status
    QByteArray reason; // CloseCode
    std::optional<Milliseconds> lasts; // "for"; absent: until it is removed
    double probability = 1; // 0..1, of each chance to act
    TimePoint endsAt = TimePoint::max();
    quint64 hits = 0;
    QByteArray json; // as it was given

    // Kinds that act once, when the rule is set, on those connected, and on nobody later unless `next` says so.
    [[nodiscard]] bool actsAtOnce() const noexcept { return kind == Kind::Fin || kind == Kind::Rst || kind == Kind::CloseCode; }
    [[nodiscard]] bool matches(const QByteArray &user, const QByteArray &client, ClientProtocol protocol) const noexcept;

    // Errc::InvalidArgument names the member.
    [[nodiscard]] static Result<FaultRule> parse(const QByteArray &json);
};

[[nodiscard]] const char *faultKindName(FaultRule::Kind kind) noexcept;

} // namespace pushscope
