// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QThread>

namespace pushscope {

namespace {

constexpr qint64 LongestLine = 1024 * 1024;
constexpr unsigned long Pause = 20; // ms between two tries
constexpr int SocketNameLength = 100; // sockaddr_un has 108

QString digestOf(const QList<QByteArray> &texts)
{
    return QString::fromLatin1(QCryptographicHash::hash(texts.join('\0'), QCryptographicHash::Sha256).toHex());
}

QStringList textsOf(const QJsonValue &value)
{
    QStringList texts;
    const QJsonArray array = value.toArray();
    for (const QJsonValue &one : array)
        texts.append(one.toString());
    return texts;
}

std::unique_ptr<QLockFile> makeLock(const QString &name)
{
    auto lock = std::make_unique<QLockFile>(name);
    lock->setStaleLockTime(0); // however long it is held
    return lock;
}

} // namespace

Instance::Instance(const QString &folder, const QList<QByteArray> &overrides, QObject *parent)
    : QObject(parent)
    , m_folder(QDir(folder).absolutePath())
    , m_hub(digestOf(overrides))
{
}

Instance::~Instance() = default;

QString Instance::lockName(const QString &profile) const
{
    return (profile.isEmpty() ? m_folder : m_folder + QStringLiteral("/profiles/") + profile) + QStringLiteral("/window.lock");
}

// In the user's folder for such things, where there is one.
QString Instance::socketName(const QString &profile) const
{
    const QByteArray whose = (m_folder + u'\n' + profile).toUtf8();
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(whose, QCryptographicHash::Sha1).toHex().left(16));
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    const QString name = (runtime.isEmpty() ? m_folder : runtime) + QStringLiteral("/pushscope-") + hash;
    return name.size() < SocketNameLength ? name : QDir::tempPath() + QStringLiteral("/pushscope-") + hash;
}

bool Instance::hold(const QString &profile)
{
    if (m_lock && profile == m_profile)
        return true;
    QDir().mkpath(QFileInfo(lockName(profile)).path());
    auto lock = makeLock(lockName(profile));
    // Where the file system has no locks, windows don't know of each other.
    if (!lock->tryLock(0) && lock->error() == QLockFile::LockFailedError)
        return false;
    m_server.reset();
    m_lock = std::move(lock);
    m_profile = profile;
    listen(profile);
    return true;
}

void Instance::listen(const QString &profile)
{
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &Instance::onConnection);
    if (!m_lock->isLocked())
        return;
    QLocalServer::removeServer(socketName(profile)); // of one that died: the lock is ours
    if (!m_server->listen(socketName(profile)))
        qWarning("other starts can't reach this window: %s", qPrintable(m_server->errorString()));
}

bool Instance::isHeldElsewhere(const QString &profile) const
{
    if (m_lock && profile == m_profile)
        return false;
    const auto lock = makeLock(lockName(profile));
    return !lock->tryLock(0) && lock->error() == QLockFile::LockFailedError;
}

QByteArray Instance::request(const QStringList &files, bool anyHub) const
{
    QJsonObject object{{QStringLiteral("open"), QJsonArray::fromStringList(files)}};
    if (!anyHub)
        object.insert(QStringLiteral("hub"), m_hub);
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<Instance::Start> Instance::askOnce(const QString &profile, const QByteArray &line, QDeadlineTimer deadline) const
{
    QLocalSocket socket;
    socket.connectToServer(socketName(profile));
    if (!socket.waitForConnected(int(deadline.remainingTime())))
        return {};
    socket.write(line);
    while (!socket.canReadLine()) {
        if (!socket.waitForReadyRead(int(deadline.remainingTime())))
            return {};
    }
    const QJsonObject answer = QJsonDocument::fromJson(socket.readLine(LongestLine)).object();
    return answer.value(QLatin1String("shown")).toBool() ? Start::Shown : Start::OtherHub;
}

Instance::Start Instance::begin(const QString &profile, const QStringList &files, QDeadlineTimer deadline)
{
    // Who holds it may just have begun, or be about to end.
    do {
        if (hold(profile))
            return Start::Ours;
        if (const std::optional<Start> answered = askOnce(profile, request(files, false), deadline))
            return *answered;
        QThread::msleep(Pause);
    } while (!deadline.hasExpired());
    return Start::Silent;
}

Instance::Start Instance::ask(const QString &profile, const QStringList &files, QDeadlineTimer deadline) const
{
    while (isHeldElsewhere(profile)) {
        if (const std::optional<Start> answered = askOnce(profile, request(files, true), deadline))
            return *answered;
        if (deadline.hasExpired())
            return Start::Silent;
        QThread::msleep(Pause);
    }
    return Start::Ours;
}

void Instance::show(const QString &profile)
{
    auto *socket = new QLocalSocket(this);
    connect(socket, &QLocalSocket::readyRead, socket, &QObject::deleteLater); // the answer
    connect(socket, &QLocalSocket::errorOccurred, socket, &QObject::deleteLater);
    connect(socket, &QLocalSocket::connected, socket, [this, socket] { socket->write(request({}, true)); });
    socket->connectToServer(socketName(profile));
}

void Instance::onConnection()
{
    while (QLocalSocket *socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { onLine(*socket); });
        onLine(*socket);
    }
}

void Instance::onLine(QLocalSocket &socket)
{
    if (!socket.canReadLine()) {
        if (socket.bytesAvailable() > LongestLine)
            socket.abort();
        return;
    }
    const QJsonDocument line = QJsonDocument::fromJson(socket.readLine(LongestLine));
    if (!line.isObject()) {
        socket.abort();
        return;
    }
    const QJsonValue hub = line.object().value(QLatin1String("hub"));
    const bool ours = hub.isUndefined() || hub.toString() == m_hub;
    socket.write(ours ? "{\"shown\":true}\n" : "{\"shown\":false}\n");
    socket.flush();
    if (ours)
        Q_EMIT asked(textsOf(line.object().value(QLatin1String("open"))));
}

} // namespace pushscope
