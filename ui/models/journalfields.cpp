// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/journalfields.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace pushscope {

namespace {

FilterValue textOrNone(const QByteArray &text)
{
    return text.isEmpty() ? FilterValue() : FilterValue(text);
}

FilterValue protocolOf(const JournalRow &row)
{
    return row.protocol ? FilterValue(QByteArray(protocolName(*row.protocol))) : FilterValue();
}

FilterValue receiversOf(const JournalRow &row)
{
    if (!row.receivers)
        return {};
    return double(std::accumulate(row.receivers->cbegin(), row.receivers->cend(), quint64(0)));
}

FilterValue lengthOf(const JournalRow &row)
{
    if (row.length >= 0)
        return double(row.length);
    return row.event ? FilterValue(double(row.event->data.size())) : FilterValue();
}

struct Entry {
    FilterField field;
    FilterValue (*value)(const JournalRow &);
};

constexpr Entry Fields[] = {
    {{"kind", FilterType::String}, [](const JournalRow &r) -> FilterValue { return QByteArray(journalKindName(r.kind)); }},
    {{"level", FilterType::String}, [](const JournalRow &r) -> FilterValue { return journalLevel(r); }},
    {{"wall", FilterType::Time}, [](const JournalRow &r) -> FilterValue { return double(r.wall.time_since_epoch().count()); }},
    {{"client", FilterType::String}, [](const JournalRow &r) { return textOrNone(r.client); }},
    {{"conn", FilterType::Number},
     [](const JournalRow &r) { return r.connection == 0 ? FilterValue() : FilterValue(double(r.connection)); }},
    {{"proto", FilterType::String}, protocolOf},
    {{"protocol", FilterType::String}, protocolOf}, // as the clients' table calls it
    {{"dir", FilterType::String}, [](const JournalRow &r) -> FilterValue { return QByteArray(r.out ? "out" : "in"); }},
    {{"id", FilterType::Id},
     [](const JournalRow &r) { return r.seq.isNull() ? FilterValue() : FilterValue(double(r.seq.value)); }},
    {{"to", FilterType::List}, [](const JournalRow &r) -> FilterValue { return r.event && r.to.isEmpty() ? r.event->to : r.to; }},
    {{"type", FilterType::String},
     [](const JournalRow &r) { return textOrNone(r.event && r.type.isEmpty() ? r.event->type : r.type); }},
    {{"op", FilterType::String}, [](const JournalRow &r) { return textOrNone(r.op); }},
    {{"len", FilterType::Size}, lengthOf},
    {{"receivers", FilterType::Number}, receiversOf},
    {{"data", FilterType::String}, [](const JournalRow &r) { return textOrNone(r.event ? r.event->data : r.data); }},
    {{"cause", FilterType::String}, [](const JournalRow &r) { return textOrNone(r.cause); }},
};

} // namespace

QByteArray journalLevel(const JournalRow &row)
{
    if (row.op == "error" || row.op == "critical" || row.op == "failed")
        return "error";
    return row.op == "warning" || row.op == "refused" || row.kind == JournalRow::Kind::Fault ? "warning" : "info";
}

std::span<const FilterField> journalFilterFields() noexcept
{
    static constexpr auto All = [] {
        std::array<FilterField, std::size(Fields)> fields{};
        std::transform(std::begin(Fields), std::end(Fields), fields.begin(), [](const Entry &entry) { return entry.field; });
        return fields;
    }();
    return All;
}

FilterValue journalFilterValue(const JournalRow &row, int field)
{
    return Fields[std::size_t(field)].value(row);
}

} // namespace pushscope
