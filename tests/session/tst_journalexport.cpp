// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journalexport.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#ifdef Q_OS_UNIX
#include <csignal>
#include <sys/resource.h>
#endif

using namespace pushscope;

using Kind = JournalRow::Kind;

class TestJournalExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesHeaders();
    void writesRows_data();
    void writesRows();
    void keepsOctets_data();
    void keepsOctets();
    void quotesCsv_data();
    void quotesCsv();
    void writesAFile_data();
    void writesAFile();
    void leavesTheOldFile();
    void saysWhyNot_data();
    void saysWhyNot();
    void saysWhenTheDiskIsFull();

private:
    [[nodiscard]] static JournalRow row(Kind kind);
    [[nodiscard]] static JournalRow eventRow(const QByteArray &data);
    [[nodiscard]] QByteArray content(const QString &path) const;
    QTemporaryDir m_dir;
};

JournalRow TestJournalExport::row(Kind kind)
{
    JournalRow row;
    row.ref = 7;
    row.kind = kind;
    row.monoNs = 1'234'567'890;
    row.wall = WallTime(Milliseconds(1'790'000'000'042));
    return row;
}

JournalRow TestJournalExport::eventRow(const QByteArray &data)
{
    auto event = std::make_shared<Event>();
    event->seq = Seq{42};
    event->to = {"user:alice", "room:lobby"};
    event->type = "news";
    event->data = data;
    JournalRow result = row(Kind::Event);
    result.op = "publish";
    result.event = event;
    return result;
}

QByteArray TestJournalExport::content(const QString &path) const
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(missing)");
}

void TestJournalExport::writesHeaders()
{
    const ExportHeader header{"http://127.0.0.1:8090", "k3f9", WallTime(Milliseconds(1'790'000'000'000)), true};
    QCOMPARE(jsonlHeader(header),
             R"({"schema":"pushscope-journal/1","version":")" PUSHSCOPE_VERSION
             R"(","hub":"http://127.0.0.1:8090","clock":{"wall":"2026-09-21T14:13:20.000Z","mono":0},"redacted":true})"
             "\n");
    ExportHeader plain = header;
    plain.redacted = false;
    QVERIFY(jsonlHeader(plain).endsWith(",\"redacted\":false}\n"));
    QCOMPARE(csvHeader(), "t_ns,wall,kind,client,conn,proto,dir,id,to,type,op,len,data,data64,cause,ref\r\n");
}

void TestJournalExport::writesRows_data()
{
    QTest::addColumn<std::shared_ptr<JournalRow>>("journalRow");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("csv");
    const auto add = [](const char *name, JournalRow row, const char *json, const char *csv) {
        QTest::newRow(name) << std::make_shared<JournalRow>(std::move(row)) << QByteArray(json) << QByteArray(csv);
    };
    add("nothing but the least", row(Kind::Mark),
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"mark","ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,mark,,,,,,,,,,,,,7");

    JournalRow full = row(Kind::Deliver);
    full.client = "tab-1";
    full.connection = 12;
    full.protocol = ClientProtocol::WebSocket;
    full.out = true;
    full.seq = Seq{42};
    full.to = {"user:alice", "*"};
    full.type = "news";
    full.op = "live";
    full.length = 17;
    full.data = "{\"id\":\"k3f9-42\"}";
    full.cause = "because";
    add("every member", full,
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"deliver","client":"tab-1","conn":12,"proto":"ws","dir":"out",)"
        R"("id":"k3f9-42","to":["user:alice","*"],"type":"news","op":"live","len":17,"data":"{\"id\":\"k3f9-42\"}","cause":"because",)"
        R"("ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,deliver,tab-1,12,ws,out,k3f9-42,user:alice *,news,live,17,"
        "\"{\"\"id\"\":\"\"k3f9-42\"\"}\",,because,7");

    JournalRow request = row(Kind::Req);
    request.connection = 3;
    request.protocol = ClientProtocol::Poll;
    request.length = 0;
    add("a request comes in", request,
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"req","conn":3,"proto":"poll","dir":"in","len":0,"ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,req,,3,poll,in,,,,,0,,,,7");

    add("an event has its own members", eventRow("{\"b\":1.0,\"a\":12345678901234567890}"),
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"event","id":"k3f9-42","to":["user:alice","room:lobby"],)"
        R"("type":"news","op":"publish","len":34,"data":{"b":1.0,"a":12345678901234567890},"ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,event,,,,,k3f9-42,user:alice room:lobby,news,publish,34,"
        "\"{\"\"b\"\":1.0,\"\"a\"\":12345678901234567890}\",,,7");

    JournalRow text = row(Kind::Log);
    text.op = "warning";
    text.data = "a\"b\\c\n\r\t\x01 \xC3\xA4";
    add("text is escaped", text,
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"log","op":"warning","data":"a\"b\\c\n\r\t\u0001 ä","ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,log,,,,,,,,warning,,\"a\"\"b\\c\n\r\t\x01 \xC3\xA4\",,,7");

    JournalRow binary = row(Kind::Frame);
    binary.out = true;
    binary.data = QByteArray("\xFF\x00\x80", 3);
    add("octets that are no text", binary,
        R"({"t_ns":1234567890,"wall":"2026-09-21T14:13:20.042Z","kind":"frame","dir":"out","data64":"/wCA","ref":7})",
        "1234567890,2026-09-21T14:13:20.042Z,frame,,,,out,,,,,,,/wCA,,7");
}

