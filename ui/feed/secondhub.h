// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SecondHub: another hub of this program, on the Redis of the first and on a thread and a port of its own, so that a developer
// sees events cross from one to the other. It has the first one's secrets: a token is good for both. GUI thread.

#include "serverthread.h"
#include "ui/feed/framefeed.h"

#include <QCoroTask>
#include <QObject>
#include <deque>

namespace pushscope {

class ServerController;

class SecondHub : public QObject
{
    Q_OBJECT
public:
    using State = ServerThread::State;
    // An event that one hub published and the other heard.
    struct Crossing {
        QByteArray id;
        bool toSecond = false; // else from it
        std::chrono::microseconds took{0}; // from the call to publish it to its being heard
        quint64 receivers = 0; // of the hub that heard it
    };

    explicit SecondHub(QObject *parent = nullptr);
    ~SecondHub() override; // drains, then joins

    // With the configuration of the first, but for where it listens. started, or failed, is told by changed().
    void start(ServerConfig config);
    void stop();
    [[nodiscard]] State state() const noexcept;
    [[nodiscard]] QByteArray url() const; // empty unless it runs
    [[nodiscard]] const QString &error() const noexcept { return m_error; } // of the last start; empty: it went well

    // The first hub's events, for crossings: `feed` is borrowed and outlives this.
    void watch(FrameFeed &feed);
    // Whether the last event of this direction has not been heard yet.
    [[nodiscard]] bool isUnderWay(bool toSecond) const { return !m_ways[std::size_t(toSecond)].sent.isEmpty(); }
    // Publishes one event to everyone, on the first hub or on this one; crossed() follows where the other has a client to hear
    // it. The receipt is of the hub that published. Errc::Unavailable.
    [[nodiscard]] QCoro::Task<Result<PublishReceipt>> sendAcross(ServerController &first, bool toSecond);

Q_SIGNALS:
    void changed();
    void crossed(const pushscope::SecondHub::Crossing &crossing);

private:
    struct Heard {
        QByteArray id;
        TimePoint at;
        quint64 receivers = 0;
    };
    struct Way { // one direction
        QByteArray sent; // the last one's id, while it is under way; empty: none
        TimePoint begun{};
        std::deque<Heard> heard; // the latest
    };
    void hear(const Snapshot &snapshot, bool onSecond);
    void match(bool toSecond);
    void setError(const QString &error);

    SystemClock m_clock;
    std::unique_ptr<ServerThread> m_thread; // null until the first start
    std::unique_ptr<FrameFeed> m_feed;
    QString m_error;
    std::array<Way, 2> m_ways; // to the first, to the second
};

} // namespace pushscope
