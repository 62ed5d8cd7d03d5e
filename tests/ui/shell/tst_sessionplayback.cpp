// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A session is played back from its window into the hub of another: by hand, and a lively one whole, whose second recording
// differs only in times and ids.

#include "sessionbench.h"

#include "session/sessionexport.h"
#include "session/sessionimport.h"
#include "session/sessionwriter.h"
#include "ui/feed/simulation.h"
#include "ui/models/comparisonmodel.h"
#include "ui/shell/comparedialog.h"
#include "ui/shell/demo.h"
#include "ui/shell/playbackdialog.h"
#include "ui/shell/sessioncomparing.h"
#include "ui/shell/sessionwindow.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using namespace pushscope;

class TestSessionPlayback : public QObject
{
    Q_OBJECT

    static constexpr int Patience = SessionBench::Patience;
    using Kind = JournalRow::Kind;

    QTemporaryDir m_folder;

    // Event n ten seconds after the one before; after the first a rule that stays.
    [[nodiscard]] QString write(int events)
    {
        const QString path = m_folder.filePath(QStringLiteral("script-%1.pushscope").arg(events));
        if (QFile::exists(path))
            return path;
        auto writer = SessionWriter::create(path, SessionHead());
        bool written = writer.has_value();
        for (int n = 0; n < events; ++n) {
            SessionRow row;
            row.monoNs = qint64(n) * 10'000'000'000;
            row.kind = "event";
            row.op = "publish";
            row.to = {"*"};
            row.type = "news";
            row.form = SessionRow::Form::Json;
            row.data = QByteArray::number(n);
            written = written && (*writer)->add(row);
            if (n > 0)
                continue;
            row.monoNs = 5'000'000'000;
            row.kind = "fault";
            row.op = "added";
            row.to.clear();
            row.type.clear();
            row.form = SessionRow::Form::Text;
            row.data = R"({"whom":{"user":"nobody"},"what":{"kind":"latency","ms":5}})";
            row.cause = "fault 1";
            written = written && (*writer)->add(row);
        }
        return written && (*writer)->finish() ? path : QString();
    }

    // What was done in a run, without its times and ids: events, and rules that were set and removed.
    static QList<QByteArray> storyOf(const QString &path)
    {
        QList<QByteArray> story;
        const auto reader = SessionReader::open(path);
        if (!reader)
            return story;
        SessionSelection all;
        (void)SessionScan(**reader, all).run([&](quint64, const PackedRow &packed) {
            const SessionRow row = (*reader)->row(packed);
            if (row.kind == "event" || (row.kind == "fault" && (row.op == "added" || row.op == "removed")))
                story.append(row.kind + ' ' + row.op + ' ' + row.to.join(',') + ' ' + row.type + ' ' + row.data);
            return true;
        });
        return story;
    }

    static quint64 countRows(const QString &path, const char *condition)
    {
        const auto reader = SessionReader::open(path);
        SessionSelection selection;
        selection.filter = Filter::parse(condition, sessionFilterFields()).value();
        return reader ? SessionScan(**reader, selection).run([](quint64, const PackedRow &) { return true; }).value_or(0) : 0;
    }

