// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that answer, with a real ws client in Node.
#include "answer/answerrule.h"
#include "server/hubfixture.h"

#include <QFutureWatcher>
#include <QProcess>

using namespace pushscope;

class TestAnswers : public QObject
{
    Q_OBJECT

    static Result<void> set(HubFixture &hub, const QByteArray &rules)
    {
        QFuture<Result<void>> future = hub.thread().setAnswers(rules);
        while (!future.isFinished())
            QTest::qWait(2);
        return future.result();
    }

    // What the script saw, one line each.
    static QByteArrayList play(HubFixture &hub, const QByteArray &scene)
    {
        QProcess node;
        node.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        node.start(QStringLiteral(NODE),
                   {QStringLiteral(SCRIPT), QString::fromLatin1(scene), QString::number(hub.port()),
                    QString::fromLatin1(hub.token("alice")), QString::fromLatin1(hub.token("bob"))});
        // The hub runs on its own thread, so this one may wait.
        if (!node.waitForFinished(60'000) || node.exitCode() != 0)
            return {"the script failed"};
        return node.readAllStandardOutput().trimmed().split('\n');
    }

    static QByteArrayList journal(HubFixture &hub)
    {
        QByteArrayList rows;
        const auto all = hub.thread().observatory().journalAfter(0, 10'000);
        for (const JournalRow &row : all) {
            if (row.kind == JournalRow::Kind::Log && row.type == "answer")
                rows.append(row.client + ": " + row.cause + ": " + row.data);
        }
        return rows;
    }

    static AnswerText ruleOf(const QByteArray &name, AnswerKind kind, const QByteArray &type)
    {
        AnswerText rule;
        rule.name = name;
        rule.kind = kind;
        rule.type = type;
        return rule;
    }

    static QByteArray listOf(const std::vector<AnswerText> &rules) { return answerListJson(rules); }

    static AnswerText leaving(const QByteArray &after)
    {
        AnswerText rule = ruleOf("out", AnswerKind::Close, {});
        rule.matches = "^LEAVE (.*)";
        rule.code = 4010;
        rule.reason = "bye {{1}}";
        rule.after = after;
        return rule;
    }

private Q_SLOTS:
    void replies()
    {
        HubFixture hub;
        AnswerText rule = ruleOf("greet", AnswerKind::Reply, "hello");
        rule.path = "$.payload.name";
        rule.matches = "^(\\w+)";
        rule.message = "{\"text\":\"Hello {{1}}\",\"n\":{{seq}},\"of\":{{$.payload}}}";
        QVERIFY(set(hub, listOf({rule})));
        const QByteArrayList seen{"{\"text\":\"Hello Bob\",\"n\":1,\"of\":{\"name\":\"Bob \\\"B\\\" B.\"}}",
                                  "{\"text\":\"Hello Eve\",\"n\":2,\"of\":{\"name\":\"Eve\"}}", "unknown-type", "bad-json"};
        QCOMPARE(play(hub, "reply"), seen);
        QTRY_COMPARE(journal(hub).size(), 2);
        QVERIFY2(journal(hub).first().startsWith("web-1: rule greet reply: replied with"), journal(hub).first().constData());
    }

    void broadcasts()
    {
        HubFixture hub;
        AnswerText rule = ruleOf("post", AnswerKind::Broadcast, "post");
        rule.to = "room:{{$.payload.room}}";
        rule.eventType = "posted";
        rule.data = "{\"by\":\"{{user}}\",\"text\":{{$.payload.text}}}";
        QVERIFY(set(hub, listOf({rule})));
        const QByteArrayList seen{"bob got posted {\"by\":\"alice\",\"text\":\"news\"}", "with an id"};
        QCOMPARE(play(hub, "broadcast"), seen);
        QTRY_COMPARE(journal(hub), QByteArrayList{"web-1: rule post broadcast: published posted to room:lobby"});
    }

    // A room that can't be is said in the journal, and the client stays.
    void aBadTargetIsSaid()
    {
        HubFixture hub;
        AnswerText rule = ruleOf("post", AnswerKind::Broadcast, "post");
        rule.to = "{{$.payload.room}}";
        rule.eventType = "posted";
        rule.data = "1";
        QVERIFY(set(hub, listOf({rule})));
        QCOMPARE(play(hub, "stays"), QByteArrayList{"pong"});
        const QByteArrayList rows{"web-1: rule post broadcast: not published: a target is \"user:<id>\", \"room:<id>\" or \"*\""};
        QTRY_COMPARE(journal(hub), rows);
    }

    // What is counted and what waits at the client are not touched by an edit of the list.
    void goesOnCountingAfterAnEdit()
    {
        HubFixture hub;
        AnswerText rule = ruleOf("greet", AnswerKind::Reply, "hello");
        rule.message = "{{seq}}";
        QVERIFY(set(hub, listOf({rule})));
        QCOMPARE(play(hub, "greet"), QByteArrayList{"1"});
        rule.message = "[{{seq}}]";
        QVERIFY(set(hub, listOf({leaving({}), rule})));
        QCOMPARE(play(hub, "greet"), QByteArrayList{"[2]"});
        QVERIFY(set(hub, "[]"));
        QVERIFY(set(hub, listOf({rule})));
        QCOMPARE(play(hub, "greet"), QByteArrayList{"[1]"});
    }

    void closes()
    {
        HubFixture hub;
        QVERIFY(set(hub, listOf({leaving("50ms")})));
        QCOMPARE(play(hub, "close"), QByteArrayList{"closed 4010 bye now"});
        QTRY_COMPARE(journal(hub), QByteArrayList{"web-1: rule out close: closed with 4010"});
    }

    // The hub's own answer to a message comes later, and after what is asked meanwhile.
    void delays()
    {
        HubFixture hub;
        AnswerText rule = ruleOf("slow", AnswerKind::Delay, "ping");
        rule.after = "2s";
        QVERIFY(set(hub, listOf({rule})));
        const QByteArrayList seen{"hub.ack", "hub.pong"};
        QCOMPARE(play(hub, "delay"), seen);
        // It came once, so it is told once.
        QTRY_COMPARE(journal(hub), QByteArrayList{"web-1: rule slow delay: handed over after its delay"});
        int pings = 0;
        for (const JournalRow &row : hub.thread().observatory().journalAfter(0, 10'000))
            pings += row.kind == JournalRow::Kind::Frame && row.type == "ping" && row.op == "message";
        QCOMPARE(pings, 1);
    }

    // Answers that wait go with their client; the hub goes on.
    void waitingAnswersEndWithTheirClient()
    {
        HubFixture hub;
        AnswerText later = ruleOf("later", AnswerKind::Reply, "later");
        later.message = "1";
        later.after = "60s";
        QVERIFY(set(hub, listOf({later, ruleOf("now", AnswerKind::Close, "later")})));
        QCOMPARE(play(hub, "gone"), QByteArrayList{"closed 4000"});
        QVERIFY(set(hub, "[]"));
        QCOMPARE(play(hub, "stays"), QByteArrayList{"pong"});
        QCOMPARE(journal(hub), QByteArrayList{"web-1: rule now close: closed with 4000"});
    }

    // Not only their number is bounded: what waits may be large.
    void waitingOctetsAreBounded()
    {
        HubFixture hub;
        AnswerText later = ruleOf("later", AnswerKind::Delay, "later");
        later.after = "60s";
        QVERIFY(set(hub, listOf({later})));
        QByteArrayList refused;
        for (int round = 0; round < 2; ++round) { // what waited has gone with the first client
            QCOMPARE(play(hub, "flood"), QByteArrayList{"hub.pong"});
            refused += QByteArrayList(3, "web-1: rule later delay: 64 MiB of answers wait already: this one is not given");
            QTRY_COMPARE(journal(hub), refused);
        }
        later.after = "2s";
        AnswerText done = ruleOf("done", AnswerKind::Reply, "later");
        done.message = "\"done\"";
        done.after = "2s";
        QVERIFY(set(hub, listOf({later, done})));
        QCOMPARE(play(hub, "floods"), QByteArrayList{"done"});
        const auto given = [&hub] { return journal(hub).count("web-1: rule later delay: handed over after its delay"); };
        QTRY_VERIFY2(given() > 67, QByteArray::number(given()).constData()); // more than fit, so what is given makes room
    }

    void badRulesChangeNothing()
    {
        HubFixture hub;
        QVERIFY(set(hub, listOf({leaving({})})));
        AnswerText wrong = ruleOf("a", AnswerKind::Close, "x");
        wrong.path = "x";
        const auto bad = set(hub, listOf({wrong}));
        QVERIFY(!bad);
        QVERIFY2(bad.error().detail.startsWith("rule 1, when.path: "), bad.error().detail.constData());
        QCOMPARE(play(hub, "close"), QByteArrayList{"closed 4010 bye now"});
    }
};

QTEST_GUILESS_MAIN(TestAnswers)
#include "tst_answers.moc"
