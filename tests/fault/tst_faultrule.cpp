// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultrule.h"
#include "observe/snapshot.h"

#include <QtTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// A rule of this kind with all parameters as their defaults; those that have none get a value.
QByteArray exampleOf(const FaultKindInfo &info)
{
    QByteArray json = QByteArray("{\"what\":{\"kind\":\"") + info.name + '"';
    for (const FaultParameter &parameter : info.parameters) {
        if (parameter.type == FaultParameter::Type::EventId)
            json += QByteArray(",\"") + parameter.name + "\":\"abc-7\"";
        else if (parameter.type == FaultParameter::Type::FieldName)
            json += QByteArray(",\"") + parameter.name + "\":\"X-Accel-Buffering\"";
    }
    return json + "}}";
}

ClientRow aClient()
{
    ClientRow client;
    client.client = "tab-1";
    client.user = "alice";
    client.protocol = ClientProtocol::WebSocket;
    client.lag = 300ms;
    return client;
}

} // namespace

class TestFaultRule : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindIsDescribed_data()
    {
        QTest::addColumn<int>("index");
        for (const FaultKindInfo &info : faultKinds())
            QTest::addRow("%s", info.name) << int(info.kind);
    }
    void eachKindIsDescribed()
    {
        QFETCH(int, index);
        const FaultKindInfo &info = faultKinds()[std::size_t(index)];
        QCOMPARE(int(info.kind), index);
        QCOMPARE(findFaultKind(info.name), &info);
        QVERIFY(qstrlen(info.meaning) > 0);
        for (const FaultParameter &parameter : info.parameters) {
            QVERIFY(qstrlen(parameter.meaning) > 0);
            if (parameter.type == FaultParameter::Type::Number || parameter.type == FaultParameter::Type::CloseCode)
                QVERIFY(parameter.least <= parameter.fallback && parameter.fallback <= parameter.most);
        }
        const auto rule = FaultRule::parse(exampleOf(info));
        QVERIFY2(rule, rule ? "" : rule.error().detail.constData());
        QCOMPARE(rule->kind, info.kind);
        QCOMPARE(rule->values.size(), info.parameters.size());
        QCOMPARE(FaultRule::parse(rule->json)->json, rule->json);
    }

    void readsAllOfIt()
    {
        const auto rule
            = FaultRule::parse(R"({"whom":{"user":"alice","client":"tab-1","protocol":"ws","next":3,"filter":"lagMs > 200ms"},
            "what":{"kind":"latency","ms":20,"jitterMs":5},"for":"10s","at":{"event":4},"probability":0.5})");
        QVERIFY(rule);
        QCOMPARE(rule->kind, FaultKind::Latency);
        QCOMPARE(rule->time(0), 20ms);
        QCOMPARE(rule->time(1), 5ms);
        QCOMPARE(rule->whom.next, 3);
        QCOMPARE(*rule->lasts, Milliseconds(10s));
        QCOMPARE(rule->atEvent, 4);
        QCOMPARE(rule->probability, 0.5);
        QVERIFY(rule->matches(aClient()));
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("whom");
        QTest::addColumn<bool>("now");
        QTest::addColumn<bool>("ever"); // false: not in this connection's life
        QTest::newRow("everyone") << QByteArray("{}") << true << true;
        QTest::newRow("user") << QByteArray(R"({"user":"alice"})") << true << true;
        QTest::newRow("another user") << QByteArray(R"({"user":"bob"})") << false << false;
        QTest::newRow("client") << QByteArray(R"({"client":"tab-1"})") << true << true;
        QTest::newRow("another client") << QByteArray(R"({"client":"tab-2"})") << false << false;
        QTest::newRow("protocol") << QByteArray(R"({"protocol":"ws"})") << true << true;
        QTest::newRow("another protocol") << QByteArray(R"({"protocol":"sse"})") << false << false;
        QTest::newRow("filter") << QByteArray(R"({"filter":"lagMs > 200ms && user =~ '^al'"})") << true << true;
        QTest::newRow("filter that may fit later") << QByteArray(R"({"filter":"lagMs > 1s"})") << false << true;
        QTest::newRow("both must fit") << QByteArray(R"({"filter":"lagMs > 200ms","user":"bob"})") << false << false;
    }
    void matches()
    {
        QFETCH(QByteArray, whom);
        const auto rule = FaultRule::parse("{\"whom\":" + whom + ",\"what\":{\"kind\":\"lose\"}}");
        QVERIFY(rule);
        QTEST(rule->matches(aClient()), "now");
        QTEST(rule->mayMatch(aClient()), "ever");
    }

    void whatIsForWebSocketsMatchesNothingElse()
    {
        const auto rule = FaultRule::parse(R"({"what":{"kind":"no-pong"}})");
        QVERIFY(rule->matches(aClient()));
        ClientRow stream = aClient();
        stream.protocol = ClientProtocol::Sse;
        QVERIFY(!rule->matches(stream));
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("member");
        const auto row = [](const char *name, const char *json, const char *member) {
            QTest::newRow(name) << QByteArray(json) << QByteArray(member);
        };
        row("no what", R"({})", "what");
        row("no kind", R"({"what":{}})", "what.kind");
        row("another kind", R"({"what":{"kind":"earthquake"}})", "what.kind");
        row("another member", R"({"what":{"kind":"fin"},"when":1})", "when");
        row("another parameter", R"({"what":{"kind":"fin","ms":1}})", "what.ms");
        row("a text for a number", R"({"what":{"kind":"latency","ms":"20"}})", "what.ms");
        row("a part of a number", R"({"what":{"kind":"latency","ms":1.5}})", "what.ms");
        row("below the range", R"({"what":{"kind":"bandwidth","bytesPerSecond":0}})", "what.bytesPerSecond");
        row("beyond the range", R"({"what":{"kind":"latency","jitterMs":1e300}})", "what.jitterMs");
        row("a code that is never sent", R"({"what":{"kind":"close-code","code":1006}})", "what.code");
        row("a reserved code", R"({"what":{"kind":"close-code","code":1015}})", "what.code");
        row("a long reason",
            R"({"what":{"kind":"close-code","reason":"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123"}})",
            "what.reason");
        row("a status that is none", R"({"what":{"kind":"status","code":600}})", "what.code");
        row("no header", R"({"what":{"kind":"drop-header"}})", "what.name");
        row("no header's name", R"({"what":{"kind":"drop-header","name":"a b"}})", "what.name");
        row("a header that frames", R"({"what":{"kind":"drop-header","name":"Content-Length"}})", "what.name");
        row("an injected header", R"({"what":{"kind":"content-type","value":"a\r\nb: c"}})", "what.value");
        row("neither 403 nor hang", R"({"what":{"kind":"block-upgrade","how":"404"}})", "what.how");
        row("no id", R"({"what":{"kind":"evict"}})", "what.upTo");
        row("a bare seq", R"({"what":{"kind":"evict","upTo":"7"}})", "what.upTo");
        row("a number for a flag", R"({"what":{"kind":"restart","drain":1}})", "what.drain");
        row("whom is no object", R"({"whom":"alice","what":{"kind":"fin"}})", "whom");
        row("another member of whom", R"({"whom":{"room":"lobby"},"what":{"kind":"fin"}})", "whom.room");
        row("a user that is no text", R"({"whom":{"user":1},"what":{"kind":"fin"}})", "whom.user");
        row("an empty client", R"({"whom":{"client":""},"what":{"kind":"fin"}})", "whom.client");
        row("another protocol", R"({"whom":{"protocol":"h2"},"what":{"kind":"fin"}})", "whom.protocol");
        row("a protocol that has none", R"({"whom":{"protocol":"sse"},"what":{"kind":"no-pong"}})", "whom.protocol");
        row("next none", R"({"whom":{"next":0},"what":{"kind":"fin"}})", "whom.next");
        row("a bad filter", R"({"whom":{"filter":"lagMs >"},"what":{"kind":"fin"}})", "whom.filter");
        row("a filter over no field", R"({"whom":{"filter":"shoeSize > 3"},"what":{"kind":"fin"}})", "whom.filter");
        row("a part of a hub", R"({"whom":{"user":"alice"},"what":{"kind":"refuse"}})", "whom");
        row("perhaps a hub", R"({"what":{"kind":"restart"},"probability":0.5})", "probability");
        row("for no time", R"({"what":{"kind":"lose"},"for":"0s"})", "for");
        row("for a number", R"({"what":{"kind":"lose"},"for":10})", "for");
        row("for ever", R"({"what":{"kind":"lose"},"for":"9223372036854775807ms"})", "for");
        row("for what does not last", R"({"what":{"kind":"restart"},"for":"10s"})", "for");
        row("at no event", R"({"what":{"kind":"lose"},"at":{}})", "at.event");
        row("at event 0", R"({"what":{"kind":"lose"},"at":{"event":0}})", "at.event");
        row("at something else", R"({"what":{"kind":"lose"},"at":{"noon":1}})", "at.noon");
        row("more than certain", R"({"what":{"kind":"lose"},"probability":1.1})", "probability");
        row("less than never", R"({"what":{"kind":"lose"},"probability":-0.1})", "probability");
    }
    void refuses()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, member);
        const auto rule = FaultRule::parse(json);
        QVERIFY(!rule);
        QCOMPARE(rule.error().code, Errc::InvalidArgument);
        QVERIFY2(rule.error().detail.startsWith('"' + member + "\" "), rule.error().detail);
        const auto list = parseFaultList("[{\"what\":{\"kind\":\"lose\"}}," + json + ']');
        QVERIFY(!list);
        QCOMPARE(list.error().index, 1);
        QCOMPARE(list.error().member, member);
        QCOMPARE(list.error().detail, rule.error().detail);
    }

    void saysWhereTheJsonIsWrong()
    {
        const auto rule = FaultRule::parse(R"({"what":)");
        QCOMPARE(rule.error().code, Errc::Syntax);
        QVERIFY(rule.error().offset >= 0);
        QCOMPARE(parseFaultList("[1").error().index, qsizetype(-1));
        QCOMPARE(parseFaultList("{}").error().index, qsizetype(-1));
        QCOMPARE(parseFaultList("[1]").error().index, qsizetype(0));
        QCOMPARE(FaultRule::parse("[]").error().code, Errc::InvalidArgument);
    }

    void aListSurvivesAFile()
    {
        QByteArray json = "[";
        for (const FaultKindInfo &info : faultKinds())
            json += (json.size() > 1 ? "," : "") + exampleOf(info).chopped(1) + R"(,"id":"3","hits":7,"endsAt":null})";
        const auto rules = parseFaultList(json + ']');
        QVERIFY2(rules, rules ? "" : rules.error().detail.constData());
        QCOMPARE(rules->size(), faultKinds().size());
        const auto again = parseFaultList(faultListJson(*rules));
        QVERIFY(again);
        for (std::size_t i = 0; i < rules->size(); ++i) {
            QCOMPARE(again->at(i).json, rules->at(i).json);
            QVERIFY(again->at(i).values == rules->at(i).values);
            QVERIFY(!again->at(i).json.contains("hits"));
        }
        QVERIFY(parseFaultList(faultListJson({}))->empty());
    }
};

QTEST_GUILESS_MAIN(TestFaultRule)
#include "tst_faultrule.moc"
