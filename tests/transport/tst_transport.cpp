// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transportfixture.h"

#include <QTimer>

using namespace pushscope;

class TestTransport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void autoIsTheFastestHere()
    {
        QCOMPARE(makeTransport(TransportKind::Auto)->name(), makeTransport(TransportKind::Linux)->name());
        QCOMPARE(makeTransport(TransportKind::Epoll)->name(), QByteArray("epoll, send"));
    }

    void echoes_data() { TransportFixture::addBackends(); }
    void echoes()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        QVERIFY(fixture.address.port != 0);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QCOMPARE(recorder->link->peer(), peer.localAddress());
        recorder->onReceived = [&] { recorder->link->write(std::exchange(recorder->received, {})); };
        peer.send("hello");
        QTRY_COMPARE(peer.received(), QByteArray("hello"));
        peer.send(", again");
        QTRY_COMPARE(peer.received(), QByteArray("hello, again"));
        QCOMPARE(recorder->link->queuedBytes(), 0);
        QCOMPARE(recorder->calls, QByteArrayList{"received"});
    }

    void writesOfATurnLeaveTogether_data() { TransportFixture::addBackends(); }
    void writesOfATurnLeaveTogether()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        for (const char *part : {"HTTP/1.1 200 OK\r\n", "", "\r\n", "data: 1\n\n"})
            recorder->link->write(part);
        QCOMPARE(recorder->link->queuedBytes(), 28);
        QVERIFY(peer.received().isEmpty()); // not before the end of the turn
        QTRY_COMPARE(peer.received(), QByteArray("HTTP/1.1 200 OK\r\n\r\ndata: 1\n\n"));
        QCOMPARE(peer.dataSegmentsReceived(), 1);
        // The same from within a call of the transport.
        recorder->onReceived = [&] {
            recorder->link->write("a");
            recorder->link->write("b");
        };
        peer.send("go");
        QTRY_VERIFY(peer.received().endsWith("ab"));
        QCOMPARE(peer.dataSegmentsReceived(), 2);
    }

    void flushSendsAtOnce_data() { TransportFixture::addBackends(); }
    void flushSendsAtOnce()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("now");
        fixture.transport->flush();
        QCOMPARE(recorder->link->queuedBytes(), 0);
        QCOMPARE(peer.received(), QByteArray("now")); // loopback delivers within the call
    }

    void sharedBytesReachManyLinksInOrder_data() { TransportFixture::addBackends(); }
    void sharedBytesReachManyLinksInOrder()
    {
        QFETCH(TransportKind, kind);
        constexpr std::size_t Links = 600; // more than two batches of sends
        TransportFixture fixture(kind);
        std::vector<Peer> peers;
        for (std::size_t i = 0; i < Links; ++i)
            peers.emplace_back(fixture.address);
        QTRY_COMPARE(fixture.accepted.size(), Links);
        QByteArray expected;
        for (int event = 0; event < 100; ++event) { // more parts than one send takes
            const SharedBytes octets = "event " + QByteArray::number(event) + '\n';
            expected += octets;
            for (const auto &recorder : fixture.accepted)
                recorder->link->write(octets);
        }
        for (Peer &peer : peers)
            QTRY_COMPARE(peer.received(), expected);
    }

    void aFloodLeavesTimersTheirTurn_data() { TransportFixture::addBackends(); }
    void aFloodLeavesTimersTheirTurn()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        // Whoever reads is given more at once, so the descriptor is always ready.
        qsizetype largest = 0;
        const QByteArray flood(1 << 20, 'x');
        recorder->onReceived = [&] {
            largest = std::max(largest, recorder->received.size());
            recorder->received.clear();
            peer.send(flood);
        };
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
        timer.start(0);
        peer.send(flood);
        QTRY_VERIFY(ticks >= 20);
        QVERIFY(largest > 0);
        QVERIFY(largest <= 65536);
    }

    void listensOnIpv6_data() { TransportFixture::addBackends(); }
    void listensOnIpv6()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind, QHostAddress(QHostAddress::LocalHostIPv6));
        if (fixture.address.port == 0)
            QSKIP("no IPv6 on this machine");
        QCOMPARE(fixture.address.host, QHostAddress(QHostAddress::LocalHostIPv6));
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QCOMPARE(recorder->link->peer(), peer.localAddress());
    }

    void aUsedPortIsNamed_data() { TransportFixture::addBackends(); }
    void aUsedPortIsNamed()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        for (const TransportKind other : {TransportKind::Linux, TransportKind::Qt}) {
            const auto again = makeTransport(other)->listen(fixture.address, [](auto) {});
            QVERIFY(!again);
            QCOMPARE(again.error().code, Errc::Exists);
            QVERIFY2(again.error().detail.contains("port " + QByteArray::number(fixture.address.port)), again.error().detail);
        }
    }

    void anAddressOfAnotherMachineIsRefused_data() { TransportFixture::addBackends(); }
    void anAddressOfAnotherMachineIsRefused()
    {
        QFETCH(TransportKind, kind);
        const SocketAddress elsewhere{QHostAddress(QStringLiteral("192.0.2.1")), 0}; // RFC 5737
        const auto bound = makeTransport(kind)->listen(elsewhere, [](auto) {});
        QVERIFY(!bound);
        QCOMPARE(bound.error().code, Errc::Io);
    }

    void listensOnSeveralAddresses_data() { TransportFixture::addBackends(); }
    void listensOnSeveralAddresses()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        int others = 0;
        const SocketAddress second{QHostAddress(QStringLiteral("127.0.0.2")), 0};
        const auto bound = fixture.transport->listen(second, [&](auto) { ++others; });
        QVERIFY(bound);
        Peer one(fixture.address);
        Peer two(*bound);
        QVERIFY(fixture.next());
        QTRY_COMPARE(others, 1);
        QTRY_VERIFY(two.seesFin()); // the link was not kept
    }

    void whileNotAcceptingTheyWait_data() { TransportFixture::addBackends(); }
    void whileNotAcceptingTheyWait()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer before(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        fixture.transport->setAccepting(false);
        Peer waiting(fixture.address);
        QVERIFY(waiting.isOpen());
        // Links go on; when this has been answered, a connection would have been accepted too.
        recorder->onReceived = [&] { recorder->link->write("pong"); };
        for (int round = 1; round <= 3; ++round) {
            before.send("ping");
            QTRY_COMPARE(before.received().size(), 4 * round);
        }
        QCOMPARE(fixture.accepted.size(), 1u);
        fixture.transport->setAccepting(true);
        QVERIFY(fixture.next());
    }

    void closedListenersRefuse_data() { TransportFixture::addBackends(); }
    void closedListenersRefuse()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer before(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        fixture.transport->closeListeners();
        QVERIFY(!Peer(fixture.address).isOpen());
        before.send("still here");
        QTRY_COMPARE(recorder->received, QByteArray("still here"));
        const auto again = fixture.transport->listen(fixture.address, [](auto) {});
        QVERIFY2(again, again ? "" : again.error().detail.constData());
        QVERIFY(Peer(fixture.address).isOpen());
    }

    void listenersMayCloseWhileAccepting_data() { TransportFixture::addBackends(); }
    void listenersMayCloseWhileAccepting()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        fixture.onAccepted = [&](Recorder &) { fixture.transport->closeListeners(); };
        Peer one(fixture.address);
        Peer two(fixture.address);
        QVERIFY(fixture.next());
        QTRY_VERIFY(two.seesReset()); // it was in the backlog
        QCOMPARE(fixture.accepted.size(), 1u);
    }

    void acceptMayDropTheLink_data() { TransportFixture::addBackends(); }
    void acceptMayDropTheLink()
    {
        QFETCH(TransportKind, kind);
        const auto transport = makeTransport(kind);
        int seen = 0;
        const auto bound = transport->listen({QHostAddress(QHostAddress::LocalHost), 0}, [&](std::unique_ptr<Link> link) {
            if (++seen == 1)
                link->reset();
        });
        QVERIFY(bound);
        Peer one(*bound);
        QTRY_VERIFY(one.seesReset());
        Peer two(*bound);
        QTRY_VERIFY(two.seesFin());
        QCOMPARE(seen, 2);
    }

    void linksOutliveTheTransportInSilence_data() { TransportFixture::addBackends(); }
    void linksOutliveTheTransportInSilence()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("lost");
        fixture.transport.reset();
        QTRY_VERIFY(peer.seesFin());
        QVERIFY(peer.received().isEmpty());
        recorder->link->write("ignored");
        recorder->link->setReading(false);
        recorder->link->finish();
        recorder->link->reset();
        QCOMPARE(recorder->link->queuedBytes(), 0);
        QVERIFY(recorder->calls.isEmpty());
    }

    void fiveThousandConnections_data() { TransportFixture::addBackends(); }
    void fiveThousandConnections()
    {
        QFETCH(TransportKind, kind);
        constexpr std::size_t Links = 5000;
        TransportFixture fixture(kind);
        std::vector<Peer> peers;
        peers.reserve(Links);
        for (std::size_t i = 0; i < Links; ++i) {
            // Never more in the backlog than any system keeps.
            if (i % 100 == 0)
                QTRY_COMPARE(fixture.accepted.size(), i);
            peers.emplace_back(fixture.address);
            if (!peers.back().isOpen())
                QSKIP("too few descriptors on this machine");
        }
        QTRY_COMPARE(fixture.accepted.size(), Links);
        const SharedBytes octets = "to everyone";
        for (const auto &recorder : fixture.accepted)
            recorder->link->write(octets);
        for (Peer &peer : peers)
            QTRY_COMPARE(peer.received(), octets);
        for (Peer &peer : peers)
            peer.reset();
        for (const auto &recorder : fixture.accepted)
            QTRY_VERIFY(recorder->was("reset"));
    }
};

QTEST_GUILESS_MAIN(TestTransport)
#include "tst_transport.moc"
