// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window with longer words, from right to left and in German, from 1440×900 down to 836×560: no text is cut off, and none
// lies on another. With PUSHSCOPE_PICTURES=FOLDER all of it is drawn there, to be looked at; PUSHSCOPE_PICTURES_THEME=dark in the
// dark.
#include "windowbench.h"

#include "session/sessionwriter.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/simulation.h"
#include "ui/panes/answereditor.h"
#include "ui/shell/comparedialog.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/exportdialog.h"
#include "ui/shell/instance.h"
#include "ui/shell/keylist.h"
#include "ui/shell/manual.h"
#include "ui/shell/marksdialog.h"
#include "ui/shell/namedialog.h"
#include "ui/shell/notedialog.h"
#include "ui/shell/palette.h"
#include "ui/shell/playbackdialog.h"
#include "ui/shell/profiles.h"
#include "ui/shell/profilesdialog.h"
#include "ui/shell/sessionexportdialog.h"
#include "ui/shell/sessionmarks.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/simulatedclientsdialog.h"
#include "ui/shell/theme.h"
#include "ui/shell/tour.h"
#include "ui/shell/translations.h"
#include "ui/support/pseudolocale.h"
#include "ui/support/syntheticsource.h"

#include <QApplication>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTranslator>
#include <QVBoxLayout>

using namespace pushscope;

