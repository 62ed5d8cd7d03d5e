// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is in a reproducer of a selection. That it runs is shown in tests/interop and tests/browser.

#include "session/reproductionforms.h"
#include "sessionfixture.h"

using namespace pushscope;

using What = ReproductionStep::What;

class TestReproduction : public QObject
{
    Q_OBJECT

    // Two event streams, a and b, on connections 1 and 2. Event 1 goes to a, event 2 to both, event 3 to b; then a leaves.
    static std::vector<SessionRow> story()
    {
        std::vector<SessionRow> rows;
        for (const int n : {1, 2}) {
            const QByteArray name(1, char('a' + n - 1)), peer = "127.0.0.1:" + QByteArray::number(n);
            SessionRow request = sessionRow(10 * n, "req", "stream");
            request.form = SessionRow::Form::Json;
            request.data = "{\"peer\":\"" + peer + "\",\"request\":\"GET /api/events?room=x&token=t&clientId=" + name
                + "&lastEventId=k3f9-9 HTTP/1.1\\r\\nLast-Event-ID: k3f9-7\\r\\n\\r\\n\",\"answer\":\"HTTP/1.1 200 "
                  "OK\\r\\n\\r\\n\"}";
            request.cause = "200";
            rows.push_back(request);
            SessionRow open = sessionRow(10 * n + 1, "conn", "open");
            open.client = name;
            open.connection = quint64(n);
            open.form = SessionRow::Form::Text;
            open.data = peer + " agent";
            rows.push_back(open);
        }
        const auto deliver = [&](qint64 ms, int connection, quint64 seq) {
            SessionRow row = sessionRow(ms, "deliver");
            row.client = QByteArray(1, char('a' + connection - 1));
            row.connection = quint64(connection);
            row.seq = Seq{seq};
            row.epoch = "k3f9";
            rows.push_back(row);
        };
        deliver(30, 1, 1);
        rows.push_back(eventRow(31, 1, "{\"n\":1}"));
        deliver(40, 1, 2);
        deliver(40, 2, 2);
        rows.push_back(eventRow(41, 2, "{\"n\":2.0}"));
        deliver(50, 2, 3);
        rows.push_back(eventRow(51, 3, "\"it's </script>\\\\\""));
        SessionRow close = sessionRow(60, "conn", "close");
        close.client = "a";
        close.connection = 1;
        rows.push_back(close);
        return rows;
    }

    template<typename Wanted>
    static Reproduction reproduction(const std::vector<SessionRow> &rows, Wanted wanted, qint64 fromMs = 0, qint64 upToMs = 1000)
    {
        WireStory story;
        story.begin(sessionHead());
        std::vector<SessionRow> faults;
        for (const SessionRow &row : rows) {
            story.add(row, wanted(row));
            if (row.kind == "fault" && wanted(row))
                faults.push_back(row);
        }
        story.finish();
        return reproductionOf(story, faults, fromMs * 1'000'000, upToMs * 1'000'000);
    }

    static Reproduction all(const std::vector<SessionRow> &rows)
    {
        return reproduction(rows, [](const SessionRow &) { return true; });
    }

    // "open a, publish k3f9-1, …"
    static QByteArray textOf(const Reproduction &reproduction)
    {
        static constexpr const char *Names[] = {"open", "close", "send", "ack", "poll", "publish", "fault", "unfault"};
        QByteArrayList steps;
        for (const ReproductionStep &step : reproduction.steps)
            steps += QByteArray(Names[std::size_t(step.what)]) + ' ' + step.client + step.id + step.fault;
        return steps.join(", ");
    }

private Q_SLOTS:
    void tellsTheWhole()
    {
        const Reproduction whole = all(story());
        QCOMPARE(textOf(whole), QByteArray("open a, open b, publish k3f9-1, publish k3f9-2, publish k3f9-3, close a"));
        const ReproductionStep &open = whole.steps[0];
        QCOMPARE(open.query, QByteArray("room=x&clientId=a"));
        QCOMPARE(*open.cursor, QByteArray("k3f9-7")); // the header's
        QCOMPARE(whole.steps[2].body,
                 QByteArray("{\"to\":[\"user:alice\",\"room:lobby\"],\"type\":\"news\",\"data\":{\"n\":1}}"));
        QCOMPARE(whole.steps[2].ns, qint64(30'000'000)); // when it was first sent
        QCOMPARE(whole.steps[5].events, quint64(2));
        QCOMPARE(whole.clients.size(), std::size_t(2));
        QCOMPARE(whole.clients[1].events, quint64(2));
    }

