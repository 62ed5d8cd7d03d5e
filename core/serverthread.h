// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ServerThread: owns the hub thread and the PushServer on it. Lives on the thread that made it (the window's); its functions may
// only be called there. Commands run on the hub thread and answer through a QFuture, awaited by QCoro.

#include "base/result.h"
#include "hub/drop.h"
#include "hub/event.h"
#include "observe/observatory.h"
#include "serverconfig.h"

#include <QFuture>
#include <QObject>
#include <QThread>
#include <array>
#include <memory>

namespace pushscope {

class ConnectionJournal;
class PushServer;
class RecordSink;

// What the window publishes; the data must be valid JSON.
struct PublishRequest {
    QList<QByteArray> to;
    QByteArray type = "message";
    QByteArray data = "null";
    bool ephemeral = false;
    QByteArray key = {}; // idempotency key, at most 256 octets; empty: none
    QByteArray conflate = {}; // of an ephemeral event: the newest of this name replaces an unsent older one; empty: none
};

struct PublishReceipt {
    QByteArray id; // empty for an ephemeral event
    std::array<quint32, ProtocolCount> receivers{};
    std::chrono::microseconds took{0}; // from the call to the commit
    bool duplicate = false; // its key was used before: nothing was published
};

class FrameTap;

class ServerThread : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 { Stopped, Starting, Running, Stopping };
    Q_ENUM(State)

    explicit ServerThread(QObject *parent = nullptr);
    ~ServerThread() override; // drains, then joins

    // Whether its journal gets the lines of the program's log; of several hubs in one program only one can. At first it does.
    void setTakesLog(bool takes) noexcept { m_takesLog = takes; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    // Starts a hub; started() or failed() follows. Ignored unless Stopped. What happens goes to `sink`, which may be null, and
    // which the hub thread lets go of when the hub has stopped.
    void start(const ServerConfig &config, std::shared_ptr<RecordSink> sink = {});
    // Drains (clients are told to come back) and stops; stopped() follows.
    void stop();
    // The addresses bound, "http://127.0.0.1:8090"; empty unless Running.
    [[nodiscard]] QList<QByteArray> urls() const { return m_urls; }
    [[nodiscard]] const Epoch &epoch() const noexcept { return m_epoch; } // of the store; empty unless Running
    [[nodiscard]] const ServerConfig &config() const noexcept { return m_config; } // of the last start
    [[nodiscard]] Observatory &observatory() noexcept { return *m_observatory; }

    [[nodiscard]] FrameTap &frames() noexcept { return *m_frames; }

    // All answer Errc::Unavailable while no hub runs.
    [[nodiscard]] QFuture<Result<PublishReceipt>> publish(PublishRequest request);
    // Ends all connections of the client. `closeCode` (1000–4999) for CloseCode only. Errc::NotFound.
    [[nodiscard]] QFuture<Result<void>> dropClient(QByteArray client, DropHow how, int closeCode = 1000);
    // A rule in the JSON of POST /api/faults; gives its id. removeFault("") removes all.
    [[nodiscard]] QFuture<Result<QByteArray>> addFault(QByteArray json);
    [[nodiscard]] QFuture<Result<void>> removeFault(QByteArray id);
    // Rules that answer, instead of those at work: a list as parseAnswerList() reads it.
    [[nodiscard]] QFuture<Result<void>> setAnswers(QByteArray json);
    // A Mark row in the journal. `op`: empty, or what becomes of the newest mark of this text: "withdrawn", "restored".
    [[nodiscard]] QFuture<Result<void>> addMark(QByteArray text, QByteArray op = {});
    // A token signed with the configuration's first secret; any thread, no hub needed.
    // `rooms` and `publish` are patterns.
    [[nodiscard]] static Result<QByteArray> makeToken(const ServerConfig &config, const QByteArray &user,
                                                      const QList<QByteArray> &rooms, const QList<QByteArray> &publish,
                                                      bool admin, std::chrono::seconds lifetime);

Q_SIGNALS:
    void started(const QList<QByteArray> &urls);
    void failed(const QString &reason); // in words: which address, what to do
    void stopped();
    void stateChanged(pushscope::ServerThread::State state);

private:
    class Host; // lives on the hub thread and owns the server there
    template<typename T, typename Function> QFuture<Result<T>> call(Function function);
    void setState(State state);
    void onStarted(const Result<QList<QByteArray>> &urls, const Epoch &epoch);
    void onStopped();

    SystemClock m_clock;
    QThread m_thread;
    std::unique_ptr<Observatory> m_observatory;
    std::unique_ptr<FrameTap> m_frames;
    std::shared_ptr<ConnectionJournal> m_journal; // of the last start: can still be exported when the hub has stopped
    quint64 m_generation = 0;
    std::unique_ptr<Host> m_host; // destroyed when the thread has ended
    State m_state = State::Stopped;
    QList<QByteArray> m_urls;
    Epoch m_epoch;
    ServerConfig m_config;
    bool m_takesLog = true;
};

} // namespace pushscope
