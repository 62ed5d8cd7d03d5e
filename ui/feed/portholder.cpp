// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/portholder.h"

#include <QDir>
#include <QFile>
#include <QHostAddress>
#include <QTcpServer>

namespace pushscope {

namespace {

// The inode of the listening socket on `port` in a table of proc(5): "sl local_address rem_address st … inode".
QByteArray listeningInode(const QString &table, quint16 port)
{
    constexpr int LocalAddress = 1, State = 3, Inode = 9;
    QFile file(table);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray suffix = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper();
    const QList<QByteArray> lines = file.readAll().split('\n');
    for (const QByteArray &line : lines) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.size() > Inode && fields[State] == "0A" && fields[LocalAddress].endsWith(suffix))
            return fields[Inode];
    }
    return {};
}

bool holdsSocket(const QString &process, const QString &target)
{
    const QDir descriptors(process + QStringLiteral("/fd"));
    const QStringList names = descriptors.entryList(QDir::System | QDir::Files | QDir::NoDotAndDotDot);
    for (const QString &name : names) {
        // A socket's link names no file, which QFileInfo would turn into a path below the folder.
        if (QFile::symLinkTarget(descriptors.filePath(name)).endsWith(target))
            return true;
    }
    return false;
}

} // namespace

std::optional<HostPort> splitAddress(QByteArrayView address)
{
    const qsizetype colon = address.lastIndexOf(':');
    if (colon <= 0)
        return {};
    bool ok = false;
    const ushort port = address.sliced(colon + 1).toUShort(&ok);
    if (!ok)
        return {};
    return HostPort{address.first(colon).toByteArray(), port};
}

QByteArray joinAddress(const HostPort &address)
{
    return address.host + ':' + QByteArray::number(address.port);
}

std::optional<PortHolder> findPortHolder(quint16 port)
{
    QByteArray inode = listeningInode(QStringLiteral("/proc/net/tcp"), port);
    if (inode.isEmpty())
        inode = listeningInode(QStringLiteral("/proc/net/tcp6"), port);
    if (inode.isEmpty())
        return {};
    const QString target = QStringLiteral("socket:[%1]").arg(QLatin1String(inode));
    const QStringList processes = QDir(QStringLiteral("/proc")).entryList({QStringLiteral("[0-9]*")}, QDir::Dirs);
    for (const QString &pid : processes) {
        const QString process = QStringLiteral("/proc/") + pid;
        if (!holdsSocket(process, target))
            continue;
        QFile name(process + QStringLiteral("/comm"));
        const QString program = name.open(QIODevice::ReadOnly) ? QString::fromUtf8(name.readAll().trimmed()) : QString();
        return PortHolder{pid.toLongLong(), program};
    }
    return {};
}

bool canBind(const HostPort &address)
{
    QByteArray bare = address.host;
    for (const char *scheme : {"http://", "https://"}) {
        if (bare.startsWith(scheme))
            bare = bare.sliced(qsizetype(qstrlen(scheme)));
    }
    if (bare.startsWith('[') && bare.endsWith(']'))
        bare = bare.sliced(1, bare.size() - 2);
    QHostAddress host(QString::fromLatin1(bare));
    if (host.isNull())
        host = QHostAddress::LocalHost;
    QTcpServer probe;
    return probe.listen(host, address.port);
}

quint16 nextFreePort(const QByteArray &host, quint16 from)
{
    constexpr int Tries = 200;
    quint16 port = from;
    for (int i = 0; i < Tries; ++i) {
        port = port == 65535 ? quint16(1024) : quint16(port + 1);
        if (canBind({host, port}))
            return port;
    }
    return 0;
}

namespace {

// Not one of the others, which are free as long as nothing listens.
quint16 nextFreeBeside(const QList<QByteArray> &listen, const HostPort &taken)
{
    const auto isListed = [&listen](quint16 port) {
        return std::any_of(listen.cbegin(), listen.cend(), [port](const QByteArray &text) {
            const std::optional<HostPort> address = splitAddress(text);
            return address && address->port == port;
        });
    };
    quint16 next = nextFreePort(taken.host, taken.port);
    while (next != 0 && isListed(next))
        next = nextFreePort(taken.host, next);
    return next;
}

} // namespace

std::optional<TakenPort> findTakenPort(const QList<QByteArray> &listen)
{
    for (const QByteArray &text : listen) {
        const std::optional<HostPort> address = splitAddress(text);
        if (address && address->port != 0 && !canBind(*address))
            return TakenPort{text, *address, findPortHolder(address->port), nextFreeBeside(listen, *address)};
    }
    return {};
}

} // namespace pushscope
