// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/instance.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <csignal>

using namespace pushscope;

class TestInstance : public QObject
{
    Q_OBJECT

    static QDeadlineTimer patience() { return QDeadlineTimer(std::chrono::seconds(30)); }
    const QDeadlineTimer m_now{0};

    // Each start of the program is a thread here: it waits while the first one's event loop answers.
    static Instance::Start startBeside(const QString &folder, const QList<QByteArray> &overrides, const QStringList &files,
                                       bool forFiles = false)
    {
        Instance::Start start{};
        QThread *thread = QThread::create([&] {
            Instance second(folder, overrides);
            start = forFiles ? second.ask({}, files, patience()) : second.begin({}, files, patience());
        });
        thread->start();
        while (!thread->wait(1))
            QCoreApplication::processEvents();
        delete thread;
        return start;
    }

    static bool holdsOpen(qint64 pid, const QString &name)
    {
        const QString folder = QStringLiteral("/proc/%1/fd/").arg(pid);
        const QFileInfoList all = QDir(folder).entryInfoList(QDir::Files | QDir::System);
        return std::any_of(all.begin(), all.end(),
                           [&name](const QFileInfo &one) { return one.symLinkTarget().endsWith(u'/' + name); });
    }

private Q_SLOTS:
    // Qt knows an option of the same name, and must not get it.
    void anOptionNamesASession()
    {
        const QTemporaryDir folder;
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("XDG_CONFIG_HOME"), folder.path());
        process.setProcessEnvironment(environment);
        process.start(QString::fromUtf8(PUSHSCOPE), {QStringLiteral("--session"), folder.filePath(QStringLiteral("nowhere"))});
        QVERIFY(process.waitForFinished(60'000));
        QVERIFY(process.exitCode() != 0);
        const QByteArray errors = process.readAllStandardError();
        QVERIFY2(errors.contains("nowhere: there is no such file"), errors.constData());
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
    }

    void secondShowsTheFirst()
    {
        Instance first(m_folder->path(), {});
        QCOMPARE(first.begin({}, {}, patience()), Instance::Start::Ours);
        const QSignalSpy asked(&first, &Instance::asked);
        const QStringList files{QStringLiteral("/a/b c.pushscope"), QStringLiteral("/ü.har")};
        QCOMPARE(startBeside(m_folder->path(), {}, files), Instance::Start::Shown);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(asked.first().first().toStringList(), files);
    }

    void otherHubIsAnother()
    {
        Instance first(m_folder->path(), {"listen=127.0.0.1:9001"});
        QVERIFY(first.hold({}));
        const QSignalSpy asked(&first, &Instance::asked);
        QCOMPARE(startBeside(m_folder->path(), {"listen=127.0.0.1:9002"}, {}), Instance::Start::OtherHub);
        QCOMPARE(startBeside(m_folder->path(), {}, {}), Instance::Start::OtherHub);
        QVERIFY(asked.isEmpty());
        QCOMPARE(startBeside(m_folder->path(), {"listen=127.0.0.1:9001"}, {}), Instance::Start::Shown);
        QCOMPARE(asked.size(), 1);
        // A file is opened there, whatever its hub.
        QCOMPARE(startBeside(m_folder->path(), {}, {QStringLiteral("/f")}, true), Instance::Start::Shown);
        QCOMPARE(asked.size(), 2);
    }

    void profilesAndFoldersHaveTheirOwn()
    {
        const QTemporaryDir other;
        Instance a(m_folder->path(), {}), b(m_folder->path(), {}), c(other.path(), {});
        QVERIFY(a.hold({}));
        QVERIFY(b.hold(QStringLiteral("p1")));
        QVERIFY(c.hold({}));
        QVERIFY(!b.hold({}));
        QVERIFY(b.isHeldElsewhere({}));
        QVERIFY(!b.isHeldElsewhere(QStringLiteral("p1"))); // it is here
        QVERIFY(!b.isHeldElsewhere(QStringLiteral("p2")));
    }

    void switchingLetsGo()
    {
        Instance a(m_folder->path(), {}), b(m_folder->path(), {});
        QVERIFY(a.hold({}));
        QVERIFY(b.hold(QStringLiteral("p1")));
        QVERIFY(!a.hold(QStringLiteral("p1")));
        QVERIFY(a.isHeldElsewhere(QStringLiteral("p1")));
        QVERIFY(b.isHeldElsewhere({})); // a stayed with its own
        QVERIFY(a.hold(QStringLiteral("p2")));
        QVERIFY(b.hold({}));
        const QSignalSpy asked(&a, &Instance::asked);
        b.show(QStringLiteral("p2"));
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 30'000);
    }

    void silentOneIsSaid()
    {
        Instance first(m_folder->path(), {});
        QVERIFY(first.hold({}));
        Instance second(m_folder->path(), {}); // nobody runs the event loop of the first
        QCOMPARE(second.begin({}, {}, m_now), Instance::Start::Silent);
        QCOMPARE(second.ask({}, {}, m_now), Instance::Start::Silent);
    }

    void nobodyIsThere()
    {
        const Instance instance(m_folder->path(), {});
        QCOMPARE(instance.ask({}, {QStringLiteral("/f")}, patience()), Instance::Start::Ours);
        QVERIFY(!instance.isHeldElsewhere({})); // asking holds nothing
    }

    void nonsenseIsRefused_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("no JSON") << QByteArray("show yourself\n");
        QTest::newRow("no object") << QByteArray("[1,2]\n");
        QTest::newRow("endless") << QByteArray(1024 * 1024 + 1, 'x');
    }
    void nonsenseIsRefused()
    {
        QFETCH(QByteArray, line);
        Instance first(m_folder->path(), {});
        QVERIFY(first.hold({}));
        const QSignalSpy asked(&first, &Instance::asked);
        const QStringList sockets = QDir(m_folder->path()).entryList({QStringLiteral("pushscope-*")}, QDir::System);
        QCOMPARE(sockets.size(), 1);
        QLocalSocket socket;
        socket.connectToServer(m_folder->filePath(sockets.first()));
        QVERIFY(socket.waitForConnected(30'000));
        socket.write(line);
        QTRY_COMPARE_WITH_TIMEOUT(socket.state(), QLocalSocket::UnconnectedState, 30'000);
        QVERIFY(asked.isEmpty());
        QCOMPARE(startBeside(m_folder->path(), {}, {}), Instance::Start::Shown); // it goes on
    }

    // The program itself: the second start ends at once, the first opens the file, and one that was killed is in nobody's way.
    void program()
    {
        const QString session = m_folder->filePath(QStringLiteral("a session.jsonl"));
        QFile file(session);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"schema\":\"pushscope-journal/1\"}\n");
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
            environment.insert(QLatin1String(name), m_folder->path());
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
        const auto run = [&environment](QProcess &process, const QStringList &arguments) {
            process.setProcessEnvironment(environment);
            process.setProgram(QStringLiteral(PUSHSCOPE));
            process.setArguments(arguments);
            process.start();
        };
        const QStringList options{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")};
        QProcess first, second, third;
        run(first, options);
        QTRY_VERIFY_WITH_TIMEOUT(first.canReadLine(), 60'000);
        QVERIFY(first.readLine().contains("\"ready\":true"));

        run(second, options);
        QVERIFY(second.waitForFinished(60'000));
        QCOMPARE(second.exitCode(), 0);
        QVERIFY2(second.readAllStandardError().contains("runs already"), "said");
        QCOMPARE(second.readAllStandardOutput(), QByteArray());

        QProcess opening;
        run(opening, {session});
        QVERIFY(opening.waitForFinished(60'000));
        QCOMPARE(opening.exitCode(), 0);
        // It reads the session that the log was made into.
        QTRY_VERIFY_WITH_TIMEOUT(holdsOpen(first.processId(), QStringLiteral("imported.pushscope")), 60'000);

        ::kill(pid_t(first.processId()), SIGKILL);
        QVERIFY(first.waitForFinished(60'000));
        run(third, options);
        QTRY_VERIFY_WITH_TIMEOUT(third.canReadLine(), 60'000);
        third.terminate();
        QVERIFY(third.waitForFinished(60'000));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestInstance)
#include "tst_instance.moc"
