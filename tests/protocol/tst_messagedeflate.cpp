// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// permessage-deflate over the engine: RFC 7692 §6 and §7, with the examples of §7.2.3.
#include "protocol/permessagedeflate.h"

#include "protocol/websocketconnection.h"

#include <QTest>
#include <zlib.h>

using namespace pushscope;

namespace {

using Role = WebSocketConnection::Role;

QByteArray textOf(const WebSocketConnection::Event &event)
{
    if (const auto *message = std::get_if<WsMessage>(&event))
        return (message->opcode == WsOpcode::Text ? "text " : "binary ") + message->payload;
    if (std::holds_alternative<WsPing>(event))
        return "ping";
    if (const auto *error = std::get_if<ProtocolError>(&event))
        return "error " + QByteArray::number(error->code) + ' ' + error->section;
    return "?";
}

QByteArrayList run(WebSocketConnection &connection, QByteArrayView in)
{
    QByteArrayList events;
    connection.feed(in);
    while (const auto event = connection.nextEvent())
        events.append(textOf(*event));
    return events;
}

// A client that hears a server which keeps its context.
WebSocketConnection listener(qsizetype limit = 100'000)
{
    WebSocketConnection connection(Role::Client, {limit});
    connection.setDeflate({});
    return connection;
}

QByteArray frame(const QByteArray &payload, int first = 0xC1)
{
    QByteArray octets = WebSocketConnection::serverFrame(WsOpcode::Text, payload);
    octets[0] = char(first);
    return octets;
}

QByteArray deflated(const QByteArray &plain, int windowBits = 15)
{
    return Deflater(windowBits).piece(plain).chopped(4);
}

} // namespace

class TestMessageDeflate : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void offers_data()
    {
        QTest::addColumn<QByteArray>("answer"); // null: none
        const QByteArray plain = "permessage-deflate; server_no_context_takeover; client_no_context_takeover";
        const auto row = [](const char *offer, const QByteArray &answer) { QTest::newRow(offer) << answer; };
        row("permessage-deflate", plain);
        row("Permessage-Deflate", plain);
        row(" permessage-deflate ; client_max_window_bits ", plain);
        row("permessage-deflate; client_max_window_bits=8", plain);
        row("permessage-deflate; client_max_window_bits=\"15\"", plain);
        row("permessage-deflate; server_no_context_takeover; client_no_context_takeover", plain);
        row("permessage-deflate; server_max_window_bits=8", plain + "; server_max_window_bits=8");
        row("permessage-deflate; server_max_window_bits=12", plain + "; server_max_window_bits=12");
        row("permessage-deflate; server_max_window_bits=\"9\"", plain + "; server_max_window_bits=9");
        row("permessage-deflate; server_max_window_bits=15", plain);
        row("foo, permessage-deflate", plain);
        row("permessage-bzip2; a=\"b\", ,permessage-deflate;server_max_window_bits=10", plain + "; server_max_window_bits=10");
        row("permessage-deflate; unknown, permessage-deflate", plain);
        row("permessage-deflate; server_max_window_bits=7, permessage-deflate; server_max_window_bits=11",
            plain + "; server_max_window_bits=11");
        for (const char *declined : {"",
                                     "x-webkit-deflate-frame",
                                     "permessage-deflate; unknown",
                                     "permessage-deflate; server_max_window_bits",
                                     "permessage-deflate; server_max_window_bits=7",
                                     "permessage-deflate; server_max_window_bits=16",
                                     "permessage-deflate; server_max_window_bits=08",
                                     "permessage-deflate; server_max_window_bits=+9",
                                     "permessage-deflate; server_max_window_bits=",
                                     "permessage-deflate; server_max_window_bits=\"\"",
                                     "permessage-deflate; server_max_window_bits=\"1 0\"",
                                     "permessage-deflate; server_max_window_bits=\"10",
                                     "permessage-deflate; client_max_window_bits=16",
                                     "permessage-deflate; client_max_window_bits=x",
                                     "permessage-deflate; server_no_context_takeover=1",
                                     "permessage-deflate; client_no_context_takeover=\"true\"",
                                     "permessage-deflate; client_max_window_bits; client_max_window_bits",
                                     "permessage-deflate; server_no_context_takeover; server_no_context_takeover",
                                     "permessage-deflate;",
                                     "permessage-deflate; =1",
                                     "permessage-deflate permessage-deflate",
                                     "\"permessage-deflate\"",
                                     "permessage-deflate=1"})
            row(declined, {});
    }
    void offers()
    {
        const auto deflate = agreeOnDeflate(QTest::currentDataTag());
        QTEST(deflate ? deflate->toField() : QByteArray(), "answer");
    }

