// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// HAR files as Chromium and mitmproxy write them become sessions that the same panes show, and that can be exported again.

#include "session/harimport.h"
#include "session/sessionexport.h"
#include "session/sessionimport.h"
#include "session/sessionplayer.h"
#include "sessionfixture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

using namespace pushscope;

class TestHarImport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsChromium();
    void readsMitmproxy();
    void mitmproxyBecomesASession();
    void becomesASession();
    void saysWhatIsNone_data();
    void saysWhatIsNone();
    void survivesNonsense_data();
    void survivesNonsense();

private:
    [[nodiscard]] static std::vector<SessionRow> rowsOfKind(const HarContent &har, const QByteArray &kind);
    [[nodiscard]] static std::vector<SessionRow> messagesOf(const HarContent &har); // told to the hub
    [[nodiscard]] static std::vector<SessionRow> framesOf(const HarContent &har); // on the wire
};

namespace {

// As DevTools of Chromium saves it, shortened.
constexpr char Chromium[] = R"({"log":{"version":"1.2","creator":{"name":"WebInspector","version":"537.36"},"pages":[],"entries":[
{"_connectionId":"42","_initiator":{"type":"script"},"_priority":"High","_resourceType":"websocket","cache":{},
 "_webSocketMessages":[{"type":"receive","time":1790000000.5,"opcode":1,"data":"{\"id\":\"k-1\",\"type\":\"news\",\"data\":7}"},
  {"type":"send","time":1790000001.25,"opcode":1,"data":"hello"},{"type":"send","time":1790000002,"opcode":2,"data":"AP8="}],
 "request":{"method":"GET","url":"ws://localhost:8090/ws?token=t","httpVersion":"HTTP/1.1","headers":[{"name":"Host","value":"localhost:8090"},{"name":"User-Agent","value":"Mozilla/5.0 X"}],"queryString":[],"cookies":[],"headersSize":10,"bodySize":0},
 "response":{"status":101,"statusText":"Switching Protocols","httpVersion":"HTTP/1.1","headers":[],"cookies":[],"content":{"size":0,"mimeType":"x-unknown"},"redirectURL":"","headersSize":1,"bodySize":0},
 "startedDateTime":"2026-09-21T14:13:20.000Z","time":3000.5,"timings":{"blocked":1,"dns":-1,"send":0,"wait":20.5,"receive":1}},
{"_connectionId":"43","_resourceType":"eventsource","request":{"method":"GET","url":"http://localhost:8090/api/events","httpVersion":"http/2.0","headers":[{"name":":path","value":"/"}]},
 "response":{"status":200,"statusText":"OK","headers":[{"name":"content-type","value":"text/event-stream"}],"content":{"size":30,"mimeType":"text/event-stream","text":"retry: 10\n\nid: k-1\nevent: news\ndata: 1\n\ndata: 2\n\n"}},
 "startedDateTime":"2026-09-21T14:13:20.100Z","time":500,"timings":{"send":0,"wait":10,"receive":490}},
{"_connectionId":"44","_resourceType":"xhr","request":{"method":"POST","url":"http://localhost:8090/api/publish?x=1#f","headers":[],"postData":{"mimeType":"application/json","text":"{\"a\":1}"}},
 "response":{"status":200,"statusText":"OK","headers":[],"content":{"size":3,"mimeType":"image/png","text":"AP8A","encoding":"base64"}},
 "startedDateTime":"2026-09-21T14:13:21.000Z","time":5,"timings":{"send":0,"wait":5,"receive":0}}
]}})";

