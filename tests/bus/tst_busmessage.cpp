// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What hubs write for one another, what apps write, and the address of Redis: text in, values out.

#include "bus/busmessage.h"
#include "bus/foreignevent.h"
#include "bus/redisaddress.h"

#include <QTest>

using namespace pushscope;

namespace {

Event sample()
{
    Event event;
    event.to = {"user:alice", "*", "room:a b\n"};
    event.type = "note";
    event.publisher = "bob";
    event.conflate = "c";
    event.data = QByteArray("{\"zero\":\"\\u0000\"}\n\x01 tail", 22);
    return event;
}

} // namespace

class TestBusMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBodyComesBackAsItWas()
    {
        const Event event = sample();
        const auto body = decodeBody(encodeBody(event, {"origin1", 42}));
        QVERIFY(body);
        QCOMPARE(body->token, (BusToken{"origin1", 42}));
        QCOMPARE(body->event->to, event.to);
        QCOMPARE(body->event->type, event.type);
        QCOMPARE(body->event->publisher, event.publisher);
        QCOMPARE(body->event->conflate, event.conflate);
        QCOMPARE(body->event->data, event.data);
    }

    void aTornHeadIsRefused()
    {
        const QByteArray whole = encodeBody(sample(), {"origin1", 42});
        const qsizetype needed = whole.size() - sample().data.size(); // the data may have any length
        for (qsizetype size = 0; size < needed; ++size)
            QVERIFY2(!decodeBody(whole.first(size)), whole.first(size).constData());
        QVERIFY(decodeBody(whole.first(needed)));
    }

    void messagesAreToldApart()
    {
        const auto stored = decodeMessage("\x01"
                                          "3 k3f9 1042 1700000000123\nbody");
        QVERIFY(stored);
        const auto *message = std::get_if<StoredMessage>(&*stored);
        QVERIFY(message && message->database == 3 && message->epoch == "k3f9" && message->seq == Seq{1042});
        QCOMPARE(message->published.time_since_epoch().count(), qint64(1700000000123));
        QCOMPARE(message->body.toByteArray(), QByteArray("body"));
        const auto tick = decodeMessage("\x02"
                                        "0 k3f9 7 9\n");
        QVERIFY(tick && std::get<TickMessage>(*tick).seq == Seq{7} && std::get<TickMessage>(*tick).number == 9);
        const QByteArray soft = ephemeralMessage(5, "soft");
        const auto ephemeral = decodeMessage(soft);
        QVERIFY(ephemeral && std::get<EphemeralMessage>(*ephemeral).database == 5);
        for (const char *other : {"", "{}", "hello"})
            QVERIFY(std::holds_alternative<OtherMessage>(*decodeMessage(other)));
    }

    void halfAMessageIsCorrupt_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"\x01", "\x01x", "\x01\n",
                                 "\x01"
                                 "0 e 1\n",
                                 "\x01"
                                 "0 e x 1\n",
                                 "\x01"
                                 "0 e 1 1 1\n",
                                 "\x02"
                                 "99999 e 1 1\n",
                                 "\x03\n",
                                 "\x01"
                                 "0 e 99999999999999999999 1\n"})
            QTest::newRow(QByteArray(text).toHex().constData()) << QByteArray(text);
    }
    void halfAMessageIsCorrupt()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!decodeMessage(text));
    }

    void foreignEvents_data()
    {
        QTest::addColumn<QByteArray>("payload");
        QTest::addColumn<int>("error"); // -1: none
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("plain") << QByteArray(R"({"type":"t","data":{"a" :1.0}})") << -1 << QByteArray(R"({"a" :1.0})");
        QTest::newRow("no data") << QByteArray(R"({"type":"t"})") << -1 << QByteArray("null");
        QTest::newRow("more members") << QByteArray(R"({"id":7,"type":"t","data":1,"to":"x"})") << -1 << QByteArray("1");
        QTest::newRow("no type") << QByteArray(R"({"data":1})") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("a number for a type") << QByteArray(R"({"type":1})") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("the hub's own") << QByteArray(R"({"type":"hub.gap"})") << int(Errc::Forbidden) << QByteArray();
        QTest::newRow("a line break") << QByteArray(R"({"type":"a\nb"})") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("an array") << QByteArray("[1]") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("text") << QByteArray("hello") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("bad UTF-8") << QByteArray("{\"type\":\"t\",\"data\":\"\xff\"}") << int(Errc::Syntax) << QByteArray();
        QTest::newRow("too large") << QByteArray(R"({"type":"t","data":"0123456789"})") << int(Errc::TooLarge) << QByteArray();
    }
    void foreignEvents()
    {
        QFETCH(const QByteArray, payload);
        QFETCH(const int, error);
        QFETCH(const QByteArray, data);
        const auto event = parseForeignEvent("user:a", payload, 10);
        QCOMPARE(event ? -1 : int(event.error().code), error);
        if (event) {
            QCOMPARE((*event)->data, data);
            QVERIFY((*event)->foreign && (*event)->isEphemeral());
            QCOMPARE((*event)->to, QList<QByteArray>{"user:a"});
        }
    }

    void addresses_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QByteArray>("shown"); // empty: refused
        QTest::newRow("plain") << QByteArray("redis://localhost") << QByteArray("redis://localhost:6379/0");
        QTest::newRow("port and database") << QByteArray("redis://10.0.0.1:7000/3") << QByteArray("redis://10.0.0.1:7000/3");
        QTest::newRow("password") << QByteArray("redis://:p%40ss@h") << QByteArray("redis://h:6379/0");
        QTest::newRow("user") << QByteArray("rediss://me:p@h:1/") << QByteArray("rediss://me@h:1/0");
        QTest::newRow("IPv6") << QByteArray("redis://[::1]:7000") << QByteArray("redis://[::1]:7000/0");
        for (const char *bad : {"", "localhost:6379", "http://h", "redis://", "redis://h:0", "redis://h/x", "redis://h/-1",
                                "redis://h/10000", "redis://user@h", "redis://h?a=b", "redis://h:99999"})
            QTest::newRow(bad) << QByteArray(bad) << QByteArray();
    }
    void addresses()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QByteArray, shown);
        const auto address = RedisAddress::parse(url);
        QCOMPARE(address ? address->withoutPassword() : QByteArray(), shown);
    }

    void aPasswordIsDecodedAndNotShown()
    {
        const auto address = RedisAddress::parse("redis://me:p%40s%3As@h/4");
        QVERIFY(address);
        QCOMPARE(address->password, QByteArray("p@s:s"));
        QCOMPARE(address->user, QByteArray("me"));
        QCOMPARE(address->database, 4);
        QVERIFY(!address->withoutPassword().contains("p@s"));
        QVERIFY(!RedisAddress::parse("redis://u:secret@h/x").error().detail.contains("secret"));
    }
};

QTEST_GUILESS_MAIN(TestBusMessage)
#include "tst_busmessage.moc"
