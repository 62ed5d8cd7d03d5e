// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/websocketconnection.h"

#include "casefile.h"

#include <QTest>

using namespace pushscope;

namespace {

QByteArray textOf(const WebSocketConnection::Event &event)
{
    if (const auto *message = std::get_if<WsMessage>(&event))
        return (message->opcode == WsOpcode::Text ? "text " : "binary ") + escapedOctets(message->payload);
    if (const auto *ping = std::get_if<WsPing>(&event))
        return "ping " + escapedOctets(ping->payload);
    if (const auto *pong = std::get_if<WsPong>(&event))
        return "pong " + escapedOctets(pong->payload);
    if (const auto *close = std::get_if<WsClose>(&event))
        return "close " + QByteArray::number(close->code) + ' ' + escapedOctets(close->reason);
    const auto &error = std::get<ProtocolError>(event);
    return "error " + QByteArray::number(error.code) + ' ' + error.section;
}

ProtocolOutcome runCase(const ProtocolCase &one, const QList<QByteArray> &pieces)
{
    const bool isClient = one.options.value("role") == "client";
    WebSocketConnection connection(isClient ? WebSocketConnection::Role::Client : WebSocketConnection::Role::Server,
                                   {one.options.value("limit", "200").toInt()});
    ProtocolOutcome outcome;
    for (const QByteArray &piece : pieces) {
        connection.feed(piece);
        while (const auto event = connection.nextEvent())
            outcome.events.append(textOf(*event));
        if (!isClient) // a client's mask is another each time
            outcome.output += connection.takeOutput();
    }
    return outcome;
}

using Role = WebSocketConnection::Role;
using Event = WebSocketConnection::Event;

// All that `from` has to say, given to `to`.
void pass(WebSocketConnection &from, WebSocketConnection &to)
{
    to.feed(from.takeOutput());
}

} // namespace

