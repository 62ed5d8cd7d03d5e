// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2connection.h"

#include "casefile.h"
#include "http2cases.h"
#include "support/fakeclock.h"
#include "support/http2frames.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

QByteArray coreText(const Http2Connection::Event &event, const ProtocolError &error)
{
    return "error " + QByteArray::number(event.stream) + ' ' + QByteArray::number(error.code) + ' ' + error.section;
}

// The owner of a connection as the cases need it: see http2cases.h.
class Answerer
{
public:
    explicit Answerer(Http2Connection::Limits limits = {})
        : connection(limits, clock.now())
    {
    }

    void feed(const QByteArray &octets)
    {
        connection.feed(octets, clock.now());
        drain();
    }
    void drain()
    {
        output += takeAll();
        while (const auto event = connection.nextEvent()) {
            note(*event);
            output += takeAll();
        }
    }
    [[nodiscard]] QByteArray takeAll()
    {
        QByteArray all;
        for (SharedBytes piece = connection.takeOutput(); !piece.isEmpty(); piece = connection.takeOutput())
            all += piece;
        return all;
    }
    [[nodiscard]] QList<QByteArray> frames()
    {
        QList<QByteArray> texts;
        for (const http2::Frame &frame : http2::takeFrames(output))
            texts.append(frame.text());
        return texts;
    }
    void answer(qint32 stream, int status, const QByteArray &body)
    {
        ResponseHead head;
        head.status = status;
        head.contentLength = body.size();
        // Refused where the stream has ended meanwhile.
        if (connection.send(stream, head) && connection.send(stream, BodyChunk{body}))
            (void)connection.send(stream, Http2Connection::StreamEnd{});
    }

    FakeClock clock;
    Http2Connection connection;
    QList<QByteArray> events;
    QByteArray output;
    QHash<qint32, QByteArray> targets;
    QHash<qint32, int> statuses;

private:
    void note(const Http2Connection::Event &event)
    {
        const QByteArray stream = QByteArray::number(event.stream);
        if (const auto *head = std::get_if<RequestHead>(&event.what)) {
            targets[event.stream] = head->target;
            QByteArray text = "head " + stream + ' ' + head->method + ' ' + head->target;
            for (const HttpField &field : head->fields)
                text += ' ' + field.name + '=' + field.value.left(20);
            events.append(text);
        } else if (const auto *chunk = std::get_if<BodyChunk>(&event.what)) {
            const QByteArray begun = "body " + stream + ' ';
            if (events.isEmpty() || !events.last().startsWith(begun))
                events.append(begun);
            events.last() += chunk->octets;
        } else if (std::holds_alternative<MessageEnd>(event.what)) {
            events.append("end " + stream);
            if (targets.value(event.stream) != "/hold") {
                statuses[event.stream] = 200;
                answer(event.stream, 200, "hello");
            }
        } else if (const auto *error = std::get_if<ProtocolError>(&event.what)) {
            events.append(coreText(event, *error));
            if (error->code >= 400) {
                statuses[event.stream] = error->code;
                answer(event.stream, error->code, "no");
            }
        } else if (const auto *closed = std::get_if<Http2Connection::StreamClosed>(&event.what)) {
            events.append("closed " + stream + ' ' + QByteArray::number(int(closed->code)));
        } else if (std::holds_alternative<PeerClosed>(event.what)) {
            events.append("peer closed");
        }
    }
};

// What the case asks for, found in what came.
bool isMet(const QByteArray &expected, const QList<QByteArray> &frames, const Answerer &answerer)
{
    const auto begins = [&frames](const QByteArray &start) {
        return std::any_of(frames.begin(), frames.end(), [&](const QByteArray &text) { return text.startsWith(start); });
    };
    const bool probed = frames.contains("ping probe--- ack");
    if (expected.startsWith("goaway"))
        return frames.contains(expected) && !probed && !answerer.connection.wantsRead() && !answerer.connection.wantsWrite();
    if (expected == "closed")
        return !begins("goaway") && !answerer.connection.wantsRead() && !answerer.connection.wantsWrite();
    if (begins("goaway") || !probed || !answerer.connection.wantsRead())
        return false;
    if (expected.startsWith("rst"))
        return frames.contains(expected);
    if (expected == "alive")
        return !begins("rst");
    const QList<QByteArray> words = expected.split(' ');
    return answerer.statuses.value(words[1].toInt()) == words[2].toInt() && begins("headers " + words[1]);
}

