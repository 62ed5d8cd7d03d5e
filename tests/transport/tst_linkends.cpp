// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How links end: FIN and RST from either side, in every order.
#include "transport/transportfixture.h"

using namespace pushscope;

class TestLinkEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void thePeerFinishesFirst_data() { TransportFixture::addBackends(); }
    void thePeerFinishesFirst()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        peer.send("request");
        peer.finish();
        QTRY_VERIFY(recorder->was("peerFinished"));
        QCOMPARE(recorder->received, QByteArray("request"));
        recorder->link->write("answer"); // it still reads
        QTRY_COMPARE(peer.received(), QByteArray("answer"));
        QVERIFY(!peer.seesFin());
        recorder->link->finish();
        QTRY_VERIFY(recorder->was("finished"));
        QVERIFY(peer.seesFin());
        QCOMPARE(recorder->calls, (QByteArrayList{"received", "peerFinished", "finished"}));
    }

    void weFinishFirst_data() { TransportFixture::addBackends(); }
    void weFinishFirst()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("goodbye");
        recorder->link->finish();
        recorder->link->write("ignored");
        QTRY_VERIFY(peer.seesFin());
        QCOMPARE(peer.received(), QByteArray("goodbye"));
        peer.send("last words"); // we still read
        QTRY_COMPARE(recorder->received, QByteArray("last words"));
        peer.finish();
        QTRY_VERIFY(recorder->was("finished"));
        QCOMPARE(recorder->calls, (QByteArrayList{"received", "peerFinished", "finished"}));
    }

    void finishAfterABacklogSendsItAll_data() { TransportFixture::addBackends(); }
    void finishAfterABacklogSendsItAll()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address, 4096);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        const QByteArray much(8 << 20, 'm');
        recorder->link->write(much);
        fixture.transport->flush();
        QVERIFY(recorder->link->queuedBytes() > 0);
        peer.finish();
        QTRY_VERIFY(recorder->was("peerFinished"));
        recorder->link->finish();
        QVERIFY(pumpUntil([&] { return peer.seesFin(); }));
        QVERIFY(peer.received() == much);
        QTRY_VERIFY(recorder->was("finished"));
    }

    void aPeersResetIsTold_data() { TransportFixture::addBackends(); }
    void aPeersResetIsTold()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        peer.reset();
        QTRY_COMPARE(recorder->calls, QByteArrayList{"reset"});
        recorder->link->write("ignored");
        QCOMPARE(recorder->link->queuedBytes(), 0);
    }

    void aResetIsNoticedWhileNotReading_data() { TransportFixture::addBackends(); }
    void aResetIsNoticedWhileNotReading()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->setReading(false);
        peer.send("unread");
        peer.reset();
        QTRY_COMPARE(recorder->calls, QByteArrayList{"reset"});
    }

    void aResetAfterThePeersFinIsNoticed_data() { TransportFixture::addBackends(); }
    void aResetAfterThePeersFinIsNoticed()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        peer.close(); // a FIN; what is sent to it now is answered by RST
        QTRY_VERIFY(recorder->was("peerFinished"));
        recorder->link->write("too late");
        QTRY_COMPARE(recorder->calls, (QByteArrayList{"peerFinished", "reset"}));
    }

    void aResetWithABacklogIsNoticed_data() { TransportFixture::addBackends(); }
    void aResetWithABacklogIsNoticed()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address, 4096);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write(QByteArray(8 << 20, 'm'));
        fixture.transport->flush();
        QVERIFY(recorder->link->queuedBytes() > 0);
        peer.reset();
        QTRY_COMPARE(recorder->calls, QByteArrayList{"reset"});
        QCOMPARE(recorder->link->queuedBytes(), 0);
    }

    void resetSendsRst_data() { TransportFixture::addBackends(); }
    void resetSendsRst()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("dropped");
        recorder->link->reset();
        QVERIFY(peer.seesReset());
        QVERIFY(peer.received().isEmpty());
        recorder->link->write("ignored");
        recorder->link->finish();
        QCOMPARE(recorder->link->queuedBytes(), 0);
        QCoreApplication::processEvents();
        QVERIFY(recorder->calls.isEmpty());
    }

    void destroyingCloses_data() { TransportFixture::addBackends(); }
    void destroyingCloses()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->write("dropped");
        recorder->link.reset();
        QVERIFY(peer.seesFin());
        QVERIFY(peer.received().isEmpty());
        QCoreApplication::processEvents();
        QVERIFY(recorder->calls.isEmpty());
    }

    void bothFinsWhileNotReadingWait_data() { TransportFixture::addBackends(); }
    void bothFinsWhileNotReadingWait()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->setReading(false);
        peer.send("kept");
        peer.finish();
        recorder->link->finish();
        QTRY_VERIFY(peer.seesFin());
        // The descriptor is hung up for good now. The event loop must come to rest all the same.
        QTRY_VERIFY(isLoopAtRest());
        QVERIFY(recorder->calls.isEmpty());
        recorder->link->setReading(true);
        QTRY_COMPARE(recorder->calls, (QByteArrayList{"received", "peerFinished", "finished"}));
        QCOMPARE(recorder->received, QByteArray("kept"));
    }

    void anEndWithoutAHandlerIsToldToTheNext_data() { TransportFixture::addBackends(); }
    void anEndWithoutAHandlerIsToldToTheNext()
    {
        QFETCH(TransportKind, kind);
        TransportFixture fixture(kind);
        Peer peer(fixture.address);
        Recorder *recorder = fixture.next();
        QVERIFY(recorder);
        recorder->link->setHandler(nullptr);
        peer.send("nobody reads");
        peer.reset();
        Peer other(fixture.address); // when this has arrived, the RST has too
        QVERIFY(fixture.next());
        QCoreApplication::processEvents();
        QVERIFY(recorder->calls.isEmpty());
        recorder->link->setHandler(recorder);
        QTRY_VERIFY(recorder->was("reset"));
    }
};

QTEST_GUILESS_MAIN(TestLinkEnds)
#include "tst_linkends.moc"
