// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The executable records what happens: all of it when it ends, up to the last commit when it is killed, no token of anybody, and
// its own exports read it.

#include "session/recorder.h"
#include "session/sessionexport.h"
#include "support/asnobody.h"
#include "support/rawsocket.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

constexpr char Secret[] = "a secret of the tests, long enough";

class RecordingHub
{
public:
    RecordingHub(const QString &file, const QString &configuration, const QStringList &more = {})
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), configuration);
        m_process.setProcessEnvironment(environment);
        m_process.start(QString::fromUtf8(PUSHSCOPE_HUB),
                        QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--record"), file,
                                    QStringLiteral("--jwt-secret"), QString::fromUtf8(Secret)}
                            + more);
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(100);
        const QJsonObject ready = QJsonDocument::fromJson(m_process.readLine()).object();
        m_port = quint16(QUrl(ready.value(QLatin1String("listen")).toArray().at(0).toString()).port(0));
    }
    [[nodiscard]] quint16 port() const noexcept { return m_port; } // 0: it did not start
    void kill()
    {
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    [[nodiscard]] int terminate()
    {
        m_process.terminate();
        return wait();
    }
    [[nodiscard]] int wait()
    {
        m_process.waitForFinished(-1);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    quint16 m_port = 0;
};

QByteArray runHub(const QStringList &arguments, int *status = nullptr)
{
    QProcess process;
    process.start(QString::fromUtf8(PUSHSCOPE_HUB), arguments);
    process.waitForFinished(-1);
    if (status)
        *status = process.exitCode();
    return process.readAllStandardOutput();
}

quint64 countRows(const QString &file, const QByteArray &filter)
{
    auto reader = SessionReader::open(file);
    if (!reader)
        return 0;
    SessionSelection selection;
    selection.filter = Filter::parse(filter, sessionFilterFields()).value();
    return SessionScan(**reader, selection).run([](quint64, const PackedRow &) { return true; }).value_or(0);
}

} // namespace

class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void recordsARun();
    void survivesAKilledHub();
    void keepsTokensWhenAsked();
    void endsByItself();
    void refusesToOverwrite();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();
    void saysWhatIsForbidden_data();
    void saysWhatIsForbidden();

private:
    [[nodiscard]] QString path(const char *name) const { return m_dir.filePath(QLatin1String(name)); }
    [[nodiscard]] bool openStream(RawSocket &socket, quint16 port) const;
    [[nodiscard]] bool publish(quint16 port, int count) const;
    QTemporaryDir m_dir;
    QByteArray m_token;
};

void TestRecording::initTestCase()
{
    m_token = runHub({QStringLiteral("token"), QStringLiteral("--user"), QStringLiteral("p"), QStringLiteral("--publish"),
                      QStringLiteral("*"), QStringLiteral("--room"), QStringLiteral("*"), QStringLiteral("--jwt-secret"),
                      QString::fromUtf8(Secret)})
                  .trimmed();
    QVERIFY(!m_token.isEmpty());
}

bool TestRecording::openStream(RawSocket &socket, quint16 port) const
{
    return socket.connectTo(port)
        && socket.send("GET /api/events?clientId=tab-1&room=r&token=" + m_token + " HTTP/1.1\r\nHost: x\r\n\r\n")
        && !socket.receiveUntil(": ping", 20s).isEmpty();
}

bool TestRecording::publish(quint16 port, int count) const
{
    RawSocket socket;
    if (!socket.connectTo(port))
        return false;
    for (int i = 0; i < count; ++i) {
        const QByteArray body = "{\"to\":\"room:r\",\"type\":\"news\",\"data\":{\"n\":" + QByteArray::number(i) + "}}";
        if (exchange(socket, "POST", "/api/publish", body, "Authorization: Bearer " + m_token + "\r\n").status != 200)
            return false;
    }
    return true;
}