ProtocolOutcome run(const QList<QByteArray> &pieces)
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::settingsAck());
    for (const QByteArray &piece : pieces)
        answerer.feed(piece);
    QList<QByteArray> told;
    for (const QByteArray &text : answerer.frames()) {
        if (text.startsWith("goaway"))
            told = {text}; // what left before it depends on the pieces
        else if (text.startsWith("rst"))
            told.append(text);
    }
    // An answer may be complete before or after a fault that came in the same piece, and octets given before it that are part of
    // it.
    const bool faulted = answerer.events.join('\n').contains("error");
    answerer.events.removeIf(
        [&](const QByteArray &event) { return event.startsWith("closed") || (faulted && event.startsWith("body")); });
    return {answerer.events + told, {}};
}

} // namespace

class TestHttp2Connection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void conformance_data();
    void conformance();
    void splits_data();
    void splits();
    void prefaces_data();
    void prefaces();
    void beginsWithSettings();
    void givesRequests();
    void expectsContinue();
    void sharesWindowsFairly();
    void stalledStreamStopsNoSibling();
    void manyStreamsOneOutput();
    void sendsSharedOctetsUncopied();
    void endsEarlyAnswers();
    void refusesLargeBodies();
    void tunnels();
    void resets();
    void ignoresWhatComesAfterItsReset();
    void goesAway();
    void timesOut();
    void dropsHopFields();
    void boundsItsOutput();
    void beyondMaxConcurrentStreams();
    void unansweredPingsStopReading();
};

void TestHttp2Connection::conformance_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("expected");
    const QList<Http2Case> cases = http2Cases();
    for (const Http2Case &c : cases)
        QTest::newRow(c.name.constData()) << c.input << c.expected;
}

void TestHttp2Connection::conformance()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, expected);
    Answerer answerer;
    answerer.feed(http2::preface() + http2::settingsAck());
    answerer.feed(input);
    answerer.feed(http2::ping("probe---"));
    const QList<QByteArray> frames = answerer.frames();
    QVERIFY2(isMet(expected, frames, answerer),
             "expected " + expected + "; got " + frames.join(", ").left(2000) + "; events "
                 + answerer.events.join(", ").left(1000));
    // Each fault is an event, too, that names its section.
    const bool faulted = expected.startsWith("goaway") || expected.startsWith("rst");
    const auto isError = [](const QByteArray &text) { return text.startsWith("error ") && text.contains("RFC "); };
    QVERIFY(!faulted || std::any_of(answerer.events.begin(), answerer.events.end(), isError));
}

void TestHttp2Connection::splits_data()
{
    conformance_data();
}

void TestHttp2Connection::splits()
{
    QFETCH(const QByteArray, input);
    if (input.size() > 700) { // each point costs a connection
        const ProtocolOutcome whole = run({input});
        QList<QByteArray> pieces;
        for (qsizetype at = 0; at < input.size(); at += 7)
            pieces.append(input.mid(at, 7));
        const ProtocolOutcome split = run(pieces);
        for (qsizetype i = 0; i < whole.events.size(); ++i)
            QCOMPARE(split.events.value(i), whole.events[i]);
        QCOMPARE(split.events.size(), whole.events.size());
        return;
    }
    const auto difference = findSplitDifference(input, run);
    QVERIFY2(!difference, difference.value_or(QByteArray()).constData());
}

