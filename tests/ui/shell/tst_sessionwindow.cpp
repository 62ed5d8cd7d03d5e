// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessionbench.h"

#include "session/sessionfile.h"
#include "session/sessionplayer.h"
#include "support/asnobody.h"
#include "ui/feed/answerdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/eventsmodel.h"
#include "ui/panes/answerspane.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/recordinglabel.h"
#include "ui/shell/rulesdrop.h"
#include "ui/shell/sessionexportdialog.h"
#include "ui/shell/sessionflow.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/statusline.h"
#include "ui/shell/timeslider.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

class TestSessionWindow : public QObject
{
    Q_OBJECT

    static constexpr int Patience = SessionBench::Patience;

    using Desk = SessionBench;

    static QByteArray octetsOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static bool write(const QString &path, const QByteArray &octets)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size();
    }

    static QByteArray foreignDatabase()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("other.db"));
        SessionFile file;
        if (!file.open(path, false) || !file.run("CREATE TABLE chunks (a)") || !file.run("INSERT INTO chunks VALUES (1)"))
            return {};
        file.close();
        return octetsOf(path);
    }

    static EventsModel *events(SessionWindow &session) { return session.window().findChild<EventsPane *>()->model(); }
    static ClientsModel *clients(SessionWindow &session) { return session.window().findChild<ClientsPane *>()->model(); }

    static qint64 rowsOf(const QString &path)
    {
        const auto reader = SessionReader::open(path);
        return reader ? qint64((*reader)->span().rows()) : 0;
    }

    // The folder has a session of a hub that had one client, ten events and a mark.
    QTemporaryDir m_folder;
    QString m_session;

    [[nodiscard]] QString copyOf(const char *name, qint64 octets = -1) const
    {
        const QString path = m_folder.filePath(QLatin1String(name));
        return write(path, octetsOf(m_session).first(octets < 0 ? octetsOf(m_session).size() : octets)) ? path : QString();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_session = m_folder.filePath(QStringLiteral("session.pushscope"));
        Desk desk;
        desk.open();
        ServerController &hub = desk.bench.controller;
        const Actions &actions = desk.bench.window->actions();
        QVERIFY(!actions.saveSession->isEnabled());
        hub.start();
        QTRY_VERIFY_WITH_TIMEOUT(hub.isRunning(), Patience);
        QVERIFY(actions.saveSession->isEnabled());
        QVERIFY(desk.recording.isRunning());

        QTcpSocket client;
        const QUrl url(QString::fromUtf8(hub.url()));
        client.connectToHost(url.host(), quint16(url.port()));
        client.write("GET /api/events?clientId=tab-1&token=" + hub.makeToken("alice") + " HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY_WITH_TIMEOUT(client.bytesAvailable() > 0, Patience);
        for (int i = 0; i < 10; ++i) {
            PublishRequest request;
            request.to = {"user:alice"};
            request.data = "{\"n\":" + QByteArray::number(i) + ",\"password\":\"hunter2\"}";
            const auto receipt = QCoro::waitFor(hub.publish(request));
            QVERIFY(receipt);
        }
        QVERIFY(QCoro::waitFor(hub.addMark("here")));
        const qint64 rows = 14; // request, open, ten events, mark, and what was delivered or said
        QTRY_VERIFY_WITH_TIMEOUT(rowsOf(desk.recording.path()) >= rows, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(octetsOf(desk.recording.path() + QStringLiteral("-wal")).contains("hunter2")
                                     || octetsOf(desk.recording.path()).contains("hunter2"),
                                 Patience);

        // While it is being recorded.
        auto *flow = desk.bench.window->findChild<SessionFlow *>();
        QSignalSpy ended(flow, &SessionFlow::ended);
        flow->startCopy(desk.recording.path(), m_session);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
        QCOMPARE(ended.at(0).at(2).toString(), QString());
        QVERIFY(desk.bench.window->messages().text().contains(m_session));
        QVERIFY(rowsOf(m_session) >= rows);

        auto *label = desk.bench.window->findChild<RecordingLabel *>();
        QTRY_VERIFY_WITH_TIMEOUT(desk.recording.figures().rows >= quint64(rows), Patience);
        label->refresh();
        QVERIFY2(label->text().startsWith(QStringLiteral("◉ rec 0")), qPrintable(label->text()));
        hub.stop();
        QTRY_VERIFY_WITH_TIMEOUT(hub.state() == ServerController::State::Stopped, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.recording.isRunning(), Patience);
        label->refresh();
        QVERIFY(!label->text().contains(QStringLiteral("◉")));
        QVERIFY(actions.saveSession->isEnabled()); // what was recorded is there still
    }

    void showsTheRecordedSession()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY2(session, qPrintable(desk.lastError()));
        QVERIFY(session->window().windowTitle().contains(QStringLiteral("session.pushscope")));
        QVERIFY(session->window().status().text().contains(QStringLiteral("session.pushscope")));
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(10), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(clients(*session)->totalCount(), qint64(1), Patience);
        // What needs a hub is not there.
        QVERIFY(!session->window().actions().startStop->isEnabled());
        QVERIFY(!session->window().actions().startStop->isVisible());
        for (const QAction *action : session->window().docks().paneActions())
            QVERIFY(action->text() != QStringLiteral("Inject"));
        session->window().docks().arrange(DockArea::Layout::All);
        for (const char *id : {"inject", "answers", "bus"})
            QVERIFY2(session->window().findChild<QDockWidget *>(QStringLiteral("dock-") + QLatin1String(id))->isHidden(), id);
    }

    void theSliderMovesTheWholeWindow()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(10), Patience);
        auto *slider = session->slider().findChild<QSlider *>(QStringLiteral("timeSlider"));
        QTest::keyClick(slider, Qt::Key_Home);
        QCOMPARE(session->slider().time(), session->player().beginNs());
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(0), Patience);
        QTest::keyClick(slider, Qt::Key_End);
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(10), Patience);
        QTRY_COMPARE_WITH_TIMEOUT(clients(*session)->totalCount(), qint64(1), Patience);
    }

    // However fast the slider is dragged: the newest time alone is shown, whole, and nothing of the one before.
    void aJumpShowsTheNewestTimeAlone()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        const qint64 begin = session->player().beginNs(), end = session->player().endNs();
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(10), Patience);
        std::vector<qint64> shown;
        connect(&session->window().feed(), &FrameFeed::snapshotReady, this,
                [&shown](const Snapshot &snapshot) { shown.push_back(snapshot.monoNs); });
        for (const qint64 last : {begin, end - 1, begin + 1, end}) {
            shown.clear();
            for (qint64 step = 0; step < 20; ++step)
                session->slider().setTime(begin + (end - begin) * step / 20);
            session->slider().setTime(last);
            QTRY_VERIFY_WITH_TIMEOUT(!shown.empty(), Patience);
            QCOMPARE(shown, std::vector<qint64>{last});
            // No batch of rows is still to come.
            const bool whole = last >= end - 1;
            QCOMPARE(events(*session)->rowCount(), whole ? 10 : 0);
            QCOMPARE(clients(*session)->rowCount(), int(clients(*session)->totalCount()));
        }
    }

    void whatIsSelectedStaysOverAJump()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        QTRY_COMPARE_WITH_TIMEOUT(clients(*session)->totalCount(), qint64(1), Patience);
        session->window().selection().setClient(1, "tab-1");
        const quint64 generation = session->player().generation();
        session->slider().setTime(session->player().endNs() - 1);
        QTRY_VERIFY_WITH_TIMEOUT(session->player().generation() > generation, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(session->window().selection().client(), QByteArray("tab-1"), Patience);
    }

    void theTimeRuns()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        auto *speed = session->slider().findChild<QComboBox *>(QStringLiteral("timeSpeed"));
        speed->setCurrentIndex(speed->count() - 1);
        session->slider().setRunning(true); // from the end: once more
        QVERIFY(session->slider().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!session->slider().isRunning(), Patience);
        QCOMPARE(session->slider().time(), session->player().endNs());
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(10), Patience);
    }

    void severalAreOpenAtOnceAndNothingIsWritten()
    {
        const QString first = copyOf("first.pushscope"), second = copyOf("second.pushscope");
        const QByteArray before = octetsOf(first);
        const QStringList files = QDir(m_folder.path()).entryList(QDir::Files);
        WindowBench bench;
        {
            SessionDesk desk(bench.settings);
            SessionWindow *one = desk.open(first);
            SessionWindow *other = desk.open(second);
            QVERIFY(one && other);
            QCOMPARE(desk.sessions().size(), qsizetype(2));
            one->slider().setTime(one->player().beginNs());
            QTRY_COMPARE_WITH_TIMEOUT(events(*other)->totalCount(), qint64(10), Patience);
            QTRY_COMPARE_WITH_TIMEOUT(events(*one)->totalCount(), qint64(0), Patience);
            one->window().close();
            QTRY_COMPARE_WITH_TIMEOUT(desk.sessions().size(), qsizetype(1), Patience);
        }
        QCOMPARE(octetsOf(first), before);
        QCOMPARE(QDir(m_folder.path()).entryList(QDir::Files), files);
    }

    void aDroppedFileIsOpened()
    {
        Desk desk;
        desk.open();
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(m_session)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.bench.window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(desk.bench.window.get(), &drop);
        QCOMPARE(desk.desk->sessions().size(), qsizetype(1));
        // They go with the hub's window.
        desk.bench.window->close();
        QTRY_COMPARE_WITH_TIMEOUT(desk.desk->sessions().size(), qsizetype(0), Patience);
    }

    // A list of rules is no session: what is in it is said, and it is used when that is wanted.
    void droppedRulesAreOffered_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("offer");
        QTest::addColumn<int>("answers"); // once the offer is taken
        const QByteArray answers = R"([{"name":"late","on":true,"when":{"type":"a"},"then":{"kind":"delay","after":"1s"}}])";
        QTest::newRow("answers") << answers << "rules.json has 1 rule(s) that answer."
                                 << "Use them" << 1;
        const QByteArray faults = R"([{"what":{"kind":"latency","ms":200}}])";
        QTest::newRow("faults") << faults << "rules.json has 1 fault rule(s)."
                                << "Set them" << 0;
    }
    void droppedRulesAreOffered()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const QString, said);
        QFETCH(const QString, offer);
        QFETCH(const int, answers);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("rules.json"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
        file.close();
        Desk desk;
        desk.open();
        MainWindow &window = *desk.bench.window;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(path)});
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &enter); // else nobody is dropped on
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&window, &drop);
        QCOMPARE(desk.desk->sessions().size(), qsizetype(0));
        QCOMPARE(window.messages().text(), said);
        auto *pane = window.findChild<AnswersPane *>();
        QVERIFY(pane->desk().rules().empty());
        const QList<QAbstractButton *> buttons = window.messages().findChildren<QAbstractButton *>();
        const auto taken = std::find_if(buttons.begin(), buttons.end(),
                                        [&offer](const QAbstractButton *button) { return button->text() == offer; });
        QVERIFY(taken != buttons.end());
        (*taken)->click();
        QCOMPARE(int(pane->desk().rules().size()), answers);
    }

    // What to publish is no session either: it is for Inject, which says what is wrong with it. So is a list with a mistake.
    void droppedEventsAreOffered_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("offered");
        QTest::addColumn<QString>("label"); // that says what became of it
        QTest::addColumn<QString>("said"); // in it
        QTest::newRow("events") << "e.jsonl" << QByteArray("{\"to\":\"*\",\"type\":\"a\"}\n{\"to\":\"*\"}\n")
                                << "e.jsonl has 2 event(s)."
                                << "injectFileName"
                                << "2 event(s)";
        QTest::newRow("a wrong line") << "e.jsonl" << QByteArray("{\"to\":\"*\"}\noops\n") << ""
                                      << "injectResult"
                                      << "line 2";
        QTest::newRow("a wrong answer") << "r.json" << QByteArray(R"([{"name":"a","when":{"type":"x"},"then":{"kind":"sing"}}])")
                                        << ""
                                        << "answersResult"
                                        << "then.kind";
        QTest::newRow("a wrong fault") << "r.json" << QByteArray(R"([{"what":{"kind":"sing"}}])") << ""
                                       << "faultsResult"
                                       << "what.kind";
    }
    void droppedEventsAreOffered()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, octets);
        QFETCH(const QString, offered);
        QFETCH(const QString, label);
        QFETCH(const QString, said);
        const QTemporaryDir folder;
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(octets) == octets.size());
        file.close();
        Desk desk;
        desk.open();
        MainWindow &window = *desk.bench.window;
        window.messages().clear();
        QVERIFY(offerDropped(file.fileName(), window));
        QCOMPARE(window.messages().text(), offered);
        auto *result = window.findChild<QLabel *>(label);
        QVERIFY(result);
        if (!offered.isEmpty()) {
            QVERIFY(result->isHidden()); // not before it is wanted
            const QList<QPushButton *> offers = window.messages().findChildren<QPushButton *>();
            const auto taken = std::find_if(offers.begin(), offers.end(), [](const QPushButton *button) {
                return button->text() == QLatin1String("Show in Inject");
            });
            QVERIFY(taken != offers.end());
            (*taken)->click();
        }
        QVERIFY(!result->isHidden());
        QVERIFY2(result->text().contains(said), qPrintable(result->text()));
        QCOMPARE(desk.desk->sessions().size(), qsizetype(0));
    }

    // An export of a session has events, too, and is opened.
    void anExportOfASessionIsNotOffered()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("s.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"schema\":\"pushscope\",\"version\":1}\n{\"kind\":\"event\",\"to\":[\"*\"]}\n");
        file.close();
        Desk desk;
        desk.open();
        QVERIFY(!offerDropped(file.fileName(), *desk.bench.window));
    }

    void aWindowThatIsDeletedEndsItsImport()
    {
        Desk desk;
        desk.open();
        QByteArray log;
        for (int i = 0; i < 1000; ++i)
            log += "not a row\n";
        log.prepend("{\"kind\":\"mark\",\"t_ns\":1}\n");
        const QString path = desk.path("log.jsonl");
        QVERIFY(write(path, log));
        // Comes before the end of the import, which is queued behind it.
        QMetaObject::invokeMethod(
            &desk.recording, [&desk] { desk.bench.window.reset(); }, Qt::QueuedConnection);
        QVERIFY(!desk.desk->open(path, desk.bench.window.get()));
        QVERIFY(!desk.bench.window);
        QVERIFY(desk.desk->sessions().isEmpty());
        QVERIFY2(desk.desk->lastError().isEmpty(), qPrintable(desk.desk->lastError())); // a cancel is no error
    }

    void anImportThatTheProgramsEndInterruptsIsCancelled()
    {
        Desk desk;
        desk.open();
        const QString path = desk.path("log.jsonl");
        QVERIFY(write(path, "{\"kind\":\"mark\",\"t_ns\":1}\n"));
        SessionWindow *opened = nullptr;
        const auto open = [&] {
            QMetaObject::invokeMethod(
                &desk.recording, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
            opened = desk.desk->open(path, desk.bench.window.get());
        };
        QMetaObject::invokeMethod(&desk.recording, open, Qt::QueuedConnection);
        QCoreApplication::exec();
        QVERIFY(!opened);
        QVERIFY2(desk.desk->lastError().isEmpty(), qPrintable(desk.desk->lastError()));
    }

    void anOpenRecordingStaysWhenTheHubStarts()
    {
        Desk desk;
        const QString path = desk.recordings.filePath(QStringLiteral("earlier.pushscope"));
        const QString other = desk.recordings.filePath(QStringLiteral("other.pushscope"));
        QVERIFY(write(path, octetsOf(m_session)) && write(other, octetsOf(m_session)));
        desk.recording.setBounds({.maxOctets = 1});
        desk.open();
        SessionWindow *session = desk.desk->open(path);
        QVERIFY(session);
        QVERIFY(desk.start());
        QVERIFY(QFile::exists(path) && !QFile::exists(other));
        QVERIFY(!desk.stop().isEmpty());
        delete session;
        QVERIFY(desk.start());
        QVERIFY(!QFile::exists(path));
    }

    void whatIsNoSessionIsSaid_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("said");
        QTest::newRow("text") << QByteArray("hello") << QStringLiteral("no session file");
        QTest::newRow("empty") << QByteArray() << QStringLiteral("no session file");
        QTest::newRow("json") << QByteArray("{\"a\":1}") << QString();
        QTest::newRow("no json") << QByteArray("{nonsense") << QString();
        QTest::newRow("head of a database") << QByteArray("SQLite format 3\0", 16) << QString();
        QTest::newRow("a picture") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << QStringLiteral("no session file");
        QTest::newRow("another program's database") << foreignDatabase() << QStringLiteral("another program");
        QTest::newRow("a HAR without entries") << QByteArray("{\"log\":{\"version\":\"1.2\"}}") << QString();
        QTest::newRow("no UTF-8") << QByteArray("{\"schema\":\"pushscope-journal/1\xff\"}\n") << QString();
    }
    void thatNothingIsRecordedStaysWhenTheHubHasStarted()
    {
        Desk desk;
        QVERIFY(QDir(desk.recordings.path()).removeRecursively());
        QVERIFY(write(desk.recordings.path(), "in the folder's place"));
        desk.open();
        QVERIFY(desk.start());
        QVERIFY(!desk.recording.isRunning());
        const QString text = desk.bench.window->messages().text();
        QVERIFY2(text.startsWith(QStringLiteral("Nothing is recorded any more")), qPrintable(text));
        QVERIFY(QFile::remove(desk.recordings.path()));
    }

    void whatIsNoSessionIsSaid()
    {
        QFETCH(const QByteArray, octets);
        QFETCH(const QString, said);
        Desk desk;
        desk.open();
        const QString path = desk.path("foreign");
        QVERIFY(write(path, octets));
        QVERIFY(!desk.desk->open(path, desk.bench.window.get()));
        const QString text = desk.bench.window->messages().text();
        QVERIFY2(text.contains(QStringLiteral("not opened")) && text.contains(said), qPrintable(text));
        QCOMPARE(octetsOf(path), octets);
        QVERIFY(desk.desk->sessions().isEmpty());
    }

    void whatCannotBeReadIsSaid()
    {
        Desk desk;
        desk.open();
        const auto text = [&] { return desk.bench.window->messages().text(); };
        QVERIFY(!desk.desk->open(desk.path("nowhere.pushscope"), desk.bench.window.get()));
        QVERIFY2(text().contains(QStringLiteral("no such file")), qPrintable(text()));
        QVERIFY(!desk.desk->open(desk.bench.folder.path(), desk.bench.window.get()));
        QVERIFY2(text().contains(QStringLiteral("folder")), qPrintable(text()));
        const QString secret = copyOf("unreadable.pushscope");
        QVERIFY(forbid(secret) && letOthersRead(m_folder.path()));
        const AsNobody nobody;
        if (!nobody.holds())
            QSKIP("this user may read everything");
        QVERIFY(!desk.desk->open(secret, desk.bench.window.get()));
        QVERIFY2(text().contains(QStringLiteral("cannot be read: Permission denied")), qPrintable(text()));
    }

    // Of a log with lines that are none the others are shown, and how many were not understood is said.
    void aDamagedLogIsShownAsFarAsItGoes()
    {
        const QByteArray good = "{\"t_ns\":1000,\"kind\":\"event\",\"op\":\"publish\",\"to\":[\"*\"],\"data\":1}\n";
        const QByteArray log = "{\"schema\":\"pushscope-journal/1\"}\n" + good + "\xff\xfe\n" + "{\"t_ns\":\n" + good + "\n"
            + good + "{\"t_ns\":2000,\"kind\":\"mark\",\"data\":\"" + QByteArray(3'000'000, 'x') + "\"}\n" + "{\"torn";
        const QString path = m_folder.filePath(QStringLiteral("damaged.jsonl"));
        QVERIFY(write(path, log));
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY2(session, qPrintable(desk.lastError()));
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(3), Patience);
        const QString text = session->window().messages().text();
        QVERIFY2(text.contains(QStringLiteral("3 line(s)")) && text.contains(QStringLiteral("end is missing")), qPrintable(text));
        QCOMPARE(octetsOf(path), log);
    }

    void aTruncatedSessionIsShownAsFarAsItGoes()
    {
        const qint64 octets = octetsOf(m_session).size();
        const QString path = copyOf("torn.pushscope", octets - octets / 4);
        const QByteArray before = octetsOf(path);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY2(session, qPrintable(desk.lastError()));
        QVERIFY2(session->window().messages().text().contains(QStringLiteral("damaged")),
                 qPrintable(session->window().messages().text()));
        QCOMPARE(octetsOf(path), before);
    }

    void exportsAndOpensWhatItExported_data()
    {
        QTest::addColumn<SessionFormat>("format");
        QTest::addColumn<QByteArray>("has");
        QTest::addColumn<bool>("opens");
        QTest::newRow("jsonl") << SessionFormat::Jsonl << QByteArray("\"kind\":\"event\"") << true;
        QTest::newRow("csv") << SessionFormat::Csv << QByteArray("user:alice") << false;
        QTest::newRow("har") << SessionFormat::Har << QByteArray("_eventSourceMessages") << true;
        QTest::newRow("pcapng") << SessionFormat::Pcapng << QByteArray("text/event-stream") << false;
    }
    void exportsAndOpensWhatItExported()
    {
        QFETCH(const SessionFormat, format);
        QFETCH(const QByteArray, has);
        QFETCH(const bool, opens);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        const QString target = bench.folder.filePath(QStringLiteral("out.") + QLatin1String(sessionFormatName(format)));
        QSignalSpy ended(&session->flow(), &SessionFlow::ended);
        SessionExportPlan plan;
        plan.format = format;
        session->flow().startExport(session->player().reader().path(), target, plan);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
        QCOMPARE(ended.at(0).at(2).toString(), QString());
        QVERIFY(octetsOf(target).contains(has));
        QVERIFY(!octetsOf(target).contains("hunter2"));
        SessionWindow *again = desk.open(target);
        QCOMPARE(again != nullptr, opens);
        if (again)
            QTRY_COMPARE_WITH_TIMEOUT(clients(*again)->totalCount(), qint64(1), Patience);
    }

    void theExportOffersWhatIsSelected()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(m_session);
        QVERIFY(session);
        session->window().selection().setClient(1, "tab-1");
        session->window().actions().exportLog->trigger();
        auto *dialog = session->window().findChild<SessionExportDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        QVERIFY(dialog->plan().redact);
        QVERIFY(dialog->plan().selection.isAll());
        const QList<QComboBox *> boxes = dialog->findChildren<QComboBox *>();
        QComboBox *rows = nullptr;
        for (QComboBox *box : boxes) {
            if (box->findText(QStringLiteral("of the client tab-1")) >= 0)
                rows = box;
        }
        QVERIFY(rows);
        rows->setCurrentIndex(rows->findText(QStringLiteral("of the client tab-1")));
        const SessionExportPlan plan = dialog->plan();
        QVERIFY(!plan.selection.isAll());
        for (auto *edit : dialog->findChildren<QLineEdit *>()) {
            if (edit->placeholderText().startsWith(QStringLiteral("all rows")))
                edit->setText(QStringLiteral("type == ü && id == "));
        }
        const auto labels = dialog->findChildren<QLabel *>();
        QVERIFY(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->text().startsWith(QStringLiteral("The filter is wrong at column 20:")); // it has 19 characters
        }));
        dialog->reject();

        const QString target = bench.folder.filePath(QStringLiteral("tab.jsonl"));
        QSignalSpy ended(&session->flow(), &SessionFlow::ended);
        session->flow().startExport(session->player().reader().path(), target, plan);
        QTRY_COMPARE_WITH_TIMEOUT(ended.size(), 1, Patience);
        QVERIFY(ended.at(0).at(0).toULongLong() > 0);
        const QList<QByteArray> lines = octetsOf(target).trimmed().split('\n');
        for (const QByteArray &line : lines.sliced(1))
            QVERIFY2(line.contains("\"client\":\"tab-1\""), line.constData());
    }
};

QTEST_MAIN(TestSessionWindow)
#include "tst_sessionwindow.moc"
