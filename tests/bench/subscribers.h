// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Subscribers: many clients of one server on one epoll, as cheap as can be, so that the server's cost shows. They look
// for the benchmark's events ("PS|sequence|nanoseconds|…") in whatever framing. Single-threaded.

#include "base/histogram.h"
#include "bench/contract.h"

#include <unordered_map>
#include <vector>

namespace pushscope::bench {

struct Tally {
    qint64 deliveries = 0;
    qint64 missing = 0;
    qint64 duplicates = 0; // again, or out of order
    qint64 ended = 0; // connections that the server closed
    Histogram latency; // publish to read
};

class Subscribers
{
public:
    Subscribers(const Contract &contract, Protocol protocol, quint16 port);
    ~Subscribers();
    Subscribers(const Subscribers &) = delete;
    Subscribers &operator=(const Subscribers &) = delete;

    // Connects so many and waits until all are subscribed. Gives how many are.
    int connectAll(int count);
    // Publishes so many events of `size` octets, at most `window` of them not yet delivered to everyone, and waits for
    // the last. False if it did not come in time.
    bool broadcast(int events, int window, int size);
    // Publishes events of `size` octets to one subscriber after another, for as long, over so many connections: `rate` a second,
    // whenever they are answered, or one under way on each, as fast as answers come (0). Gives how many; each was delivered or
    // is missing in the tally.
    qint64 publishToEach(int connections, int rate, std::chrono::milliseconds time, int size);
    // Reads what comes, for as long.
    void idle(std::chrono::milliseconds time);
    void resetTally();
    [[nodiscard]] const Tally &tally() const noexcept { return m_tally; }

private:
    struct Subscriber {
        int descriptor = -1;
        quint32 lastSequence = 0;
        bool ready = false;
    };

    bool startOne(int index);
    void step(int timeoutMs);
    void readFrom(int index);
    void connectPublishers(int count);
    void readAnswers(std::size_t publisher);
    void take(int index, QByteArrayView octets);
    void noteReady(int index);
    void scan(int index, QByteArrayView octets);
    void note(Subscriber &subscriber, quint32 sequence, qint64 sentAt);
    void takeFrames(int index, QByteArrayView octets);
    qsizetype takeAnswer(int index, QByteArrayView octets);
    void askAgain(int index, QByteArrayView body);
    [[nodiscard]] static QByteArray event(std::size_t sequence, int size);
    void publishOne(int size);
    void publishToNext(std::size_t publisher, int size);
    void onAnswered(std::size_t publisher, QByteArrayView answer);
    [[nodiscard]] bool isComplete(quint32 sequence) const;

    const Contract &m_contract;
    Protocol m_protocol;
    quint16 m_port;
    int m_epoll;
    std::vector<int> m_publishers;
    std::vector<Subscriber> m_subscribers;
    std::unordered_map<int, QByteArray> m_partial; // by index: what was not whole yet
    std::vector<int> m_received; // by sequence: by how many
    // Of publishToEach.
    bool m_toEach = false;
    int m_eachSize = 0; // 0: answers are not followed by the next event
    quint32 m_eachPublished = 0;
    int m_ready = 0;
    int m_open = 0;
    Tally m_tally;
};

} // namespace pushscope::bench