void TestHttp2Connection::prefaces_data()
{
    QTest::addColumn<QByteArray>("input");
    QTest::addColumn<QByteArray>("goaway"); // empty: none
    const QByteArray magic = Http2Connection::Preface.toByteArray();
    QTest::newRow("good") << http2::preface() << QByteArray();
    QTest::newRow("not yet whole") << magic.left(10) << QByteArray();
    QTest::newRow("no preface") << QByteArray("INVALID CONNECTION PREFACE\r\n\r\n") << QByteArray("goaway 1");
    QTest::newRow("wrong at the end") << magic.left(23) + "x" << QByteArray("goaway 1");
    QTest::newRow("no SETTINGS after it") << magic + http2::ping() << QByteArray("goaway 1");
    QTest::newRow("an ACK after it") << magic + http2::settingsAck() << QByteArray("goaway 1");
}

void TestHttp2Connection::prefaces()
{
    QFETCH(const QByteArray, input);
    QFETCH(const QByteArray, goaway);
    Answerer answerer;
    answerer.feed(input);
    QList<QByteArray> frames = answerer.frames();
    frames.removeIf([](const QByteArray &text) { return !text.startsWith("goaway"); });
    QCOMPARE(frames.value(0), goaway);
    QCOMPARE(answerer.connection.wantsRead(), goaway.isEmpty());
}

void TestHttp2Connection::beginsWithSettings()
{
    Answerer answerer;
    answerer.output += answerer.takeAll();
    const auto frames = http2::takeFrames(answerer.output);
    QVERIFY(!frames.isEmpty());
    QCOMPARE(frames.first().text(), QByteArray("settings"));
    QVERIFY(frames.first().payload.contains(http2::number(8, 2) + http2::number(1))); // RFC 8441 section 3
    QVERIFY(frames.first().payload.contains(http2::number(3, 2) + http2::number(1000)));
}

void TestHttp2Connection::givesRequests()
{
    Answerer answerer;
    const http2::Fields fields{{":method", "POST"}, {":scheme", "https"}, {":authority", "example"},
                               {":path", "/a?b"},   {"cookie", "x=1"},    {"cookie", "y=2"}};
    answerer.feed(http2::preface() + http2::headers(1, fields, 0x4) + http2::data(1, "he") + http2::data(1, "llo", 1));
    QCOMPARE(answerer.events,
             (QList<QByteArray>{"head 1 POST /a?b cookie=x=1 cookie=y=2 host=example", "body 1 hello", "end 1", "closed 1 0"}));
    QVERIFY(answerer.frames().contains("data 1 hello end"));
    QCOMPARE(answerer.connection.openStreams(), 0U);
}

