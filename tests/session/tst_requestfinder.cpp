// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/requestfinder.h"
#include "sessionfixture.h"

#include <QTemporaryDir>

using namespace pushscope;

class TestRequestFinder : public QObject
{
    Q_OBJECT

    // A file that is written while it is read, as that of a hub that runs.
    struct Session {
        QTemporaryDir folder;
        std::unique_ptr<SessionWriter> writer;

        Session()
        {
            auto made = SessionWriter::create(path(), sessionHead());
            if (made)
                writer = std::move(*made);
        }
        [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("s.pushscope")); }
        void add(const SessionRow &row) { QVERIFY(writer->add(row)); }
        void request(qint64 ms, WireFact::What what, int status, const QByteArray &head, const QByteArray &peer,
                     const QByteArray &answer = {})
        {
            WireRecord record;
            record.monoNs = ms * 1'000'000;
            record.wall = SessionStart + Milliseconds(ms);
            record.fact.what = what;
            record.fact.status = status;
            record.fact.peer = peer;
            record.fact.requestHead = head;
            record.fact.answerHead = "HTTP/1.1 " + QByteArray::number(status) + " OK\r\nCache-Control: no-store\r\n\r\n";
            record.fact.payload = answer;
            add(sessionRowOf(record));
        }
        void stream(qint64 ms, const QByteArray &head, const QByteArray &peer)
        {
            request(ms, WireFact::What::Stream, 200, head, peer);
        }
        void answer(qint64 ms, const QByteArray &head, const QByteArray &peer, const QByteArray &body = "{}")
        {
            request(ms, WireFact::What::Answer, 200, head, peer, body);
        }
        void open(qint64 ms, const QByteArray &client, const QByteArray &peer, quint64 connection)
        {
            SessionRow row = sessionRow(ms, "conn", "open");
            row.client = client;
            row.connection = connection;
            row.form = SessionRow::Form::Text;
            row.data = peer + " agent/1.0";
            add(row);
        }
        void pass(qint64 fromMs, quint64 rows) // of no concern
        {
            for (quint64 i = 0; i < rows; ++i)
                add(eventRow(fromMs + qint64(i), i + 1, "null"));
        }
        std::vector<FoundRequest> find(const RequestQuestion &question)
        {
            if (!writer->commit())
                return {};
            auto reader = SessionReader::open(path());
            return reader ? findRequests(**reader, question) : std::vector<FoundRequest>();
        }
    };

    static RequestQuestion aboutClient(const QByteArray &client, const QByteArray &address, qint64 connectedMs, qint64 upToMs)
    {
        RequestQuestion question;
        question.client = client;
        question.address = address;
        question.connectedAt = SessionStart + Milliseconds(connectedMs);
        question.upTo = SessionStart + Milliseconds(upToMs);
        return question;
    }

