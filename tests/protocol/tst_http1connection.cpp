// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1connection.h"

#include "casefile.h"
#include "support/fakeclock.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

Http1Connection::Limits smallLimits()
{
    Http1Connection::Limits limits;
    limits.headBytes = 600;
    limits.targetBytes = 100;
    limits.fieldCount = 8;
    limits.bodyBytes = 50;
    return limits;
}

// The owner of a connection as the cases need it: writes events down and answers every request with an empty 200, and
// every fault with its status.
class Answerer
{
public:
    explicit Answerer(QByteArrayView continueAnswer = {})
        : m_answerAtHead(continueAnswer == "at-head")
    {
    }

    void feed(const QByteArray &piece)
    {
        m_waiting += piece;
        for (;;) {
            const qsizetype taken = m_connection.feed(m_waiting, m_clock.now());
            m_waiting.remove(0, taken);
            const bool answered = drain();
            if (!answered || m_waiting.isEmpty())
                return;
        }
    }
    void feedEnd()
    {
        m_connection.feedEnd();
        drain();
    }
    [[nodiscard]] ProtocolOutcome outcome() const { return {m_events, m_output}; }

private:
    bool drain()
    {
        bool answered = false;
        while (const auto event = m_connection.nextEvent()) {
            std::visit([this](const auto &e) { write(e); }, *event);
            if (isTurnToAnswer(*event))
                answered = answer(std::get_if<ProtocolError>(&*event)) || answered;
            m_output += m_connection.takeOutput();
        }
        m_output += m_connection.takeOutput();
        return answered;
    }
    [[nodiscard]] bool isTurnToAnswer(const Http1Connection::Event &event) const
    {
        return std::holds_alternative<ProtocolError>(event)
            || (m_answerAtHead ? std::holds_alternative<RequestHead>(event) : std::holds_alternative<MessageEnd>(event));
    }
    bool answer(const ProtocolError *error)
    {
        ResponseHead head;
        head.status = error ? error->code : 200;
        head.contentLength = 0;
        return m_connection.send(head) && m_connection.send(Http1Connection::ResponseEnd{});
    }

    void write(const RequestHead &head)
    {
        m_events.append("head " + head.method + ' ' + head.target + ' ' + head.version);
        for (const HttpField &field : head.fields)
            m_events.append("field " + field.name + ": " + escapedOctets(field.value));
    }
    void write(const BodyChunk &chunk)
    {
        if (m_events.isEmpty() || !m_events.last().startsWith("body "))
            m_events.append("body ");
        m_events.last() += escapedOctets(chunk.octets);
    }
    void write(const MessageEnd &) { m_events.append("end"); }
    void write(const PeerClosed &) { m_events.append("closed"); }
    void write(const ProtocolError &error) { m_events.append("error " + QByteArray::number(error.code) + ' ' + error.section); }

    FakeClock m_clock;
    Http1Connection m_connection{smallLimits(), m_clock.now()};
    QByteArray m_waiting;
    QList<QByteArray> m_events;
    QByteArray m_output;
    bool m_answerAtHead;
};

ProtocolOutcome runCase(const ProtocolCase &one, const QList<QByteArray> &pieces)
{
    Answerer answerer(one.options.value("answer"));
    for (const QByteArray &piece : pieces)
        answerer.feed(piece);
    if (one.options.contains("end"))
        answerer.feedEnd();
    return answerer.outcome();
}

const QByteArray Get = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

} // namespace

class TestHttp1Connection : public QObject
{
    Q_OBJECT

    FakeClock m_clock;