class TestPseudoLocale : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 20'000; // ms, on a loaded machine
    static constexpr QSize Sizes[] = {{836, 560}, {1024, 640}, {1440, 900}}; // the smallest first: the shipped
    // arrangement for it lets the window become smaller

    PseudoTranslator m_pseudo;
    QTranslator m_german;

    enum class Language : quint8 { English, Pseudo, German };

    void speak(Language language, bool rightToLeft)
    {
        if (language == Language::German)
            QVERIFY(m_german.load(QStringLiteral(":/translations/pushscope_de")));
        QTranslator *translator = language == Language::Pseudo ? &m_pseudo : &m_german;
        if (language != Language::English)
            QVERIFY(QCoreApplication::installTranslator(translator));
        QGuiApplication::setLayoutDirection(rightToLeft ? Qt::RightToLeft : Qt::LeftToRight);
    }

    static void addLanguages()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<bool>("rightToLeft");
        QTest::newRow("english") << int(Language::English) << false;
        QTest::newRow("german") << int(Language::German) << false;
        QTest::newRow("longer") << int(Language::Pseudo) << false;
        QTest::newRow("longer, right to left") << int(Language::Pseudo) << true;
    }

    static QStringList cutOffIn(QWidget &widget, const QString &where)
    {
        for (int level = 0; level < 4; ++level) // a layout within a scrolled one within another is told one after the other
            QCoreApplication::processEvents();
        QStringList found = textsCutOff(widget);
        for (QString &one : found)
            one.prepend(where + QStringLiteral(": "));
        const QString folder = qEnvironmentVariable("PUSHSCOPE_PICTURES");
        if (!folder.isEmpty()) {
            const QString name = QString::fromLatin1(QTest::currentTestFunction()) + u' '
                + QString::fromLatin1(QTest::currentDataTag()) + u' ' + where + QStringLiteral(".png");
            widget.grab().save(folder + u'/'
                               + QString(name).replace(QStringLiteral(", "), QStringLiteral(" ")).replace(u' ', u'-'));
        }
        return found;
    }

    // A hub at work with some of everything, and something chosen.
    static void fill(WindowBench &bench)
    {
        SyntheticHub hub;
        const auto show = [&bench](const Snapshot &snapshot) {
            bench.controller.observatory().deliver(std::make_unique<Snapshot>(snapshot));
            bench.window->feed().poll();
        };
        bench.window->feed().setRunning(true);
        show(hub.withClients(40));
        for (int i = 0; i < 40; ++i)
            show(hub.frame(0.25));
        Snapshot last = hub.empty();
        for (quint32 i = 0; i < 6; ++i)
            last.changedReconnects.push_back(hub.makeReconnect(i * 5 + 2, Verdict(i % 4)));
        for (const char *code : {"no-cursor", "no-backoff", "herd"})
            last.changedFindings.push_back(hub.makeFinding(quint32(last.changedFindings.size()) + 5, code));
        last.faults.push_back(hub.makeFault(R"({"what":{"kind":"latency","ms":200,"jitterMs":50},"whom":{"user":"alice"}})"));
        show(last);
        const ClientRow &chosen = hub.clients()[2];
        bench.window->selection().setClient(chosen.key, chosen.client);
        bench.window->selection().setReconnect(last.changedReconnects.front().key);
        QCoreApplication::processEvents();
    }

    static QStringList lookAtPanes(WindowBench &bench, QSize size, const QString &state)
    {
        QStringList found;
        bench.window->resize(size);
        QCoreApplication::processEvents();
        bench.window->actions().resetLayout->trigger();
        QCoreApplication::processEvents();
        const QString dimensions = QStringLiteral("%1x%2").arg(size.width()).arg(size.height());
        if (bench.window->size() != size)
            found += QStringLiteral("%1: the window takes %2×%3")
                         .arg(dimensions)
                         .arg(bench.window->width())
                         .arg(bench.window->height());
        const QList<QDockWidget *> docks = bench.window->findChildren<QDockWidget *>();
        for (const QDockWidget *dock : docks) {
            const QByteArray id = dock->objectName().mid(5).toLatin1(); // "dock-"
            bench.window->docks().showPane(id.constData());
            found += cutOffIn(*bench.window, dimensions + u' ' + state + u' ' + QString::fromLatin1(id));
        }
        return found;
    }

    static void expectNone(QStringList found)
    {
        found.removeDuplicates();
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
    }

    [[nodiscard]] static QString writeSession(const QTemporaryDir &folder)
    {
        const QString path = folder.filePath(QStringLiteral("a session.pushscope"));
        SessionHead head;
        head.epoch = "k3f9";
        auto writer = SessionWriter::create(path, head);
        bool written = writer.has_value();
        for (int n = 1; n <= 20; ++n) {
            SessionRow row;
            row.monoNs = n * qint64(1'000'000'000);
            row.kind = n == 5 ? "mark" : "event";
            row.op = n == 5 ? "" : "publish";
            row.type = "news";
            row.data = n == 5 ? "deployed" : "1";
            row.ref = quint64(n);
            written = written && (*writer)->add(row);
        }
        if (!written || !(*writer)->finish())
            qFatal("not written");
        return path;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        installTranslations(*qApp);
        const bool dark = qEnvironmentVariable("PUSHSCOPE_PICTURES_THEME") == QLatin1String("dark");
        Theme::apply(*qApp, dark ? Theme::Scheme::Dark : Theme::Scheme::Light);
    }
    void cleanup()
    {
        QCoreApplication::removeTranslator(&m_pseudo);
        QCoreApplication::removeTranslator(&m_german);
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    }

    void pseudoTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("letters") << QStringLiteral("Start");
        QTest::newRow("places") << QStringLiteral("%1 of %Ln");
        QTest::newRow("key") << QStringLiteral("&Open");
        QTest::newRow("variable") << QStringLiteral("{{now}} <b>is</b>");
    }
    void pseudoTexts()
    {
        QFETCH(QString, text);
        const QString out = PseudoTranslator::pseudo(text);
        QVERIFY(out != text);
        QVERIFY(out.size() >= text.size());
        for (const QString &kept :
             {QStringLiteral("%1"), QStringLiteral("%Ln"), QStringLiteral("{{now}}"), QStringLiteral("</b>")})
            QCOMPARE(out.count(kept), text.count(kept));
    }

    // The check finds what it is for.
    void cutTextsAreFound()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *box = new QWidget;
        auto *inside = new QVBoxLayout(box);
        auto *button = new QPushButton(QStringLiteral("a long text on a button"));
        auto *label = new QLabel(QStringLiteral("a sentence in a label"));
        layout->addWidget(box);
        inside->addWidget(button);
        inside->addWidget(label);
        window.show();
        QCoreApplication::processEvents();
        QCOMPARE(textsCutOff(window), QStringList());
        button->setMaximumWidth(40);
        label->setMaximumWidth(30);
        window.resize(300, 100);
        QCoreApplication::processEvents();
        QCOMPARE(textsCutOff(window).size(), 2);
        button->setMaximumWidth(400);
        label->setMaximumWidth(400);
        QCoreApplication::processEvents();
        label->move(button->pos());
        QCOMPARE(textsCutOff(window).size(), 1);
    }

    void panes_data() { addLanguages(); }
    void panes()
    {
        QFETCH(int, language);
        QFETCH(bool, rightToLeft);
        speak(Language(language), rightToLeft);
        QStringList found;
        WindowBench bench;
        bench.open(Sizes[0]);
        QCOMPARE(bench.window->layoutDirection(), QGuiApplication::layoutDirection());
        fill(bench);
        for (const QSize size : Sizes)
            found += lookAtPanes(bench, size, QStringLiteral("full"));
        expectNone(found);
    }

    // Before the first client, with a hub and without.
    void emptyPanes_data() { addLanguages(); }
    void emptyPanes()
    {
        QFETCH(int, language);
        QFETCH(bool, rightToLeft);
        speak(Language(language), rightToLeft);
        QStringList found;
        WindowBench bench;
        bench.open(Sizes[0]);
        found += lookAtPanes(bench, Sizes[0], QStringLiteral("stopped"));
        bench.controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.isRunning(), Patience);
        for (const QSize size : Sizes)
            found += lookAtPanes(bench, size, QStringLiteral("empty"));
        expectNone(found);
    }

    // Each fits the smallest window, and no item of theirs is left in English.
    void menus_data() { addLanguages(); }
    void menus()
    {
        QFETCH(int, language);
        QFETCH(bool, rightToLeft);
        speak(Language(language), rightToLeft);
        WindowBench bench;
        bench.open();
        QStringList found;
        int items = 0;
        for (QMenu *menu : bench.window->menuBar()->findChildren<QMenu *>()) {
            Q_EMIT menu->aboutToShow();
            if (menu->sizeHint().width() > Sizes[0].width() || menu->sizeHint().height() > 700)
                found += QStringLiteral("the menu %1 takes %2×%3")
                             .arg(menu->title())
                             .arg(menu->sizeHint().width())
                             .arg(menu->sizeHint().height());
            for (const QAction *action : menu->actions()) {
                items += !action->isSeparator();
                const QString &text = action->text();
                const bool translated
                    = std::any_of(text.begin(), text.end(), [](QChar letter) { return letter.unicode() > 127; });
                if (Language(language) == Language::Pseudo && !action->isSeparator() && !translated)
                    found += QStringLiteral("not translated: %1").arg(text);
            }
        }
        QVERIFY(items > 60);
        expectNone(found);
    }

    void dialogs_data() { addLanguages(); }
    void dialogs()
    {
        QFETCH(int, language);
        QFETCH(bool, rightToLeft);
        speak(Language(language), rightToLeft);
        WindowBench bench;
        bench.open();
        Simulation simulation;
        Profiles profiles(bench.settings);
        const Instance instance(bench.folder.path(), {});
        const QString session = writeSession(bench.folder);
        QStringList found;
        const auto look = [&](QDialog &dialog, const char *name) {
            dialog.show();
            if (dialog.height() > 640 || dialog.width() > 1024)
                found += QStringLiteral("%1 takes %2×%3").arg(QLatin1String(name)).arg(dialog.width()).arg(dialog.height());
            found += cutOffIn(dialog, QLatin1String(name));
        };
        ExportDialog exporting(bench.folder.path());
        look(exporting, "export");
        SessionExportDialog exportingSession(bench.folder.filePath(QStringLiteral("session")), 1'000'000'000,
                                             bench.window->selection());
        look(exportingSession, "session export");
        SimulatedClientsDialog simulated(bench.controller, simulation);
        look(simulated, "simulated");
        ProfilesDialog profilesDialog(profiles, instance);
        look(profilesDialog, "profiles");
        NameDialog name(NameDialog::tr("New profile"), NameDialog::tr("&Name"), {}, [](const QString &) {
            return PseudoTranslator::pseudo(QStringLiteral("There is a profile of this name already."));
        });
        look(name, "name");
        KeyList keys(bench.window->keymap());
        look(keys, "keys");
        AnswerEditor answer(AnswerText{}, {});
        look(answer, "answer");
        NoteDialog note({{QStringLiteral("00:00:01"), {}}, {QStringLiteral("00:00:02"), {}}});
        look(note, "note");
        SessionMarks sessionMarks(session, true);
        MarksDialog marks(sessionMarks);
        sessionMarks.find();
        QTRY_VERIFY_WITH_TIMEOUT(!sessionMarks.isBusy(), Patience);
        look(marks, "marks");
        PlaybackDialog playback(session, 0, bench.controller);
        look(playback, "playback");
        CompareDialog compare(session, QStringLiteral("one"), session, QStringLiteral("another"));
        QTRY_VERIFY_WITH_TIMEOUT(!compare.isBusy(), Patience);
        look(compare, "compare");
        Manual manual;
        look(manual, "manual");
        SettingsDialog settings(bench.controller, bench.settings);
        auto *pages = settings.findChild<QListWidget *>();
        for (int page = 0; page < pages->count(); ++page) {
            pages->setCurrentRow(page);
            look(settings, QByteArray("settings " + QByteArray::number(page)).constData());
        }
        bench.window->actions().palette->trigger();
        auto *palette = bench.window->findChild<Palette *>();
        QVERIFY(palette);
        look(*palette, "palette");
        palette->close();
        expectNone(found);
    }

    void tour_data() { addLanguages(); }
    void tour()
    {
        QFETCH(int, language);
        QFETCH(bool, rightToLeft);
        speak(Language(language), rightToLeft);
        WindowBench bench;
        bench.open(Sizes[0]);
        bench.window->actions().tour->trigger();
        auto *tour = bench.window->findChild<Tour *>();
        QVERIFY(tour);
        QStringList found;
        for (int step = 0; step < Tour::stepCount(); ++step) {
            QCoreApplication::processEvents();
            QCOMPARE(tour->step(), step);
            if (!bench.window->rect().contains(tour->geometry()))
                found += QStringLiteral("step %1 is not within the window").arg(step);
            found += cutOffIn(*tour, QStringLiteral("step %1").arg(step));
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // Next
        }
        expectNone(found);
    }
};

QTEST_MAIN(TestPseudoLocale)
#include "tst_pseudolocale.moc"
