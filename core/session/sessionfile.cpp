// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionfile.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

namespace pushscope {

namespace {

constexpr int SqliteCorrupt = 11, SqliteNotADatabase = 26; // sqlite.org/rescode.html

Error errorFrom(const QSqlError &error, const char *doing)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    QByteArray text = error.databaseText().toUtf8();
    if (text.isEmpty())
        text = error.driverText().toUtf8();
    return {code == SqliteCorrupt || code == SqliteNotADatabase ? Errc::Corrupt : Errc::Io, QByteArray(doing) + ": " + text};
}

} // namespace

SessionFile::SessionFile() = default;

SessionFile::~SessionFile()
{
    close();
}

Result<void> SessionFile::open(const QString &name, bool readOnly)
{
    m_connection = QStringLiteral("pushscope-session-") + QUuid::createUuid().toString(QUuid::Id128);
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_connection);
    db.setDatabaseName(name);
    db.setConnectOptions(readOnly ? QStringLiteral("QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000")
                                  : QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000"));
    if (!db.open())
        return tl::unexpected(errorFrom(db.lastError(), "open"));
    return {};
}

void SessionFile::close()
{
    if (m_connection.isEmpty())
        return;
    QSqlDatabase::database(m_connection, false).close();
    QSqlDatabase::removeDatabase(m_connection);
    m_connection.clear();
}

QSqlQuery SessionFile::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection, false));
    query.setForwardOnly(true);
    return query;
}

Result<void> SessionFile::run(const char *sql)
{
    QSqlQuery statement = query();
    if (!statement.exec(QString::fromLatin1(sql)))
        return tl::unexpected(errorOf(statement, sql));
    return {};
}

Result<qint64> SessionFile::number(const char *sql)
{
    QSqlQuery statement = query();
    if (!statement.exec(QString::fromLatin1(sql)))
        return tl::unexpected(errorOf(statement, sql));
    return statement.next() ? statement.value(0).toLongLong() : 0;
}

Error SessionFile::errorOf(const QSqlQuery &query, const char *doing)
{
    return errorFrom(query.lastError(), doing);
}

} // namespace pushscope