// In the shape that mitmproxy's addon savehar writes: every field of an entry that it has, timings that are null or -1, times
// with microseconds, binary messages in base 64, an exchange that failed, and the page of a login.
constexpr char Mitmproxy[] = R"({"log":{"version":"1.2",
"creator":{"name":"mitmproxy","version":"0.1","comment":"mitmproxy version mitmproxy 10.2.4"},"pages":[],"entries":[
{"startedDateTime":"2026-09-21T14:13:20.123456+00:00","time":204.5,
 "request":{"method":"GET","url":"https://example.org/ws?room=den","httpVersion":"HTTP/1.1","cookies":[{"name":"sid","value":"1"}],
  "headers":[{"name":"Host","value":"example.org"},{"name":"Upgrade","value":"websocket"},{"name":"User-Agent","value":"Otter/9"}],
  "queryString":[{"name":"room","value":"den"}],"headersSize":90,"bodySize":0},
 "response":{"status":101,"statusText":"Switching Protocols","httpVersion":"HTTP/1.1","cookies":[],
  "headers":[{"name":"Upgrade","value":"websocket"},{"name":"Sec-WebSocket-Accept","value":"x"}],
  "content":{"size":0,"compression":0,"mimeType":"","text":""},"redirectURL":"","headersSize":60,"bodySize":0},
 "cache":{},"timings":{"connect":1.5,"ssl":null,"send":2,"receive":1,"wait":200},"serverIPAddress":"192.0.2.7",
 "_resourceType":"websocket","_webSocketMessages":[
  {"type":"send","time":1790000000.4,"opcode":1,"data":"{\"op\":\"join\"}"},
  {"type":"receive","time":1790000000.5,"opcode":1,"data":"{\"type\":\"pebble\",\"data\":{\"n\":1}}"},
  {"type":"receive","time":1790000002.25,"opcode":2,"data":"AAH/"},
  {"type":"receive","time":1790000003.75,"opcode":1,"data":"plain words"}]},
{"startedDateTime":"2026-09-21T14:13:21+00:00","time":0,
 "request":{"method":"GET","url":"https://example.org/ws","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"queryString":[],"headersSize":0,"bodySize":0},
 "response":{"status":101,"statusText":"Switching Protocols","httpVersion":"HTTP/1.1","cookies":[],"headers":[],
  "content":{"size":0,"compression":0,"mimeType":"","text":""},"redirectURL":"","headersSize":0,"bodySize":0},
 "cache":{},"timings":{"connect":-1.0,"ssl":-1.0,"send":0,"receive":0,"wait":0},"_resourceType":"websocket","_webSocketMessages":[]},
{"startedDateTime":"2026-09-21T14:13:22.5+00:00","time":30,
 "request":{"method":"POST","url":"https://example.org/login","httpVersion":"HTTP/2.0","cookies":[],"headers":[],"queryString":[],"headersSize":0,"bodySize":5,
  "postData":{"mimeType":"application/x-www-form-urlencoded","text":"a=b&c","params":[{"name":"a","value":"b"}]}},
 "response":{"status":200,"statusText":"","httpVersion":"HTTP/2.0","cookies":[{"name":"sid","value":"2","path":"/","domain":"","httpOnly":true,"secure":true,"sameSite":"Lax"}],
  "headers":[{"name":"content-type","value":"application/octet-stream"}],"content":{"size":3,"compression":0,"mimeType":"application/octet-stream","text":"AP8A","encoding":"base64"},
  "redirectURL":"","headersSize":0,"bodySize":3},
 "cache":{},"timings":{"connect":-1.0,"ssl":-1.0,"send":1,"receive":4,"wait":25}},
{"startedDateTime":"2026-09-21T14:13:23+00:00","time":0,
 "request":{"method":"GET","url":"https://gone.example/","httpVersion":"HTTP/1.1","cookies":[],"headers":[],"queryString":[],"headersSize":0,"bodySize":0},
 "response":{"status":0,"statusText":"","httpVersion":"","headers":[],"cookies":[],"content":{},"redirectURL":"","headersSize":-1,"bodySize":-1,"_transferSize":0,"_error":"no such host"},
 "cache":{},"timings":{"connect":null,"ssl":null,"send":0,"receive":0,"wait":0}}]}})";

} // namespace

std::vector<SessionRow> TestHarImport::rowsOfKind(const HarContent &har, const QByteArray &kind)
{
    std::vector<SessionRow> rows;
    std::copy_if(har.rows.begin(), har.rows.end(), std::back_inserter(rows),
                 [&](const SessionRow &row) { return row.kind == kind; });
    return rows;
}

std::vector<SessionRow> TestHarImport::messagesOf(const HarContent &har)
{
    std::vector<SessionRow> rows = rowsOfKind(har, "frame");
    std::erase_if(rows, [](const SessionRow &row) { return isWireRow(row); });
    return rows;
}

std::vector<SessionRow> TestHarImport::framesOf(const HarContent &har)
{
    std::vector<SessionRow> rows = rowsOfKind(har, "frame");
    std::erase_if(rows, [](const SessionRow &row) { return !isWireRow(row); });
    return rows;
}

