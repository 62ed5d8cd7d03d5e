// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ServerController: the hub as the window handles it: start, stop, commands as tasks on the GUI thread, and tokens for snippets.
// Owns the ServerThread. Lives on the GUI thread.

#include "serverthread.h"

#include <QCoroTask>
#include <QObject>
#include <functional>

namespace pushscope {

class RecordSink;

class ServerController : public QObject
{
    Q_OBJECT
public:
    using State = ServerThread::State;

    explicit ServerController(QObject *parent = nullptr);
    ~ServerController() override;

    [[nodiscard]] State state() const noexcept { return m_thread->state(); }
    [[nodiscard]] bool isRunning() const noexcept { return state() == State::Running; }
    [[nodiscard]] QByteArray url() const; // the first one bound, "http://127.0.0.1:8090"; empty unless running
    [[nodiscard]] QList<QByteArray> urls() const { return m_thread->urls(); }
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_thread->epoch(); } // of the store; empty unless running
    [[nodiscard]] Observatory &observatory() noexcept { return m_thread->observatory(); }
    [[nodiscard]] FrameTap &frames() noexcept { return m_thread->frames(); }

    // What the next start uses.
    [[nodiscard]] const ServerConfig &config() const noexcept { return m_config; }
    void setConfig(const ServerConfig &config);
    [[nodiscard]] const ServerConfig &runningConfig() const noexcept { return m_thread->config(); } // of the last start
    // True while a running hub was started with another configuration than config().
    [[nodiscard]] bool needsRestart() const;

    // Asked at each start for what records that run; may give null.
    using SinkMaker = std::function<std::shared_ptr<RecordSink>()>;
    void setSinkMaker(SinkMaker maker) { m_sinkMaker = std::move(maker); }

    void start();
    void stop();
    void restart(); // or start, when stopped
    // Why the last start or command failed, in words; empty after one that went well.
    [[nodiscard]] const QString &lastError() const noexcept { return m_lastError; }

    // Errc::Unavailable while no hub runs. A task finishes also when the window that awaits it is gone: check with a QPointer.
    [[nodiscard]] QCoro::Task<Result<PublishReceipt>> publish(PublishRequest request);
    [[nodiscard]] QCoro::Task<Result<void>> dropClient(QByteArray client, DropHow how, int closeCode = 1000);
    [[nodiscard]] QCoro::Task<Result<QByteArray>> addFault(QByteArray json);
    [[nodiscard]] QCoro::Task<Result<void>> removeFault(QByteArray id); // "": all
    [[nodiscard]] QCoro::Task<Result<void>> setAnswers(QByteArray json); // see answer/answerrule.h
    [[nodiscard]] QCoro::Task<Result<void>> addMark(QByteArray text, QByteArray op = {});

    // A token for `user` that may enter every room and, where asked, publish to every channel; valid for a day. Empty, with
    // lastError() set, where no secret is configured.
    [[nodiscard]] QByteArray makeToken(const QByteArray &user, bool publish = false, bool admin = false);
    // Makes the same without `publish` and `admin` on any thread, as the hub is configured now; empty where no secret is.
    [[nodiscard]] std::function<QByteArray(const QByteArray &user)> tokenMaker() const;

Q_SIGNALS:
    void stateChanged(pushscope::ServerThread::State state);
    void started();
    void stopped();
    void startFailed(const QString &reason);
    void lastErrorChanged(const QString &error);
    void configChanged();

private:
    template<typename T> QCoro::Task<Result<T>> awaited(QFuture<Result<T>> future);
    void onStateChanged(State state);
    [[nodiscard]] const ServerConfig &tokenConfig() const;
    void setLastError(const QString &error);

    ServerThread *m_thread; // a child
    ServerConfig m_config;
    SinkMaker m_sinkMaker;
    QString m_lastError;
    bool m_restarting = false;
};

} // namespace pushscope
