// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storesql.h"

namespace pushscope {

// SQLite's primary result codes (sqlite3.h); the driver gives them, extended ones included, as text.
static Errc errcOf(int sqlite)
{
    switch (sqlite & 0xff) {
    case 5: // SQLITE_BUSY
    case 6:
        return Errc::Exists; // SQLITE_LOCKED
    case 1: // SQLITE_ERROR: a table or column that should be there is not
    case 11: // SQLITE_CORRUPT
    case 26:
        return Errc::Corrupt; // SQLITE_NOTADB
    default:
        return Errc::Io;
    }
}

Error sqlError(const QSqlError &error, const char *doing)
{
    QByteArray text = error.databaseText().toUtf8();
    if (text.isEmpty())
        text = error.driverText().toUtf8();
    return {errcOf(error.nativeErrorCode().toInt()), QByteArray(doing) + ": " + text};
}

Seq seqAt(const QSqlQuery &query, int column)
{
    return Seq{query.value(column).toULongLong()};
}

WallTime wallAt(const QSqlQuery &query, int column)
{
    return WallTime(Milliseconds(query.value(column).toLongLong()));
}

EventPtr eventAt(const QSqlQuery &query)
{
    auto event = std::make_shared<Event>();
    event->seq = seqAt(query, 0);
    event->published = wallAt(query, 1);
    event->to = unpackChannels(query.value(3).toByteArray());
    event->publisher = query.value(4).toByteArray();
    event->type = query.value(5).toByteArray();
    event->data = query.value(6).toByteArray();
    return event;
}

qint64 toMilliseconds(WallTime at) noexcept
{
    return at.time_since_epoch().count();
}

QByteArray packChannels(const QList<QByteArray> &channels)
{
    QByteArray packed;
    for (const QByteArray &channel : channels) {
        auto size = quint64(channel.size());
        for (; size >= 0x80; size >>= 7)
            packed += char(0x80 | (size & 0x7f));
        packed += char(size);
        packed += channel;
    }
    return packed;
}

QList<QByteArray> unpackChannels(QByteArrayView packed)
{
    QList<QByteArray> channels;
    while (!packed.isEmpty()) {
        quint64 size = 0;
        for (int shift = 0; !packed.isEmpty() && shift < 63; shift += 7) {
            const auto octet = quint8(packed.front());
            packed = packed.sliced(1);
            size |= quint64(octet & 0x7f) << shift;
            if (octet < 0x80)
                break;
        }
        const qsizetype taken = qsizetype(std::min(size, quint64(packed.size())));
        channels.append(packed.first(taken).toByteArray());
        packed = packed.sliced(taken);
    }
    return channels;
}

} // namespace pushscope
