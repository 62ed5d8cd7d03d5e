// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/copytext.h"
#include "ui/models/eventsfile.h"
#include "ui/models/eventvariables.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

using namespace pushscope;

class TestEventsToSend : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void variablesBecomeValues_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected"); // a regular expression
        QTest::newRow("none") << QByteArray("{\"a\": {\"b\":1}}") << QStringLiteral("\\{\"a\": \\{\"b\":1\\}\\}");
        QTest::newRow("objects in objects") << QByteArray("{{\"a\"") << QStringLiteral("\\{\\{\"a\"");
        QTest::newRow("number") << QByteArray("[{{seq}}]") << QStringLiteral("\\[7\\]");
        QTest::newRow("in a string") << QByteArray("\"no {{ seq }}\"") << QStringLiteral("\"no 7\"");
        QTest::newRow("time as a value") << QByteArray("{{now}}") << QStringLiteral("1700000000123");
        QTest::newRow("time as text") << QByteArray("\"{{now}}\"") << QStringLiteral("\"2023-11-14T22:13:20.123Z\"");
        QTest::newRow("user as a value") << QByteArray("{{user}}") << QStringLiteral("\"al\\\\\"ice\"");
        QTest::newRow("user as text") << QByteArray("\"for {{user}}\"") << QStringLiteral("\"for al\\\\\"ice\"");
        QTest::newRow("behind an escaped quote") << QByteArray("\"\\\"{{now}}\"") << QStringLiteral("\"\\\\\"2023-11-14T.*Z\"");
        QTest::newRow("random") << QByteArray("{{random 5 5}}") << QStringLiteral("5");
        QTest::newRow("random with decimals") << QByteArray("{{random 1.0 1.0}}") << QStringLiteral("1\\.00");
        QTest::newRow("uuid") << QByteArray("{{uuid}}")
                              << QStringLiteral("\"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\"");
    }
    void variablesBecomeValues()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, expected);
        QRandomGenerator random(1);
        const auto expanded = expandVariables(text, {7, 1'700'000'000'123, "al\"ice", &random});
        QVERIFY(expanded);
        const QRegularExpression expression(QRegularExpression::anchoredPattern(expected));
        QVERIFY2(expression.match(QString::fromUtf8(*expanded)).hasMatch(), expanded->constData());
    }

    // POST /api/publish refuses members that it does not know.
    void aCopiedLineCanBePublished_data()
    {
        QTest::addColumn<quint64>("seq");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("stored") << quint64(7)
                                << QByteArray("{\"to\":[\"user:a\",\"*\"],\"type\":\"price\",\"data\":{ \"n\":1.0}}");
        QTest::newRow("ephemeral") << quint64(
            0) << QByteArray("{\"to\":[\"user:a\",\"*\"],\"type\":\"price\",\"data\":{ \"n\":1.0},\"ephemeral\":true}");
    }
    void aCopiedLineCanBePublished()
    {
        QFETCH(quint64, seq);
        QFETCH(QByteArray, line);
        auto event = std::make_shared<Event>();
        event->to = {"user:a", "*"};
        event->type = "price";
        event->data = "{ \"n\":1.0}";
        JournalRow row;
        row.kind = JournalRow::Kind::Event;
        row.seq = Seq{seq};
        row.event = event;
        QCOMPARE(eventJsonLine(row).toUtf8(), line);
        const auto file = readEvents(line);
        QVERIFY(file);
        QCOMPARE(file->events[0].request.to, event->to);
        QCOMPARE(file->events[0].request.ephemeral, seq == 0);
        QCOMPARE(file->events[0].request.data, event->data);
    }

    void aTextIsNoJson()
    {
        const EventValues values{7, 0, "al\"ice", nullptr};
        QCOMPARE(expandInText("say \"{{user}}\" {{seq}}", values), QByteArray("say \"al\"ice\" 7"));
        QCOMPARE(expandInText("a \\ b", values), QByteArray("a \\ b"));
        QVERIFY(!expandInText("{{nosuch}}", values));
    }

    void keysAreInTheFile()
    {
        const auto file = readEvents("{\"to\":\"*\",\"key\":\"order-7\"}\n"
                                     "{\"to\":\"*\",\"ephemeral\":true,\"conflate\":\"cursor\"}\n");
        QVERIFY(file);
        QCOMPARE(file->events[0].request.key, QByteArray("order-7"));
        QCOMPARE(file->events[1].request.conflate, QByteArray("cursor"));
    }

    void wrongVariablesNameTheirPlace()
    {
        QCOMPARE(checkVariables("[1, {{nosuch}}]").error().offset, qsizetype(4));
        QCOMPARE(checkVariables("{{random 2 1}}").error().code, Errc::InvalidArgument);
        QVERIFY(!checkVariables("{{random 2}}"));
        QVERIFY(checkVariables("{{random 1 2}}"));
    }

    void aMaskKeepsAllPlaces()
    {
        const QByteArray text = "{\"a\": {{random 1 2}}, \"b\": \"{{user}}\" 3}";
        const QByteArray masked = maskVariables(text);
        QCOMPARE(masked.size(), text.size());
        QVERIFY(!masked.contains("{{"));
        QVERIFY(usesVariable(text, "user"));
        QVERIFY(!usesVariable(text, "seq"));
    }

    void linesAreRead()
    {
        const auto file = readEvents("{\"to\":\"user:alice\",\"type\":\"t\",\"data\":{\"b\": 1.0,\"a\":12345678901234567890}}\n\n"
                                     "{\"to\":[\"room:a\",\"*\"],\"ephemeral\":true}\r\n");
        QVERIFY(file);
        QCOMPARE(file->events.size(), 2u);
        QVERIFY(!file->timed);
        QCOMPARE(file->events[0].request.to, QList<QByteArray>{"user:alice"});
        QCOMPARE(file->events[0].request.data, QByteArray("{\"b\": 1.0,\"a\":12345678901234567890}")); // octet by octet
        QCOMPARE(file->events[1].request.to, (QList<QByteArray>{"room:a", "*"}));
        QCOMPARE(file->events[1].request.type, QByteArray("message"));
        QVERIFY(file->events[1].request.ephemeral);
    }

    void aSessionGivesItsEventsAndTimes()
    {
        const auto file = readEvents("{\"schema\":\"pushscope\",\"version\":1}\n"
                                     "{\"t_ns\":1000000,\"kind\":\"conn\",\"client\":\"a\"}\n"
                                     "{\"t_ns\":2000000,\"kind\":\"event\",\"to\":[\"*\"],\"type\":\"x\",\"data\":1}\n"
                                     "{\"t_ns\":5000000,\"kind\":\"event\",\"to\":[\"*\"],\"type\":\"y\",\"data\":2}\n");
        QVERIFY(file);
        QVERIFY(file->timed);
        QCOMPARE(file->events.size(), 2u);
        QCOMPARE(file->events[1].at, std::chrono::nanoseconds(3'000'000));
    }

    void wrongLinesAreNamed_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("{\"to\":\"*\"}\n{oops\n") << QByteArray("line 2");
        QTest::newRow("no object") << QByteArray("[1]") << QByteArray("line 1");
        QTest::newRow("for nobody") << QByteArray("\n{\"type\":\"a\"}") << QByteArray("line 2");
        QTest::newRow("nothing in it") << QByteArray("\n\n") << QByteArray("there is no event");
    }
    void wrongLinesAreNamed()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, line);
        const auto file = readEvents(text);
        QVERIFY(!file);
        QVERIFY2(file.error().detail.startsWith(line), file.error().detail.constData());
    }
};

QTEST_APPLESS_MAIN(TestEventsToSend)
#include "tst_eventstosend.moc"
