// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "serverthread.h"

#include "answerservice.h"
#include "auth/jwtauthorizer.h"
#include "base/frametap.h"
#include "base/logsink.h"
#include "faultservice.h"
#include "protocol/jwt.h"
#include "pushserver.h"

#include <QPromise>

namespace pushscope {

// Everything that the server is made of belongs to the thread it is made on, so it is made and destroyed here.
class ServerThread::Host final : public QObject
{
public:
    std::unique_ptr<PushServer> server;

    void end() // the last thing on this thread
    {
        m_ending = true;
        if (server)
            server->stop(); // does nothing where it is stopping already; discard() follows in any case
        else
            thread()->quit();
    }
    void discard()
    {
        server.reset();
        if (m_ending)
            thread()->quit();
    }

private:
    bool m_ending = false;
};

ServerThread::ServerThread(QObject *parent)
    : QObject(parent)
    , m_observatory(std::make_unique<Observatory>())
    , m_frames(std::make_unique<FrameTap>())
    , m_host(std::make_unique<Host>())
{
    installLogSink();
    m_thread.setObjectName(QStringLiteral("hub"));
    m_host->moveToThread(&m_thread);
    m_thread.start();
}

ServerThread::~ServerThread()
{
    // The event loop of this thread may be over: the drain runs on the hub thread's own.
    QMetaObject::invokeMethod(m_host.get(), [host = m_host.get()] { host->end(); });
    m_thread.wait();
}

void ServerThread::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void ServerThread::start(const ServerConfig &config, std::shared_ptr<RecordSink> sink)
{
    if (m_state != State::Stopped)
        return;
    m_config = config;
    setState(State::Starting);
    m_journal = std::make_shared<ConnectionJournal>(ConnectionJournal::Bounds{}, m_clock);
    m_observatory->setJournalReader([journal = m_journal](quint64 ref, std::size_t limit) { return journal->after(ref, limit); });
    QMetaObject::invokeMethod(
        m_host.get(),
        [this, host = m_host.get(), config, journal = m_journal, generation = ++m_generation, takesLog = m_takesLog,
         sink = std::move(sink)]() mutable {
            host->server = std::make_unique<PushServer>(config, m_clock, journal, m_observatory.get(), generation);
            host->server->setTakesLog(takesLog);
            host->server->setRecordSink(std::move(sink));
            host->server->setFrameTap(m_frames.get());
            connect(host->server.get(), &PushServer::stopped, host, &Host::discard, Qt::QueuedConnection);
            connect(host->server.get(), &PushServer::stopped, this, &ServerThread::onStopped);
            auto urls = host->server->start();
            const Epoch epoch = urls ? host->server->epoch() : Epoch();
            if (!urls)
                host->discard();
            QMetaObject::invokeMethod(
                this, [this, urls = std::move(urls), epoch] { onStarted(urls, epoch); }, Qt::QueuedConnection);
        });
}

void ServerThread::onStarted(const Result<QList<QByteArray>> &urls, const Epoch &epoch)
{
    if (!urls) {
        setState(State::Stopped);
        Q_EMIT failed(QString::fromUtf8(urls.error().detail));
        return;
    }
    m_urls = *urls;
    m_epoch = epoch;
    setState(State::Running);
    Q_EMIT started(m_urls);
}

void ServerThread::stop()
{
    if (m_state != State::Running)
        return;
    setState(State::Stopping);
    QMetaObject::invokeMethod(m_host.get(), [host = m_host.get()] { host->server->stop(); });
}

void ServerThread::onStopped()
{
    m_urls.clear();
    m_epoch.clear();
    setState(State::Stopped);
    Q_EMIT stopped();
}

// Runs `function(server, promise)` on the hub thread; it finishes the promise now or later.
template<typename T, typename Function> QFuture<Result<T>> ServerThread::call(Function function)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    QFuture<Result<T>> future = promise->future();
    const auto finish = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    if (m_state != State::Running)
        finish(fail(Errc::Unavailable, "the hub is not running"));
    else
        QMetaObject::invokeMethod(m_host.get(), [host = m_host.get(), finish, function = std::move(function)]() mutable {
            function(*host->server, finish);
        });
    return future;
}

QFuture<Result<PublishReceipt>> ServerThread::publish(PublishRequest request)
{
    return call<PublishReceipt>(
        [request = std::move(request), begun = m_clock.now(), this](PushServer &server, auto finish) mutable {
            Draft draft;
            draft.to = std::move(request.to);
            draft.type = std::move(request.type);
            draft.data = std::move(request.data);
            draft.ephemeral = request.ephemeral;
            draft.key = std::move(request.key);
            draft.conflate = std::move(request.conflate);
            const Epoch epoch = server.epoch();
            server.publish(std::move(draft), [finish, begun, epoch, clock = &m_clock](const Result<Published> &published) {
                if (!published) {
                    finish(tl::unexpected(published.error()));
                    return;
                }
                const auto took = std::chrono::duration_cast<std::chrono::microseconds>(clock->now() - begun);
                finish(PublishReceipt{published->seq.isNull() ? QByteArray() : formatEventId(epoch, published->seq),
                                      published->receivers, took, published->duplicate});
            });
        });
}

QFuture<Result<void>> ServerThread::dropClient(QByteArray client, DropHow how, int closeCode)
{
    return call<void>([=](PushServer &server, auto finish) { finish(server.admin().dropClient(client, how, closeCode)); });
}

QFuture<Result<QByteArray>> ServerThread::addFault(QByteArray json)
{
    return call<QByteArray>([=](PushServer &server, auto finish) { finish(server.faults().add(json)); });
}

QFuture<Result<void>> ServerThread::removeFault(QByteArray id)
{
    return call<void>([=](PushServer &server, auto finish) { finish(server.faults().remove(id)); });
}

QFuture<Result<void>> ServerThread::setAnswers(QByteArray json)
{
    return call<void>([=](PushServer &server, auto finish) { finish(server.answers().setRules(json)); });
}

QFuture<Result<void>> ServerThread::addMark(QByteArray text, QByteArray op)
{
    return call<void>([=](PushServer &server, auto finish) {
        server.observer().mark(text, op);
        finish(Result<void>());
    });
}

Result<QByteArray> ServerThread::makeToken(const ServerConfig &config, const QByteArray &user, const QList<QByteArray> &rooms,
                                           const QList<QByteArray> &publish, bool admin, std::chrono::seconds lifetime)
{
    if (config.secrets.isEmpty())
        return fail(Errc::NotFound, "a token needs a secret; the hub has public keys only");
    const WallTime now = SystemClock().wall();
    return signJwt(JwtClaims{user, rooms, publish, admin, now + lifetime}, config.secrets.first(), now, config.audience,
                   config.issuer);
}

} // namespace pushscope
