// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Exports of session files, and the way back: what was exported and imported is exported to the same octets.

#include "session/sessionexport.h"
#include "session/sessionimport.h"
#include "session/sessionjsonl.h"
#include "session/statearchive.h"
#include "sessionfixture.h"

#include <QBuffer>
#include <QTemporaryDir>

using namespace pushscope;

class TestSessionExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSameOctetsAgain();
    void keepsForeignLines_data();
    void keepsForeignLines();
    void toleratesATornLine();
    void leavesOutALineThatIsTooLong();
    void refusesWhatIsNoLog_data();
    void refusesWhatIsNoLog();
    void takesAPart_data();
    void takesAPart();
    void redacts();
    void writesCsv();
    void leavesTheOldFileWhenCancelled();
    void findsWords_data();
    void findsWords();

private:
    [[nodiscard]] QString path(const QByteArray &name) const { return m_dir.filePath(QString::fromUtf8(name)); }
    [[nodiscard]] QString fresh(); // a name that was not used
    [[nodiscard]] QString write(const std::vector<SessionRow> &rows, bool withExtras);
    [[nodiscard]] static QByteArray exported(const QString &path, const SessionExportPlan &plan);
    [[nodiscard]] QString imported(const QByteArray &lines, ImportReport *report = nullptr);
    QTemporaryDir m_dir;
    int m_files = 0;
};

QString TestSessionExport::fresh()
{
    return path("file-" + QByteArray::number(++m_files));
}

QString TestSessionExport::write(const std::vector<SessionRow> &rows, bool withExtras)
{
    const QString name = fresh();
    auto writer = SessionWriter::create(name, sessionHead());
    Snapshot snapshot;
    snapshot.generation = 1;
    snapshot.changedClients.resize(2);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!(*writer)->add(rows[i]))
            qFatal("not written");
        if (!withExtras || i % 2 == 1)
            continue;
        SessionExtra deliveries;
        deliveries.beginNs = deliveries.endNs = 4;
        deliveries.count = 2;
        deliveries.body = packDeliveries({{1, 2, 8}, {3, 4, 9}});
        SessionExtra state;
        state.kind = i == 0 ? SessionExtra::Kind::Key : SessionExtra::Kind::Change;
        state.beginNs = state.endNs = qint64(i) * 1'000'000;
        state.body = packState(snapshot);
        if (!(*writer)->add(deliveries) || !(*writer)->add(state))
            qFatal("not written");
    }
    if (!(*writer)->finish())
        qFatal("not finished");
    return name;
}

QByteArray TestSessionExport::exported(const QString &path, const SessionExportPlan &plan)
{
    auto reader = SessionReader::open(path);
    if (!reader)
        qFatal("%s", reader.error().detail.constData());
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    if (const auto rows = exportSession(**reader, plan, out); !rows)
        qFatal("%s", rows.error().detail.constData());
    return out.data();
}

QString TestSessionExport::imported(const QByteArray &lines, ImportReport *report)
{
    const QString source = fresh(), target = fresh();
    QFile file(source);
    file.open(QIODevice::WriteOnly);
    file.write(lines);
    file.close();
    const auto result = importSession(source, target);
    if (!result)
        qFatal("%s", result.error().detail.constData());
    if (report)
        *report = *result;
    return target;
}

