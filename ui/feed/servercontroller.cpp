// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/servercontroller.h"

#include "ui/models/coretext.h"

#include <QCoroFuture>
#include <QPointer>

namespace pushscope {

static constexpr auto TokenLifetime = std::chrono::hours(24);

ServerController::ServerController(QObject *parent)
    : QObject(parent)
    , m_thread(new ServerThread(this))
{
    connect(m_thread, &ServerThread::stateChanged, this, &ServerController::onStateChanged);
    connect(m_thread, &ServerThread::started, this, [this] {
        setLastError({});
        Q_EMIT started();
    });
    connect(m_thread, &ServerThread::failed, this, [this](const QString &reason) {
        m_restarting = false;
        setLastError(coreText(reason.toUtf8()));
        Q_EMIT startFailed(m_lastError);
    });
    connect(m_thread, &ServerThread::stopped, this, &ServerController::stopped);
}

ServerController::~ServerController() = default;

QByteArray ServerController::url() const
{
    return urls().value(0);
}

void ServerController::setConfig(const ServerConfig &config)
{
    if (config == m_config)
        return;
    m_config = config;
    Q_EMIT configChanged();
}

bool ServerController::needsRestart() const
{
    return state() != State::Stopped && !(m_thread->config() == m_config);
}

void ServerController::start()
{
    if (state() == State::Stopped)
        m_thread->start(m_config, m_sinkMaker ? m_sinkMaker() : nullptr);
}

void ServerController::stop()
{
    m_restarting = false;
    m_thread->stop();
}

void ServerController::restart()
{
    if (state() == State::Stopped) {
        start();
        return;
    }
    m_restarting = true;
    m_thread->stop();
}

void ServerController::onStateChanged(State state)
{
    Q_EMIT stateChanged(state);
    // Started from the event loop: whoever hears of the stop first sees a hub that is stopped.
    if (state == State::Stopped && std::exchange(m_restarting, false))
        QMetaObject::invokeMethod(this, &ServerController::start, Qt::QueuedConnection);
}

template<typename T> QCoro::Task<Result<T>> ServerController::awaited(QFuture<Result<T>> future)
{
    const QPointer<ServerController> self = this;
    Result<T> result = co_await future;
    if (self)
        self->setLastError(result ? QString() : coreText(result.error()));
    co_return result;
}

QCoro::Task<Result<PublishReceipt>> ServerController::publish(PublishRequest request)
{
    return awaited(m_thread->publish(std::move(request)));
}

QCoro::Task<Result<void>> ServerController::dropClient(QByteArray client, DropHow how, int closeCode)
{
    return awaited(m_thread->dropClient(std::move(client), how, closeCode));
}

QCoro::Task<Result<QByteArray>> ServerController::addFault(QByteArray json)
{
    return awaited(m_thread->addFault(std::move(json)));
}

QCoro::Task<Result<void>> ServerController::removeFault(QByteArray id)
{
    return awaited(m_thread->removeFault(std::move(id)));
}

QCoro::Task<Result<void>> ServerController::setAnswers(QByteArray json)
{
    return awaited(m_thread->setAnswers(std::move(json)));
}

QCoro::Task<Result<void>> ServerController::addMark(QByteArray text, QByteArray op)
{
    return awaited(m_thread->addMark(std::move(text), std::move(op)));
}

QByteArray ServerController::makeToken(const QByteArray &user, bool publish, bool admin)
{
    const QList<QByteArray> channels = publish ? QList<QByteArray>{"*"} : QList<QByteArray>{};
    Result<QByteArray> token = ServerThread::makeToken(tokenConfig(), user, {"*"}, channels, admin, TokenLifetime);
    if (!token) {
        setLastError(coreText(token.error()));
        return {};
    }
    return *std::move(token);
}

std::function<QByteArray(const QByteArray &)> ServerController::tokenMaker() const
{
    return [config = tokenConfig()](const QByteArray &user) {
        return ServerThread::makeToken(config, user, {"*"}, {}, false, TokenLifetime).value_or(QByteArray());
    };
}

const ServerConfig &ServerController::tokenConfig() const
{
    return state() == State::Stopped ? m_config : m_thread->config();
}

void ServerController::setLastError(const QString &error)
{
    if (error == m_lastError)
        return;
    m_lastError = error;
    Q_EMIT lastErrorChanged(error);
}

} // namespace pushscope