void TestRecording::recordsARun()
{
    const QString file = path("run.pushscope");
    RecordingHub hub(file, m_dir.path());
    QVERIFY2(hub.port() > 0, hub.errors().constData());
    RawSocket stream;
    QVERIFY(openStream(stream, hub.port()));
    QVERIFY(publish(hub.port(), 50));
    QVERIFY(!stream.receiveUntil("\"n\":49}", 20s).isEmpty());
    QCOMPARE(hub.terminate(), 0);

    QVERIFY(!QFile::exists(file + QLatin1String("-wal")));
    auto reader = SessionReader::open(file);
    QVERIFY(reader.has_value());
    QVERIFY((*reader)->ended());
    QVERIFY((*reader)->head().hub.startsWith("http://127.0.0.1:"));
    QCOMPARE(countRows(file, "kind == event && type == news"), 50U);
    QCOMPARE(countRows(file, "kind == conn && op == open && client == 'tab-1'"), 1U);
    QCOMPARE(countRows(file, "kind == conn && op == close && client == 'tab-1'"), 1U);
    QCOMPARE(countRows(file, "kind == req && op == stream && type == 'GET /api/events'"), 1U);
    QCOMPARE(countRows(file, "kind == req && op == answer && type == 'POST /api/publish'"), 50U);
    QVERIFY(countRows(file, "kind == frame && op == sse && client == 'tab-1' && proto == sse") >= 3); // retry, welcome, ping
    const SessionReader::Span span = (*reader)->span();
    QCOMPARE((*reader)->deliveriesBetween(-1, span.endNs, 1000).size(), std::size_t(50));
    const RecordedState state = (*reader)->stateAt(span.endNs);
    QCOMPARE(state.clients().size(), std::size_t(1));
    QCOMPARE(state.clients().begin()->second.eventsOut, 50U);
    QCOMPARE(state.figures().published, 50U);

    const QByteArray lines = runHub({QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("jsonl")});
    QVERIFY(lines.startsWith("{\"schema\":\"pushscope-"));
    QVERIFY(lines.contains("\"n\":49"));
    const QByteArray part
        = runHub({QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("csv"), QStringLiteral("--filter"),
                  QStringLiteral("kind == event"), QStringLiteral("-o"), path("events.csv")});
    QVERIFY(part.isEmpty());
    QFile csv(path("events.csv"));
    QVERIFY(csv.open(QIODevice::ReadOnly));
    QCOMPARE(csv.readAll().count('\n'), 51);
    QFile raw(file);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    const QByteArray signature = m_token.mid(m_token.lastIndexOf('.') + 1);
    QVERIFY(!raw.readAll().contains(signature));
}