void TestSessionExport::givesTheSameOctetsAgain()
{
    SessionExportPlan plan;
    plan.redact = false;
    std::vector<SessionRow> rows = awkwardRows();
    for (int i = 0; i < 9000; ++i)
        rows.push_back(eventRow(10 + i, quint64(2000 + i), "{\"n\":" + QByteArray::number(i) + '}'));
    const QByteArray first = exported(write(rows, true), plan);
    QCOMPARE(first.count('\n'), qsizetype(1 + rows.size() + (rows.size() + 1) / 2 * 2));
    const QString again = imported(first);
    QVERIFY(exported(again, plan) == first);
    // The extras have become extras again.
    auto reader = SessionReader::open(again);
    QVERIFY(reader.has_value());
    QCOMPARE((*reader)->stateAt(1'000'000'000).clients().size(), std::size_t(1));
    QCOMPARE(rowsOf(**reader).size(), rows.size());
}

void TestSessionExport::keepsForeignLines_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::newRow("unknown kind") << QByteArray("{\"t_ns\":1,\"wall\":\"2026-09-21T14:13:20.000Z\",\"kind\":\"later\"}");
    QTest::newRow("unknown member") << QByteArray("{\"t_ns\":1,\"kind\":\"mark\",\"colour\":\"red\"}");
    QTest::newRow("another order") << QByteArray("{\"kind\":\"event\",\"data\":{\"x\" : 1},\"t_ns\":5}");
    QTest::newRow("blanks") << QByteArray("  { \"t_ns\" : 1 , \"kind\":\"mark\" }  ");
    QTest::newRow("numbers out of range") << QByteArray("{\"t_ns\":1e400,\"conn\":-5,\"len\":99999999999999999999}");
    QTest::newRow("escapes") << QByteArray("{\"t_ns\":1,\"kind\":\"mark\",\"data\":\"\\u00e4\\/\"}");
    QTest::newRow("NUL in a channel") << QByteArray("{\"t_ns\":1,\"kind\":\"event\",\"to\":[\"a\\u0000b\"]}");
    QTest::newRow("no object") << QByteArray("[1,2]");
    QTest::newRow("no JSON") << QByteArray("{\"t_ns\":1,");
    QTest::newRow("no UTF-8") << QByteArray("{\"kind\":\"\xff\"}");
    QTest::newRow("carriage return") << QByteArray("{\"t_ns\":1,\"kind\":\"mark\"}\r");
    QTest::newRow("bad base 64") << QByteArray("{\"t_ns\":1,\"kind\":\"frame\",\"data64\":\"!!\"}");
    QTest::newRow("an extra that is none") << QByteArray(
        "{\"t_ns\":1,\"wall\":\"2026-09-21T14:13:20.000Z\",\"kind\":\"stat\",\"op\":\"key\",\"data64\":\"AAAA\"}");
    QTest::newRow("a member twice") << QByteArray("{\"t_ns\":1,\"t_ns\":2}");
}

void TestSessionExport::keepsForeignLines()
{
    QFETCH(QByteArray, line);
    const QByteArray mark = "{\"t_ns\":9,\"wall\":\"2026-09-21T14:13:20.000Z\",\"kind\":\"mark\"}\n";
    const QByteArray text = jsonlHeaderOf(sessionHead()) + mark + line + '\n' + mark;
    SessionExportPlan plan;
    plan.redact = false;
    QCOMPARE(exported(imported(text), plan), text);
}

void TestSessionExport::toleratesATornLine()
{
    const QByteArray whole = "{\"schema\":\"pushscope-journal/1\",\"later\":true}\n{\"t_ns\":1,\"kind\":\"mark\"}\n";
    ImportReport report;
    const QString path = imported(whole + "{\"t_ns\":2,\"kind\":\"ma", &report);
    QVERIFY(report.torn);
    QCOMPARE(report.rows, 1U);
    SessionExportPlan plan;
    plan.redact = false;
    QCOMPARE(exported(path, plan), whole);
}

void TestSessionExport::leavesOutALineThatIsTooLong()
{
    const QByteArray head = "{\"schema\":\"pushscope-journal/1\",\"later\":true}\n", mark = "{\"t_ns\":1,\"kind\":\"mark\"}\n";
    ImportReport report;
    const QString path = imported(head + mark + QByteArray(65 * 1024 * 1024, 'x') + '\n' + mark, &report);
    QVERIFY(!report.torn);
    QCOMPARE(report.unreadable, 1U);
    SessionExportPlan plan;
    plan.redact = false;
    QCOMPARE(exported(path, plan), head + mark + mark);
}

void TestSessionExport::refusesWhatIsNoLog_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("another object") << QByteArray("{\"a\":1}\n");
    QTest::newRow("words") << QByteArray("hello\n");
}

void TestSessionExport::refusesWhatIsNoLog()
{
    QFETCH(QByteArray, text);
    const QString source = fresh(), target = fresh();
    QFile file(source);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const auto result = importSession(source, target);
    QVERIFY(!result);
    QCOMPARE(result.error().code, Errc::Syntax);
    QVERIFY(!QFile::exists(target));
}

void TestSessionExport::takesAPart_data()
{
    QTest::addColumn<qint64>("from");
    QTest::addColumn<qint64>("upTo");
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("words");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << qint64(0) << qint64(1'000'000) << QByteArray() << QByteArray() << 100;
    QTest::newRow("a time") << qint64(10) << qint64(19) << QByteArray() << QByteArray() << 10;
    QTest::newRow("an id") << qint64(0) << qint64(1'000'000) << QByteArray("id > 90") << QByteArray() << 10;
    QTest::newRow("a type and a channel") << qint64(0) << qint64(1'000'000)
                                          << QByteArray("type == news && to contains \"room:lobby\"") << QByteArray() << 100;
    QTest::newRow("words") << qint64(0) << qint64(1'000'000) << QByteArray() << QByteArray("NEWS \"n\":77") << 1;
    QTest::newRow("all of it") << qint64(50) << qint64(80) << QByteArray("len < 10000") << QByteArray("77") << 1;
    QTest::newRow("nothing") << qint64(0) << qint64(1'000'000) << QByteArray("kind == conn") << QByteArray() << 0;
}

