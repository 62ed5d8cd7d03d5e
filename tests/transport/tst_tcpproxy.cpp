// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/tcpproxy.h"
#include "transport/transportfixture.h"

#include <QSignalSpy>

using namespace pushscope;

class TestTcpProxy : public QObject
{
    Q_OBJECT
    std::unique_ptr<TransportFixture> m_target;
    std::unique_ptr<TcpProxy> m_proxy;

    [[nodiscard]] SocketAddress address() const { return {QHostAddress(QHostAddress::LocalHost), m_proxy->port()}; }

private Q_SLOTS:
    void init()
    {
        m_target = std::make_unique<TransportFixture>(TransportKind::Linux);
        m_proxy = std::make_unique<TcpProxy>(m_target->address.port);
        QVERIFY(m_proxy->port() != 0);
    }

    void passesBothWaysAndCounts()
    {
        const QSignalSpy accepted(m_proxy.get(), &TcpProxy::connectionAccepted);
        Peer peer(address());
        Recorder *recorder = m_target->next();
        QVERIFY(recorder);
        const QByteArray much(3 << 20, 'm');
        recorder->link->write(much);
        peer.send("up");
        QVERIFY(pumpUntil([&] { return peer.received().size() == much.size(); }));
        QTRY_COMPARE(recorder->received, QByteArray("up"));
        QCOMPARE(m_proxy->accepted(), 1);
        QCOMPARE(m_proxy->open(), 1);
        QCOMPARE(accepted.size(), 1);
        peer.close();
        QTRY_VERIFY(recorder->was("peerFinished"));
        recorder->link.reset();
        QTRY_COMPARE(m_proxy->open(), 0);
        QCOMPARE(m_proxy->accepted(), 1);
    }

    void cuts_data()
    {
        QTest::addColumn<bool>("reset");
        QTest::newRow("FIN") << false;
        QTest::newRow("RST") << true;
    }
    void cuts()
    {
        QFETCH(bool, reset);
        Peer peer(address());
        Recorder *recorder = m_target->next();
        QVERIFY(recorder);
        peer.send("x");
        QTRY_COMPARE(recorder->received, QByteArray("x"));
        m_proxy->cutAll(reset);
        QTRY_VERIFY(reset ? peer.seesReset() : peer.seesFin());
        QTRY_VERIFY(recorder->was(reset ? "reset" : "peerFinished"));
        QCOMPARE(m_proxy->open(), 0);
        Peer again(address());
        QVERIFY(m_target->next());
    }

    void refuses()
    {
        m_proxy->setRefusing(true);
        QVERIFY(!Peer(address()).isOpen());
        m_proxy->setRefusing(false);
        QTRY_VERIFY(Peer(address()).isOpen());
    }

    void aBlackHoleKeepsAndGoesOn()
    {
        Peer peer(address());
        Recorder *recorder = m_target->next();
        QVERIFY(recorder);
        m_proxy->setBlackhole(true);
        peer.send("up");
        recorder->link->write("down");
        Peer late(address());
        QTRY_COMPARE(m_proxy->accepted(), 2); // it had the chance to pass the octets
        QVERIFY(peer.received().isEmpty());
        QVERIFY(recorder->received.isEmpty());
        m_proxy->setBlackhole(false);
        QTRY_COMPARE(peer.received(), QByteArray("down"));
        QTRY_COMPARE(recorder->received, QByteArray("up"));
    }
};

QTEST_GUILESS_MAIN(TestTcpProxy)
#include "tst_tcpproxy.moc"
