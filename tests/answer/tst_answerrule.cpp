// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer/answerrule.h"
#include "protocol/jsonslice.h"

#include <QTest>

using namespace pushscope;

class TestAnswerRule : public QObject
{
    Q_OBJECT

    static AnswerText replying(const QByteArray &type, const QByteArray &path, const QByteArray &matches)
    {
        AnswerText text;
        text.name = "rule";
        text.type = type;
        text.path = path;
        text.matches = matches;
        text.message = "{}";
        return text;
    }
    static AnswerMessage messageOf(const QByteArray &text)
    {
        const auto json = validateJson(text);
        AnswerMessage message{text, json ? *json : QByteArrayView(), {}};
        if (json && jsonTypeOf(*json) == JsonType::Object) {
            const QList<JsonMember> members = jsonMembers(*json).value_or(QList<JsonMember>());
            for (const JsonMember &member : members) {
                if (member.key == "type")
                    message.type = jsonString(member.value).value_or(QByteArray());
            }
        }
        return message;
    }

private Q_SLOTS:
    void paths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("found"); // empty: nothing
        QTest::newRow("whole") << QByteArray("$") << QByteArray("{\"a\":{\"b c\":[1,{\"d\":\"x\"}],\"n\":null}}");
        QTest::newRow("member") << QByteArray("$.a.n") << QByteArray("null");
        QTest::newRow("quoted") << QByteArray("$.a[\"b c\"][0]") << QByteArray("1");
        QTest::newRow("deep") << QByteArray("$.a[\"b c\"][1].d") << QByteArray("\"x\"");
        QTest::newRow("no member") << QByteArray("$.b") << QByteArray();
        QTest::newRow("past the end") << QByteArray("$.a[\"b c\"][2]") << QByteArray();
        QTest::newRow("position in an object") << QByteArray("$.a[0]") << QByteArray();
        QTest::newRow("member of a number") << QByteArray("$.a[\"b c\"][0].x") << QByteArray();
    }
    void paths()
    {
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, found);
        const auto parsed = JsonPath::parse(path);
        QVERIFY(parsed);
        const QByteArray json = "{\"a\":{\"b c\":[1,{\"d\":\"x\"}],\"n\":null}}";
        QCOMPARE(parsed->find(json).toByteArray(), found);
    }

    void badPaths_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<qsizetype>("offset");
        QTest::newRow("empty") << QByteArray() << qsizetype(0);
        QTest::newRow("no root") << QByteArray("a.b") << qsizetype(0);
        QTest::newRow("no name") << QByteArray("$.a.") << qsizetype(4);
        QTest::newRow("open bracket") << QByteArray("$[0") << qsizetype(3);
        QTest::newRow("no position") << QByteArray("$[-1]") << qsizetype(2);
        QTest::newRow("open string") << QByteArray("$[\"a]") << qsizetype(2);
        QTest::newRow("blank") << QByteArray("$ .a") << qsizetype(1);
        QTest::newRow("too many") << QByteArray("$") + QByteArray(".a").repeated(65) << qsizetype(129);
    }
    void badPaths()
    {
        QFETCH(QByteArray, path);
        QFETCH(qsizetype, offset);
        const auto parsed = JsonPath::parse(path);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().offset, offset);
    }

    void templates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("made");
        QTest::newRow("value") << QByteArray("{\"a\":{{$.n}}}") << QByteArray("{\"a\":[1,2]}");
        QTest::newRow("value in a string") << QByteArray("{\"a\":\"<{{$.n}}>\"}") << QByteArray("{\"a\":\"<[1,2]>\"}");
        QTest::newRow("text escaped") << QByteArray("{\"a\":\"{{$.s}}\"}") << QByteArray("{\"a\":\"say \\\"hi\\\"\\n\"}");
        QTest::newRow("text as it is") << QByteArray("{\"a\":{{$.s}}}") << QByteArray("{\"a\":\"say \\\"hi\\\"\\n\"}");
        QTest::newRow("missing value") << QByteArray("[{{$.x}},\"{{$.x}}\"]") << QByteArray("[null,\"\"]");
        QTest::newRow("capture") << QByteArray("[\"{{1}}\",{{1}},\"{{7}}\"]") << QByteArray("[\"bob\",\"bob\",\"\"]");
        QTest::newRow("names") << QByteArray("[\"{{user}}\",{{client}},\"{{type}}\",{{seq}}]")
                               << QByteArray("[\"al\\\"ice\",\"c1\",\"t\",3]");
        QTest::newRow("time") << QByteArray("\"{{now}}\"") << QByteArray("\"1970-01-01T00:00:01.500Z\"");
        QTest::newRow("escaped quote before") << QByteArray("\"\\\"{{1}}\"") << QByteArray("\"\\\"bob\"");
        QTest::newRow("braces that are text") << QByteArray("\"{{ x }} {{\"") << QByteArray("\"{{ x }} {{\"");
    }
    void templates()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, made);
        const auto parsed = AnswerTemplate::parse(text, AnswerTemplate::Form::Json);
        QVERIFY2(parsed, parsed ? "" : parsed.error().detail.constData());
        const QByteArray message = "{\"n\":[1,2],\"s\":\"say \\\"hi\\\"\\n\"}";
        const AnswerFacts facts{
            message, "t", "al\"ice", "c1", WallTime(Milliseconds(1500)), 3, {QStringLiteral("x"), QStringLiteral("bob")}};
        const auto out = parsed->render(facts, 1000);
        QVERIFY(out);
        QCOMPARE(*out, made);
        QVERIFY(validateJson(*out));
        const auto small = parsed->render(facts, out->size() - 1);
        QVERIFY(!small);
        QCOMPARE(small.error().code, Errc::TooLarge);
    }

    // What is JSON with one value of the message and none with another.
    void badTemplates_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qsizetype>("offset");
        QTest::newRow("joined by a point") << QByteArray("{\"p\":{{$.a}}.{{$.b}}}") << qsizetype(12);
        QTest::newRow("side by side") << QByteArray("[{{1}}{{2}}]") << qsizetype(6);
        QTest::newRow("behind a minus") << QByteArray("-{{$.n}}") << qsizetype(1);
        QTest::newRow("behind a digit") << QByteArray("1{{$.n}}") << qsizetype(1);
        QTest::newRow("before an exponent") << QByteArray("{{$.n}}e5") << qsizetype(7);
        QTest::newRow("in an escape") << QByteArray("\"\\u00{{1}}\"") << qsizetype(5);
        QTest::newRow("behind an escape's u") << QByteArray("\"\\u{{1}}\"") << qsizetype(3);
        QTest::newRow("as a key") << QByteArray("{{{1}}:1}") << qsizetype(1);
        QTest::newRow("wrong behind it") << QByteArray("{\"a\":{{$.long.path}},}") << qsizetype(21);
    }
    void badTemplates()
    {
        QFETCH(QByteArray, text);
        QFETCH(qsizetype, offset);
        const auto parsed = AnswerTemplate::parse(text, AnswerTemplate::Form::Json);
        QVERIFY(!parsed);
        QCOMPARE(parsed.error().offset, offset);
        QVERIFY(AnswerTemplate::parse(text, AnswerTemplate::Form::Text));
    }

    // Whatever a client sends, what comes out is JSON.
    void rendersJsonOfAnyMessage()
    {
        const auto parsed
            = AnswerTemplate::parse("{\"a\":{{$.v}},\"b\":\"{{$.v}}\",\"c\":\"{{1}}\"}", AnswerTemplate::Form::Json);
        QVERIFY(parsed);
        const QList<QByteArray> values{"1e400",      "\"\\u0000\\ud83d\\ude00\\\\\"", "{\"{{1}}\":\"{{user}}\"}", "[]", "true",
                                       "\"\\ud800\""};
        for (const QByteArray &value : values) {
            const QByteArray message = "{\"v\":" + value + '}';
            const AnswerFacts facts{message, {}, {}, {}, {}, 1, {QString(), QStringLiteral("\"\\n{{1}}")}};
            const auto out = parsed->render(facts, 1000);
            QVERIFY(out);
            QVERIFY2(validateJson(*out), out->constData());
        }
    }

    void matching_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("matches");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("captured"); // the first parentheses
        QTest::addColumn<bool>("fits");
        const auto row = [](const char *name, const char *type, const char *path, const char *matches, const char *message,
                            bool fits, const char *captured = "") {
            QTest::newRow(name) << QByteArray(type) << QByteArray(path) << QByteArray(matches) << QByteArray(message)
                                << QString::fromUtf8(captured) << fits;
        };
        row("type", "order:new", "", "", "{\"type\":\"order:new\"}", true);
        row("pattern of types", "order:*", "", "", "{\"type\":\"order:new\"}", true);
        row("other type", "order:*", "", "", "{\"type\":\"offer:new\"}", false);
        row("no type", "*", "", "", "{\"op\":\"new\"}", false);
        row("any message", "", "$.op", "", "{\"op\":\"new\"}", true);
        row("own type, named", "chat:send", "", "", "{\"type\":\"chat:send\"}", true);
        row("own type, pattern", "*", "", "", "{\"type\":\"chat:send\"}", false);
        row("own type, any", "", "$.payload", "", "{\"type\":\"ack\",\"payload\":{}}", false);
        row("path and pattern", "", "$.text", "^hello (\\w+)", "{\"text\":\"hello Bob!\"}", true, "Bob");
        row("pattern on a number", "", "$.n", "^1(.)", "{\"n\":12}", true, "2");
        row("pattern that fails", "", "$.text", "^hello", "{\"text\":\"bye\"}", false);
        row("no such path", "", "$.text", "", "{\"other\":1}", false);
        row("text that is no JSON", "", "", "^PING (.*)", "PING 7", true, "7");
        row("path in no JSON", "", "$", "", "PING 7", false);
    }
    void matching()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, matches);
        QFETCH(QByteArray, message);
        QFETCH(QString, captured);
        QFETCH(bool, fits);
        const auto rule = AnswerRule::make(replying(type, path, matches));
        QVERIFY2(rule, rule ? "" : rule.error().detail.constData());
        const auto found = rule->match(messageOf(message));
        QCOMPARE(found.has_value(), fits);
        if (fits)
            QCOMPARE(found->value(1), captured);
        AnswerText off = rule->text();
        off.on = false;
        QVERIFY(!AnswerRule::make(off)->match(messageOf(message)));
    }

    // A pattern that would try for years gives up.
    void patternsAreBounded()
    {
        const auto rule = AnswerRule::make(replying({}, {}, "(a+)+(b+)+(a+)+$"));
        QVERIFY(rule);
        const QByteArray text = QByteArray(30'000, 'a') + QByteArray(20'000, 'b') + '!';
        QVERIFY(!rule->match(AnswerMessage{text, {}, {}}));
    }

    void errorsNameTheirMember_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qsizetype>("index");
        QTest::addColumn<QByteArray>("member");
        const auto row = [](const char *name, const char *json, int index, const char *member) {
            QTest::newRow(name) << QByteArray(json) << qsizetype(index) << QByteArray(member);
        };
        row("no array", "{}", -1, "");
        row("no JSON", "[", -1, "");
        row("no object", "[1]", 0, "");
        row("unknown member",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"},\"wen\":1}]", 0, "wen");
        row("no name", "[{\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]", 0, "name");
        row("no when", "[{\"name\":\"a\",\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]", 0, "when");
        row("nothing to match", "[{\"name\":\"a\",\"when\":{},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]", 0, "when.type");
        row("path", "[{\"name\":\"a\",\"when\":{\"path\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]", 0,
            "when.path");
        row("pattern", "[{\"name\":\"a\",\"when\":{\"matches\":\"(\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]", 0,
            "when.matches");
        row("kind", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"sing\"}}]", 0, "then.kind");
        row("delay without time", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"delay\"}}]", 0, "then.after");
        row("too long", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"2m\"}}]", 0,
            "then.after");
        row("reply", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"reply\",\"message\":\"{\"}}]", 0,
            "then.message");
        row("variable",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"reply\",\"message\":\"\\\"{{nobody}}\\\"\"}}]", 0,
            "then.message");
        row("target",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"broadcast\",\"type\":\"t\",\"data\":\"1\"}}]", 0,
            "then.to");
        row("event type",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"broadcast\",\"to\":\"*\",\"type\":\"hub.x\","
            "\"data\":\"1\"}}]",
            0, "then.type");
        row("data",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"broadcast\",\"to\":\"*\",\"type\":\"t\",\"data\":"
            "\"\"}}]",
            0, "then.data");
        row("code", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"close\",\"code\":1006}}]", 0, "then.code");
        row("code is no number", "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"close\",\"code\":\"x\"}}]", 0,
            "then.code");
        row("twice",
            "[{\"name\":\"a\",\"when\":{\"type\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}},{\"name\":\"a\",\"when\":"
            "{\"type\":\"x\"},\"then\":{\"kind\":\"delay\",\"after\":\"1s\"}}]",
            1, "name");
    }
    void errorsNameTheirMember()
    {
        QFETCH(QByteArray, json);
        QFETCH(qsizetype, index);
        QFETCH(QByteArray, member);
        const auto list = parseAnswerList(json);
        QVERIFY(!list);
        QCOMPARE(list.error().index, index);
        QCOMPARE(list.error().error.member, member);
        QVERIFY(!list.error().error.detail.isEmpty());
    }

    void listsAreWrittenAsTheyAreRead()
    {
        AnswerText reply = replying("a*", "$.x", "\"q\"\\d");
        AnswerText broadcast;
        broadcast.name = "news";
        broadcast.on = false;
        broadcast.type = "post";
        broadcast.kind = AnswerKind::Broadcast;
        broadcast.to = "room:{{$.room}} *";
        broadcast.eventType = "posted";
        broadcast.data = "{{$.payload}}";
        broadcast.after = "50ms";
        AnswerText close;
        close.name = "out";
        close.type = "bye";
        close.kind = AnswerKind::Close;
        close.code = 4010;
        close.reason = "as you wish";
        const std::vector<AnswerText> all{reply, broadcast, close};
        const auto read = parseAnswerList(answerListJson(all));
        QVERIFY(read);
        QCOMPARE(read->size(), all.size());
        for (std::size_t i = 0; i < all.size(); ++i)
            QVERIFY(read->at(i).text() == all[i]);
        QVERIFY(parseAnswerList("[]")->empty());
    }
};

QTEST_GUILESS_MAIN(TestAnswerRule)
#include "tst_answerrule.moc"