void TestHttp2Connection::expectsContinue()
{
    Answerer answerer;
    const http2::Fields fields{
        {":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}, {"expect", "100-continue"}};
    answerer.feed(http2::preface() + http2::headers(1, fields, 0x4));
    QCOMPARE(answerer.frames().count("headers 1"), 1);
    answerer.feed(http2::data(1, "x", 1));
    const auto frames = answerer.frames();
    QCOMPARE(frames.count("headers 1"), 1);
    QVERIFY(frames.contains("data 1 hello end"));
}

void TestHttp2Connection::sharesWindowsFairly()
{
    Answerer answerer;
    // The connection's window, 65,535, is less than the two answers.
    answerer.feed(http2::preface() + http2::headers(1, http2::get("/hold")) + http2::headers(3, http2::get("/hold")));
    answerer.answer(1, 200, QByteArray(60'000, 'a'));
    answerer.answer(3, 200, QByteArray(60'000, 'b'));
    answerer.drain();
    qsizetype a = 0;
    qsizetype b = 0;
    for (const auto &frame : http2::takeFrames(answerer.output)) {
        if (frame.head.type == Http2FrameType::Data)
            (frame.head.stream == 1 ? a : b) += frame.payload.size();
    }
    QCOMPARE(a + b, 65'535);
    answerer.feed(http2::windowUpdate(0, 100'000));
    for (const auto &frame : http2::takeFrames(answerer.output)) {
        if (frame.head.type == Http2FrameType::Data)
            (frame.head.stream == 1 ? a : b) += frame.payload.size();
    }
    QCOMPARE(a, 60'000);
    QCOMPARE(b, 60'000);
}

void TestHttp2Connection::stalledStreamStopsNoSibling()
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::settings({{4, 10}}) + http2::windowUpdate(0, 1'000'000));
    answerer.feed(http2::headers(1, http2::get("/hold")) + http2::headers(3, http2::get("/hold"))
                  + http2::windowUpdate(3, 100'000));
    answerer.answer(1, 200, QByteArray(1000, 'a'));
    answerer.answer(3, 200, QByteArray(1000, 'b'));
    answerer.drain();
    const auto frames = answerer.frames();
    QVERIFY(frames.contains("data 1 " + QByteArray(10, 'a')));
    QVERIFY(frames.contains("data 3 " + QByteArray(1000, 'b') + " end"));
    QCOMPARE(answerer.connection.queuedBytes(1), 990);
    answerer.feed(http2::windowUpdate(1, 2000));
    QVERIFY(answerer.frames().contains("data 1 " + QByteArray(990, 'a') + " end"));
}

void TestHttp2Connection::manyStreamsOneOutput()
{
    Answerer answerer;
    QByteArray requests = http2::preface();
    for (quint32 stream = 1; stream < 200; stream += 2)
        requests += http2::headers(stream, http2::get("/hold"));
    answerer.feed(requests);
    const SharedBytes event = "id: 1\ndata: x\n\n";
    for (qint32 stream = 1; stream < 200; stream += 2) {
        QVERIFY(answerer.connection.send(stream, ResponseHead{}));
        QVERIFY(answerer.connection.send(stream, BodyChunk{event}));
    }
    (void)answerer.takeAll();
    for (qint32 stream = 1; stream < 200; stream += 2)
        QVERIFY(answerer.connection.send(stream, BodyChunk{event}));
    QByteArray once = answerer.connection.takeOutput();
    QCOMPARE(http2::takeFrames(once).size(), 100);
    QVERIFY(answerer.connection.takeOutput().isEmpty());
}

void TestHttp2Connection::sendsSharedOctetsUncopied()
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::headers(1, http2::get("/hold")));
    QVERIFY(answerer.connection.send(1, ResponseHead{}));
    const SharedBytes large(10'000, 'x');
    QVERIFY(answerer.connection.send(1, BodyChunk{large}));
    bool shared = false;
    for (SharedBytes piece = answerer.connection.takeOutput(); !piece.isEmpty(); piece = answerer.connection.takeOutput())
        shared = shared || piece.constData() == large.constData();
    QVERIFY(shared);
}

// The answer is whole before its request: RFC 9113 section 8.1.
void TestHttp2Connection::endsEarlyAnswers()
{
    Answerer answerer;
    answerer.feed(http2::preface()
                  + http2::headers(
                      1, {{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}, {"expect", "x"}}, 0x4));
    QCOMPARE(answerer.statuses.value(1), 417);
    QVERIFY(answerer.frames().contains("rst 1 0"));
    answerer.feed(http2::data(1, "late", 1) + http2::ping());
    const auto frames = answerer.frames();
    QVERIFY(frames.contains("ping 12345678 ack"));
    QCOMPARE(answerer.connection.openStreams(), 0U);
}

void TestHttp2Connection::refusesLargeBodies()
{
    Http2Connection::Limits limits;
    limits.bodyBytes = 100;
    Answerer answerer(limits);
    answerer.feed(http2::preface()
                  + http2::headers(1, {{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}}, 0x4));
    answerer.feed(http2::data(1, QByteArray(60, 'x')) + http2::data(1, QByteArray(60, 'x')) + http2::data(1, "x", 1));
    QCOMPARE(answerer.statuses.value(1), 413);
    QVERIFY(answerer.frames().contains("data 1 no end"));
}

void TestHttp2Connection::tunnels()
{
    Answerer answerer;
    const http2::Fields fields{
        {":method", "CONNECT"}, {":protocol", "websocket"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/hold"}};
    answerer.feed(http2::preface() + http2::headers(1, fields, 0x4) + http2::data(1, QByteArray(10'000, 'x')).repeated(4));
    QVERIFY(answerer.events.value(0).contains(":protocol=websocket"));
    QVERIFY(answerer.connection.send(1, ResponseHead{}));
    QVERIFY(answerer.connection.send(1, BodyChunk{"out"}));
    answerer.drain();
    auto frames = answerer.frames();
    QVERIFY(frames.contains("data 1 out"));
    QVERIFY(!frames.join(',').contains("window 1")); // not read yet
    answerer.connection.consume(1, 40'000);
    answerer.drain();
    QVERIFY(answerer.frames().contains("window 1 40000"));
    answerer.feed(http2::data(1, "", 1));
    QVERIFY(answerer.events.contains("end 1"));
    QVERIFY(answerer.connection.send(1, Http2Connection::StreamEnd{}));
    answerer.drain();
    QVERIFY(answerer.frames().contains("data 1  end"));
    QVERIFY(answerer.events.contains("closed 1 0"));
}

void TestHttp2Connection::resets()
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::headers(1, http2::get("/hold")) + http2::headers(3, http2::get("/hold")));
    answerer.feed(http2::rst(1, 8));
    QCOMPARE(answerer.events.last(), QByteArray("closed 1 8"));
    QVERIFY(!answerer.connection.send(1, ResponseHead{}));
    QVERIFY(answerer.connection.send(3, Http2Connection::StreamReset{}));
    answerer.drain();
    QVERIFY(answerer.frames().contains("rst 3 8"));
    QCOMPARE(answerer.events.last(), QByteArray("closed 1 8")); // none for its own
    QCOMPARE(answerer.connection.openStreams(), 0U);
}

void TestHttp2Connection::ignoresWhatComesAfterItsReset()
{
    Answerer answerer;
    answerer.feed(http2::preface()
                  + http2::headers(1, {{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/hold"}}, 0x4));
    QVERIFY(answerer.connection.send(1, Http2Connection::StreamReset{}));
    answerer.drain();
    answerer.feed(http2::data(1, "under way") + http2::headers(1, {{"x", "y"}}) + http2::ping());
    const auto frames = answerer.frames();
    QVERIFY2(frames.contains("ping 12345678 ack"), frames.join(", "));
    QVERIFY(!frames.join(',').contains("goaway"));
}

void TestHttp2Connection::goesAway()
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::headers(1, http2::get("/hold")));
    answerer.connection.goAway();
    answerer.drain();
    QVERIFY(answerer.frames().contains("goaway 0"));
    answerer.feed(http2::headers(3, http2::get("/"))); // crossed it on the way
    answerer.answer(1, 200, "last");
    answerer.drain();
    const auto frames = answerer.frames();
    QVERIFY(frames.contains("data 1 last end"));
    QVERIFY(!frames.contains("headers 3"));
    QVERIFY(!answerer.connection.wantsRead());
    QVERIFY(!answerer.connection.wantsWrite());
}

void TestHttp2Connection::timesOut()
{
    Answerer silent;
    silent.feed(http2::preface());
    QCOMPARE(silent.connection.deadline(), silent.clock.now() + 10s);
    silent.clock.advance(10s);
    silent.connection.onDeadline(silent.clock.now());
    silent.drain();
    QVERIFY(silent.frames().contains("goaway 11"));

    Answerer idle;
    idle.feed(http2::preface() + http2::headers(1, http2::get()));
    QCOMPARE(idle.connection.deadline(), idle.clock.now() + 75s);
    idle.clock.advance(75s);
    idle.connection.onDeadline(idle.clock.now());
    idle.drain();
    QVERIFY(idle.frames().contains("goaway 0"));
    QVERIFY(!idle.connection.wantsRead() && !idle.connection.wantsWrite());

    Answerer slow;
    slow.feed(http2::preface()
              + http2::headers(1, {{":method", "POST"}, {":scheme", "http"}, {":authority", "a"}, {":path", "/"}}, 0x4));
    slow.clock.advance(20s);
    slow.feed(http2::data(1, "x"));
    QCOMPARE(slow.connection.deadline(), slow.clock.now() + 30s);
    slow.clock.advance(30s);
    slow.connection.onDeadline(slow.clock.now());
    slow.drain();
    QCOMPARE(slow.statuses.value(1), 408);

    Answerer block;
    block.feed(http2::preface() + http2::headers(1, http2::get("/hold")) + http2::headers(3, http2::get(), 0x1));
    QCOMPARE(block.connection.deadline(), block.clock.now() + 10s);
    block.clock.advance(10s);
    block.connection.onDeadline(block.clock.now());
    block.drain();
    QVERIFY(block.frames().contains("goaway 11"));

    Answerer open;
    open.feed(http2::preface() + http2::headers(1, http2::get("/hold")));
    QVERIFY(!open.connection.deadline());
}

void TestHttp2Connection::dropsHopFields()
{
    Answerer answerer;
    answerer.feed(http2::preface() + http2::headers(1, http2::get("/hold")) + http2::headers(3, http2::get("/hold")));
    (void)answerer.frames();
    ResponseHead head;
    head.fields = {{"connection", "keep-alive"}, {"x", "y"}};
    QVERIFY(answerer.connection.send(1, head));
    answerer.drain();
    const auto frames = http2::takeFrames(answerer.output);
    QCOMPARE(frames.size(), 1);
    QVERIFY(frames.first().payload.size() < 8); // :status from the table, and a field of two octets
    head.fields = {{"x", "a\r\nb"}};
    QVERIFY(!answerer.connection.send(3, head));
}

void TestHttp2Connection::boundsItsOutput()
{
    Http2Connection::Limits limits;
    limits.outputBytes = 20'000;
    Answerer answerer(limits);
    answerer.connection.feed(http2::preface() + http2::settings({{4, 10'000'000}}) + http2::windowUpdate(0, 10'000'000)
                                 + http2::headers(1, http2::get("/hold")),
                             answerer.clock.now());
    answerer.drain();
    answerer.answer(1, 200, QByteArray(1'000'000, 'x'));
    answerer.connection.feed(http2::ping(), answerer.clock.now());
    QVERIFY(!answerer.connection.wantsRead()); // until it is taken
    QVERIFY(answerer.connection.queuedBytes(1) > 900'000);
    answerer.drain();
    QVERIFY(answerer.connection.wantsRead());
    QCOMPARE(answerer.connection.queuedBytes(1), 0);
}

// nghttp2 makes an error of the connection of it, where RFC 9113 section 5.1.2 has one of the stream.
void TestHttp2Connection::beyondMaxConcurrentStreams()
{
    Http2Connection::Limits limits;
    limits.maxConcurrentStreams = 2;
    Answerer answerer(limits);
    answerer.feed(http2::preface() + http2::settingsAck());
    for (const quint32 stream : {1, 3})
        answerer.feed(http2::headers(stream, http2::get("/hold")));
    // What a refused request adds to the table of HPACK counts for those that follow.
    answerer.feed(http2::frame(http2::Type::Headers, 0x4, 5, http2::block(http2::get("/hold")) + "\x40\x01x\x01y"));
    answerer.feed(http2::data(5, "on its way", 0x1));
    auto frames = answerer.frames();
    QVERIFY2(frames.contains("rst 5 7"), frames.join(", "));
    QCOMPARE(answerer.connection.openStreams(), 2u);
    answerer.feed(http2::rst(1, 8));
    answerer.feed(http2::frame(http2::Type::Headers, 0x5, 7, http2::block(http2::get("/")) + '\xbe'));
    frames = answerer.frames();
    QCOMPARE(answerer.statuses.value(7), 200);
    QVERIFY2(!frames.join(' ').contains("goaway"), frames.join(", "));
}

void TestHttp2Connection::unansweredPingsStopReading()
{
    Http2Connection::Limits limits;
    limits.pings = {1'000'000, 1'000'000};
    limits.outputBytes = 1000;
    Http2Connection connection(limits, TimePoint());
    connection.feed(http2::preface(), TimePoint());
    for (int i = 0; i < 100; ++i)
        connection.feed(http2::ping(), TimePoint());
    QVERIFY(!connection.wantsRead());
}

QTEST_APPLESS_MAIN(TestHttp2Connection)
#include "tst_http2connection.moc"
