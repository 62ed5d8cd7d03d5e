// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How many events a second each store takes and commits, beside a bare loop of SQLite transactions of 512 rows in the same run.
// bench_store [events] [channels] [folder]; prints one JSON object.

#include "store/memorystore.h"
#include "store/sqlitestore.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QVariant>

#include <cstdio>
#include <ctime>

using namespace pushscope;

namespace {

constexpr int DataSize = 150;

WallTime wallNow()
{
    return SystemClock().wall();
}

EventPtr makeEvent(Seq seq, int channels)
{
    auto event = std::make_shared<Event>();
    event->seq = seq;
    event->to = {"user:" + QByteArray::number(seq.value * 7919 % quint64(channels))};
    event->type = "bench";
    event->data = '"' + QByteArray(DataSize - 2, 'x') + '"';
    event->published = wallNow();
    event->publisher = "bench";
    return event;
}

double processSeconds()
{
    timespec used{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &used);
    return double(used.tv_sec) + double(used.tv_nsec) / 1e9;
}

QJsonObject figures(int events, qint64 nanoseconds, double cpu)
{
    return {{QStringLiteral("events_per_s"), double(events) * 1e9 / double(nanoseconds)},
            {QStringLiteral("cpu_us_per_event"), cpu * 1e6 / events}};
}

// As fast as the store takes them; what is refused waits for the commits, as a publisher would.
QJsonObject measure(EventStore &store, int events, int channels)
{
    if (const auto opened = store.open(wallNow()); !opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.constData());
        std::exit(1);
    }
    Seq told;
    store.setCommitted([&](const Result<Seq> &seq) { told = seq.value_or(told); });
    const double cpu = processSeconds();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < events;) {
        const EventPtr event = makeEvent(store.nextSeq(), channels);
        if (store.append(event))
            ++i;
        else
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
        if (i % 64 == 0) // a turn of the hub
            QCoreApplication::processEvents();
    }
    while (told < store.state().head)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
    const QJsonObject result = figures(events, timer.nsecsElapsed(), processSeconds() - cpu);
    store.close();
    return result;
}

QJsonObject measureSqlite(const QString &folder, Durability durability, int events, int channels)
{
    QTemporaryDir dir(folder + QStringLiteral("/bench-XXXXXX"));
    StoreSettings settings;
    settings.path = dir.filePath(QStringLiteral("store"));
    settings.durability = durability;
    SqliteStore store(settings);
    return measure(store, events, channels);
}

// The least that it takes: one table, no channels, no thread.
QJsonObject measureBare(const QString &folder, int events)
{
    QTemporaryDir dir(folder + QStringLiteral("/bench-XXXXXX"));
    QSqlDatabase db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("bare"));
    db.setDatabaseName(dir.filePath(QStringLiteral("bare")));
    db.open();
    QSqlQuery(db).exec(QStringLiteral("PRAGMA journal_mode=WAL"));
    QSqlQuery(db).exec(QStringLiteral("PRAGMA synchronous=NORMAL"));
    QSqlQuery(db).exec(QStringLiteral("CREATE TABLE events (seq INTEGER PRIMARY KEY, data BLOB)"));
    QSqlQuery insert(db);
    insert.prepare(QStringLiteral("INSERT INTO events VALUES (?, ?)"));
    const QByteArray data(DataSize, 'x');
    const double cpu = processSeconds();
    QElapsedTimer timer;
    timer.start();
    for (int i = 1; i <= events; ++i) {
        if (i % 512 == 1)
            db.transaction();
        insert.bindValue(0, i);
        insert.bindValue(1, data);
        insert.exec();
        if (i % 512 == 0 || i == events)
            db.commit();
    }
    return figures(events, timer.nsecsElapsed(), processSeconds() - cpu);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = app.arguments();
    const int events = arguments.size() > 1 ? arguments[1].toInt() : 200'000;
    const int channels = arguments.size() > 2 ? arguments[2].toInt() : 1'000;
    const QString folder = arguments.size() > 3 ? arguments[3] : QStringLiteral(".");

    QJsonObject result{{QStringLiteral("bench"), QStringLiteral("store")},
                       {QStringLiteral("events"), events},
                       {QStringLiteral("channels"), channels},
                       {QStringLiteral("data_bytes"), DataSize}};
    MemoryStore memory;
    result.insert(QStringLiteral("memory"), measure(memory, events, channels));
    result.insert(QStringLiteral("relaxed"), measureSqlite(folder, Durability::Relaxed, events, channels));
    result.insert(QStringLiteral("committed"), measureSqlite(folder, Durability::Committed, events, channels));
    result.insert(QStringLiteral("fsync"), measureSqlite(folder, Durability::Fsync, events, channels));
    result.insert(QStringLiteral("bare_sqlite"), measureBare(folder, events));
    std::puts(QJsonDocument(result).toJson().constData());
    return 0;
}
