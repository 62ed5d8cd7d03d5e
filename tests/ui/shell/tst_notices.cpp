// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "ui/models/findingtext.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/settingsdialog.h"
#include "ui/shell/trayicon.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>

using namespace pushscope;

class TestNotices : public QObject
{
    Q_OBJECT

    static ReconnectRow losing(quint32 key, quint64 lost)
    {
        ReconnectRow row;
        row.key = key;
        row.verdict = Verdict::Lost;
        row.lost = lost;
        return row;
    }
    static FindingRow finding(quint32 key, const QByteArray &code)
    {
        FindingRow row;
        row.key = key;
        row.code = code;
        row.client = "c" + QByteArray::number(key);
        return row;
    }
    static JournalRow warning(const QByteArray &text)
    {
        JournalRow row;
        row.kind = JournalRow::Kind::Log;
        row.op = "warning";
        row.data = text;
        return row;
    }

    // A notifier of a window that is never the active one, and what it told.
    struct Told {
        QWidget window;
        Notifier notifier{window};
        QStringList desktop, inWindow;
        Snapshot snapshot;
        Told()
        {
            snapshot.generation = 1;
            notifier.setSend([this](const QString &title, const QString &text) { desktop += title + u'|' + text; });
            connect(&notifier, &Notifier::shown, [this](const QString &text) { inWindow += text; });
        }
    };

    static QComboBox *combo(const QWidget &dialog, const QString &label)
    {
        for (const QLabel *one : dialog.findChildren<QLabel *>()) {
            if (one->text() == label)
                return qobject_cast<QComboBox *>(one->buddy());
        }
        return nullptr;
    }

private Q_SLOTS:
    void whereItIsTold_data()
    {
        QTest::addColumn<QByteArray>("kind");
        QTest::addColumn<NoticeWhere>("where");
        for (const QByteArray &kind : {QByteArray(notice::Lost), QByteArray(notice::Trouble), notice::finding("herd")}) {
            for (const NoticeWhere where : {NoticeWhere::Nowhere, NoticeWhere::Window, NoticeWhere::Desktop, NoticeWhere::Both})
                QTest::addRow("%s, %d", kind.constData(), int(where)) << kind << where;
        }
    }
    void whereItIsTold()
    {
        QFETCH(QByteArray, kind);
        QFETCH(NoticeWhere, where);
        Told told;
        told.notifier.setWhere([&](const QByteArray &asked) { return asked == kind ? where : NoticeWhere::Nowhere; });
        told.snapshot.changedReconnects = {losing(1, 3)};
        told.snapshot.changedFindings = {finding(1, "herd"), finding(2, "no-pong")};
        told.snapshot.journal = {warning("memory runs short")};
        told.notifier.apply(told.snapshot);
        QCOMPARE(told.desktop.size(), onDesktop(where) ? 1 : 0);
        QCOMPARE(told.inWindow.size(), inWindow(where) ? 1 : 0);
        told.notifier.apply(told.snapshot); // what is known is no news
        QVERIFY(told.desktop.size() <= 1 && told.inWindow.size() <= 1);
    }

    void shippedOnes()
    {
        QVERIFY(shippedNotice(notice::Lost) == NoticeWhere::Desktop);
        QVERIFY(shippedNotice(notice::Hub) == NoticeWhere::Both);
        QVERIFY(shippedNotice("unknown") == NoticeWhere::Nowhere);
        const QList<NoticeKind> kinds = noticeKinds();
        QCOMPARE(kinds.size(), 5 + findingCodes().size());
        for (const NoticeKind &kind : kinds)
            QVERIFY(!kind.text.isEmpty());
    }

    void warningsAboutAClientAreNotTheHubs()
    {
        Told told;
        JournalRow row = warning("10,000 answers wait already");
        row.client = "c1";
        told.snapshot.journal = {row};
        told.notifier.apply(told.snapshot);
        QVERIFY(told.desktop.isEmpty());
        told.snapshot.journal = {warning("no connection to Redis")};
        told.notifier.apply(told.snapshot);
        QCOMPARE(told.desktop.size(), 1);
        QVERIFY(told.desktop.first().endsWith(QStringLiteral("no connection to Redis")));
    }

    void digestAddsUp()
    {
        NoticeDigest digest;
        QVERIFY(digest.isEmpty());
        for (quint32 i = 1; i <= 5; ++i)
            digest.addFinding("no-pong", "c" + QByteArray::number(i));
        QCOMPARE(QByteArray(digest.pane()), QByteArray("findings"));
        QVERIFY(digest.title().contains(u'5'));
        QCOMPARE(digest.text().count(u'\n'), 2); // the first three
        digest.addLost(4);
        digest.addLost(3);
        QCOMPARE(QByteArray(digest.pane()), QByteArray("ledger"));
        QVERIFY(digest.title().contains(u'2'));
        QVERIFY(digest.text().contains(u'7'));
        digest.addTrouble(QStringLiteral("memory runs short"));
        QCOMPARE(QByteArray(digest.pane()), QByteArray("log"));
        QVERIFY(digest.text().startsWith(QStringLiteral("memory runs short\n")));
    }

    void anotherHubStartsAnew()
    {
        Told told;
        told.snapshot.changedReconnects = {losing(1, 3)};
        told.notifier.apply(told.snapshot);
        told.snapshot.changedReconnects = {losing(2, 3)}; // within the pause
        told.notifier.apply(told.snapshot);
        QCOMPARE(told.desktop.size(), 1);
        told.snapshot.generation = 2;
        told.snapshot.changedReconnects.clear();
        told.notifier.apply(told.snapshot);
        QCOMPARE(told.desktop.size(), 1); // nor what the hub before had to tell
    }