    // A connection that has read `request` and handed out its events.
    std::unique_ptr<Http1Connection> connectionAfter(const QByteArray &request)
    {
        auto connection = std::make_unique<Http1Connection>(Http1Connection::Limits(), m_clock.now());
        if (connection->feed(request, m_clock.now()) != request.size())
            qFatal("the request was not taken");
        while (connection->nextEvent()) { }
        return connection;
    }
    static ResponseHead answerOf(int status, std::optional<qsizetype> length = std::nullopt, QList<HttpField> fields = {})
    {
        return ResponseHead{status, std::move(fields), length};
    }

private Q_SLOTS:
    void cases_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<int>("index");
        for (const char *file : {"http1-requests.txt", "http1-refused.txt", "http1-framing.txt"}) {
            const auto cases = readCases(file);
            QVERIFY(!cases.isEmpty());
            for (int i = 0; i < cases.size(); ++i)
                QTest::addRow("%s: %s", file, cases[i].name.constData()) << QByteArray(file) << i;
        }
    }
    void cases()
    {
        QFETCH(QByteArray, file);
        QFETCH(int, index);
        const ProtocolCase one = readCases(file)[index];
        const ProtocolOutcome whole = runCase(one, {one.input});
        QCOMPARE(whole.events.join('\n'), one.events.join('\n'));
        if (one.output)
            QCOMPARE(escapedOctets(whole.output), escapedOctets(*one.output));
        const auto difference = findSplitDifference(one.input, [&](const auto &pieces) { return runCase(one, pieces); });
        QVERIFY2(!difference, difference.value_or(QByteArray()).constData());
    }

    void aPipelinedRequestWaitsForTheAnswer()
    {
        Http1Connection connection({}, m_clock.now());
        QCOMPARE(connection.feed(Get + Get, m_clock.now()), Get.size());
        QVERIFY(!connection.wantsRead());
        QVERIFY(connection.wantsWrite());
        QCOMPARE(connection.feed(Get, m_clock.now()), 0);
        QVERIFY(connection.send(answerOf(204)));
        QVERIFY(connection.send(Http1Connection::ResponseEnd{}));
        QCOMPARE(connection.feed(Get, m_clock.now()), Get.size());
    }

    void aFaultAtTheFirstOctetIsTaken()
    {
        Http1Connection connection({}, m_clock.now());
        QCOMPARE(connection.feed("\n", m_clock.now()), 1);
        QVERIFY(std::holds_alternative<ProtocolError>(*connection.nextEvent()));
        QCOMPARE(connection.feed("x", m_clock.now()), 0);
    }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("length"); // -1: not known
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<bool>("goesOn");
        const QByteArray get10 = "GET / HTTP/1.0\r\n\r\n";
        const QByteArray keep10 = "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n";
        const QByteArray head = "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n";
        const QByteArray close = "GET / HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n";
        QTest::newRow("length") << Get << 200 << 2 << QByteArray("ok")
                                << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok") << true;
        QTest::newRow("chunks") << Get << 200 << -1 << QByteArray("hello world!!!!!")
                                << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                                              "10\r\nhello world!!!!!\r\n0\r\n\r\n")
                                << true;
        QTest::newRow("no body") << Get << 204 << -1 << QByteArray("dropped") << QByteArray("HTTP/1.1 204 No Content\r\n\r\n")
                                 << true;
        QTest::newRow("not modified") << Get << 304 << -1 << QByteArray("dropped")
                                      << QByteArray("HTTP/1.1 304 Not Modified\r\n\r\n") << true;
        QTest::newRow("HEAD") << head << 200 << 5 << QByteArray("dropped")
                              << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n") << true;
        QTest::newRow("close asked") << close << 200 << 0 << QByteArray()
                                     << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n") << false;
        QTest::newRow("HTTP/1.0, length") << get10 << 200 << 2 << QByteArray("ok")
                                          << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok")
                                          << false;
        QTest::newRow("HTTP/1.0, no length")
            << keep10 << 200 << -1 << QByteArray("ok") << QByteArray("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nok") << false;
        QTest::newRow("HTTP/1.0, keep-alive")
            << keep10 << 200 << 2 << QByteArray("ok")
            << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: keep-alive\r\n\r\nok") << true;
    }
    void answers()
    {
        QFETCH(QByteArray, request);
        QFETCH(int, status);
        QFETCH(int, length);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, output);
        QFETCH(bool, goesOn);
        const auto connection = connectionAfter(request);
        QVERIFY(connection->send(answerOf(status, length < 0 ? std::nullopt : std::optional<qsizetype>(length))));
        QVERIFY(connection->send(BodyChunk{body}));
        QVERIFY(connection->send(Http1Connection::ResponseEnd{}));
        QCOMPARE(connection->takeOutput(), output);
        QCOMPARE(connection->wantsRead(), goesOn);
        QVERIFY(!connection->wantsWrite());
    }

    void whatCannotBeSent()
    {
        Http1Connection connection({}, m_clock.now());
        QVERIFY(!connection.send(answerOf(200))); // no request yet
        connection.feed(Get, m_clock.now());
        QVERIFY(!connection.send(BodyChunk{"x"})); // no head yet
        QVERIFY(!connection.send(Http1Connection::ResponseEnd{}));
        QVERIFY(!connection.send(answerOf(100)));
        for (const char *value : {"a\r\nb: c", "a\nb", "a\rb"})
            QVERIFY(!connection.send(answerOf(200, 0, {{"x", value}})));
        QVERIFY(!connection.send(answerOf(200, 0, {{"x", QByteArray("a\0b", 3)}})));
        QVERIFY(!connection.send(answerOf(200, 0, {{"x y", "a"}})));
        QVERIFY(!connection.send(answerOf(200, 0, {{"", "a"}})));
        QVERIFY(connection.takeOutput().isEmpty());
        QVERIFY(connection.send(answerOf(200, 3)));
        QVERIFY(!connection.send(answerOf(200, 3))); // one head
        QVERIFY(!connection.send(BodyChunk{"four"}));
        QVERIFY(connection.send(BodyChunk{"two"}));
        QVERIFY(connection.send(Http1Connection::ResponseEnd{}));
        QVERIFY(!connection.send(Http1Connection::ResponseEnd{}));
    }

    void anAnswerThatIsTooShortEndsTheConnection()
    {
        const auto connection = connectionAfter(Get);
        QVERIFY(connection->send(answerOf(200, 3)));
        QVERIFY(connection->send(BodyChunk{"a"}));
        QVERIFY(!connection->send(Http1Connection::ResponseEnd{}));
        QVERIFY(!connection->wantsRead());
    }

    void framingFieldsOfTheCallerAreLeftOut()
    {
        const auto connection = connectionAfter(Get);
        QVERIFY(connection->send(answerOf(200, 2, {{"Content-Length", "7"}, {"transfer-encoding", "chunked"}, {"x", "y"}})));
        QCOMPARE(connection->takeOutput(), QByteArray("HTTP/1.1 200 OK\r\nx: y\r\nContent-Length: 2\r\n\r\n"));
    }

    void switchedProtocolsAreNotFramed()
    {
        const auto connection = connectionAfter(Get);
        QVERIFY(connection->send(answerOf(101, std::nullopt, {{"upgrade", "websocket"}, {"connection", "Upgrade"}})));
        QVERIFY(connection->send(BodyChunk{QByteArray("\x81\x00", 2)}));
        QCOMPARE(connection->takeOutput(),
                 QByteArray("HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\n\r\n\x81\x00", 79));
        QVERIFY(!connection->isChunked());
        QVERIFY(!connection->deadline());
        QCOMPARE(connection->feed("x", m_clock.now()), 0);
    }

    void chunksOfAStreamCanBeMadeOnce()
    {
        const auto connection = connectionAfter(Get);
        QVERIFY(!connection->isChunked());
        QVERIFY(connection->send(answerOf(200)));
        QVERIFY(connection->isChunked());
        QCOMPARE(Http1Connection::chunkOf(QByteArray(26, 'x')), "1a\r\n" + QByteArray(26, 'x') + "\r\n");
        QVERIFY(!connection->deadline());
    }

    void aHundredContinueIsSentWhenTheBodyIsWanted()
    {
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-Continue\r\n\r\n";
        Http1Connection connection({}, m_clock.now());
        connection.feed(head, m_clock.now());
        QVERIFY(connection.nextEvent());
        QVERIFY(connection.takeOutput().isEmpty()); // the owner may still refuse
        QVERIFY(!connection.nextEvent());
        QCOMPARE(connection.takeOutput(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
        QVERIFY(!connection.nextEvent());
        QVERIFY(connection.takeOutput().isEmpty());
        connection.feed("ok", m_clock.now());
        QCOMPARE(*connection.nextEvent(), Http1Connection::Event(BodyChunk{"ok"}));
    }

    void aRefusalBeforeTheBodyClosesInsteadOfContinuing()
    {
        const auto refuseAtHead = [this](const QByteArray &octets) {
            auto connection = std::make_unique<Http1Connection>(Http1Connection::Limits(), m_clock.now());
            connection->feed(octets, m_clock.now());
            std::ignore = connection->nextEvent();
            std::ignore = connection->send(answerOf(401, 0));
            std::ignore = connection->send(Http1Connection::ResponseEnd{});
            while (connection->nextEvent()) { }
            return connection;
        };
        const QByteArray head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n";
        const auto early = refuseAtHead(head);
        QCOMPARE(early->takeOutput(), QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        QVERIFY(!early->wantsRead());
        // With its body there, the request is complete and the connection goes on.
        const auto late = refuseAtHead(head + "ok");
        QCOMPARE(late->takeOutput(), QByteArray("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n"));
        QVERIFY(late->wantsRead());
    }

    void deadlines()
    {
        const Http1Connection::Limits limits;
        Http1Connection connection(limits, m_clock.now());
        const TimePoint start = m_clock.now();
        QCOMPARE(*connection.deadline(), start + limits.headTimeout);
        m_clock.advance(9s);
        connection.feed("POST / HTTP/1.1\r\n", m_clock.now());
        QCOMPARE(*connection.deadline(), start + limits.headTimeout); // a slow head gets no more
        connection.feed("Host: a\r\nContent-Length: 2\r\n\r\n", m_clock.now());
        QCOMPARE(*connection.deadline(), m_clock.now() + limits.bodyTimeout);
        m_clock.advance(20s);
        connection.feed("o", m_clock.now());
        QCOMPARE(*connection.deadline(), m_clock.now() + limits.bodyTimeout);
        connection.feed("k", m_clock.now());
        QVERIFY(!connection.deadline());
        m_clock.advance(100s);
        QVERIFY(connection.send(answerOf(200, 0)));
        QVERIFY(connection.send(Http1Connection::ResponseEnd{}, m_clock.now()));
        QCOMPARE(*connection.deadline(), m_clock.now() + limits.idleTimeout);
        m_clock.advance(70s);
        connection.feed("G", m_clock.now());
        QCOMPARE(*connection.deadline(), m_clock.now() + limits.headTimeout);
    }

    void aLateHeadIsAnswered408()
    {
        Http1Connection connection({}, m_clock.now());
        connection.feed("GET / HT", m_clock.now());
        connection.onDeadline(m_clock.now() + 9s); // too early
        QVERIFY(!connection.nextEvent());
        connection.onDeadline(m_clock.now() + 10s);
        QCOMPARE(std::get<ProtocolError>(*connection.nextEvent()).code, 408);
        QVERIFY(!connection.wantsRead());
        QVERIFY(connection.send(answerOf(408, 0)));
        QVERIFY(connection.send(Http1Connection::ResponseEnd{}));
        QVERIFY(connection.takeOutput().contains("Connection: close"));
        QVERIFY(!connection.wantsWrite());
    }

    void anIdleConnectionEndsWithoutAnAnswer()
    {
        const auto connection = connectionAfter(Get);
        QVERIFY(connection->send(answerOf(200, 0)));
        QVERIFY(connection->send(Http1Connection::ResponseEnd{}, m_clock.now()));
        std::ignore = connection->takeOutput();
        connection->onDeadline(m_clock.now() + 75s);
        QCOMPARE(*connection->nextEvent(), Http1Connection::Event(PeerClosed{}));
        QVERIFY(!connection->wantsRead());
        QVERIFY(!connection->wantsWrite());
    }

    void theLastAnswerSaysSo()
    {
        const auto connection = connectionAfter(Get);
        connection->closeAfterResponse();
        QVERIFY(connection->send(answerOf(200, 0, {{"connection", "keep-alive"}})));
        QVERIFY(connection->send(Http1Connection::ResponseEnd{}));
        QCOMPARE(connection->takeOutput(), QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        QVERIFY(!connection->wantsRead());
    }

    void aHalfClosedPeerStillGetsItsAnswer()
    {
        const auto connection = connectionAfter(Get);
        connection->feedEnd();
        QCOMPARE(*connection->nextEvent(), Http1Connection::Event(PeerClosed{}));
        QVERIFY(!connection->nextEvent());
        QVERIFY(connection->wantsWrite());
        QVERIFY(connection->send(answerOf(200, 0)));
        QVERIFY(connection->send(Http1Connection::ResponseEnd{}));
        QVERIFY(connection->takeOutput().contains("Connection: close"));
        QVERIFY(!connection->wantsWrite());
    }
};

QTEST_APPLESS_MAIN(TestHttp1Connection)
#include "tst_http1connection.moc"