void TestHarImport::readsChromium()
{
    const auto har = readHar(Chromium);
    QVERIFY2(har.has_value(), har ? "" : har.error().detail.constData());
    QCOMPARE(har->head.wallStart, SessionStart);
    QCOMPARE(har->head.version, QByteArray("WebInspector 537.36"));
    QCOMPARE(har->unreadable, 0U);
    const auto requests = rowsOfKind(*har, "req");
    QCOMPARE(requests.size(), std::size_t(3));
    QCOMPARE(requests[0].type, QByteArray("GET /ws"));
    QCOMPARE(requests[0].op, QByteArray("stream"));
    QCOMPARE(requests[0].monoNs, 20'500'000);
    QCOMPARE(requests[2].type, QByteArray("POST /api/publish"));
    QVERIFY(requests[2].data.contains("\"answerBody64\":\"AP8A\""));
    QVERIFY(!requests[1].data.contains(":path"));
    const auto frames = framesOf(*har);
    QCOMPARE(frames.size(), std::size_t(4)); // three of the WebSocket, the text of the stream
    QCOMPARE(messagesOf(*har).size(), std::size_t(2)); // what was sent to the hub
    QCOMPARE(frames[2].direction, QByteArray("in"));
    QCOMPARE(frames[2].data, QByteArray("hello"));
    QCOMPARE(frames[2].monoNs, 1'250'000'000);
    QCOMPARE(frames[3].data, QByteArray("\x00\xff", 2));
    const auto events = rowsOfKind(*har, "event");
    QCOMPARE(events.size(), std::size_t(3));
    QCOMPARE(events[2].type, QByteArray("news")); // by time: the stream's come first
    QCOMPARE(events[1].data, QByteArray("2"));
    const auto connections = rowsOfKind(*har, "conn");
    QCOMPARE(connections.size(), std::size_t(4));
    QCOMPARE(connections[0].data, QByteArray("42 Mozilla/5.0 X"));
}

void TestHarImport::readsMitmproxy()
{
    const auto har = readHar(Mitmproxy);
    QVERIFY2(har.has_value(), har ? "" : har.error().detail.constData());
    QCOMPARE(har->head.hub, QByteArray("https://example.org"));
    QCOMPARE(har->unreadable, 0U);
    QCOMPARE(har->head.wallStart, SessionStart + Milliseconds(123));
    const auto frames = framesOf(*har);
    QCOMPARE(frames.size(), std::size_t(4));
    QCOMPARE(frames[0].direction, QByteArray("in"));
    QCOMPARE(frames[0].data, QByteArray("{\"op\":\"join\"}"));
    QCOMPARE(frames[1].direction, QByteArray("out"));
    QCOMPARE(frames[2].op, QByteArray("ws-binary"));
    QCOMPARE(frames[2].data, QByteArray("\x00\x01\xff", 3));
    QCOMPARE(frames[3].wall, SessionStart + Milliseconds(3750));
    const auto messages = messagesOf(*har);
    QCOMPARE(messages.size(), std::size_t(1));
    QCOMPARE(messages[0].data, frames[0].data);
    QCOMPARE(messages[0].op, QByteArray("message"));
    const auto events = rowsOfKind(*har, "event");
    QCOMPARE(events.size(), std::size_t(2));
    QCOMPARE(events[0].type, QByteArray("pebble"));
    QCOMPARE(events[1].data, QByteArray("\"plain words\""));
    const auto requests = rowsOfKind(*har, "req");
    QCOMPARE(requests.size(), std::size_t(4));
    QCOMPARE(requests[0].type, QByteArray("GET /ws"));
    QVERIFY(requests[0].data.contains("user-agent: Otter/9") || requests[0].data.contains("User-Agent: Otter/9"));
    QVERIFY(requests[2].data.contains("a=b&c"));
    QVERIFY(requests[2].data.contains("\"answerBody64\":\"AP8A\""));
    // Both sockets opened and closed, the first when its last message had come.
    const auto connections = rowsOfKind(*har, "conn");
    QCOMPARE(connections.size(), std::size_t(4));
    QCOMPARE(connections.back().op, QByteArray("close"));
    QCOMPARE(connections.back().connection, quint64(1));
    QCOMPARE(connections.back().wall, SessionStart + Milliseconds(3750));
}

// The panes get their clients and events from it.
void TestHarImport::mitmproxyBecomesASession()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("flows.har")), target = folder.filePath(QStringLiteral("out"));
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(Mitmproxy) > 0);
    file.close();
    QVERIFY(importSession(source, target).has_value());
    Observatory observatory;
    SessionPlayer player(SessionReader::open(target).value(), observatory);
    player.seek(2'200'000'000); // the first socket is open
    auto shown = player.next();
    QVERIFY(!shown->changedClients.empty());
    QCOMPARE(shown->changedClients.front().protocol, ClientProtocol::WebSocket);
    QCOMPARE(shown->changedClients.front().state, ClientState::Live);
    const auto count = [&shown](JournalRow::Kind kind) {
        return std::count_if(shown->journal.begin(), shown->journal.end(),
                             [kind](const JournalRow &row) { return row.kind == kind; });
    };
    QCOMPARE(count(JournalRow::Kind::Event), 1);
    QCOMPARE(count(JournalRow::Kind::Frame), 1); // what the client sent
    player.seek(player.beginNs());
    QCOMPARE(player.next()->journal.size(), std::size_t(1));
    player.seek(player.endNs());
    shown = player.next();
    QCOMPARE(shown->changedClients.size(), std::size_t(2));
    QCOMPARE(shown->changedClients.front().eventsIn, 1U);
    for (const ClientRow &client : shown->changedClients)
        QCOMPARE(client.state, ClientState::Away);
    QCOMPARE(count(JournalRow::Kind::Event), 2);
    QCOMPARE(count(JournalRow::Kind::Frame), 1);
}

