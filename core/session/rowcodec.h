// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The rows of a chunk as octets. Strings that come again and again (clients, types, channels, operations) are numbers of the
// file's string table; times, ids and refs are differences to the row before.

#include "session/packer.h"
#include "session/sessionrow.h"

#include <QHash>
#include <limits>
#include <vector>

namespace pushscope {

// Gives each string a number, from 1; the empty one is 0.
class StringTable
{
public:
    StringTable() { m_strings.emplace_back(); }
    [[nodiscard]] quint32 numberOf(const QByteArray &string); // a new one where it has none
    [[nodiscard]] const QByteArray &string(quint64 number) const noexcept; // empty where there is none
    [[nodiscard]] quint32 size() const noexcept { return quint32(m_strings.size()); } // the empty one included
    void add(quint64 number, QByteArray string); // as it was stored
    // Numbers from here on were not stored yet.
    [[nodiscard]] quint32 firstUnstored() const noexcept { return m_stored; }
    void setStored() noexcept { m_stored = size(); }

private:
    std::vector<QByteArray> m_strings;
    QHash<QByteArray, quint32> m_numbers;
    quint32 m_stored = 1;
};

class RowEncoder
{
public:
    // `wallStart`: the wall clock when the monotonic one was 0.
    RowEncoder(StringTable &strings, WallTime wallStart) noexcept
        : m_strings(strings)
        , m_wallStart(wallStart)
    {
    }
    void add(const SessionRow &row);
    [[nodiscard]] quint32 count() const noexcept { return m_count; }
    [[nodiscard]] qsizetype octets() const noexcept { return m_pack.size(); }
    [[nodiscard]] qint64 firstNs() const noexcept { return m_firstNs; } // the least
    [[nodiscard]] qint64 lastNs() const noexcept { return m_lastNs; } // the greatest
    [[nodiscard]] QByteArray take(); // begins anew

private:
    StringTable &m_strings;
    WallTime m_wallStart;
    Packer m_pack;
    quint32 m_count = 0;
    qint64 m_firstNs = 0, m_lastNs = 0;
    qint64 m_before = 0; // the row before
    quint64 m_seqBefore = 0, m_refBefore = 0;
};

// A row as it is stored: numbers of strings, octets borrowed from the chunk. Cheap to read, so that millions can be looked at.
struct PackedRow {
    qint64 monoNs = 0;
    qint64 wallOffset = 0; // ms from what the monotonic time says
    quint64 kind = 0, client = 0, protocol = 0, direction = 0, epoch = 0, to = 0, type = 0, op = 0; // strings
    quint64 connection = 0, seq = 0, ref = 0;
    qint64 length = -1;
    SessionRow::Form form = SessionRow::Form::None;
    QByteArrayView data, cause, raw;
    bool hasReceivers = false;
    std::array<quint32, ProtocolCount> receivers{};
};

class RowDecoder
{
public:
    // `count`: how many rows there are to be in it, at most.
    explicit RowDecoder(QByteArrayView chunk, quint32 count = std::numeric_limits<quint32>::max()) noexcept
        : m_unpack(chunk)
        , m_left(count)
    {
    }
    [[nodiscard]] bool next(PackedRow &row); // false at the end, and where the octets make no sense
    [[nodiscard]] bool failed() const noexcept { return m_unpack.failed(); }
    // All rows were read, as many as there were to be: what was damaged is not, unless by chance.
    [[nodiscard]] bool isWhole() const noexcept { return !m_unpack.failed() && m_unpack.atEnd() && m_left == 0; }

private:
    Unpacker m_unpack;
    quint32 m_left;
    qint64 m_before = 0;
    quint64 m_seqBefore = 0, m_refBefore = 0;
};

[[nodiscard]] SessionRow unpackRow(const PackedRow &row, const StringTable &strings, WallTime wallStart);
[[nodiscard]] QList<QByteArray> splitChannels(const QByteArray &joined);
[[nodiscard]] inline WallTime wallAt(WallTime start, qint64 monoNs)
{
    return start + std::chrono::floor<Milliseconds>(std::chrono::nanoseconds(monoNs));
}

} // namespace pushscope