void TestRecording::survivesAKilledHub()
{
    const QString file = path("killed.pushscope");
    RecordingHub hub(file, m_dir.path());
    QVERIFY2(hub.port() > 0, hub.errors().constData());
    RawSocket stream;
    QVERIFY(openStream(stream, hub.port()));
    QVERIFY(publish(hub.port(), 100));
    // Read while it is written: what is committed can be seen.
    QTRY_COMPARE_WITH_TIMEOUT(countRows(file, "kind == event"), 100U, 30'000);
    QVERIFY(publish(hub.port(), 1));
    hub.kill();
    QFile octets(file), log(file + QLatin1String("-wal"));
    QVERIFY(octets.open(QIODevice::ReadOnly) && log.open(QIODevice::ReadOnly));
    const QByteArray before = octets.readAll(), logBefore = log.readAll();
    QVERIFY(countRows(file, "kind == event") >= 100);
    auto reader = SessionReader::open(file);
    QVERIFY(reader.has_value());
    QVERIFY(!(*reader)->ended());
    QVERIFY((*reader)->damage().isEmpty());
    QCOMPARE((*reader)->stateAt((*reader)->span().endNs).clients().size(), std::size_t(1));
    reader->reset();
    octets.seek(0);
    log.seek(0);
    QCOMPARE(octets.readAll(), before);
    QCOMPARE(log.readAll(), logBefore);
}

void TestRecording::keepsTokensWhenAsked()
{
    const QString file = path("secrets.pushscope");
    RecordingHub hub(file, m_dir.path(), {QStringLiteral("--record-secrets")});
    QVERIFY2(hub.port() > 0, hub.errors().constData());
    RawSocket stream;
    QVERIFY(openStream(stream, hub.port()));
    QCOMPARE(hub.terminate(), 0);
    const QStringList command{QStringLiteral("export"), file, QStringLiteral("--to"), QStringLiteral("jsonl")};
    QVERIFY(!runHub(command).contains(m_token));
    QVERIFY(runHub(command + QStringList{QStringLiteral("--keep-secrets")}).contains(m_token));
}

void TestRecording::endsByItself()
{
    const QString file = path("short.pushscope");
    RecordingHub hub(file, m_dir.path(), {QStringLiteral("--duration"), QStringLiteral("300ms")});
    QCOMPARE(hub.wait(), 0);
    QVERIFY(countRows(file, "kind == log && data contains stopping") == 1);
}

void TestRecording::refusesToOverwrite()
{
    QFile file(path("mine"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("precious");
    file.close();
    RecordingHub hub(file.fileName(), m_dir.path());
    QCOMPARE(hub.port(), quint16(0));
    QCOMPARE(hub.wait(), 2);
    QVERIFY(hub.errors().contains("exists already"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("precious"));
}

void TestRecording::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QString file = path("some");
    QTest::newRow("no file") << QStringList{QStringLiteral("--to"), QStringLiteral("jsonl")};
    QTest::newRow("a file that is not there") << QStringList{file, QStringLiteral("--to"), QStringLiteral("jsonl")};
    QTest::newRow("no form") << QStringList{file};
    QTest::newRow("an unknown form") << QStringList{file, QStringLiteral("--to"), QStringLiteral("xml")};
    QTest::newRow("a bad filter") << QStringList{file, QStringLiteral("--to"), QStringLiteral("csv"), QStringLiteral("--filter"),
                                                 QStringLiteral("kind = x")};
    QTest::newRow("a bad time") << QStringList{file, QStringLiteral("--to"), QStringLiteral("csv"), QStringLiteral("--from"),
                                               QStringLiteral("soon")};
}

void TestRecording::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    int status = 0;
    QVERIFY(runHub(QStringList{QStringLiteral("export")} + arguments, &status).isEmpty());
    QCOMPARE(status, 2);
}

// Run as a user who owns nothing, who has to be able to reach the program, too.
void TestRecording::saysWhatIsForbidden_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto exported = [](const char *file) {
        return QStringList{QStringLiteral("export"), QLatin1String(file), QStringLiteral("--to"), QStringLiteral("csv")};
    };
    const auto recorded = [](const char *file) {
        return QStringList{QStringLiteral("--listen"),   QStringLiteral("127.0.0.1:0"),  QStringLiteral("--record"),
                           QLatin1String(file),          QStringLiteral("--jwt-secret"), QString::fromUtf8(Secret),
                           QStringLiteral("--duration"), QStringLiteral("100ms")};
    };
    QTest::newRow("a session") << exported("secret.pushscope")
                               << QByteArray("secret.pushscope: cannot be read: Permission denied");
    QTest::newRow("a log") << exported("secret.jsonl") << QByteArray("secret.jsonl: cannot be read: Permission denied");
    QTest::newRow("a folder") << exported("locked/in.pushscope")
                              << QByteArray("locked/in.pushscope: cannot be read: Permission denied");
    QTest::newRow("where it is exported to")
        << exported("open.pushscope") + QStringList{QStringLiteral("-o"), QStringLiteral("locked/out")}
        << QByteArray("cannot write locked/out: Permission denied");
    QTest::newRow("where it is recorded") << recorded("new.pushscope")
                                          << QByteArray("new.pushscope: cannot be made: Permission denied");
}

void TestRecording::saysWhatIsForbidden()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    if (const AsNobody nobody; !nobody.holds())
        QSKIP("this user can't be another one");
    const QTemporaryDir folder;
    const auto at = [&folder](const char *name) { return folder.filePath(QLatin1String(name)); };
    QVERIFY(QDir().mkpath(at("locked")));
    QVERIFY(QFile::copy(QString::fromUtf8(PUSHSCOPE_HUB), at("hub")));
    for (const char *name : {"secret.pushscope", "locked/in.pushscope", "open.pushscope", "secret.jsonl"}) {
        if (QByteArray(name).endsWith("jsonl")) {
            QFile log(at(name));
            QVERIFY(log.open(QIODevice::WriteOnly) && log.write("{\"schema\":\"pushscope-journal/1\"}\n") > 0);
        } else {
            auto writer = SessionWriter::create(at(name), SessionHead());
            QVERIFY(writer && (*writer)->finish());
        }
    }
    QVERIFY(QFile::setPermissions(at("open.pushscope"), QFileDevice::Permissions(0x6644))); // it is its owner's alone
    QVERIFY(forbid(at("secret.pushscope")) && forbid(at("secret.jsonl")) && forbid(at("locked")));
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x5555)));
    QProcess process;
    process.setWorkingDirectory(folder.path());
    process.setChildProcessModifier([] {
        if (::geteuid() == 0 && ::setuid(AsNobody::Nobody) != 0)
            ::_exit(99);
    });
    process.start(at("hub"), arguments);
    process.waitForFinished(-1);
    const QByteArray errors = process.readAllStandardError();
    QVERIFY(QFile::setPermissions(folder.path(), QFileDevice::Permissions(0x7700)));
    QVERIFY(QFile::setPermissions(at("locked"), QFileDevice::Permissions(0x7700)));
    QVERIFY2(errors.contains(said), errors.constData());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardOutput().isEmpty());
}

QTEST_GUILESS_MAIN(TestRecording)
#include "tst_recording.moc"
