// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, comments and the search in the window of a recorded session.

#include "windowbench.h"

#include "session/sessionplayer.h"
#include "session/sessionwriter.h"
#include "ui/feed/recording.h"
#include "ui/feed/selection.h"
#include "ui/models/eventsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/livetable.h"
#include "ui/panes/logpane.h"
#include "ui/shell/comparedialog.h"
#include "ui/shell/findbar.h"
#include "ui/shell/keymap.h"
#include "ui/shell/markedslider.h"
#include "ui/shell/marksdialog.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notedialog.h"
#include "ui/shell/sessioncomparing.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/sessionfinding.h"
#include "ui/shell/sessionmarks.h"
#include "ui/shell/sessionnoting.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/timeslider.h"
#include "ui/timeline/timelinestore.h"
#include "ui/timeline/timelineview.h"

#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace pushscope;

class TestSessionMarks : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine
    static constexpr qint64 Ms = 1'000'000;

    QTemporaryDir m_folder, m_recordings;
    Recording m_recording{m_recordings.path()};
    int m_files = 0;

    // Event n at n seconds, 1 to `events`; with "needle" in each tenth. A mark at 2.5 s.
    [[nodiscard]] QString write(int events, bool ended = true)
    {
        const QString path = m_folder.filePath(QStringLiteral("session-%1.pushscope").arg(++m_files));
        SessionHead head;
        head.epoch = "k3f9";
        head.wallStart = WallTime(Milliseconds(1'790'000'000'000));
        auto writer = SessionWriter::create(path, head);
        bool written = writer.has_value();
        quint64 ref = 0;
        for (int n = 1; n <= events; ++n) {
            SessionRow row;
            row.monoNs = n * 1000 * Ms;
            row.wall = wallAt(head.wallStart, row.monoNs);
            row.kind = "event";
            row.op = "publish";
            row.epoch = "k3f9";
            row.seq = Seq{quint64(n)};
            row.to = {"room:lobby"};
            row.type = "news";
            row.form = SessionRow::Form::Json;
            row.data = n % 10 == 0 ? "{\"text\":\"a needle\"}" : "{\"text\":\"hay\"}";
            row.ref = ++ref;
            written = written && (*writer)->add(row);
            if (n != 2)
                continue;
            row.monoNs += 500 * Ms;
            row.kind = "mark";
            row.op.clear();
            row.seq = {};
            row.to.clear();
            row.type.clear();
            row.form = SessionRow::Form::Text;
            row.data = "recorded";
            row.ref = ++ref;
            written = written && (*writer)->add(row);
        }
        if (!written || !(ended ? (*writer)->finish() : (*writer)->commit()))
            qFatal("not written");
        return path;
    }

    static EventsModel *events(SessionWindow &session) { return session.window().findChild<EventsPane *>()->model(); }
    static QString message(SessionWindow &session) { return session.window().messages().text(); }

    // The dialog for a comment, filled in and accepted.
    static void comment(SessionWindow &session, const QString &text, int place = 0)
    {
        session.window().actions().mark->trigger();
        auto *dialog = session.window().findChild<NoteDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QPlainTextEdit *>()->setPlainText(text);
        dialog->findChild<QComboBox *>()->setCurrentIndex(place);
        dialog->accept();
    }

    static Seq selected(SessionWindow &session)
    {
        const EventPtr &event = session.window().selection().event();
        return event ? event->seq : Seq{};
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void whatWaitsIsWrittenAtTheEnd()
    {
        const QString path = write(3000);
        {
            SessionMarks marks(path, true);
            marks.find();
            marks.add({0, 1000 * Ms, {}, {}, "one"});
            marks.add({0, 2000 * Ms, {}, {}, "two"});
        }
        const auto notes = readNotes(path);
        QVERIFY(notes);
        QCOMPARE(notes->size(), std::size_t(2));
        QCOMPARE(notes->at(0).text, QByteArray("one"));
        QCOMPARE(notes->at(1).text, QByteArray("two"));
    }

    void marksAndCommentsAreShown()
    {
        const QString path = write(12);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY2(session, qPrintable(desk.lastError()));
        const auto &marks = session->noting().marks().marks();
        QTRY_COMPARE_WITH_TIMEOUT(marks.size(), std::size_t(1), Patience);
        QVERIFY(marks[0].recorded);
        auto *slider = session->slider().findChild<MarkedSlider *>();
        QCOMPARE(slider->marks().size(), std::size_t(1));

        session->slider().setTime(5000 * Ms);
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->totalCount(), qint64(5), Patience);
        comment(*session, QStringLiteral("  why?\nsecond line "));
        QTRY_COMPARE_WITH_TIMEOUT(marks.size(), std::size_t(2), Patience);
        QCOMPARE(marks[1].note.text, QByteArray("why?\nsecond line"));
        QCOMPARE(marks[1].note.ns, 5000 * Ms);
        QCOMPARE(slider->marks().size(), std::size_t(2));
        QVERIFY(slider->marks()[0] < slider->marks()[1]);
        QCOMPARE(readNotes(path)->size(), std::size_t(1)); // in the file
        // The panes have it as a mark, and the time stays.
        const auto *log = session->window().findChild<LogPane *>()->model();
        QTRY_COMPARE_WITH_TIMEOUT(log->totalCount(), qint64(2), Patience);
        QCOMPARE(session->slider().time(), 5000 * Ms);

        // It is there when the file is opened again.
        SessionWindow *again = desk.open(path);
        QVERIFY(again);
        QTRY_COMPARE_WITH_TIMEOUT(again->noting().marks().marks().size(), std::size_t(2), Patience);
    }

    void aCommentOnAnEventNamesIt()
    {
        const QString path = write(12);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        QTRY_COMPARE_WITH_TIMEOUT(events(*session)->rowCount(), 12, Patience);
        session->window().selection().setEvent(events(*session)->rowAt(6).event, events(*session)->keyOfRow(6));
        comment(*session, QStringLiteral("this one"));
        QTRY_COMPARE_WITH_TIMEOUT(readNotes(path)->size(), std::size_t(1), Patience);
        const SessionNote note = readNotes(path)->front();
        QCOMPARE(note.seq, Seq{7});
        QCOMPARE(note.ns, 7000 * Ms);
    }

    void commentsAreChangedRemovedAndBroughtBack()
    {
        const QString path = write(3);
        SessionNote note;
        note.ns = 1500 * Ms;
        note.text = "first";
        QVERIFY(addNote(path, note));
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        SessionMarks &marks = session->noting().marks();
        QTRY_COMPARE_WITH_TIMEOUT(marks.marks().size(), std::size_t(2), Patience);
        session->noting().showAll();
        MarksDialog *dialog = session->noting().dialog();
        const QList<QPushButton *> buttons = dialog->findChildren<QPushButton *>();
        QCOMPARE(buttons.size(), qsizetype(4));
        const auto button = [&](const char *text) {
            return *std::find_if(buttons.begin(), buttons.end(),
                                 [&](QPushButton *one) { return one->text().remove(u'&') == QString::fromUtf8(text); });
        };
        // The recorded one stays as it was.
        dialog->table().setCurrentIndex(dialog->table().model()->index(1, 0));
        QVERIFY(button("Go to")->isEnabled());
        QVERIFY(!button("Remove")->isEnabled());
        button("Go to")->click();
        QCOMPARE(session->slider().time(), 2500 * Ms);

        dialog->table().setCurrentIndex(dialog->table().model()->index(0, 0));
        button("Change…")->click();
        auto *change = dialog->findChild<NoteDialog *>();
        QCOMPARE(change->findChild<QPlainTextEdit *>()->toPlainText(), QStringLiteral("first"));
        change->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral("second"));
        change->accept();
        QTRY_COMPARE_WITH_TIMEOUT(marks.notes().front().text, QByteArray("second"), Patience);
        QCOMPARE(readNotes(path)->front().text, QByteArray("second"));

        button("Remove")->click();
        QTRY_COMPARE_WITH_TIMEOUT(marks.notes().size(), std::size_t(0), Patience);
        QVERIFY(readNotes(path)->empty());
        const QList<QPushButton *> offers = session->window().messages().findChildren<QPushButton *>();
        QVERIFY(!offers.isEmpty() && offers.first()->text() == QStringLiteral("Undo"));
        offers.first()->click();
        QTRY_COMPARE_WITH_TIMEOUT(marks.notes().size(), std::size_t(1), Patience);
        QCOMPARE(readNotes(path)->front().text, QByteArray("second"));
    }

    // Its row is not that of the event before it.
    void aCommentHasARowOfItsOwn()
    {
        const QString path = write(3);
        for (const char *text : {"first", "second"}) {
            SessionNote note;
            note.ns = 2000 * Ms;
            note.text = text;
            QVERIFY(addNote(path, note));
        }
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        auto *log = session->window().findChild<LogPane *>()->model();
        QTRY_COMPARE_WITH_TIMEOUT(log->totalCount(), qint64(3), Patience); // and the mark that was recorded
        for (const QString &filter : {QString(), QStringLiteral("kind == mark")}) {
            QVERIFY(log->setFilter(filter));
            QSet<quint64> keys;
            for (int row = 0; row < log->rowCount(); ++row) {
                QCOMPARE(log->rowOfKey(log->keyOfRow(row)), row);
                QCOMPARE(events(*session)->rowOfKey(log->keyOfRow(row)), -1);
                keys.insert(log->keyOfRow(row));
            }
            QCOMPARE(keys.size(), qsizetype(3));
        }
    }

    void itsKeysCanBeChanged()
    {
        const QString path = write(3);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        Keymap &keymap = session->window().keymap();
        QStringList ids;
        for (const KeyBinding &binding : keymap.bindings())
            ids += binding.id;
        QCOMPARE(QSet<QString>(ids.cbegin(), ids.cend()).size(), ids.size());
        for (const char *id :
             {"find-in-session", "next-hit", "previous-hit", "all-marks", "next-mark", "previous-mark", "run-time"}) {
            const qsizetype at = ids.indexOf(QLatin1String(id));
            QVERIFY2(at >= 0, id);
            const KeyBinding &binding = keymap.bindings()[at];
            QVERIFY2(!binding.keys.isEmpty() && !binding.text.isEmpty(), id);
            QVERIFY2(keymap.conflicts(binding.id, binding.keys).isEmpty(), id);
        }
        keymap.setKeys(QStringLiteral("next-mark"), QKeySequence(Qt::CTRL | Qt::Key_7));
        SessionWindow *again = desk.open(path);
        QCOMPARE(again->window().findChild<QAction *>(QStringLiteral("next-mark"))->shortcut(),
                 QKeySequence(Qt::CTRL | Qt::Key_7));
        const QAction *run = again->slider().runAction();
        QVERIFY2(run->toolTip().endsWith(QStringLiteral("(F9)")), qPrintable(run->toolTip()));
    }

    void focusableWidgetsHaveNames()
    {
        QAccessible::setActive(true);
        WindowBench bench;
        bench.open();
        SessionDesk desk(bench.settings);
        desk.attachHub(*bench.window, bench.controller, m_recording);
        SessionWindow *session = desk.open(write(3)), *other = desk.open(write(3));
        QVERIFY(session && other);
        session->finding().bar().open();
        session->window().actions().mark->trigger();
        session->window().actions().exportLog->trigger();
        session->noting().showAll();
        session->findChild<SessionComparing *>()->compareWith(*other);
        session->window().findChild<QAction *>(QStringLiteral("play-back"))->trigger();
        checkNames(session->window());
        const QList<QDialog *> dialogs = session->window().findChildren<QDialog *>();
        QSet<QString> titles;
        for (const QDialog *dialog : dialogs) {
            checkNames(*dialog);
            titles.insert(dialog->windowTitle());
        }
        QVERIFY2(titles.size() >= 5, qPrintable(titles.values().join(u',')));
    }

    void goesFromMarkToMark()
    {
        const QString path = write(3);
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        QTRY_COMPARE_WITH_TIMEOUT(session->noting().marks().marks().size(), std::size_t(1), Patience);
        QCOMPARE(session->slider().time(), 3000 * Ms);
        session->noting().step(-1);
        QCOMPARE(session->slider().time(), 2500 * Ms);
        session->noting().step(+1);
        QVERIFY2(message(*session).contains(QStringLiteral("no mark after")), qPrintable(message(*session)));
        QCOMPARE(session->slider().time(), 2500 * Ms);
    }

    void whatMayNotBeWrittenIsLeftAlone_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("an import") << QStringLiteral("import");
        QTest::newRow("one that was not ended") << QStringLiteral("open");
        QTest::newRow("cut off") << QStringLiteral("cut");
    }
    void whatMayNotBeWrittenIsLeftAlone()
    {
        QFETCH(const QString, what);
        QString path = write(40, what != QLatin1String("open"));
        if (what == QLatin1String("cut")) {
            QFile file(path);
            QVERIFY(file.resize(file.size() - file.size() / 4));
        } else if (what == QLatin1String("import")) {
            path = m_folder.filePath(QStringLiteral("log.jsonl"));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("{\"schema\":\"pushscope-journal/1\",\"clock\":{\"wall\":\"2026-11-27T09:31:02.757Z\",\"mono\":0}}\n"
                       "{\"t_ns\":9,\"wall\":\"2026-09-21T14:13:20.000Z\",\"kind\":\"mark\",\"data\":\"x\"}\n");
        }
        const auto octets = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = octets();
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY2(session, qPrintable(desk.lastError()));
        comment(*session, QStringLiteral("x"));
        QTRY_VERIFY2_WITH_TIMEOUT(message(*session).contains(QStringLiteral("not kept")), qPrintable(message(*session)),
                                  Patience);
        QVERIFY(octets() == before);
    }

    void findsInTheWholeSession()
    {
        const QString path = write(10'000); // several chunks
        SessionNote note;
        note.ns = 15'500 * Ms;
        note.text = "another needle";
        QVERIFY(addNote(path, note));
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(path);
        QVERIFY(session);
        session->slider().setTime(12'000 * Ms);
        FindBar &bar = session->finding().bar();
        QVERIFY(bar.isHidden());
        session->window().findChild<QAction *>(QStringLiteral("find-in-session"))->trigger();
        QVERIFY(bar.isVisibleTo(&session->window()));
        bar.find(QStringLiteral("NEEDLE a"));
        const SessionSearch &search = session->finding().search();
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
        QCOMPARE(search.hits().size(), std::size_t(1001)); // and the comment
        // From the time shown on.
        QCOMPARE(session->slider().time(), 15'500 * Ms);
        QCOMPARE(bar.current(), qsizetype(1));
        bar.step(+1);
        QCOMPARE(session->slider().time(), 20'000 * Ms);
        const auto *hit = bar.findChild<QLabel *>(QStringLiteral("findHit"));
        QVERIFY2(hit->text().contains(QStringLiteral("a needle")), qPrintable(hit->text()));
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("findState"))->text(), QStringLiteral("3 of 1,001"));
        // The event is selected once its pane has it.
        QTRY_COMPARE_WITH_TIMEOUT(selected(*session), Seq{20}, Patience);
        bar.step(-1);
        bar.step(-1);
        QCOMPARE(session->slider().time(), 10'000 * Ms);
        bar.step(-1); // around
        QCOMPARE(session->slider().time(), 10'000'000 * Ms);
        QTRY_COMPARE_WITH_TIMEOUT(selected(*session), Seq{10'000}, Patience);
    }

    void findsByACondition()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *session = desk.open(write(50));
        QVERIFY(session);
        FindBar &bar = session->finding().bar();
        const SessionSearch &search = session->finding().search();
        bar.open();
        bar.find(QStringLiteral("kind == mark"));
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
        QCOMPARE(search.hits(), (std::vector<SearchHit>{{3, 2500 * Ms}}));
        QCOMPARE(session->slider().time(), 2500 * Ms); // around: the window showed the end
        bar.find(QStringLiteral("kind == "));
        QVERIFY2(bar.findChild<QLabel *>(QStringLiteral("findState"))->text().startsWith(QStringLiteral("Wrong at column")),
                 qPrintable(bar.findChild<QLabel *>(QStringLiteral("findState"))->text()));
        bar.find(QStringLiteral("type == ü && id == "));
        const QString wrong = bar.findChild<QLabel *>(QStringLiteral("findState"))->text();
        QVERIFY2(wrong.startsWith(QStringLiteral("Wrong at column 19:")),
                 qPrintable(wrong)); // the text has 18 characters, trimmed
        bar.find(QStringLiteral("nowhere"));
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
        QCOMPARE(bar.findChild<QLabel *>(QStringLiteral("findState"))->text(), QStringLiteral("Nothing found"));
        QTest::keyClick(&bar, Qt::Key_Escape);
        QVERIFY(bar.isHidden());
    }

    void comparesTwoSessions()
    {
        WindowBench bench;
        SessionDesk desk(bench.settings);
        SessionWindow *one = desk.open(write(12)), *other = desk.open(write(30));
        QVERIFY(one && other);
        auto *menu = one->window().findChild<QMenu *>(QStringLiteral("compare-with"));
        Q_EMIT menu->aboutToShow();
        QCOMPARE(menu->actions().size(), qsizetype(2));
        QCOMPARE(menu->actions().first()->text(), other->name());
        CompareDialog *dialog = one->findChild<SessionComparing *>()->compareWith(*other);
        QSignalSpy compared(dialog, &CompareDialog::compared);
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, Patience);
        QCOMPARE(dialog->marks().size(), std::size_t(2)); // their beginnings, and the mark that was recorded
        QCOMPARE(dialog->difference().alike, quint64(10)); // after the mark
        QVERIFY2(dialog->verdict().contains(one->name() + QStringLiteral(" has no more")), qPrintable(dialog->verdict()));
        dialog->alignBy(0);
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 2, Patience);
        QCOMPARE(dialog->difference().alike, quint64(12));
        one->slider().setTime(1000 * Ms);
        dialog->findChild<QPushButton *>()->click();
        QCOMPARE(other->slider().time(), 13'000 * Ms); // where it has an event more
        QCOMPARE(one->slider().time(), 1000 * Ms); // this one has none: the moment that both have
    }

    void aSearchCanBeStoppedAndReplaced()
    {
        const QString path = write(20'000);
        SessionSearch search(path);
        QVERIFY(search.start(QStringLiteral("hay")));
        search.cancel(); // perhaps it is over already
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
        QVERIFY(search.wasCancelled() || search.hits().size() == 18'000);
        QVERIFY(search.start(QStringLiteral("hay")));
        QVERIFY(search.start(QStringLiteral("needle"))); // in its place
        QTRY_VERIFY_WITH_TIMEOUT(!search.isUnderWay(), Patience);
        QVERIFY(!search.wasCancelled());
        QCOMPARE(search.hits().size(), std::size_t(2000));
        QCOMPARE(search.hits().back(), (SearchHit{20'001, 20'000'000 * Ms})); // the mark is a row, too
        QVERIFY(search.start({}));
        QVERIFY(search.hits().empty() && !search.isUnderWay());
    }
};

QTEST_MAIN(TestSessionMarks)
#include "tst_sessionmarks.moc"