    void cases_data()
    {
        QTest::addColumn<QByteArray>("octets"); // of a server, in hexadecimal
        QTest::addColumn<QByteArray>("events");
        const auto row = [](const char *name, const char *octets, const char *events) {
            QTest::newRow(name) << QByteArray::fromHex(octets) << QByteArray(events);
        };
        row("one frame, 7.2.3.1", "c107f248cdc9c90700", "text Hello");
        row("two frames, 7.2.3.1", "4103f248cd 8004c9c90700", "text Hello");
        row("a ping between", "4103f248cd 8900 8004c9c90700", "ping|text Hello");
        row("the context before, 7.2.3.2", "c107f248cdc9c90700 c105f200110000", "text Hello|text Hello");
        row("a stored block, 7.2.3.3", "c10b000500faff48656c6c6f00", "text Hello");
        row("a last block, 7.2.3.4", "c108f348cdc9c9070000", "text Hello");
        row("the context before a last block", "c108f348cdc9c9070000 c105f200110000", "text Hello|text Hello");
        row("two blocks, 7.2.3.5", "c10df248050000 00ffffcac9c90700", "text Hello");
        row("an empty message, 7.2.3.6", "c10100", "text ");
        row("binary", "c207f248cdc9c90700", "binary Hello");
        row("not compressed all the same", "810548656c6c6f", "text Hello");
        row("mixed", "c107f248cdc9c90700 810548656c6c6f c105f200110000", "text Hello|text Hello|text Hello");
        row("empty fragments", "4100 0000 0003f248cd 0000 8004c9c90700", "text Hello");
        row("the bit on a continuation", "4103f248cd c004c9c90700", "error 1002 RFC 7692 §6");
        row("the bit on a later fragment alone", "010148 c004c9c90700", "error 1002 RFC 7692 §6");
        row("the bit on a ping", "c900", "error 1002 RFC 7692 §6");
        row("the bit on a close", "c80203e8", "error 1002 RFC 7692 §6");
        row("another bit", "a10548656c6c6f", "error 1002 RFC 6455 §5.2");
        row("both other bits and this", "f10548656c6c6f", "error 1002 RFC 6455 §5.2");
        row("a reserved block", "c10107", "error 1007 RFC 7692 §7.2.2");
        row("a distance beyond all", "c105f200110000", "error 1007 RFC 7692 §7.2.2");
        row("lengths that disagree", "c10b000500fafe48656c6c6f00", "error 1007 RFC 7692 §7.2.2");
    }
    void cases()
    {
        QFETCH(QByteArray, octets);
        QFETCH(QByteArray, events);
        for (qsizetype cut = 0; cut <= octets.size(); ++cut) {
            WebSocketConnection connection = listener();
            QByteArrayList all = run(connection, octets.first(cut));
            all += run(connection, octets.sliced(cut));
            QCOMPARE(all.join('|'), events);
        }
        WebSocketConnection byOctet = listener();
        QByteArrayList all;
        for (const char octet : octets)
            all += run(byOctet, QByteArrayView(&octet, 1));
        QCOMPARE(all.join('|'), events);
    }

    void withoutAnAgreementTheBitIsReserved()
    {
        WebSocketConnection connection(Role::Client);
        QCOMPARE(run(connection, QByteArray::fromHex("c107f248cdc9c90700")), QByteArrayList{"error 1002 RFC 6455 §5.2"});
    }

    void withoutContextEachStandsAlone()
    {
        WebSocketConnection connection(Role::Client);
        connection.setDeflate({.serverNoContext = true});
        QCOMPARE(run(connection, QByteArray::fromHex("c107f248cdc9c90700c107f248cdc9c90700")),
                 (QByteArrayList{"text Hello", "text Hello"}));
        QCOMPARE(run(connection, QByteArray::fromHex("c105f200110000")), QByteArrayList{"error 1007 RFC 7692 §7.2.2"});
    }

    void badTextEndsAtOnce()
    {
        WebSocketConnection connection = listener();
        const QByteArray octets = frame(deflated("good, then \xff" + QByteArray(5000, 'x')), 0x41); // a fragment: more is to come
        QCOMPARE(run(connection, octets), QByteArrayList{"error 1007 RFC 6455 §8.1"});
        WebSocketConnection cut = listener();
        QCOMPARE(run(cut, frame(deflated("half of \xc3"))), QByteArrayList{"error 1007 RFC 6455 §8.1"});
        WebSocketConnection apart = listener();
        QCOMPARE(run(apart, frame(storedPiece("\xc3"), 0x41) + frame(storedPiece("\xa4") + QByteArray(1, '\0'), 0x80)),
                 QByteArrayList{"text \xc3\xa4"});
    }

