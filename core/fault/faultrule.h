// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultRule: one fault that is injected on purpose: whom, what, when, for how long, how likely. A value, read from the JSON of
// POST /api/faults. Pure. Source: design.md §6, wire.md "Admin API".

#include "base/clock.h"
#include "base/result.h"
#include "fault/faultkinds.h"
#include "observe/filter.h"

#include <optional>
#include <variant>
#include <vector>

namespace pushscope {

struct ClientRow;

struct FaultRule {
    // Members that are not set match everything.
    struct Whom {
        QByteArray user, client;
        std::optional<ClientProtocol> protocol;
        Filter filter; // over the fields of GET /api/clients
        QByteArray filterText;
        int next = 0; // only the next n connections that match; 0: all, also those there are
    };
    using Value = std::variant<qint64, QByteArray>; // as the parameter's type says

    FaultKind kind{};
    Whom whom;
    std::vector<Value> values; // one for each parameter of the kind
    std::optional<Milliseconds> lasts; // "for"; absent: until it is removed
    int atEvent = 0; // acts on each client just before its n-th event since the rule was set; 0: at once
    double probability = 1; // 0..1, of each chance to act
    QByteArray json; // compact, to be given to POST /api/faults

    [[nodiscard]] const FaultKindInfo &info() const noexcept { return faultKindInfo(kind); }
    [[nodiscard]] qint64 number(std::size_t parameter) const { return std::get<qint64>(values[parameter]); }
    [[nodiscard]] Milliseconds time(std::size_t parameter) const { return Milliseconds(number(parameter)); }
    [[nodiscard]] const QByteArray &text(std::size_t parameter) const { return std::get<QByteArray>(values[parameter]); }

    // Whether it concerns this client; `next` and `atEvent` are the plan's to count.
    [[nodiscard]] bool matches(const ClientRow &client) const;
    // The same without what changes while a client is connected: false is false for the life of a connection.
    [[nodiscard]] bool mayMatch(QByteArrayView client, QByteArrayView user, ClientProtocol protocol) const noexcept;
    [[nodiscard]] bool mayMatch(const ClientRow &client) const noexcept;

    // Errc::InvalidArgument; the detail begins with the member in quotes: "\"what.ms\" is …". Errc::Syntax with the offset.
    [[nodiscard]] static Result<FaultRule> parse(const QByteArray &json);
};

// A rule list as it is kept in a file: a JSON array of what POST /api/faults takes; what GET /api/faults adds is ignored.
struct FaultListError {
    qsizetype index = -1; // which rule, from 0; -1: the text is no array
    QByteArray member; // "what.ms", or empty
    QByteArray detail; // English
};
[[nodiscard]] tl::expected<std::vector<FaultRule>, FaultListError> parseFaultList(const QByteArray &json);
[[nodiscard]] QByteArray faultListJson(std::span<const FaultRule> rules); // one rule a line

} // namespace pushscope
