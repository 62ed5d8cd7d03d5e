// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/ssereader.h"
#include "protocol/ssewriter.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

struct StreamOutcome {
    QList<SseEvent> events;
    QByteArray lastEventId;
    qint64 retry = -1;
    bool operator==(const StreamOutcome &) const = default;
};

StreamOutcome readStream(const QList<QByteArray> &pieces)
{
    SseReader reader;
    StreamOutcome outcome;
    for (const QByteArray &piece : pieces) {
        reader.feed(piece);
        while (const auto event = reader.nextEvent())
            outcome.events.append(*event);
    }
    outcome.lastEventId = reader.lastEventId();
    outcome.retry = reader.retry().value_or(-1ms).count();
    return outcome;
}

QList<QByteArray> single(const QByteArray &stream)
{
    QList<QByteArray> octets;
    for (const char c : stream)
        octets.append(QByteArray(1, c));
    return octets;
}

} // namespace

class TestSseStream : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void written_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *name, const QByteArray &written, const char *octets) {
            QTest::newRow(name) << written << QByteArray(octets);
        };
        row("all fields", sseEvent("k3f9-1", "chat", "{}"), "id: k3f9-1\nevent: chat\ndata: {}\n\n");
        row("no id", sseEvent("", "chat", "x"), "event: chat\ndata: x\n\n");
        row("no data", sseEvent("a-1", "t", ""), "id: a-1\nevent: t\ndata: \n\n");
        row("LF", sseEvent("", "t", "a\nb"), "event: t\ndata: a\ndata: b\n\n");
        row("CRLF", sseEvent("", "t", "a\r\nb"), "event: t\ndata: a\ndata: b\n\n");
        row("lone CR", sseEvent("", "t", "a\rid: forged"), "event: t\ndata: a\ndata: id: forged\n\n");
        row("CR CR LF LF", sseEvent("", "t", "a\r\r\n\nb"), "event: t\ndata: a\ndata: \ndata: \ndata: b\n\n");
        row("a line end last", sseEvent("", "t", "a\n"), "event: t\ndata: a\ndata: \n\n");
        row("comment", sseComment("keepalive"), ": keepalive\n\n");
        row("comment of two lines", sseComment("a\rdata: b"), ": a\n: data: b\n\n");
        row("retry", sseRetry(3000ms), "retry: 3000\n\n");
    }
    void written()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, octets);
        QCOMPARE(written, octets);
    }

    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QByteArray>("read"); // line ends come back as LF
        QTest::newRow("plain") << QByteArray("hello") << QByteArray("hello");
        QTest::newRow("empty") << QByteArray("") << QByteArray("");
        QTest::newRow("a leading space") << QByteArray("  x") << QByteArray("  x");
        QTest::newRow("a leading colon") << QByteArray(":x") << QByteArray(":x");
        QTest::newRow("all line ends") << QByteArray("a\rb\nc\r\nd\n\re") << QByteArray("a\nb\nc\nd\n\ne");
        QTest::newRow("only line ends") << QByteArray("\r\n\r\n") << QByteArray("\n\n");
        QTest::newRow("a forged event") << QByteArray("x\r\rdata: forged\r\r") << QByteArray("x\n\ndata: forged\n\n");
        QTest::newRow("NUL and UTF-8") << QByteArray("\0\xc3\xa4", 3) << QByteArray("\0\xc3\xa4", 3);
    }
    void roundTrip()
    {
        QFETCH(QByteArray, data);
        QFETCH(QByteArray, read);
        const QByteArray stream = sseRetry(1500ms) + sseComment("ping") + sseEvent("a-1", "t", data) + sseEvent("", "", data);
        for (const auto &pieces : {QList<QByteArray>{stream}, single(stream)}) {
            const StreamOutcome outcome = readStream(pieces);
            QCOMPARE(outcome.events, (QList<SseEvent>{{"a-1", "t", read}, {"a-1", "message", read}}));
            QCOMPARE(outcome.lastEventId, QByteArray("a-1"));
            QCOMPARE(outcome.retry, 1500);
        }
    }

    void streams_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QList<SseEvent>>("events");
        QTest::addColumn<QByteArray>("lastEventId");
        const auto row = [](const char *name, const QByteArray &stream, const QList<SseEvent> &events, const char *id = "") {
            QTest::newRow(name) << stream << events << QByteArray(id);
        };
        row("two data lines", "data: YHOO\ndata: +2\ndata: 10\n\n", {{"", "message", "YHOO\n+2\n10"}});
        row("ids stay until changed", "data: 1\nid: 1\n\ndata:2\nid\n\ndata:  3\n\n",
            {{"1", "message", "1"}, {"", "message", "2"}, {"", "message", " 3"}});
        row("data without a colon", "data\n\ndata\ndata\n\ndata:", {{"", "message", ""}, {"", "message", "\n"}});
        row("one space is dropped", "data:test\n\ndata: test\n\n", {{"", "message", "test"}, {"", "message", "test"}});
        row("CRLF", "event: a\r\ndata: b\r\n\r\ndata: c\r\n\r\n", {{"", "a", "b"}, {"", "message", "c"}});
        row("CR", "event: a\rdata: b\r\rdata: c\r\r", {{"", "a", "b"}, {"", "message", "c"}});
        row("a BOM",
            "\xEF\xBB\xBF"
            "data: x\n\n",
            {{"", "message", "x"}});
        row("a second BOM is a field's name",
            "\xEF\xBB\xBF\xEF\xBB\xBF"
            "data: x\n\n",
            {});
        row("half a BOM",
            "\xEF\xBB"
            "data: x\n\ndata: y\n\n",
            {{"", "message", "y"}});
        row("an id without data", "id: 7\n\n", {}, "7");
        row("an id that was not dispatched", "id: 7\n", {});
        row("an id with NUL", QByteArray("id: 1\n\nid: a\0b\ndata: x\n\n", 24), {{"1", "message", "x"}}, "1");
        row("a type without data is forgotten", "event: a\n\ndata: x\n\n", {{"", "message", "x"}});
        row("unknown fields and comments", ":c\nfoo: bar\ndata: x\n data: y\nDATA: z\n\n", {{"", "message", "x"}});
        row("an event that never ended", "data: x\n", {});
    }
    void streams()
    {
        QFETCH(QByteArray, stream);
        QFETCH(QList<SseEvent>, events);
        QFETCH(QByteArray, lastEventId);
        const StreamOutcome whole = readStream({stream});
        QCOMPARE(whole.events, events);
        QCOMPARE(whole.lastEventId, lastEventId);
        QCOMPARE(readStream(single(stream)), whole);
        for (qsizetype at = 1; at < stream.size(); ++at)
            QVERIFY2(readStream({stream.first(at), stream.sliced(at)}) == whole, QByteArray::number(at).constData());
    }

    void retries_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<qint64>("retry");
        QTest::newRow("zero") << QByteArray("0") << qint64(0);
        QTest::newRow("some") << QByteArray("2500") << qint64(2500);
        for (const char *bad : {"", "-1", "1.5", "1s", "+1", "99999999999999999999"})
            QTest::addRow("'%s'", bad) << QByteArray(bad) << qint64(-1);
    }
    void retries()
    {
        QFETCH(QByteArray, value);
        QFETCH(qint64, retry);
        QCOMPARE(readStream({"retry: " + value + '\n'}).retry, retry);
    }

    void anEndlessEventIsGivenUp()
    {
        SseReader reader;
        const QByteArray line = "data: " + QByteArray(1024 * 1024, 'x') + '\n';
        for (int i = 0; i < 15; ++i)
            reader.feed(line);
        QVERIFY(!reader.overflowed());
        reader.feed("\n");
        QVERIFY(reader.nextEvent());
        for (int i = 0; i < 17; ++i)
            reader.feed(line);
        QVERIFY(reader.overflowed());
        reader.feed("\n\ndata: x\n\n");
        QVERIFY(!reader.nextEvent());
    }

    void anEndlessLineIsGivenUp()
    {
        SseReader reader;
        for (int i = 0; i < 17 && !reader.overflowed(); ++i)
            reader.feed(QByteArray(1024 * 1024, ':'));
        QVERIFY(reader.overflowed());
    }
};

QTEST_APPLESS_MAIN(TestSseStream)
#include "tst_ssestream.moc"
