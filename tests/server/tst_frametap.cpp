// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The frames of a connection that somebody looks at, on a real hub: those of HTTP/2 and of WebSocket, both ways; and nothing of
// others.

#include "base/frametap.h"
#include "server/hubfixture.h"
#include "support/http2frames.h"

#include <QTcpSocket>

using namespace pushscope;
using Layer = WireFrame::Layer;

namespace {

constexpr int Patience = 20'000; // ms, for a machine that is busy

// Reads until `mark` has come; all there was so far.
QByteArray readUntil(QTcpSocket &socket, const QByteArray &mark)
{
    QByteArray octets;
    while (!octets.contains(mark)) {
        if (!socket.bytesAvailable() && !socket.waitForReadyRead(Patience))
            return {};
        octets += socket.readAll();
    }
    return octets;
}

bool open(QTcpSocket &socket, quint16 port)
{
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected(Patience);
}

QByteArray addressOf(const QTcpSocket &socket)
{
    return "127.0.0.1:" + QByteArray::number(socket.localPort());
}

QByteArray upgrade(HubFixture &hub, const QByteArray &clientId)
{
    return "GET /ws?clientId=" + clientId + "&token=" + hub.token("alice")
        + " HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
          "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

const WireFrame *find(const std::vector<WireFrame> &frames, bool out, quint8 type)
{
    const auto found = std::find_if(frames.begin(), frames.end(),
                                    [&](const WireFrame &frame) { return frame.out == out && frame.type == type; });
    return found != frames.end() ? &*found : nullptr;
}

} // namespace

class TestFrameTap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void framesOfHttp2()
    {
        HubFixture hub;
        QTcpSocket looked, other;
        quint64 skipped = 0;
        FrameTap &tap = hub.thread().frames();
        for (QTcpSocket *socket : {&looked, &other}) {
            QVERIFY(open(*socket, hub.port()));
            socket->write(http2::preface() + http2::settingsAck() + http2::ping("at rest!"));
            QVERIFY(!readUntil(*socket, "at rest!").isEmpty());
        }
        QVERIFY(tap.take(skipped).empty()); // nobody looks
        tap.watch({"somebody", addressOf(looked)});
        other.write(http2::ping("another!"));
        QVERIFY(!readUntil(other, "another!").isEmpty());
        looked.write(http2::ping("looked!!") + http2::headers(1, http2::get("/healthz")) + http2::ping("the last"));
        QVERIFY(!readUntil(looked, "the last").isEmpty());
        const std::vector<WireFrame> frames = tap.take(skipped);
        QCOMPARE(skipped, quint64(0));
        QVERIFY(std::all_of(frames.begin(), frames.end(), [](const auto &frame) { return frame.layer == Layer::Http2; }));
        QCOMPARE(std::count_if(frames.begin(), frames.end(), [](const auto &frame) { return frame.type == 6 && !frame.out; }), 2);
        const WireFrame *request = find(frames, false, 1), *answer = find(frames, true, 1), *pong = find(frames, true, 6);
        QVERIFY(request && answer && pong);
        QCOMPARE(request->stream, 1);
        QCOMPARE(int(request->flags), 0x5); // END_STREAM, END_HEADERS
        QCOMPARE(answer->stream, 1);
        QCOMPARE(int(pong->flags), 0x1); // ACK
        QCOMPARE(pong->length, quint64(8));
        QCOMPARE(frames.front().number, quint64(1));
        tap.watch({});
        looked.write(http2::ping("no more!"));
        QVERIFY(!readUntil(looked, "no more!").isEmpty());
        QVERIFY(tap.take(skipped).empty());
    }

    void framesOfWebSocket()
    {
        HubFixture hub;
        QTcpSocket looked, other;
        quint64 skipped = 0;
        FrameTap &tap = hub.thread().frames();
        for (const auto &[socket, name] : {std::pair{&looked, "looked"}, std::pair{&other, "other"}}) {
            QVERIFY(open(*socket, hub.port()));
            socket->write(upgrade(hub, name));
            QVERIFY(!readUntil(*socket, "hub.welcome").isEmpty());
        }
        tap.watch({"looked", {}});
        const QByteArray ping = QByteArray::fromHex("898300000000") + "one"; // masked by zeroes
        other.write(ping);
        QVERIFY(!readUntil(other, "one").isEmpty());
        looked.write(QByteArray::fromHex("019200000000") + "{\"type\":\"ping\",\"re" + ping + QByteArray::fromHex("808500000000")
                     + "f\":1}");
        QVERIFY(!readUntil(looked, "hub.pong").isEmpty());
        const std::vector<WireFrame> frames = tap.take(skipped);
        QCOMPARE(frames.size(), std::size_t(5));
        const auto isFrame = [&frames](std::size_t at, bool out, int type, int flags) {
            return frames[at].layer == Layer::WebSocket && frames[at].out == out && frames[at].type == type
                && frames[at].flags == flags;
        };
        QVERIFY(isFrame(0, false, 1, WireFrame::Masked));
        QVERIFY(isFrame(1, false, 9, 0x80 | WireFrame::Masked));
        QCOMPARE(frames[1].length, quint64(3));
        QVERIFY(isFrame(2, false, 0, 0x80 | WireFrame::Masked));
        QVERIFY(isFrame(3, true, 10, 0x80));
        QVERIFY(isFrame(4, true, 1, 0x80));
    }

    void whatFindsNoRoomIsCounted()
    {
        FrameTap tap;
        tap.passed({}); // nobody looks
        tap.watch({"a", {}});
        for (std::size_t i = 0; i < FrameTap::MostKept + 3; ++i)
            tap.passed({});
        quint64 skipped = 0;
        QCOMPARE(tap.take(skipped).size(), FrameTap::MostKept);
        QCOMPARE(skipped, quint64(3));
        tap.passed({});
        const quint32 serial = tap.serial();
        tap.watch({"b", {}}); // begins anew
        QVERIFY(tap.serial() != serial && tap.isWatching());
        QVERIFY(tap.take(skipped).empty());
    }
};

QTEST_GUILESS_MAIN(TestFrameTap)
#include "tst_frametap.moc"