    // The same clients as those of the demonstration.
    static bool populate(SessionBench &hub, int each)
    {
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(hub.bench.controller.url()));
        plan.sse = plan.webSocket = plan.poll = each;
        plan.token = hub.bench.controller.tokenMaker();
        Simulation &simulation = hub.bench.window->simulation();
        simulation.add(plan);
        return QTest::qWaitFor([&] { return simulation.figures().connected == 3 * each; }, Patience);
    }

    // The demonstration with a rule of each layer, one after the other. None that is gone once it has acted: when that is, is not
    // in a recording.
    QString recordDemo(SessionBench &hub)
    {
        hub.open();
        if (!hub.start())
            return {};
        ServerController &controller = hub.bench.controller;
        Simulation &simulation = hub.bench.window->simulation();
        Demo demo(controller, simulation);
        demo.start();
        const char *rules[] = {R"({"whom":{"user":"sim-1"},"what":{"kind":"lose"}})",
                               R"({"whom":{"protocol":"ws"},"what":{"kind":"duplicate"}})",
                               R"({"whom":{"protocol":"sse"},"what":{"kind":"latency","ms":20,"jitterMs":10}})",
                               R"({"whom":{"user":"sim-8"},"what":{"kind":"bandwidth","bytesPerSecond":2000}})",
                               R"({"whom":{"protocol":"poll"},"what":{"kind":"status","code":503}})",
                               R"({"whom":{"user":"sim-2"},"what":{"kind":"delay","ms":200}})"};
        std::size_t events = 4;
        const auto goOn = [&] {
            events += 4;
            return QTest::qWaitFor([&] { return hub.journal(Kind::Event).size() >= events; }, Patience);
        };
        for (const char *rule : rules) {
            const bool before = goOn();
            const auto id = QCoro::waitFor(controller.addFault(rule));
            if (!id)
                qWarning("%s: %s", rule, id.error().detail.constData());
            if (!before || !id || !goOn() || !QCoro::waitFor(controller.removeFault(*id)))
                return {};
        }
        simulation.cut(0.5);
        if (!QTest::qWaitFor([&] { return simulation.figures().reconnects > 3; }, Patience) || !goOn())
            return {};
        return hub.stop();
    }

