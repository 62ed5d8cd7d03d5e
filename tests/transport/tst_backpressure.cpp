// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Slow peers: what the kernel does not take waits in the link, in order, and the link says when it is gone.
#include "transport/transportfixture.h"

using namespace pushscope;

class TestBackpressure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSlowReaderGetsAllInOrder_data() { TransportFixture::addBackends(); }
    void aSlowReaderGetsAllInOrder()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address, 4096);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        QByteArray expected;
        for (int i = 0; i < 20'000; ++i) { // of many sizes, so that sends end within parts
            const QByteArray part = QByteArray::number(i) + QByteArray(i % 977, char('a' + i % 26)) + '\n';
            expected += part;
            recorder->link->write(part);
        }
        QCOMPARE(recorder->link->queuedBytes(), expected.size());
        fixture.transport->flush();
        const qsizetype queued = recorder->link->queuedBytes();
        QVERIFY(queued > 0);
        QVERIFY(queued < expected.size());
        recorder->link->write("the end"); // does not overtake
        expected += "the end";
        QCOMPARE(recorder->link->queuedBytes(), queued + 7);
        QVERIFY(!recorder->was("drained"));
        qsizetype last = recorder->link->queuedBytes();
        bool onlyShrinks = true;
        QVERIFY(pumpUntil([&] {
            onlyShrinks = onlyShrinks && recorder->link->queuedBytes() <= last;
            last = recorder->link->queuedBytes();
            return peer.received().size() >= expected.size();
        }));
        QVERIFY(onlyShrinks);
        QVERIFY(peer.received() == expected);
        QTRY_COMPARE(recorder->calls, QByteArrayList{"drained"});
        QCOMPARE(recorder->link->queuedBytes(), 0);
    }

    void whatFitsIsNotDrained_data() { TransportFixture::addBackends(); }
    void whatFitsIsNotDrained()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("little");
        QTRY_COMPARE(peer.received(), QByteArray("little"));
        QCoreApplication::processEvents();
        QVERIFY(recorder->calls.isEmpty()); // nothing had to wait
    }

    void drainedLinksFillAgain_data() { TransportFixture::addBackends(); }
    void drainedLinksFillAgain()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address, 4096);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        const QByteArray much(4 << 20, 'm');
        int refills = 3;
        recorder->onDrained = [&] {
            if (--refills > 0)
                recorder->link->write(much);
        };
        recorder->link->write(much);
        QVERIFY(pumpUntil([&] { return peer.received().size() == 3 * much.size(); }));
        QTRY_COMPARE(refills, 0);
    }

    void oneSlowReaderHoldsUpNobody_data() { TransportFixture::addBackends(); }
    void oneSlowReaderHoldsUpNobody()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer slow(fixture.address, 4096);
        Peer quick(fixture.address);
        QTRY_COMPARE(fixture.accepted.size(), 2u);
        fixture.accepted[0]->link->write(QByteArray(8 << 20, 's'));
        fixture.transport->flush();
        const qsizetype queued = fixture.accepted[0]->link->queuedBytes();
        QVERIFY(queued > 0);
        fixture.accepted[1]->link->write("quick");
        QTRY_COMPARE(quick.received(), QByteArray("quick"));
        QCOMPARE(fixture.accepted[0]->link->queuedBytes(), queued);
    }

    void notReadingClosesTheWindow_data() { TransportFixture::addBackends(); }
    void notReadingClosesTheWindow()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->onReceived = [recorder] { recorder->link->setReading(false); };
        const QByteArray part(1 << 20, 'p');
        qsizetype sent = peer.send(part);
        QTRY_VERIFY(recorder->was("received"));
        const qsizetype first = recorder->received.size();
        QVERIFY(first <= 65536);
        // Nobody reads: the kernel's buffers fill, and the peer is stopped.
        for (int idle = 0; idle < 20; ++idle) {
            if (const qsizetype more = peer.send(part); more > 0) {
                sent += more;
                idle = 0;
            }
            QCoreApplication::processEvents();
        }
        QCOMPARE(recorder->received.size(), first);
        recorder->onReceived = {};
        recorder->link->setReading(true);
        QVERIFY(pumpUntil([&] { return recorder->received.size() == sent; }));
    }

    void withoutAHandlerNothingIsRead_data() { TransportFixture::addBackends(); }
    void withoutAHandlerNothingIsRead()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->setHandler(nullptr);
        peer.send("waits");
        Peer other(fixture.address); // its arrival shows that the loop had the chance
        QVERIFY(fixture.next());
        QVERIFY(recorder->calls.isEmpty());
        recorder->link->setHandler(recorder);
        QTRY_COMPARE(recorder->received, QByteArray("waits"));
    }
};

QTEST_GUILESS_MAIN(TestBackpressure)
#include "tst_backpressure.moc"