void TestHarImport::becomesASession()
{
    const QTemporaryDir folder;
    const QString source = folder.filePath(QStringLiteral("in.har")), target = folder.filePath(QStringLiteral("out"));
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(Chromium);
    file.close();
    const auto report = importSession(source, target);
    QVERIFY2(report.has_value(), report ? "" : report.error().detail.constData());
    auto reader = SessionReader::open(target);
    QVERIFY(reader.has_value());
    // Both streams are connected one second in; nobody is at the end.
    const RecordedState end = (*reader)->stateAt((*reader)->span().endNs);
    QCOMPARE(end.clients().size(), std::size_t(2));
    for (const auto &[key, client] : end.clients())
        QCOMPARE(client.state, ClientState::Away);
    QCOMPARE(end.findClient(1)->eventsIn, 2U);

    SessionExportPlan plan;
    plan.format = SessionFormat::Har;
    plan.redact = false;
    const QString again = folder.filePath(QStringLiteral("again.har"));
    QVERIFY(exportSession(**reader, plan, again).has_value());
    const QJsonArray entries = QJsonDocument::fromJson(octetsOf(again))[QLatin1String("log")][QLatin1String("entries")].toArray();
    QCOMPARE(entries.size(), 3);
    for (const QJsonValue &entry : entries) {
        const QString type = entry[QLatin1String("_resourceType")].toString();
        if (type == QLatin1String("websocket"))
            QCOMPARE(entry[QLatin1String("_webSocketMessages")].toArray().size(), 3);
        else if (type == QLatin1String("eventsource"))
            QVERIFY(entry[QLatin1String("response")][QLatin1String("content")][QLatin1String("text")].toString().endsWith(
                QLatin1String("data: 2\n\n")));
    }
}

void TestHarImport::saysWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray(Chromium).left(500);
    QTest::newRow("other JSON") << QByteArray("{\"a\":{}}");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no entries") << QByteArray("{\"log\":{}}");
}

void TestHarImport::saysWhatIsNone()
{
    QFETCH(QByteArray, text);
    const auto har = readHar(text);
    QVERIFY(!har);
    QCOMPARE(har.error().code, Errc::Syntax);
}

void TestHarImport::survivesNonsense_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<quint64>("unreadable");
    QTest::newRow("a number") << QByteArray("1") << quint64(1);
    QTest::newRow("no time") << QByteArray("{\"request\":{\"method\":\"GET\"}}") << quint64(1);
    const QByteArray start = "{\"startedDateTime\":\"2026-09-21T14:13:20Z\",\"request\":{\"url\":\"::\"}";
    QTest::newRow("no answer") << start + '}' << quint64(0);
    QTest::newRow("huge numbers") << start
            + ",\"time\":1e308,\"timings\":{\"wait\":-1e308},\"_webSocketMessages\":[{\"time\":1e300},{\"time\":-5}]}"
                                  << quint64(0);
    QTest::newRow("wrong types") << start + ",\"time\":\"x\",\"response\":[],\"_webSocketMessages\":[1,{\"data\":{}}]}"
                                 << quint64(0);
    QTest::newRow("line ends in a header") << QByteArray(
        "{\"startedDateTime\":\"2026-09-21T14:13:20Z\",\"request\":{\"method\":\"A\\r\\nB: c\",\"url\":\"http://x\"}}")
                                           << quint64(0);
}

void TestHarImport::survivesNonsense()
{
    QFETCH(QByteArray, entry);
    QFETCH(quint64, unreadable);
    const auto har = readHar("{\"log\":{\"entries\":[" + entry + "]}}");
    QVERIFY(har.has_value());
    QCOMPARE(har->unreadable, unreadable);
    QCOMPARE(har->rows.empty(), unreadable > 0);
    for (const SessionRow &row : har->rows)
        QVERIFY(!row.data.contains("\\r\\nB"));
}

QTEST_GUILESS_MAIN(TestHarImport)
#include "tst_harimport.moc"
