// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionscan.h"

#include <algorithm>
#include <cstring>

namespace pushscope {

namespace {

enum Field { TimeNs, Wall, Kind, Client, Conn, Proto, Dir, Id, To, Type, Op, Len, Data, Cause, Ref };

constexpr FilterField Fields[] = {
    {"t_ns", FilterType::Number}, {"wall", FilterType::Time},    {"kind", FilterType::String}, {"client", FilterType::String},
    {"conn", FilterType::Number}, {"proto", FilterType::String}, {"dir", FilterType::String},  {"id", FilterType::Id},
    {"to", FilterType::List},     {"type", FilterType::String},  {"op", FilterType::String},   {"len", FilterType::Size},
    {"data", FilterType::String}, {"cause", FilterType::String}, {"ref", FilterType::Number},
};

class PackedFilterRow final : public FilterRow
{
public:
    PackedFilterRow(const PackedRow &row, const StringTable &strings, WallTime wallStart) noexcept
        : m_row(row)
        , m_strings(strings)
        , m_wallStart(wallStart)
    {
    }
    [[nodiscard]] FilterValue value(int field) const override
    {
        switch (Field(field)) {
        case TimeNs:
            return double(m_row.monoNs);
        case Wall:
            return double((wallAt(m_wallStart, m_row.monoNs).time_since_epoch()).count() + m_row.wallOffset);
        case Kind:
            return named(m_row.kind);
        case Client:
            return named(m_row.client);
        case Conn:
            return counted(m_row.connection);
        case Proto:
            return named(m_row.protocol);
        case Dir:
            return named(m_row.direction);
        case Id:
            return counted(m_row.seq);
        case To:
            return m_row.to ? FilterValue(splitChannels(m_strings.string(m_row.to))) : FilterValue();
        case Type:
            return named(m_row.type);
        case Op:
            return named(m_row.op);
        case Len:
            return m_row.length < 0 ? FilterValue() : FilterValue(double(m_row.length));
        case Data:
            return m_row.form == SessionRow::Form::None ? FilterValue() : FilterValue(m_row.data.toByteArray());
        case Cause:
            return m_row.cause.isEmpty() ? FilterValue() : FilterValue(m_row.cause.toByteArray());
        case Ref:
            return counted(m_row.ref);
        }
        return {};
    }

private:
    [[nodiscard]] FilterValue named(quint64 string) const
    {
        return string ? FilterValue(m_strings.string(string)) : FilterValue();
    }
    [[nodiscard]] static FilterValue counted(quint64 value) { return value ? FilterValue(double(value)) : FilterValue(); }

    const PackedRow &m_row;
    const StringTable &m_strings;
    WallTime m_wallStart;
};

char lower(char c) noexcept
{
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

bool equalsLower(const char *text, QByteArrayView lowerWord) noexcept
{
    for (const char c : lowerWord) {
        if (lower(*text++) != c)
            return false;
    }
    return true;
}

} // namespace

bool SessionSelection::isAll() const noexcept
{
    return fromNs == std::numeric_limits<qint64>::min() && upToNs == std::numeric_limits<qint64>::max() && filter.matchesAll()
        && words.isEmpty() && rows.empty();
}

std::span<const FilterField> sessionFilterFields() noexcept
{
    return Fields;
}

bool containsWord(QByteArrayView text, QByteArrayView lowerWord) noexcept
{
    if (lowerWord.isEmpty())
        return true;
    if (text.size() < lowerWord.size())
        return false;
    const char small = lowerWord.front();
    const char large = small >= 'a' && small <= 'z' ? char(small - ('a' - 'A')) : small;
    const char *at = text.data();
    const char *const end = text.data() + text.size() - lowerWord.size() + 1;
    for (; at < end; ++at) {
        if ((*at == small || *at == large) && equalsLower(at, lowerWord))
            return true;
    }
    return false;
}

SessionScan::SessionScan(SessionReader &reader, SessionSelection selection)
    : m_reader(reader)
    , m_selection(std::move(selection))
{
    for (const QByteArray &word : m_selection.words.simplified().toLower().split(' ')) {
        if (!word.isEmpty())
            m_words.append(word);
    }
}

bool SessionScan::hasWords(const PackedRow &row, const StringTable &strings) const
{
    const auto within = [&](const QByteArray &word) {
        return containsWord(row.data, word) || containsWord(row.cause, word) || containsWord(strings.string(row.type), word)
            || containsWord(strings.string(row.client), word) || containsWord(strings.string(row.op), word)
            || containsWord(strings.string(row.to), word) || containsWord(row.raw, word);
    };
    return std::all_of(m_words.begin(), m_words.end(), within);
}

bool SessionScan::wants(const PackedRow &row, const StringTable &strings) const
{
    if (row.monoNs < m_selection.fromNs || row.monoNs > m_selection.upToNs)
        return false;
    if (!m_words.isEmpty() && !hasWords(row, strings))
        return false;
    return m_selection.filter.matchesAll()
        || m_selection.filter.matches(PackedFilterRow(row, strings, m_reader.head().wallStart));
}

bool SessionScan::wants(quint64 number, const PackedRow &row) const
{
    return (m_selection.rows.empty() || m_selection.rows.contains(number)) && wants(row, m_reader.strings());
}

bool SessionScan::wants(const SessionRow &row) const
{
    StringTable strings;
    RowEncoder encoder(strings, m_reader.head().wallStart);
    encoder.add(row);
    const QByteArray chunk = encoder.take();
    PackedRow packed;
    return m_selection.rows.empty() && RowDecoder(chunk).next(packed) && wants(packed, strings);
}

Result<quint64> SessionScan::run(const OnRow &onRow, const OnProgress &onProgress, quint64 after)
{
    const SessionReader::Span span = m_reader.span();
    quint64 wanted = 0, at = qMax(after, span.firstRow - 1);
    while (const auto chunk = m_reader.chunkAfter(at)) {
        const bool outside = chunk->endNs < m_selection.fromNs || chunk->beginNs > m_selection.upToNs;
        RowDecoder decoder(chunk->body, chunk->count);
        PackedRow row;
        for (quint64 number = chunk->first; !outside && decoder.next(row); ++number) {
            if (number <= at || !wants(number, row))
                continue;
            ++wanted;
            if (!onRow(number, row))
                return wanted;
        }
        if (!outside)
            m_reader.judge(decoder);
        at = chunk->first + chunk->count - 1;
        if (onProgress && !onProgress(at + 1 - span.firstRow, qMax<quint64>(1, span.rows())))
            return fail(Errc::Cancelled, "cancelled");
    }
    return wanted;
}

} // namespace pushscope
