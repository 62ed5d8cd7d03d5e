// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SimulatedClient: one consumer of a hub over a real socket, with its story: connect, listen, lose the connection, wait by its
// policy, come back with its cursor. Owned by a Population or a test, on the thread that made it.
// It may not be destroyed from its own onEvent.

#include "lab/arrivals.h"
#include "lab/badpath.h"
#include "lab/misbehaviour.h"
#include "lab/reconnectpolicy.h"
#include "lab/wakeup.h"

#include <QCoroTask>
#include <QNetworkRequest>
#include <QObject>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QTimer>
#include <QUrl>
#include <functional>

class QUrlQuery;

namespace pushscope {

struct ClientPlan {
    QUrl hub; // "http://127.0.0.1:8090"
    QByteArray user;
    QByteArray clientId; // empty: sends none
    QList<QByteArray> rooms;
    ReconnectPolicy policy;
    bool resume = true; // with the cursor it had
    Misbehaviour misbehaviour = Misbehaviour::None; // one that its protocol can; its policy is then the misbehaviour's own
    std::chrono::seconds pollTimeout{0}; // 0: names none, and the hub's own holds
    Milliseconds patience{30'000}; // how long it waits for the first octet of an answer (a poll: beyond its own timeout)
    std::function<QByteArray(const QByteArray &user)> token; // asked before each try; may be empty
    bool renewsToken = false; // comes back after a 401 or 4001 too, with another token
};

class SimulatedClient : public QObject
{
    Q_OBJECT
public:
    enum class State : quint8 {
        Idle, // not started
        Connecting,
        Connected,
        Waiting, // until its next try
        Stopped, // for good
    };
    Q_ENUM(State)

    ~SimulatedClient() override;

    void start(); // once
    // Breaks its own connection without a goodbye; it comes back by its policy.
    virtual void cutNow() = 0;
    // Says goodbye where the protocol has one and never comes back. Its story has ended when this returns, unless it is
    // called from onEvent.
    void leave();

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const QByteArray &cursor() const noexcept { return m_arrivals.cursor(); }
    [[nodiscard]] const ArrivalFigures &figures() const noexcept { return m_arrivals.figures(); }
    [[nodiscard]] quint64 reconnects() const noexcept { return m_reconnects; } // connections after the first
    [[nodiscard]] quint64 attempts() const noexcept { return m_attempts; } // tries to connect, in all
    [[nodiscard]] Milliseconds lastDelay() const noexcept { return m_delay; } // the wait chosen after the last ending
    [[nodiscard]] const ClientPlan &plan() const noexcept { return m_plan; }

    // Called for every event in the order of arrival, control events and duplicates included.
    std::function<void(const ReceivedEvent &)> onEvent;

Q_SIGNALS:
    void stateChanged(pushscope::SimulatedClient::State state);

protected:
    enum class Ending : quint8 { ComeBack, ForGood };

    explicit SimulatedClient(ClientPlan plan, QObject *parent = nullptr);

    // One connection (for a poller: one row of polls) from the first octet to its end. Returns soon after isLeaving().
    virtual QCoro::Task<Ending> converse() = 0;

    // The derived destructor calls leave(), because the story uses its members.
    [[nodiscard]] bool isLeaving() const noexcept { return m_leaving; }
    [[nodiscard]] Wakeup &wakeup() noexcept { return m_wakeup; }
    void wake() { m_wakeup.notify(); } // to connect signals to
    void connectionMade();
    void retryAfter(Milliseconds delay) noexcept { m_retry = delay; } // the hub's word, for the waits that follow
    void take(QByteArray id, QByteArray type, QByteArray data);
    [[nodiscard]] Arrivals &arrivals() noexcept { return m_arrivals; }

    // The address of an endpoint with what all protocols send: rooms, clientId.
    [[nodiscard]] QUrl endpoint(QLatin1StringView path, QUrlQuery query) const;
    // The hub shows a certificate of its own, or one for another name: these clients come to no other server than theirs.
    [[nodiscard]] static QSslConfiguration trustingAll();
    // A GET for it over HTTP/1.1 with the token in its header.
    [[nodiscard]] QNetworkRequest request(const QUrl &url) const;
    [[nodiscard]] QByteArray token() const;
    [[nodiscard]] const QByteArray &resumeCursor() const noexcept { return m_presented; } // empty: none, or it is not to be sent
    // For the next request; done for each try. `inARow`: a poll that follows the answer to another.
    void chooseCursor(bool inARow = false);
    // 204, 401 and 403 mean "never come back".
    [[nodiscard]] Ending endingFor(int httpStatus) const noexcept;
    [[nodiscard]] bool does(Misbehaviour misbehaviour) const noexcept { return m_plan.misbehaviour == misbehaviour; }
    // Until the time is over, or it leaves.
    QCoro::Task<> rest(Milliseconds time);

private:
    QCoro::Task<> live();
    void takeBadPath();
    void startSlipping();
    void spoilToken();
    void slip(); // loses its connection, as it does again and again
    [[nodiscard]] bool isToBeRefused() const noexcept;
    void setState(State state);
    [[nodiscard]] Milliseconds nextDelay(int attempt);

    ClientPlan m_plan;
    Arrivals m_arrivals;
    Wakeup m_wakeup;
    QTimer m_pause;
    QTimer m_slip;
    std::unique_ptr<BadPath> m_path;
    QByteArray m_presented; // cursor of this try
    QByteArray m_firstCursor;
    QByteArray m_older, m_newer; // presented before, of one that goes back every other time
    bool m_goesBack = false;
    QByteArray m_badToken; // presented once it has it
    int m_slips = 0; // tries since it slipped
    QRandomGenerator m_random;
    Milliseconds m_retry{0}; // the hub's word
    Milliseconds m_delay{0};
    std::optional<QCoro::Task<>> m_story;
    State m_state = State::Idle;
    bool m_leaving = false;
    bool m_reached = false; // in the present try
    quint64 m_connections = 0, m_reconnects = 0, m_attempts = 0;
};

} // namespace pushscope