    void keysThatWereToldAreBounded()
    {
        ToldKeys keys;
        const auto count = quint32(ToldKeys::Kept);
        for (quint32 key = 1; key <= count + 5; ++key)
            QVERIFY(keys.add(key));
        QCOMPARE(keys.size(), ToldKeys::Kept);
        QVERIFY(!keys.add(count + 5));
        QVERIFY(!keys.add(6)); // the oldest of them
    }

    void noticeWaitsForTheMessage()
    {
        MessageBar bar;
        bar.showMessage(MessageBar::Kind::Error, QStringLiteral("the cause"));
        bar.showNotice(MessageBar::Kind::Info, QStringLiteral("first"));
        bar.showNotice(MessageBar::Kind::Info, QStringLiteral("second"));
        QCOMPARE(bar.text(), QStringLiteral("the cause"));
        bar.clear();
        QCOMPARE(bar.text(), QStringLiteral("second"));
        bar.showNotice(MessageBar::Kind::Info, QStringLiteral("third")); // a newer one takes its place
        QCOMPARE(bar.text(), QStringLiteral("third"));
        bar.showMessage(MessageBar::Kind::Info, QStringLiteral("asked for"));
        QCOMPARE(bar.text(), QStringLiteral("asked for"));
        bar.clear();
        QVERIFY(bar.text().isEmpty());
    }

    void noticesOfTwoKindsWaitForEachOther()
    {
        MessageBar bar;
        bar.showMessage(MessageBar::Kind::Error, QStringLiteral("the cause"));
        bar.showNotice(MessageBar::Kind::Info, QStringLiteral("the tour"));
        bar.showNotice(MessageBar::Kind::Warning, QStringLiteral("lost"));
        bar.clear();
        QCOMPARE(bar.text(), QStringLiteral("the tour"));
        bar.showNotice(MessageBar::Kind::Warning, QStringLiteral("lost again"));
        QCOMPARE(bar.text(), QStringLiteral("the tour"));
        bar.clear();
        QCOMPARE(bar.text(), QStringLiteral("lost again"));
        bar.clear();
        QVERIFY(bar.text().isEmpty());
    }

    void chosenInTheSettings()
    {
        WindowBench bench;
        bench.open();
        QStringList told;
        bench.window->notifier().setSend([&told](const QString &title, const QString &) { told += title; });
        bench.window->actions().settings->trigger();
        auto *dialog = bench.window->findChild<SettingsDialog *>();
        QVERIFY(dialog);
        QComboBox *herd = combo(*dialog, QStringLiteral("Finding: all come back at once:"));
        QComboBox *exporting = combo(*dialog, QStringLiteral("An export has ended:"));
        QVERIFY(herd && exporting);
        QCOMPARE(herd->currentText(), QStringLiteral("Nowhere"));
        QCOMPARE(exporting->currentText(), QStringLiteral("In both"));
        herd->setCurrentText(QStringLiteral("In the window"));
        exporting->setCurrentText(QStringLiteral("In the window"));
        dialog->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        Settings again(bench.folder.path());
        QVERIFY(noticeWhere(again, notice::finding("herd")) == NoticeWhere::Window);
        QVERIFY(noticeWhere(again, notice::Export) == NoticeWhere::Window);
        QVERIFY(noticeWhere(again, notice::Lost) == NoticeWhere::Desktop);
        bench.window->notifier().exportEnded(QStringLiteral("x"));
        QVERIFY(told.isEmpty());
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.changedFindings = {finding(1, "herd")};
        bench.window->notifier().apply(snapshot);
        QVERIFY(bench.window->messages().text().contains(QStringLiteral("all come back at once")));
        // It leads to the pane that has it.
        const auto *show = bench.window->messages().findChild<QPushButton *>();
        QVERIFY(show);
        const_cast<QPushButton *>(show)->click();
        QVERIFY(bench.dock("findings")->isAncestorOf(QApplication::focusWidget()));
    }

    void whatDoesNotParseIsAsShipped()
    {
        const QTemporaryDir folder;
        Settings settings(folder.path());
        settings.ini().setValue(QStringLiteral("v1/notices/lost"), QStringLiteral("by post"));
        QVERIFY(noticeWhere(settings, notice::Lost) == NoticeWhere::Desktop);
    }

    // There is none where tests run.
    void withoutATray()
    {
        WindowBench bench;
        bench.open();
        TrayIcon tray(*bench.window, bench.controller);
        if (TrayIcon::isAvailable())
            QSKIP("this desktop has a tray");
        tray.setWanted(true);
        QVERIFY(!tray.isShown());
        tray.showOrHideWindow(); // nobody could bring it back
        QVERIFY(bench.window->isVisible());
        SettingsDialog dialog(bench.controller, bench.settings);
        const auto *missing = dialog.findChild<QLabel *>(QStringLiteral("missing"));
        QVERIFY(missing);
        for (const auto &[name, words] : dialog.named()) {
            if (name.contains(QStringLiteral("Icon in the tray")))
                dialog.goTo(name);
        }
        dialog.show();
        QVERIFY(missing->isVisible());
        QVERIFY(missing->text().contains(QStringLiteral("no tray")));
        for (QCheckBox *one : dialog.findChildren<QCheckBox *>()) {
            if (QString(one->text()).remove(u'&') == QStringLiteral("Icon in the tray"))
                one->setChecked(true);
        }
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QVERIFY(Settings(bench.folder.path()).tray());
    }
};

QTEST_MAIN(TestNotices)
#include "tst_notices.moc"