private Q_SLOTS:
    void playsInTheWindow_data()
    {
        QTest::addColumn<bool>("faults");
        QTest::newRow("with its faults") << true;
        QTest::newRow("without") << false;
    }
    void playsInTheWindow()
    {
        QFETCH(const bool, faults);
        SessionBench hub;
        hub.open();
        SessionWindow *session = hub.desk->open(write(200));
        QVERIFY2(session, qPrintable(hub.desk->lastError()));
        session->window().findChild<QAction *>(QStringLiteral("play-back"))->trigger();
        PlaybackDialog *dialog = session->playback();
        QVERIFY(dialog && dialog->isVisible());
        auto *play = dialog->findChild<QPushButton *>(QStringLiteral("playbackPlay"));
        auto *step = dialog->findChild<QPushButton *>(QStringLiteral("playbackStep"));
        auto *stop = dialog->findChild<QPushButton *>(QStringLiteral("playbackStop"));
        const auto *result = dialog->findChild<QLabel *>(QStringLiteral("playbackResult"));
        QVERIFY(!play->isEnabled() && !step->isEnabled());
        QVERIFY2(result->text().contains(QStringLiteral("stopped")), qPrintable(result->text()));
        QVERIFY(hub.start());
        QTRY_VERIFY_WITH_TIMEOUT(play->isEnabled() && step->isEnabled() && !stop->isEnabled(), Patience);

        auto *box = dialog->findChild<QCheckBox *>();
        QVERIFY(!box->isChecked());
        box->setChecked(faults);
        step->click();
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(Kind::Event).size(), std::size_t(1), Patience);
        QVERIFY(stop->isEnabled() && !box->isEnabled());
        step->click();
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(faults ? Kind::Fault : Kind::Event).size(), std::size_t(faults ? 1 : 2), Patience);
        QCOMPARE(hub.journal(Kind::Fault).size(), std::size_t(faults));

        const auto *speeds = dialog->findChild<QComboBox *>();
        QCOMPARE(speeds->itemData(0).toDouble(), 0.1);
        QCOMPARE(speeds->itemData(speeds->count() - 1).toDouble(), 100.0);
        dialog->setSpeed(100);
        play->click();
        QVERIFY(play->text().contains(QStringLiteral("Pause")));
        QTRY_VERIFY_WITH_TIMEOUT(hub.journal(Kind::Event).size() >= 5, Patience);
        play->click();
        QVERIFY(play->text().contains(QStringLiteral("Play")));
        // What was under way comes, and then no more; a step goes on where it paused.
        QTRY_VERIFY_WITH_TIMEOUT(
            result->text().startsWith(QLocale().toString(qulonglong(hub.journal(Kind::Event).size())) + u' '), Patience);
        const std::size_t paused = hub.journal(Kind::Event).size();
        QVERIFY(paused < 200);
        step->click();
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(Kind::Event).size(), paused + 1, Patience);
        QCOMPARE(hub.journal(Kind::Event).back().event->data, QByteArray::number(qulonglong(paused)));
        stop->click();
        QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QStringLiteral("Ended")), Patience);
        QVERIFY(!stop->isEnabled() && box->isEnabled());
        QTRY_COMPARE_WITH_TIMEOUT(hub.journal(Kind::Fault).size(), std::size_t(faults ? 2 : 0), Patience);
        if (faults)
            QCOMPARE(hub.journal(Kind::Fault).back().op, QByteArray("removed"));
    }

    void aLivelyDemoComesBackTheSame()
    {
        SessionBench first;
        const QString recorded = recordDemo(first);
        QVERIFY2(!recorded.isEmpty(), "the demonstration was not lively in time");
        for (const char *condition :
             {"kind == conn && op == open && proto == sse", "kind == conn && op == open && proto == ws",
              "kind == conn && op == open && proto == poll", "kind == fault && op == hit", "kind == replay",
              "kind == event && op == ephemeral", "to contains \"room:lobby\"", "to contains \"*\"", "to =~ \"user:sim-\""})
            QVERIFY2(countRows(recorded, condition) > 0, condition);

        const QString log = m_folder.filePath(QStringLiteral("demo.jsonl"));
        const QString imported = m_folder.filePath(QStringLiteral("demo.pushscope"));
        SessionExportPlan plan;
        plan.redact = false;
        QVERIFY(exportSession(**SessionReader::open(recorded), plan, log));
        QVERIFY(importSession(log, imported));

        SessionBench second;
        second.open();
        QVERIFY(second.start());
        QVERIFY(populate(second, 6));
        SessionWindow *session = second.desk->open(imported);
        QVERIFY2(session, qPrintable(second.desk->lastError()));
        session->window().findChild<QAction *>(QStringLiteral("play-back"))->trigger();
        PlaybackDialog *dialog = session->playback();
        dialog->findChild<QCheckBox *>()->setChecked(true);
        dialog->setSpeed(100);
        dialog->findChild<QPushButton *>(QStringLiteral("playbackPlay"))->click();
        const auto *result = dialog->findChild<QLabel *>(QStringLiteral("playbackResult"));
        QTRY_VERIFY_WITH_TIMEOUT(result->text().startsWith(QStringLiteral("Ended")), 3 * Patience);
        QVERIFY2(!result->text().contains(QStringLiteral("refused")), qPrintable(result->text()));
        const QString again = second.stop();
        QVERIFY(!again.isEmpty());

        const QList<QByteArray> story = storyOf(recorded);
        QVERIFY(story.size() >= 40);
        QCOMPARE(storyOf(again), story);

        // The window says the same of them.
        SessionWindow *one = second.desk->open(recorded), *other = second.desk->open(again);
        QVERIFY(one && other);
        CompareDialog *comparison = one->findChild<SessionComparing *>()->compareWith(*other);
        QSignalSpy compared(comparison, &CompareDialog::compared);
        QTRY_COMPARE_WITH_TIMEOUT(compared.size(), 1, Patience);
        QVERIFY2(comparison->verdict().startsWith(QStringLiteral("No event differs")), qPrintable(comparison->verdict()));
        const auto *figures = comparison->findChild<ComparisonModel *>();
        double rates[2] = {0, 0};
        for (int row = 0; row < figures->rowCount(); ++row) {
            rates[0] += figures->rowAt(row).a ? figures->rowAt(row).a->perSecond : 0;
            rates[1] += figures->rowAt(row).b ? figures->rowAt(row).b->perSecond : 0;
        }
        QVERIFY(rates[0] > 0 && rates[1] > 0);
    }
};

QTEST_MAIN(TestSessionPlayback)
#include "tst_sessionplayback.moc"