void TestJournalExport::writesRows()
{
    QFETCH(std::shared_ptr<JournalRow>, journalRow);
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, csv);
    const QByteArray line = jsonlRow(*journalRow, "k3f9");
    QCOMPARE(line, json + '\n');
    QVERIFY(QJsonDocument::fromJson(line).isObject());
    QCOMPARE(csvRow(*journalRow, "k3f9"), csv + "\r\n");
}

void TestJournalExport::keepsOctets_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("encoded");
    QTest::newRow("order and numbers") << QByteArray(R"({"z":1,"a":1.0,"n":12345678901234567890})") << false;
    QTest::newRow("escapes") << QByteArray(R"("\u00e4\/\ud83d\ude00")") << false;
    QTest::newRow("spaces") << QByteArray("[ 1 ,\t2 ]") << false;
    QTest::newRow("a word") << QByteArray("null") << false;
    QTest::newRow("line ends between tokens") << QByteArray("{\n  \"a\": 1\n}") << true;
    QTest::newRow("lone CR between tokens") << QByteArray("[1,\r2]") << true;
}

void TestJournalExport::keepsOctets()
{
    QFETCH(QByteArray, data);
    QFETCH(bool, encoded);
    const QByteArray line = jsonlRow(eventRow(data), "k3f9");
    QCOMPARE(line.count('\n'), 1);
    QVERIFY(!line.contains('\r'));
    if (encoded)
        QCOMPARE(
            QByteArray::fromBase64(QJsonDocument::fromJson(line).object().value(QLatin1String("data64")).toString().toLatin1()),
            data);
    else
        QVERIFY(line.contains(",\"data\":" + data + ",\"ref\":7}"));
}

void TestJournalExport::quotesCsv_data()
{
    QTest::addColumn<QByteArray>("cause");
    QTest::addColumn<QByteArray>("field");
    QTest::newRow("plain") << QByteArray("a b;c") << QByteArray("a b;c");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("\"a,b\"");
    QTest::newRow("quote") << QByteArray("a\"b") << QByteArray("\"a\"\"b\"");
    QTest::newRow("only a quote") << QByteArray("\"") << QByteArray("\"\"\"\"");
    QTest::newRow("LF") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("CR") << QByteArray("a\rb") << QByteArray("\"a\rb\"");
    QTest::newRow("CRLF and all") << QByteArray("\r\n,\"") << QByteArray("\"\r\n,\"\"\"");
}

void TestJournalExport::quotesCsv()
{
    QFETCH(QByteArray, cause);
    QFETCH(QByteArray, field);
    JournalRow mark = row(Kind::Mark);
    mark.cause = cause;
    QCOMPARE(csvRow(mark, "k3f9"), "1234567890,2026-09-21T14:13:20.042Z,mark,,,,,,,,,,,," + field + ",7\r\n");
}

void TestJournalExport::writesAFile_data()
{
    QTest::addColumn<ExportFormat>("format");
    QTest::addColumn<bool>("redact");
    QTest::newRow("JSONL") << ExportFormat::Jsonl << false;
    QTest::newRow("JSONL, redacted") << ExportFormat::Jsonl << true;
    QTest::newRow("CSV") << ExportFormat::Csv << false;
    QTest::newRow("CSV, redacted") << ExportFormat::Csv << true;
}

