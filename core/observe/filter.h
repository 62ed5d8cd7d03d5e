// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Filter: a parsed condition over the fields of a row, `protocol == ws && lagMs > 200ms`: one language for the admin API and
// every pane. A value, cheap to copy, usable on any thread. Source: wire.md, "Admin API".
//
//   or       := and ("||" and)*
//   and      := unary ("&&" unary)*
//   unary    := "!" unary | "(" or ")" | test
//   test     := boolean-field | field operator value
//   operator := "==" "!=" "<" "<=" ">" ">=" "=~" "contains"
//   value    := text in single or double quotes | bare word | number with unit | "true" | "false" | "null"

#include "base/result.h"

#include <QByteArray>
#include <QList>
#include <memory>
#include <span>
#include <variant>

namespace pushscope {

struct ClientRow;
struct FilterProgram; // of filterparser.h

enum class FilterType : quint8 {
    String, // octets; ordered by their values, `contains` a part, `=~` a regular expression
    Number,
    Duration, // in ms; literals may have the unit us, ms, s, m, h or d
    Size, // in octets; literals may have the unit B, kB, KiB, MB, MiB, GB or GiB
    Bool, // stands alone too: `tls && !certain`
    List, // of strings; `contains` a member, `=~` fits a member
    Time, // ms since 1970 UTC; literals are ISO 8601, without an offset in UTC
    Id, // compared by seq; literals are an event id or a bare seq
};

struct FilterField {
    const char *name; // as in JSON
    FilterType type;
};

// What a row has in a field: a double for Number, Duration, Size, Time and Id (exact up to 2^53). monostate: none, which equals
// only `null`, and differs from everything else.
using FilterValue = std::variant<std::monostate, bool, double, QByteArray, QList<QByteArray>>;

class FilterRow
{
public:
    virtual ~FilterRow() = default;
    // `field` is an index into the fields the filter was parsed with. Anything but the field's type counts as none.
    [[nodiscard]] virtual FilterValue value(int field) const = 0;
};

class Filter
{
public:
    static constexpr qsizetype MaxOctets = 4096;
    static constexpr int MaxDepth = 64; // of parentheses and `!`

    Filter() = default; // matches all

    // Errc::Syntax with the octet at which the text is wrong. A text of nothing but blanks matches all.
    [[nodiscard]] static Result<Filter> parse(const QByteArray &text, std::span<const FilterField> fields);

    [[nodiscard]] bool matches(const FilterRow &row) const;
    [[nodiscard]] bool matchesAll() const noexcept { return !m_program; }

private:
    explicit Filter(std::shared_ptr<const FilterProgram> program) noexcept
        : m_program(std::move(program))
    {
    }

    std::shared_ptr<const FilterProgram> m_program; // null: matches all
};

// The fields of GET /api/clients, in its order.
[[nodiscard]] std::span<const FilterField> clientFilterFields() noexcept;

// Shows a client to a filter that was parsed with clientFilterFields(). Borrows the row.
class ClientFilterRow final : public FilterRow
{
public:
    explicit ClientFilterRow(const ClientRow &client) noexcept
        : m_client(client)
    {
    }
    [[nodiscard]] FilterValue value(int field) const override;

private:
    const ClientRow &m_client;
};

} // namespace pushscope
