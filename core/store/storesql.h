// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The schema of a store file, and what its statements share. Store thread. Included by storedatabase.cpp only.

#include "base/result.h"
#include "hub/event.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

namespace pushscope {

inline constexpr qint64 ApplicationId = 0x50736370; // "Pscp", in the header of the file
inline constexpr qint64 SchemaVersion = 1;

// Wide columns come last, so that a plan for an eviction doesn't read the data. `event_channels` is what replays go by.
inline constexpr const char *SchemaSql[] = {
    "PRAGMA application_id = 1349739376",
    "PRAGMA user_version = 1",
    "CREATE TABLE head (one INTEGER PRIMARY KEY CHECK (one = 1), epoch BLOB, next_seq INTEGER, reserved INTEGER, last_seq "
    "INTEGER, "
    "stored INTEGER, bytes INTEGER, clean INTEGER)",
    "CREATE TABLE events (seq INTEGER PRIMARY KEY, published INTEGER, size INTEGER, channels BLOB, publisher BLOB, type BLOB, "
    "data BLOB)",
    "CREATE TABLE event_channels (channel BLOB, seq INTEGER, PRIMARY KEY (channel, seq)) WITHOUT ROWID",
    "CREATE TABLE evicted (channel BLOB PRIMARY KEY, seq INTEGER) WITHOUT ROWID",
    "CREATE TABLE keys (seq INTEGER PRIMARY KEY, at INTEGER, publisher BLOB, key BLOB)",
};

[[nodiscard]] Error sqlError(const QSqlError &error, const char *doing);

// Binds and runs a prepared statement.
template<typename... Values> [[nodiscard]] Result<void> execute(QSqlQuery &query, const Values &...values)
{
    int at = 0;
    (query.bindValue(at++, QVariant::fromValue(values)), ...);
    if (!query.exec())
        return tl::unexpected(sqlError(query.lastError(), "write"));
    return {};
}

// next() gives false at the end and for an error alike.
template<typename T> [[nodiscard]] Result<T> finished(QSqlQuery &query, T value)
{
    const QSqlError error = query.lastError();
    query.finish();
    if (error.isValid())
        return tl::unexpected(sqlError(error, "read"));
    return value;
}

[[nodiscard]] Seq seqAt(const QSqlQuery &query, int column);
[[nodiscard]] WallTime wallAt(const QSqlQuery &query, int column);
[[nodiscard]] EventPtr eventAt(const QSqlQuery &query); // seq, published, size, channels, publisher, type, data
[[nodiscard]] qint64 toMilliseconds(WallTime at) noexcept;

// A list of channels as one blob: each with its length before it, in base 128 (a channel may hold any octet).
[[nodiscard]] QByteArray packChannels(const QList<QByteArray> &channels);
[[nodiscard]] QList<QByteArray> unpackChannels(QByteArrayView packed);

} // namespace pushscope