void TestJournalExport::writesAFile()
{
    QFETCH(ExportFormat, format);
    QFETCH(bool, redact);
    const QString path = m_dir.filePath(QStringLiteral("export"));
    const ExportHeader header{"http://h", "k3f9", {}, redact};
    JournalRow request = row(Kind::Req);
    request.data = "GET /ws?token=S3CRET";
    request.cause = "Bearer S3CRET";
    const JournalRow event = eventRow(R"({"token":"S3CRET"})");
    auto target = JournalExport::create(path, format, header);
    QVERIFY(target);
    QVERIFY(target->write(std::array{request, event}));
    QVERIFY(target->write({}));
    QVERIFY(target->write(std::array{request}));
    QVERIFY(target->finish());

    QByteArray expected = format == ExportFormat::Csv ? csvHeader() : jsonlHeader(header);
    JournalRow cleanRequest = request;
    JournalRow cleanEvent = event;
    if (redact) {
        cleanRequest.data = "GET /ws?token=…";
        cleanRequest.cause = "Bearer …";
        cleanEvent.data = R"({"token":"…"})";
        cleanEvent.length = 18; // of what was sent
    }
    for (const JournalRow &journalRow : {cleanRequest, cleanEvent, cleanRequest})
        expected += format == ExportFormat::Csv ? csvRow(journalRow, "k3f9") : jsonlRow(journalRow, "k3f9");
    QCOMPARE(content(path), expected);
    QCOMPARE(expected.contains("S3CRET"), !redact);
}

void TestJournalExport::leavesTheOldFile()
{
    const QString path = m_dir.filePath(QStringLiteral("old"));
    const ExportHeader header{"http://h", "k3f9", {}, true};
    {
        auto first = JournalExport::create(path, ExportFormat::Csv, header);
        QVERIFY(first && first->write(std::array{row(Kind::Mark)}));
    }
    QVERIFY(!QFile::exists(path)); // unfinished: nothing
    {
        auto second = JournalExport::create(path, ExportFormat::Csv, header);
        QVERIFY(second && second->finish());
    }
    const QByteArray old = content(path);
    QCOMPARE(old, csvHeader());
    {
        auto third = JournalExport::create(path, ExportFormat::Csv, header);
        QVERIFY(third && third->write(std::array{row(Kind::Mark)}));
        QCOMPARE(content(path), old); // also while it is written
    }
    QCOMPARE(content(path), old);
    QCOMPARE(QDir(m_dir.path()).entryList({QStringLiteral("old*")}, QDir::Files | QDir::Hidden),
             QStringList{QStringLiteral("old")});
}

void TestJournalExport::saysWhyNot_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("no such folder") << QStringLiteral("missing/file");
    QTest::newRow("a folder") << QStringLiteral(".");
    QTest::newRow("where nothing can be made") << QStringLiteral("/proc/export");
}

void TestJournalExport::saysWhyNot()
{
    QFETCH(QString, path);
    const QString absolute = QDir(m_dir.path()).absoluteFilePath(path);
    const auto target = JournalExport::create(absolute, ExportFormat::Jsonl, {});
    QVERIFY(!target);
    QCOMPARE(target.error().code, Errc::Io);
    QVERIFY2(target.error().detail.startsWith("cannot write " + absolute.toUtf8() + ": "), target.error().detail.constData());
}

void TestJournalExport::saysWhenTheDiskIsFull()
{
#ifdef Q_OS_UNIX
    const QString path = m_dir.filePath(QStringLiteral("full"));
    QVERIFY(JournalExport::create(path, ExportFormat::Csv, {}).and_then([](auto target) { return target.finish(); }));
    JournalRow large = row(Kind::Frame);
    large.data = QByteArray(100'000, 'x');
    std::signal(SIGXFSZ, SIG_IGN); // a write beyond the limit fails
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small{50'000, limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    const auto done = JournalExport::create(path, ExportFormat::Csv, {}).and_then([&](auto target) {
        return target.write(std::array{large}).and_then([&] { return target.finish(); });
    });
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &limit), 0);
    QVERIFY(!done);
    QCOMPARE(done.error().code, Errc::Io);
    QVERIFY(done.error().detail.startsWith("cannot write " + path.toUtf8()));
    QCOMPARE(content(path), csvHeader());
#endif
}

QTEST_GUILESS_MAIN(TestJournalExport)
#include "tst_journalexport.moc"