private Q_SLOTS:
    void theRequestThatOpenedTheConnection()
    {
        Session s;
        s.stream(10, "GET /events?token=secret&room=a%20b HTTP/1.1\r\nHost: hub\r\nCookie: k=v\r\n\r\n", "127.0.0.1:5");
        s.open(10, "one", "127.0.0.1:5", 1);
        s.stream(20, "GET /events?token=other HTTP/1.1\r\nHost: hub\r\n\r\n", "127.0.0.1:6");
        s.open(20, "two", "127.0.0.1:6", 2);
        const auto found = s.find(aboutClient("one", "127.0.0.1:5", 10, 1000));
        QCOMPARE(found.size(), 1u);
        const WireExchange &exchange = found.front().exchange;
        QVERIFY(exchange.isStream);
        QCOMPARE(exchange.status, 200);
        QCOMPARE(found.front().at, SessionStart + Milliseconds(10));
        QVERIFY2(!exchange.requestHead.contains("secret") && !exchange.requestHead.contains("k=v"), exchange.requestHead);
        QCOMPARE(requestQuery(exchange.requestHead, "room"), QByteArray("a b"));
        QVERIFY(exchange.answerHead.contains("Cache-Control: no-store"));
    }

    // Several streams of HTTP/2 come from one address: each belongs to the connection that opened next.
    void streamsOfOneAddress()
    {
        Session s;
        for (int i = 0; i < 3; ++i) {
            s.stream(10 + i, "GET /events?room=" + QByteArray::number(i) + " HTTP/2\r\n\r\n", "127.0.0.1:5");
            s.open(10 + i, "tab-" + QByteArray::number(i), "127.0.0.1:5", quint64(i) + 1);
        }
        const auto found = s.find(aboutClient("tab-1", "127.0.0.1:5", 11, 1000));
        QCOMPARE(found.size(), 1u);
        QCOMPARE(requestQuery(found.front().exchange.requestHead, "room"), QByteArray("1"));
        QCOMPARE(found.front().exchange.version, QByteArray("2"));
    }

    void pollsAndRefusalsNewestFirst()
    {
        Session s;
        s.answer(10, "GET /api/poll?clientId=p HTTP/1.1\r\n\r\n", "127.0.0.1:5");
        s.open(10, "p", "127.0.0.1:5", 1);
        s.answer(20, "GET /api/poll?cursor=k3f9-1 HTTP/1.1\r\n\r\n", "127.0.0.1:5"); // over the same connection
        s.request(30, WireFact::What::Answer, 401, "GET /api/poll?clientId=p HTTP/1.1\r\n\r\n", "127.0.0.1:9");
        s.answer(40, "GET /api/poll?clientId=q HTTP/1.1\r\n\r\n", "127.0.0.1:5"); // another client's, by a proxy
        const auto found = s.find(aboutClient("p", "127.0.0.1:5", 10, 1000));
        QCOMPARE(found.size(), 3u);
        QCOMPARE(found[0].exchange.status, 401);
        QCOMPARE(requestQuery(found[1].exchange.requestHead, "cursor"), QByteArray("k3f9-1"));
        const auto before = s.find(aboutClient("p", "127.0.0.1:5", 10, 25)); // as a recorded session at that time
        QCOMPARE(before.size(), 2u);
    }

    void aConnectionThatOpenedLongAgo()
    {
        Session s;
        s.stream(10, "GET /events HTTP/1.1\r\n\r\n", "127.0.0.1:5");
        s.open(10, "one", "127.0.0.1:5", 1);
        s.pass(1000, MostRequestRows + 5000);
        const auto found = s.find(aboutClient("one", "127.0.0.1:5", 10, 1'000'000));
        QCOMPARE(found.size(), 1u);
    }

    void theRequestThatPublished()
    {
        Session s;
        s.pass(0, 5);
        s.answer(100, "POST /api/publish HTTP/1.1\r\nAuthorization: Bearer a.b.c\r\n\r\n", "127.0.0.1:7", "{\"id\":\"k3f9-41\"}");
        s.answer(101, "POST /api/publish HTTP/1.1\r\n\r\n", "127.0.0.1:7", "{\"results\":[{\"id\":\"k3f9-42\"}]}");
        s.answer(102, "GET /api/poll HTTP/1.1\r\n\r\n", "127.0.0.1:8", "{\"events\":[{\"id\":\"k3f9-42\"}]}");
        RequestQuestion question;
        question.event = "k3f9-42";
        question.eventAt = SessionStart + Milliseconds(100);
        question.upTo = SessionStart + Milliseconds(5000);
        const auto batch = s.find(question);
        QCOMPARE(batch.size(), 1u);
        QVERIFY(batch.front().ofEvent);
        QVERIFY(batch.front().exchange.answerBody.contains("results"));
        question.event = "k3f9-4"; // no part of an id is taken for it
        QVERIFY(s.find(question).empty());
        question.event = "k3f9-41";
        const auto single = s.find(question);
        QCOMPARE(single.size(), 1u);
        QVERIFY2(!single.front().exchange.requestHead.contains("a.b.c"), single.front().exchange.requestHead);
    }

    void parameters_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QList<QueryMember>>("parameters");
        using Parameters = QList<QueryMember>;
        QTest::newRow("none") << QByteArray("GET /events HTTP/1.1\r\n") << Parameters{};
        QTest::newRow("several") << QByteArray("GET /events?a=1&b=x%26y+z&a=2 HTTP/1.1\r\n")
                                 << Parameters{{"a", "1"}, {"b", "x&y z"}, {"a", "2"}};
        QTest::newRow("without a value") << QByteArray("GET /?a&&b= HTTP/1.1\r\n") << Parameters{{"a", {}}, {"b", {}}};
        QTest::newRow("no request") << QByteArray("?a=1") << Parameters{};
        QTest::newRow("nothing") << QByteArray() << Parameters{};
    }
    void parameters()
    {
        QFETCH(QByteArray, head);
        QFETCH(QList<QueryMember>, parameters);
        QCOMPARE(requestParameters(head), parameters);
    }
};

QTEST_GUILESS_MAIN(TestRequestFinder)
#include "tst_requestfinder.moc"
