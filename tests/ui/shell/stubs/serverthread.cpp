// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Stands in for the hub: no sockets, an Observatory with nothing behind it.
#include "serverthread.h"

#include <QHash>
#include <QTimer>

namespace pushscope {

class PushServer final : public QObject, public Observatory::Source
{
public:
    explicit PushServer(Observatory &observatory)
        : m_observatory(observatory)
    {
    }
    void snapshotRequested() override
    {
        QMetaObject::invokeMethod(
            this, [this] { build(); }, Qt::QueuedConnection);
    }
    void build()
    {
        auto snapshot = std::make_unique<Snapshot>();
        static quint64 n = 0;
        ++n;
        snapshot->generation = 1;
        snapshot->figures.mono = SystemClock().now();
        snapshot->figures.epoch = "k3f9";
        snapshot->figures.published = n * 3;
        snapshot->figures.stored = 8192 + n;
        snapshot->figures.oldest = Seq{1};
        snapshot->figures.storeKind = "memory";
        snapshot->figures.protocols[0].delivered = n * 40;
        m_observatory.deliver(std::move(snapshot));
    }

private:
    Observatory &m_observatory;
};

ServerThread::ServerThread(QObject *parent)
    : QObject(parent)
    , m_observatory(std::make_unique<Observatory>())
{
}
ServerThread::~ServerThread()
{
    m_observatory->setSource(nullptr);
    delete m_server;
}
void ServerThread::start(const ServerConfig &config)
{
    if (m_state != State::Stopped)
        return;
    m_config = config;
    setState(State::Starting);
    QTimer::singleShot(0, this, [this] {
        if (m_config.listen.value(0).endsWith(":1")) {
            setState(State::Stopped);
            Q_EMIT failed(QStringLiteral("Cannot listen on %1.").arg(QString::fromUtf8(m_config.listen.value(0))));
            return;
        }
        m_urls = {"http://" + m_config.listen.value(0)};
        m_server = new PushServer(*m_observatory);
        m_observatory->setSource(m_server);
        setState(State::Running);
        Q_EMIT started(m_urls);
    });
}
void ServerThread::stop()
{
    setState(State::Stopping);
    QTimer::singleShot(0, this, [this] {
        m_urls.clear();
        m_observatory->setSource(nullptr);
        delete std::exchange(m_server, nullptr);
        setState(State::Stopped);
        Q_EMIT stopped();
    });
}
void ServerThread::setState(State state)
{
    m_state = state;
    Q_EMIT stateChanged(state);
}
QFuture<Result<PublishReceipt>> ServerThread::publish(PublishRequest)
{
    return QtFuture::makeReadyFuture(Result<PublishReceipt>(PublishReceipt{"k3f9-1", {1, 1, 1}, {}}));
}
QFuture<Result<void>> ServerThread::dropClient(QByteArray, DropHow, int)
{
    return QtFuture::makeReadyFuture(Result<void>());
}
QFuture<Result<QByteArray>> ServerThread::addFault(QByteArray)
{
    return QtFuture::makeReadyFuture(Result<QByteArray>("f1"));
}
QFuture<Result<void>> ServerThread::removeFault(QByteArray)
{
    return QtFuture::makeReadyFuture(Result<void>());
}
QFuture<Result<void>> ServerThread::addMark(QByteArray)
{
    return QtFuture::makeReadyFuture(Result<void>());
}
Result<QByteArray> ServerThread::makeToken(const ServerConfig &config, const QByteArray &user, const QList<QByteArray> &,
                                           const QList<QByteArray> &, bool, std::chrono::seconds)
{
    if (config.secrets.isEmpty())
        return fail(Errc::Unavailable, "no secret is configured");
    return "eyJhbGciOiJIUzI1NiJ9." + user.toBase64() + ".c2lnbmF0dXJlLW9mLXRoZS10b2tlbi1pcy1sb25n";
}

} // namespace pushscope