    void whatGrowsTooLargeEndsEarly()
    {
        const QByteArray bomb = deflated(QByteArray(64 * 1024 * 1024, '\0'));
        QVERIFY(bomb.size() < 100'000);
        WebSocketConnection connection = listener(1024 * 1024);
        QCOMPARE(run(connection, frame(bomb, 0xC2)), QByteArrayList{"error 1009 RFC 6455 §7.4.1"});
        // Exactly the limit is allowed, also where compressing makes it longer.
        QByteArray noise(100'000, '\0');
        quint32 state = 1;
        for (char &octet : noise)
            octet = char((state = state * 1664525 + 1013904223) >> 24);
        WebSocketConnection exact = listener();
        QCOMPARE(run(exact, frame(storedPiece(noise) + QByteArray(1, '\0'), 0xC2)).value(0).size(), noise.size() + 7);
        WebSocketConnection over = listener(noise.size() - 1);
        QCOMPARE(run(over, frame(storedPiece(noise) + QByteArray(1, '\0'), 0xC2)), QByteArrayList{"error 1009 RFC 6455 §7.4.1"});
        // So many octets that inflate to nothing are too many too.
        WebSocketConnection nothing = listener(1000);
        QCOMPARE(run(nothing, frame(QByteArray::fromHex("00000000ffff").repeated(500), 0xC2)),
                 QByteArrayList{"error 1009 RFC 6455 §7.4.1"});
    }

    void eachWindowIsKept_data()
    {
        QTest::addColumn<int>("bits");
        for (int bits = 8; bits <= 15; ++bits)
            QTest::addRow("%d", bits) << bits;
    }
    void eachWindowIsKept() // by zlib's inflate with no more than that window; 8 it calls 8 here, where it does not for deflate
    {
        QFETCH(int, bits);
        QByteArray plain;
        for (int i = 0; plain.size() < 100'000; ++i)
            plain += QByteArray::number(i * i) + (i % 7 == 0 ? "{\"type\":\"price\"}" : ",");
        const QByteArray piece = Deflater(std::max(bits, 9)).piece(plain);
        QVERIFY(piece.endsWith(QByteArray::fromHex("0000ffff")));
        z_stream stream{};
        QCOMPARE(inflateInit2(&stream, -bits), Z_OK);
        QByteArray out(plain.size() + 1, '\0');
        stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(piece.data()));
        stream.next_out = reinterpret_cast<Bytef *>(out.data());
        // In small bites, so that what lies behind is only in the window.
        stream.avail_in = uInt(piece.size());
        int outcome = Z_OK;
        while (outcome == Z_OK && stream.total_out < uLong(plain.size())) {
            stream.avail_out = 50;
            outcome = inflate(&stream, Z_SYNC_FLUSH);
        }
        inflateEnd(&stream);
        QCOMPARE(outcome, Z_OK);
        QVERIFY(out.startsWith(plain));
    }

    void aSharedFrameIsUnderstood()
    {
        const QByteArray text = "{\"id\":\"k3f9-1\",\"type\":\"price\",\"data\":" + QByteArray("[1,2,3],").repeated(50) + "0}";
        Deflater deflater(15);
        for (int i = 0; i < 3; ++i) { // the deflater is used again
            const SharedBytes shared = WebSocketConnection::deflatedFrame(WsOpcode::Text, deflater.piece(text));
            QVERIFY(shared.size() < text.size() / 2);
            WebSocketConnection connection(Role::Client);
            connection.setDeflate({.serverNoContext = true});
            QCOMPARE(run(connection, shared + shared), (QByteArrayList{"text " + text, "text " + text}));
        }
        for (const qsizetype size : {0, 125, 126, 65535, 65536}) {
            const QByteArray payload(size, 'x');
            QCOMPARE(WebSocketConnection::payloadOf(WebSocketConnection::serverFrame(WsOpcode::Text, payload)), payload);
        }
    }

    void gzipStreamsOfPieces()
    {
        GzipStreamTail tail;
        QByteArray stream = gzipStreamHead();
        QByteArray plain;
        Deflater deflater(15);
        for (const QByteArray &text :
             {QByteArray("retry: 3000\n\n"), QByteArray(200'000, 'a'), QByteArray("data: x\n\n").repeated(9)}) {
            tail.add(GzipStreamTail::printOf(text), text.size());
            stream += text.size() > 20 && text.size() < 100 ? deflater.piece(text) : storedPiece(text);
            plain += text;
        }
        stream += tail.tail();
        z_stream inflater{};
        QCOMPARE(inflateInit2(&inflater, 15 + 16), Z_OK); // checks the tail
        QByteArray out(plain.size(), '\0');
        inflater.next_in = reinterpret_cast<Bytef *>(stream.data());
        inflater.avail_in = uInt(stream.size());
        inflater.next_out = reinterpret_cast<Bytef *>(out.data());
        inflater.avail_out = uInt(out.size());
        QCOMPARE(inflate(&inflater, Z_FINISH), Z_STREAM_END);
        inflateEnd(&inflater);
        QVERIFY(out == plain);
    }
};

QTEST_GUILESS_MAIN(TestMessageDeflate)
#include "tst_messagedeflate.moc"
