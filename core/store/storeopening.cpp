// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storeopening.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

namespace pushscope {

namespace {

Result<void> makeFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QDir().mkpath(folder))
        return {};
    return fail(Errc::Io, "cannot create the folder " + folder.toUtf8());
}

QString asideName(const QString &path, WallTime now)
{
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(now.time_since_epoch().count(), Qt::UTC);
    const QString name = path + QStringLiteral(".damaged-") + at.toString(QStringLiteral("yyyyMMdd-hhmmss"));
    QString free = name;
    for (int i = 2; QFileInfo::exists(free); ++i)
        free = name + QLatin1Char('-') + QString::number(i);
    return free;
}

Result<QByteArray> moveAside(const QString &path, WallTime now, const Error &why)
{
    const QString aside = asideName(path, now);
    QFile file(path);
    if (!file.rename(aside))
        return fail(Errc::Io,
                    "the store " + path.toUtf8() + " is damaged and can't be moved aside: " + file.errorString().toUtf8());
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QFile::rename(path + suffix, aside + suffix);
    QFile::remove(HeadFile::nameFor(path));
    return "The store " + path.toUtf8() + " is damaged (" + why.detail + "). It was moved to " + aside.toUtf8()
        + ", and a new one has begun.";
}

// An emptied file looks like a new one to SQLite; the head file knows better.
Result<void> refuseEmptied(const QString &path)
{
    const QFileInfo file(path);
    const auto record = HeadFile::read(HeadFile::nameFor(path));
    if (file.exists() && file.size() == 0 && record && !record->last.isNull())
        return fail(Errc::Corrupt,
                    "it is empty, but events up to " + QByteArray::number(record->last.value) + " had been stored");
    return {};
}

// Why the newest commits may be gone; empty if they are not.
QByteArray lossOfTail(const StoreDatabase::Head &head, const std::optional<HeadFile::Record> &record)
{
    const bool fits = record && record->epoch == head.epoch;
    if (fits && record->last > head.last)
        return "it ends at event " + QByteArray::number(head.last.value) + ", but " + QByteArray::number(record->last.value)
            + " had been stored";
    if (head.clean)
        return {};
    if (!fits)
        return "it did not end cleanly, and the file that says how far it had come is missing";
    if (!record->synced && record->boot != HeadFile::bootId())
        return "the machine went down while it was open";
    return {};
}

Result<OpenedStore> openTrusted(StoreDatabase &database, HeadFile &headFile, const StoreSettings &settings, WallTime now)
{
    if (auto opened = refuseEmptied(settings.path).and_then([&] { return database.open(settings.path, settings.durability); });
        !opened)
        return tl::unexpected(opened.error());
    OpenedStore store;
    const StoreDatabase::Head head = database.head();
    if (!head.clean) {
        if (const auto checked = database.check(); !checked)
            return tl::unexpected(checked.error());
    }
    store.epoch = head.epoch;
    store.next = head.clean ? head.next : std::max(head.next, head.reservedUpTo.next());
    const QString headName = HeadFile::nameFor(settings.path);
    if (const QByteArray loss = lossOfTail(head, HeadFile::read(headName)); !loss.isEmpty()) {
        store.epoch = makeEpoch();
        store.next = std::max(head.next, head.reservedUpTo.next());
        store.warnings.append("The newest events of " + settings.path.toUtf8() + " may be lost: " + loss
                              + ". Ids begin anew with the epoch " + store.epoch + ", and all clients will be told.");
    }
    store.reservedUpTo = Seq{store.next.value - 1 + settings.reserveBlock};
    store.stored = head.stored;
    store.bytes = head.bytes;

    Result<void> done = database.evicted().map([&](const auto &channels) {
        for (auto it = channels.begin(); it != channels.end(); ++it)
            store.evicted.note(it.key(), it.value());
    });
    const auto load = [&done](auto read, auto &into) {
        if (done)
            done = read().map([&into](auto value) { into = std::move(value); });
    };
    load([&] { return database.keys(now - KeyTable::Lifetime); }, store.keys);
    load([&] { return database.oldest(); }, store.oldest);
    load([&] { return database.newest(settings.ringEvents, settings.ringBytes); }, store.recent);
    if (done)
        done = database.begin(store.epoch, store.next, store.reservedUpTo);
    if (done)
        done = headFile.open(headName, {store.epoch, head.last, HeadFile::bootId(), settings.durability == Durability::Fsync});
    if (!done)
        return tl::unexpected(done.error());
    return store;
}

} // namespace

Result<OpenedStore> openStore(StoreDatabase &database, HeadFile &headFile, const StoreSettings &settings, WallTime now)
{
    if (const auto made = makeFolder(settings.path); !made)
        return tl::unexpected(made.error());
    Result<OpenedStore> store = openTrusted(database, headFile, settings, now);
    if (!store && store.error().code == Errc::Corrupt) {
        database.close();
        const Result<QByteArray> warning = moveAside(settings.path, now, store.error());
        if (!warning)
            return tl::unexpected(warning.error());
        store = openTrusted(database, headFile, settings, now);
        if (store)
            store->warnings.prepend(*warning);
    }
    if (!store) {
        database.close();
        store.error().detail.prepend("cannot open the store " + settings.path.toUtf8() + ": ");
    }
    return store;
}

} // namespace pushscope