    void takesASelection_data()
    {
        QTest::addColumn<QByteArray>("client");
        QTest::addColumn<quint64>("event");
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("upTo");
        QTest::addColumn<QByteArray>("steps");
        // A client has all that it got; an event has all who got it, with that event alone.
        QTest::newRow("a client") << QByteArray("a") << quint64(0) << 0 << 1000
                                  << QByteArray("open a, publish k3f9-1, publish k3f9-2, close a");
        QTest::newRow("an event") << QByteArray() << quint64(3) << 0 << 1000 << QByteArray("open b, publish k3f9-3");
        QTest::newRow("a time") << QByteArray("a") << quint64(0) << 35 << 55 << QByteArray("open a, publish k3f9-2");
        QTest::newRow("after it left") << QByteArray("a") << quint64(0) << 61 << 1000 << QByteArray();
        QTest::newRow("nothing") << QByteArray("c") << quint64(0) << 0 << 1000 << QByteArray();
    }
    void takesASelection()
    {
        QFETCH(const QByteArray, client);
        QFETCH(const quint64, event);
        QFETCH(const int, from);
        QFETCH(const int, upTo);
        QFETCH(const QByteArray, steps);
        const auto wanted = [&](const SessionRow &row) {
            return (!client.isEmpty() && row.client == client) || (event != 0 && row.seq == Seq{event});
        };
        QCOMPARE(textOf(reproduction(story(), wanted, from, upTo)), steps);
    }

    void leavesOutWhatCannotBePublished()
    {
        std::vector<SessionRow> rows = {eventRow(1, 1, "{\"n\":"), eventRow(2, 2, "1"), eventRow(3, 3, "1"), eventRow(4, 4, "2")};
        rows[1].type = "hub.gap";
        rows[2].to.clear();
        const Reproduction reproduction = all(rows);
        QCOMPARE(textOf(reproduction), QByteArray("publish k3f9-4"));
        QCOMPARE(reproduction.leftOut, quint64(3));
        QVERIFY(scriptOf(reproduction).contains("3 events are left out"));
    }

    void pairsFaults()
    {
        std::vector<SessionRow> rows
            = {sessionRow(1, "fault", "removed"), sessionRow(2, "fault", "added"), sessionRow(3, "fault", "on"),
               sessionRow(4, "fault", "added"), sessionRow(5, "fault", "removed")};
        const char *causes[] = {"fault 1", "fault 2", "fault 2 latency", "fault 3", "fault 2"};
        for (std::size_t i = 0; i < rows.size(); ++i)
            rows[i].cause = causes[i];
        rows[1].data = "{\"what\":{\"kind\":\"lose\"}}";
        rows[3].data = "no JSON";
        const Reproduction reproduction = all(rows);
        QCOMPARE(textOf(reproduction), QByteArray("fault fault 2, unfault fault 2"));
        QCOMPARE(reproduction.steps[0].body, rows[1].data);
    }

    // Whatever is in a file, a page's script ends where it should, and a shell gets it as one word.
    void quotes()
    {
        const Reproduction whole = all(story());
        const QByteArray page = pageOf(whole);
        QCOMPARE(page.count("</script>"), 1);
        QVERIFY(page.contains("it\\'s \\x3c/script>"));
        QVERIFY(curlLinesOf(whole).contains(
            "'{\"to\":[\"user:alice\",\"room:lobby\"],\"type\":\"news\",\"data\":\"it'\\''s </script>\\\\\"}'"));
        QVERIFY(curlLinesOf(whole).contains("listen 1 'a' '\"reproducer\"' 'room=x&clientId=a' last\n"));
    }

    void takesNoAddressThatIsNone_data()
    {
        QTest::addColumn<QByteArray>("hub");
        QTest::addColumn<QByteArray>("address");
        QTest::newRow("as it was") << QByteArray("https://localhost:8443") << QByteArray("https://localhost:8443");
        QTest::newRow("none") << QByteArray() << QByteArray("http://127.0.0.1:8090");
        QTest::newRow("a command") << QByteArray("$(evil)") << QByteArray("http://127.0.0.1:8090");
        QTest::newRow("a command in an address") << QByteArray("http://host:1/$(evil)") << QByteArray("http://host:1");
        QTest::newRow("a line end") << QByteArray("http://host:1\nevil") << QByteArray("http://127.0.0.1:8090");
    }
    void takesNoAddressThatIsNone()
    {
        QFETCH(const QByteArray, hub);
        QFETCH(const QByteArray, address);
        Reproduction reproduction;
        reproduction.head.hub = hub;
        QVERIFY2(curlLinesOf(reproduction).contains("\nurl=${PUSHSCOPE_URL:-" + address + "}\n"),
                 curlLinesOf(reproduction).constData());
        QVERIFY(!curlLinesOf(reproduction).contains("evil"));
    }
};

QTEST_GUILESS_MAIN(TestReproduction)
#include "tst_reproduction.moc"