class TestWebSocketConnection : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<int>("index");
        const auto cases = readCases("websocket.txt");
        QVERIFY(!cases.isEmpty());
        for (int i = 0; i < cases.size(); ++i)
            QTest::newRow(cases[i].name.constData()) << i;
    }
    void cases()
    {
        QFETCH(int, index);
        const ProtocolCase one = readCases("websocket.txt")[index];
        const ProtocolOutcome whole = runCase(one, {one.input});
        QCOMPARE(whole.events.join('\n'), one.events.join('\n'));
        if (one.output)
            QCOMPARE(whole.output.toHex(' '), one.output->toHex(' '));
        const auto difference = findSplitDifference(one.input, [&](const auto &pieces) { return runCase(one, pieces); });
        QVERIFY2(!difference, difference.value_or(QByteArray()).constData());
    }

    void joined_data()
    {
        QTest::addColumn<int>("size");
        for (const int size : {0, 1, 3, 125, 126, 127, 65535, 65536, 200'000})
            QTest::addRow("%d octets", size) << size;
    }
    void joined()
    {
        QFETCH(int, size);
        QByteArray payload(size, Qt::Uninitialized);
        for (int i = 0; i < size; ++i)
            payload[i] = char('a' + i % 26);
        for (const WsOpcode opcode : {WsOpcode::Text, WsOpcode::Binary}) {
            WebSocketConnection server(Role::Server);
            WebSocketConnection client(Role::Client);
            const WsMessage message{opcode, payload};
            QVERIFY(client.send(message));
            pass(client, server);
            QCOMPARE(*server.nextEvent(), Event(message));
            QVERIFY(server.send(message));
            QCOMPARE(server.takeOutput(), WebSocketConnection::serverFrame(opcode, payload));
            QVERIFY(server.send(message));
            pass(server, client);
            QCOMPARE(*client.nextEvent(), Event(message));
            QVERIFY(!client.nextEvent() && !server.nextEvent());
        }
    }

    void pingAndPong()
    {
        WebSocketConnection server(Role::Server);
        WebSocketConnection client(Role::Client);
        QVERIFY(server.send(WsPing{"now"}));
        pass(server, client);
        QCOMPARE(*client.nextEvent(), Event(WsPing{"now"}));
        pass(client, server);
        QCOMPARE(*server.nextEvent(), Event(WsPong{"now"}));
        QVERIFY(!server.wantsWrite() && !client.wantsWrite());
    }

    void closing()
    {
        WebSocketConnection server(Role::Server);
        WebSocketConnection client(Role::Client);
        QVERIFY(server.send(WsClose{4001, "Unauthorized"}));
        QVERIFY(server.closeSent());
        QVERIFY(server.wantsRead()); // for the echo
        pass(server, client);
        QCOMPARE(*client.nextEvent(), Event(WsClose{4001, "Unauthorized"}));
        QVERIFY(!client.wantsRead());
        QVERIFY(client.closeSent());
        pass(client, server);
        QCOMPARE(*server.nextEvent(), Event(WsClose{4001, ""}));
        QVERIFY(!server.wantsRead() && !server.wantsWrite());
    }

    void whatComesAfterOurCloseIsStillHeard()
    {
        WebSocketConnection server(Role::Server);
        QVERIFY(server.send(WsClose{1001, {}}));
        std::ignore = server.takeOutput();
        server.feed(QByteArray::fromHex("898100000000"
                                        "70"
                                        "818100000000"
                                        "78"));
        QCOMPARE(*server.nextEvent(), Event(WsPing{"p"}));
        QCOMPARE(*server.nextEvent(), Event(WsMessage{WsOpcode::Text, "x"}));
        QVERIFY(!server.wantsWrite()); // nothing follows a Close, not even a pong
        for (const WebSocketConnection::Outbound &late :
             {WebSocketConnection::Outbound(WsMessage{}), WebSocketConnection::Outbound(WsPing{}),
              WebSocketConnection::Outbound(WsPong{}), WebSocketConnection::Outbound(WsClose{1000, {}})})
            QVERIFY(!server.send(late));
    }

    void nothingIsTakenAfterTheEnd()
    {
        WebSocketConnection server(Role::Server);
        QCOMPARE(server.feed(QByteArray::fromHex("888000000000"
                                                 "8180")),
                 6);
        QCOMPARE(server.feed("x"), 0);
    }

    void closeCodesThatMayBeSent_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("allowed");
        for (const int code : {1000, 1001, 1002, 1003, 1007, 1009, 1011, 1012, 1013, 1014, 3000, 4001, 4999})
            QTest::addRow("%d", code) << code << true;
        for (const int code : {-1, 0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65536 + 1000})
            QTest::addRow("%d", code) << code << false;
    }
    void closeCodesThatMayBeSent()
    {
        QFETCH(int, code);
        QFETCH(bool, allowed);
        WebSocketConnection server(Role::Server);
        QCOMPARE(server.send(WsClose{code, {}}).has_value(), allowed);
        QCOMPARE(server.closeSent(), allowed);
        QCOMPARE(server.wantsWrite(), allowed);
    }

    void whatCannotBeSent()
    {
        WebSocketConnection server(Role::Server);
        QVERIFY(!server.send(WsPing{QByteArray(126, 'x')}));
        QVERIFY(!server.send(WsPong{QByteArray(126, 'x')}));
        QVERIFY(!server.send(WsClose{1000, QByteArray(124, 'x')}));
        QVERIFY(!server.send(WsClose{1000, "\xff"}));
        QVERIFY(!server.send(WsMessage{WsOpcode::Text, "\xff"}));
        QVERIFY(!server.send(WsMessage{WsOpcode::Ping, {}}));
        QVERIFY(!server.send(WsMessage{WsOpcode::Continuation, {}}));
        QVERIFY(!server.wantsWrite());
        QVERIFY(server.send(WsPing{QByteArray(125, 'x')}));
        QVERIFY(server.send(WsClose{1000, QByteArray(123, 'x')}));
    }

    void aClientMasksEachFrameAnew()
    {
        WebSocketConnection client(Role::Client);
        QSet<QByteArray> frames;
        for (int i = 0; i < 20; ++i) {
            QVERIFY(client.send(WsMessage{WsOpcode::Text, "the same"}));
            frames.insert(client.takeOutput());
        }
        QVERIFY(frames.size() > 15);
    }
};

QTEST_APPLESS_MAIN(TestWebSocketConnection)
#include "tst_websocketconnection.moc"