void TestSessionExport::takesAPart()
{
    QFETCH(qint64, from);
    QFETCH(qint64, upTo);
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, words);
    QFETCH(int, rows);
    std::vector<SessionRow> all;
    for (int i = 1; i <= 100; ++i)
        all.push_back(eventRow(i, quint64(i), "{\"n\":" + QByteArray::number(i) + '}'));
    SessionExportPlan plan;
    plan.selection.fromNs = from * 1'000'000;
    plan.selection.upToNs = upTo * 1'000'000;
    plan.selection.filter = Filter::parse(filter, sessionFilterFields()).value();
    plan.selection.words = words;
    QCOMPARE(exported(write(all, true), plan).count('\n'), qsizetype(1 + rows));
}

void TestSessionExport::redacts()
{
    SessionRow answer = sessionRow(1, "req", "answer");
    answer.form = SessionRow::Form::Json;
    answer.data = "{\"request\":\"GET /api/events?token=s3cr3t&room=a HTTP/1.1\\r\\nauthorization: Bearer s3cr3t\\r\\ncookie: "
                  "token=s3cr3t; a=s3cr3t\\r\\nhost: x\\r\\n\\r\\n\",\"answer\":\"HTTP/1.1 200 OK\\r\\nset-cookie: "
                  "s3cr3t\\r\\n\\r\\n\"}";
    const SessionRow event = eventRow(2, 2, "{\"user\":\"bob\",\"password\":\"s3cr3t\",\"apiToken\":[\"s3cr3t\"]}");
    SessionRow foreign = sessionRow(3, "mark");
    foreign.raw = "{\"kind\":\"mark\",\"x-auth-token\":\"s3cr3t\",\"t_ns\":3}";
    WireRecord wire;
    wire.fact.requestHead = "GET /?access_token=s3cr3t HTTP/1.1\r\nCookie: sid=s3cr3t\r\nX-Api-Token: s3cr3t\r\n\r\n";
    wire.fact.answerHead = "HTTP/1.1 200 OK\r\nSet-Cookie: sid=s3cr3t\r\n\r\n";
    const QString path = write({answer, event, foreign, sessionRowOf(wire)}, false);
    SessionExportPlan plan;
    for (const SessionFormat format : {SessionFormat::Jsonl, SessionFormat::Csv}) {
        plan.format = format;
        plan.redact = true;
        const QByteArray clean = exported(path, plan);
        QVERIFY2(!clean.contains("s3cr3t"), clean.constData());
        QVERIFY(clean.contains("bob"));
        plan.redact = false;
        QVERIFY(exported(path, plan).contains("s3cr3t"));
    }
}

void TestSessionExport::writesCsv()
{
    SessionExportPlan plan;
    plan.format = SessionFormat::Csv;
    SessionRow row = eventRow(2, 7, "{\"a\":\"x,y\"}");
    const QByteArray csv = exported(write({row}, true), plan);
    QCOMPARE(csv,
             QByteArray("t_ns,wall,kind,client,conn,proto,dir,id,to,type,op,len,data,data64,cause,ref\r\n"
                        "2000000,2026-09-21T14:13:20.002Z,event,,,,,k3f9-7,user:alice room:lobby,news,publish,11,"
                        "\"{\"\"a\"\":\"\"x,y\"\"}\",,,7\r\n"));
}

void TestSessionExport::leavesTheOldFileWhenCancelled()
{
    std::vector<SessionRow> rows;
    for (int i = 0; i < 10'000; ++i)
        rows.push_back(eventRow(i, quint64(i + 1), "1"));
    auto reader = SessionReader::open(write(rows, false));
    const QString target = fresh();
    QFile old(target);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    int calls = 0;
    const auto cancelled
        = exportSession(**reader, {}, target, [&calls](quint64 done, quint64 total) { return ++calls < 2 && done <= total; });
    QVERIFY(!cancelled);
    QCOMPARE(cancelled.error().code, Errc::Cancelled);
    QCOMPARE(octetsOf(target), QByteArray("old"));
    QVERIFY(exportSession(**reader, {}, target).has_value());
    QCOMPARE(octetsOf(target).count('\n'), 10'001);
}

void TestSessionExport::findsWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("word");
    QTest::addColumn<bool>("found");
    QTest::newRow("at the end") << QByteArray("hello World") << QByteArray("world") << true;
    QTest::newRow("the whole") << QByteArray("X") << QByteArray("x") << true;
    QTest::newRow("longer than the text") << QByteArray("ab") << QByteArray("abc") << false;
    QTest::newRow("after a false start") << QByteArray("aaab") << QByteArray("aab") << true;
    QTest::newRow("nothing") << QByteArray() << QByteArray("a") << false;
    QTest::newRow("no word") << QByteArray() << QByteArray() << true;
}

void TestSessionExport::findsWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, word);
    QFETCH(bool, found);
    QCOMPARE(containsWord(text, word), found);
}

QTEST_GUILESS_MAIN(TestSessionExport)
#include "tst_sessionexport.moc"
