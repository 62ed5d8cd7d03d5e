// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The executable is killed with SIGKILL while 64 connections publish: each acknowledged event is replayed afterwards, no id is
// used twice. A damaged store file: the hub says so, moves it aside, starts.

#include "base/ids.h"
#include "protocol/jsonslice.h"
#include "support/rawsocket.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>
#include <atomic>
#include <csignal>
#include <mutex>
#include <random>
#include <thread>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

class HubProcess
{
public:
    HubProcess(const QString &store, const QString &configuration)
    {
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), configuration);
        m_process.setProcessEnvironment(environment);
        m_process.start(QString::fromUtf8(PUSHSCOPE_HUB),
                        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--store"), store,
                         QStringLiteral("--jwt-secret"), QStringLiteral("a secret of the tests, long enough")});
        while (!m_process.canReadLine() && m_process.state() != QProcess::NotRunning)
            m_process.waitForReadyRead(100);
        m_ready = QJsonDocument::fromJson(m_process.readLine()).object();
    }
    ~HubProcess() { kill(); }

    [[nodiscard]] quint16 port() const
    {
        return quint16(QUrl(m_ready.value(QLatin1String("listen")).toArray().at(0).toString()).port());
    }
    [[nodiscard]] QString epoch() const { return m_ready.value(QLatin1String("epoch")).toString(); }
    [[nodiscard]] bool isReady() const { return m_ready.value(QLatin1String("ready")).toBool(); }
    void kill()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        m_process.kill();
        m_process.waitForFinished(-1);
    }
    [[nodiscard]] int terminate()
    {
        m_process.terminate();
        m_process.waitForFinished(-1);
        return m_process.exitStatus() == QProcess::NormalExit ? m_process.exitCode() : -1;
    }
    [[nodiscard]] QByteArray errors() { return m_process.readAllStandardError(); }

private:
    QProcess m_process;
    QJsonObject m_ready;
};

QByteArray makeToken()
{
    QProcess process;
    process.start(QString::fromUtf8(PUSHSCOPE_HUB),
                  {QStringLiteral("token"), QStringLiteral("--user"), QStringLiteral("p"), QStringLiteral("--room"),
                   QStringLiteral("r"), QStringLiteral("--publish"), QStringLiteral("*"), QStringLiteral("--jwt-secret"),
                   QStringLiteral("a secret of the tests, long enough")});
    process.waitForFinished(-1);
    return process.readAllStandardOutput().trimmed();
}

} // namespace

class TestKilledHub : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QByteArray m_token;
    std::mutex m_mutex;
    QHash<QByteArray, QByteArray> m_acknowledged; // id → data

private Q_SLOTS:
    void initTestCase() { m_token = makeToken(); }

    void acknowledgedEventsSurvive()
    {
        const QString store = m_folder.filePath(QStringLiteral("events.db"));
        std::mt19937 random(11);
        QString epoch;
        for (int round = 0; round < 5; ++round) {
            HubProcess hub(store, m_folder.path());
            QVERIFY2(hub.isReady(), hub.errors().constData());
            if (round > 0) {
                QCOMPARE(hub.epoch(), epoch);
                verifyAllKept(hub.port());
            }
            epoch = hub.epoch();
            const qsizetype before = m_acknowledged.size();
            std::atomic<bool> twice = false;
            std::vector<std::thread> publishers;
            for (int i = 0; i < 64; ++i)
                publishers.emplace_back([&, i] { publishUntilKilled(hub.port(), round * 64 + i, twice); });
            // Some moment in the middle of it: when enough was acknowledged.
            const qsizetype enough = before + 200 + qsizetype(random() % 1500);
            while (acknowledgedCount() < enough)
                std::this_thread::yield();
            hub.kill();
            for (std::thread &publisher : publishers)
                publisher.join();
            QVERIFY2(!twice, "an id was used twice");
            QVERIFY(m_acknowledged.size() >= enough);
        }
        HubProcess hub(store, m_folder.path());
        QVERIFY(hub.isReady());
        verifyAllKept(hub.port());
        QCOMPARE(hub.terminate(), 0);
    }

    void aDamagedStoreIsMovedAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addRow("no database") << QByteArray("this is no database at all, whatever its name says").repeated(200);
        QTest::addRow("cut header") << QByteArray("SQLite format 3\0\x10\0", 18);
    }
    void aDamagedStoreIsMovedAside()
    {
        QFETCH(QByteArray, content);
        const QTemporaryDir folder;
        const QString store = folder.filePath(QStringLiteral("events.db"));
        QFile file(store);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        HubProcess hub(store, folder.path());
        QVERIFY(hub.isReady());
        const QStringList aside = QDir(folder.path()).entryList({QStringLiteral("events.db.damaged-*")});
        QVERIFY(!aside.isEmpty());
        QFile moved(folder.filePath(aside.first()));
        QVERIFY(moved.open(QIODevice::ReadOnly));
        QCOMPARE(moved.readAll(), content); // kept as it was
        QCOMPARE(hub.terminate(), 0);
        QVERIFY2(hub.errors().contains("damaged"), hub.errors().constData());
    }

