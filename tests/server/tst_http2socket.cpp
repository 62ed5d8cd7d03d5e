// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The cases of http2cases.cpp over a real socket of a real hub, whole and in two halves, on both transports; and what only shows
// there: how a connection becomes HTTP/2.

#include "protocol/http2cases.h"
#include "server/hubfixture.h"
#include "support/http2frames.h"
#include "support/rawsocket.h"

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr auto Patience = 20s; // for a machine that is busy; never waited for where all is well

// Frames as texts until `last` is among them, or the hub has closed (then "closed" is added).
QList<QByteArray> readFrames(RawSocket &socket, const QByteArray &last)
{
    QList<QByteArray> texts;
    QByteArray octets;
    for (;;) {
        const QByteArray more = socket.receive(Patience);
        octets += more;
        for (const http2::Frame &frame : http2::takeFrames(octets))
            texts.append(frame.text());
        if (more.isEmpty())
            return texts << "closed";
        if (texts.contains(last))
            return texts;
    }
}

bool begins(const QList<QByteArray> &texts, const QByteArray &start)
{
    return std::any_of(texts.begin(), texts.end(), [&](const QByteArray &text) { return text.startsWith(start); });
}

bool isMet(const QByteArray &expected, const QList<QByteArray> &texts)
{
    const bool closed = texts.contains("closed");
    if (expected.startsWith("goaway"))
        return closed && texts.contains(expected);
    if (expected == "closed")
        return closed && !begins(texts, "goaway");
    if (closed || begins(texts, "goaway"))
        return false;
    if (expected.startsWith("rst"))
        return texts.contains(expected);
    return expected == "alive" || begins(texts, "headers " + expected.split(' ').value(1));
}

} // namespace

class TestHttp2Socket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *transport : {"linux", "qt"}) {
            ServerConfig config;
            config.transport = transport;
            m_hubs.push_back(std::make_unique<HubFixture>(config));
        }
    }
    void cleanupTestCase() { m_hubs.clear(); }

    void conformance_data()
    {
        QTest::addColumn<int>("hub");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("expected");
        for (int i = 0; i < 2; ++i) {
            const QByteArray token = m_hubs[std::size_t(i)]->token("alice");
            for (const Http2Case &c : http2Cases("/api/poll?timeout=60&token=" + token, "/ws?token=" + token)) {
                if (!c.name.contains("more DATA than the stream's window")) // a hub that reads leaves no window used up
                    QTest::addRow("%s, %s", i == 0 ? "linux" : "qt", c.name.constData()) << i << c.input << c.expected;
            }
        }
    }
    void conformance()
    {
        QFETCH(const int, hub);
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, expected);
        for (const qsizetype cut : {qsizetype(0), input.size() / 2}) {
            RawSocket socket;
            QVERIFY(socket.connectTo(m_hubs[std::size_t(hub)]->port()));
            QVERIFY(socket.send(http2::preface() + http2::settingsAck()));
            QVERIFY(begins(readFrames(socket, "settings ack"), "settings"));
            // Refused once the hub has closed.
            (void)(socket.send(input.first(cut)) && socket.send(input.sliced(cut)) && socket.send(http2::ping("probe---")));
            const QList<QByteArray> texts = readFrames(socket, "ping probe--- ack");
            QVERIFY2(isMet(expected, texts), "expected " + expected + "; got " + texts.join(", ").left(1000));
        }
    }

    void becomesHttp2OctetByOctet()
    {
        RawSocket socket;
        QVERIFY(socket.connectTo(m_hubs[0]->port()));
        for (const char octet : http2::preface())
            QVERIFY(socket.send(QByteArrayView(&octet, 1)));
        QVERIFY(begins(readFrames(socket, "settings ack"), "settings"));
    }

    void staysHttp1_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("another method that begins like it") << QByteArray("PRINT / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("another target") << QByteArray("PRI / HTTP/1.1\r\nHost: a\r\n\r\n");
        QTest::newRow("no preface") << QByteArray("INVALID CONNECTION PREFACE\r\n\r\n");
        QTest::newRow("wrong at its end") << QByteArray("PRI * HTTP/2.0\r\n\r\nXX\r\n\r\n");
    }
    void staysHttp1()
    {
        QFETCH(const QByteArray, input);
        RawSocket socket;
        QVERIFY(socket.connectTo(m_hubs[0]->port()));
        QVERIFY(socket.send(input));
        QVERIFY(socket.receiveUntil("\r\n", Patience).startsWith("HTTP/1.1 "));
    }

private:
    std::vector<std::unique_ptr<HubFixture>> m_hubs;
};

QTEST_GUILESS_MAIN(TestHttp2Socket)
#include "tst_http2socket.moc"
