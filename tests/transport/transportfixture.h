// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TransportFixture: a transport that listens, and what its links' handlers were told. One per test function and backend.

#include "transport/peer.h"
#include "transport/transportfactory.h"

#include <QAbstractEventDispatcher>
#include <QDeadlineTimer>
#include <QTest>

namespace pushscope {

// As QTest::qWaitFor, but without its sleeps between two looks: for much data in small pieces.
inline bool pumpUntil(const std::function<bool()> &done)
{
    const QDeadlineTimer giveUp(std::chrono::seconds(60));
    while (!done()) {
        if (giveUp.hasExpired())
            return false;
        QCoreApplication::processEvents();
    }
    return true;
}

// Nothing was ready when asked.
inline bool isLoopAtRest()
{
    return !QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
}

// Owns its link and notes every call; a hook runs after the note, and may destroy the Recorder.
class Recorder final : public LinkHandler
{
public:
    explicit Recorder(std::unique_ptr<Link> accepted)
        : link(std::move(accepted))
    {
        link->setHandler(this);
    }

    std::unique_ptr<Link> link;
    QByteArray received;
    QByteArrayList calls; // "received", "peerFinished", "drained", "finished", "reset"; equal ones in a row once
    std::function<void()> onReceived, onPeerFinished, onDrained, onEnded;

    [[nodiscard]] bool was(const char *call) const { return calls.contains(QByteArray(call)); }

private:
    void linkReceived(QByteArrayView octets) override
    {
        received.append(octets);
        note("received", onReceived);
    }
    void linkPeerFinished() override { note("peerFinished", onPeerFinished); }
    void linkDrained() override { note("drained", onDrained); }
    void linkEnded(LinkEnd how) override
    {
        note(how == LinkEnd::Finished ? "finished" : how == LinkEnd::Truncated ? "truncated" : "reset", onEnded);
    }
    void note(const char *call, const std::function<void()> &hook)
    {
        if (calls.isEmpty() || calls.last() != call)
            calls.append(QByteArray(call));
        if (const auto copy = hook)
            copy();
    }
};

struct TransportFixture {
    explicit TransportFixture(TransportKind kind, const QHostAddress &host = QHostAddress(QHostAddress::LocalHost))
        : transport(makeTransport(kind))
    {
        const auto bound = transport->listen({host, 0}, [this](std::unique_ptr<Link> link) {
            accepted.push_back(std::make_unique<Recorder>(std::move(link)));
            if (onAccepted)
                onAccepted(*accepted.back());
        });
        if (bound)
            address = *bound;
    }

    // The recorder of the next link; null if none comes.
    Recorder *next()
    {
        const std::size_t index = taken++;
        if (!QTest::qWaitFor([&] { return accepted.size() > index; }))
            return nullptr;
        return accepted[index].get();
    }

    // The test chooses by QFETCH(TransportKind, kind).
    static void addBackends()
    {
        QTest::addColumn<TransportKind>("kind");
        QTest::newRow("epoll, io_uring") << TransportKind::Linux;
        QTest::newRow("epoll, send") << TransportKind::Epoll;
        QTest::newRow("Qt notifiers") << TransportKind::Qt;
    }

    std::unique_ptr<Transport> transport;
    SocketAddress address;
    std::function<void(Recorder &)> onAccepted;
    std::vector<std::unique_ptr<Recorder>> accepted;
    std::size_t taken = 0;
};

} // namespace pushscope