private:
    qsizetype acknowledgedCount()
    {
        const std::lock_guard lock(m_mutex);
        return m_acknowledged.size();
    }

    void publishUntilKilled(quint16 port, int publisher, std::atomic<bool> &twice)
    {
        RawSocket socket;
        if (!socket.connectTo(port))
            return;
        const QByteArray extra = "Content-Type: application/json\r\nAuthorization: Bearer " + m_token + "\r\n";
        for (int n = 0;; ++n) {
            const QByteArray data = "\"p" + QByteArray::number(publisher) + '-' + QByteArray::number(n) + '"';
            const HttpAnswer answer
                = exchange(socket, "POST", "/api/publish", "{\"to\":\"room:r\",\"data\":" + data + '}', extra);
            if (answer.status == 0 || answer.body.isEmpty())
                return; // killed
            const qsizetype at = answer.body.indexOf("\"id\":\"");
            if (answer.status != 200 || at < 0)
                continue;
            const QByteArray id = answer.body.mid(at + 6, answer.body.indexOf('"', at + 6) - at - 6);
            const std::lock_guard lock(m_mutex);
            if (m_acknowledged.contains(id))
                twice = true;
            m_acknowledged.insert(id, data);
        }
    }

    void verifyAllKept(quint16 port)
    {
        QHash<QByteArray, QByteArray> kept;
        RawSocket socket;
        QVERIFY(socket.connectTo(port));
        QByteArray cursor = "earliest";
        quint64 last = 0;
        for (;;) {
            const HttpAnswer answer
                = exchange(socket, "GET", "/api/poll?timeout=0&limit=1000&room=r&token=" + m_token + "&cursor=" + cursor);
            QCOMPARE(answer.status, 200);
            const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
            QVERIFY(!object.contains(QLatin1String("gap")));
            const QJsonArray events = object.value(QLatin1String("events")).toArray();
            for (const QJsonValue event : events) {
                const QByteArray id = event.toObject().value(QLatin1String("id")).toString().toLatin1();
                const quint64 seq = parseEventId(id).value().seq.value;
                QVERIFY(seq > last);
                last = seq;
                kept.insert(id, '"' + event.toObject().value(QLatin1String("data")).toString().toLatin1() + '"');
            }
            cursor = object.value(QLatin1String("cursor")).toString().toLatin1();
            if (events.isEmpty())
                break;
        }
        for (auto it = m_acknowledged.cbegin(); it != m_acknowledged.cend(); ++it)
            QCOMPARE(kept.value(it.key()), it.value());
    }
};

QTEST_GUILESS_MAIN(TestKilledHub)
#include "tst_killedhub.moc"
