// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/rowcodec.h"

#include <algorithm>

namespace pushscope {

namespace {

// What a row has. Its time and its kind it always has.
enum Has : quint32 {
    Wall = 1 << 0,
    Client = 1 << 1,
    Connection = 1 << 2,
    Protocol = 1 << 3,
    Direction = 1 << 4,
    Id = 1 << 5,
    To = 1 << 6,
    Type = 1 << 7,
    Op = 1 << 8,
    Length = 1 << 9,
    Data = 1 << 10,
    Cause = 1 << 11,
    ReceiverCounts = 1 << 12,
    Ref = 1 << 13,
    Raw = 1 << 14,
};

constexpr qint64 MaxWallOffset = qint64(1) << 52; // ms

// Channels are free of NUL.
QByteArray joinChannels(const QList<QByteArray> &channels)
{
    return channels.join('\0');
}

quint32 maskOf(const SessionRow &row, qint64 wallOffset)
{
    quint32 mask = 0;
    const auto set = [&mask](bool has, Has bit) { mask |= has ? quint32(bit) : 0; };
    set(wallOffset != 0, Wall);
    set(!row.client.isEmpty(), Client);
    set(row.connection != 0, Connection);
    set(!row.protocol.isEmpty(), Protocol);
    set(!row.direction.isEmpty(), Direction);
    set(!row.seq.isNull(), Id);
    set(!row.to.isEmpty(), To);
    set(!row.type.isEmpty(), Type);
    set(!row.op.isEmpty(), Op);
    set(row.length >= 0, Length);
    set(row.form != SessionRow::Form::None, Data);
    set(!row.cause.isEmpty(), Cause);
    set(row.receivers.has_value(), ReceiverCounts);
    set(row.ref != 0, Ref);
    set(!row.raw.isEmpty(), Raw);
    return mask;
}

} // namespace

quint32 StringTable::numberOf(const QByteArray &string)
{
    if (string.isEmpty())
        return 0;
    const auto it = m_numbers.constFind(string);
    if (it != m_numbers.constEnd())
        return *it;
    const quint32 number = size();
    m_numbers.insert(string, number);
    m_strings.push_back(string);
    return number;
}

const QByteArray &StringTable::string(quint64 number) const noexcept
{
    return m_strings[number < m_strings.size() ? std::size_t(number) : 0];
}

void StringTable::add(quint64 number, QByteArray string)
{
    if (number != m_strings.size())
        return; // a gap: the file is damaged, and what refers beyond it is empty
    m_numbers.insert(string, quint32(number));
    m_strings.push_back(std::move(string));
    m_stored = size();
}

void RowEncoder::add(const SessionRow &row)
{
    const qint64 wallOffset = (row.wall - wallAt(m_wallStart, row.monoNs)).count();
    const quint32 mask = maskOf(row, wallOffset);
    const auto name = [&](Has bit, const QByteArray &string) {
        if (mask & bit)
            m_pack.number(m_strings.numberOf(string));
    };
    m_pack.number(mask);
    m_pack.signedNumber(qint64(quint64(row.monoNs) - quint64(m_before)));
    m_pack.number(m_strings.numberOf(row.kind));
    if (mask & Wall)
        m_pack.signedNumber(wallOffset);
    name(Client, row.client);
    if (mask & Connection)
        m_pack.number(row.connection);
    name(Protocol, row.protocol);
    name(Direction, row.direction);
    if (mask & Id) {
        m_pack.number(m_strings.numberOf(row.epoch));
        m_pack.signedNumber(qint64(row.seq.value - m_seqBefore));
        m_seqBefore = row.seq.value;
    }
    name(To, joinChannels(row.to));
    name(Type, row.type);
    name(Op, row.op);
    if (mask & Length)
        m_pack.number(quint64(row.length));
    if (mask & Data) {
        m_pack.number(quint64(row.form));
        m_pack.bytes(row.data);
    }
    if (mask & Cause)
        m_pack.bytes(row.cause);
    if (mask & ReceiverCounts)
        std::for_each(row.receivers->begin(), row.receivers->end(), [this](quint32 n) { m_pack.number(n); });
    if (mask & Ref) {
        m_pack.signedNumber(qint64(row.ref - m_refBefore));
        m_refBefore = row.ref;
    }
    if (mask & Raw)
        m_pack.bytes(row.raw);
    m_before = row.monoNs;
    m_firstNs = m_count == 0 ? row.monoNs : std::min(m_firstNs, row.monoNs);
    m_lastNs = m_count == 0 ? row.monoNs : std::max(m_lastNs, row.monoNs);
    ++m_count;
}

QByteArray RowEncoder::take()
{
    m_count = 0;
    m_before = 0;
    m_seqBefore = m_refBefore = 0;
    return m_pack.take();
}

bool RowDecoder::next(PackedRow &row)
{
    if (m_unpack.atEnd() || m_left == 0)
        return false;
    --m_left;
    const quint64 mask = m_unpack.number();
    const auto number = [&](Has bit) { return mask & bit ? m_unpack.number() : 0; };
    row = {};
    row.monoNs = m_before = qint64(quint64(m_before) + quint64(m_unpack.signedNumber())); // damaged ones may wrap
    row.kind = m_unpack.number();
    if (mask & Wall)
        row.wallOffset = std::clamp(m_unpack.signedNumber(), -MaxWallOffset, MaxWallOffset);
    row.client = number(Client);
    row.connection = number(Connection);
    row.protocol = number(Protocol);
    row.direction = number(Direction);
    if (mask & Id) {
        row.epoch = m_unpack.number();
        row.seq = m_seqBefore += quint64(m_unpack.signedNumber());
    }
    row.to = number(To);
    row.type = number(Type);
    row.op = number(Op);
    if (mask & Length)
        row.length = qint64(m_unpack.number());
    if (mask & Data) {
        row.form = SessionRow::Form(std::min<quint64>(m_unpack.number(), quint64(SessionRow::Form::Binary)));
        row.data = m_unpack.bytes();
    }
    if (mask & Cause)
        row.cause = m_unpack.bytes();
    row.hasReceivers = mask & ReceiverCounts;
    for (quint32 &count : row.receivers)
        count = quint32(number(ReceiverCounts));
    if (mask & Ref)
        row.ref = m_refBefore += quint64(m_unpack.signedNumber());
    if (mask & Raw)
        row.raw = m_unpack.bytes();
    return !m_unpack.failed();
}

QList<QByteArray> splitChannels(const QByteArray &joined)
{
    return joined.isEmpty() ? QList<QByteArray>() : joined.split('\0');
}

SessionRow unpackRow(const PackedRow &row, const StringTable &strings, WallTime wallStart)
{
    SessionRow result;
    result.monoNs = row.monoNs;
    result.wall = wallAt(wallStart, row.monoNs) + Milliseconds(row.wallOffset);
    result.kind = strings.string(row.kind);
    result.client = strings.string(row.client);
    result.connection = row.connection;
    result.protocol = strings.string(row.protocol);
    result.direction = strings.string(row.direction);
    result.epoch = strings.string(row.epoch);
    result.seq = Seq{row.seq};
    result.to = splitChannels(strings.string(row.to));
    result.type = strings.string(row.type);
    result.op = strings.string(row.op);
    result.length = row.length;
    result.form = row.form;
    result.data = row.data.toByteArray();
    result.cause = row.cause.toByteArray();
    if (row.hasReceivers)
        result.receivers = row.receivers;
    result.ref = row.ref;
    result.raw = row.raw.toByteArray();
    return result;
}

} // namespace pushscope
