// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowbench.h"

#include "ui/feed/answerdesk.h"
#include "ui/feed/notebook.h"
#include "ui/panes/answerspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/instance.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/namedialog.h"
#include "ui/shell/profiledesk.h"
#include "ui/shell/profilesdialog.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/settingsdialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>

using namespace pushscope;

class TestProfileWindow : public QObject
{
    Q_OBJECT

    // A window whose profiles have a hub on a free port each.
    struct Bench : WindowBench {
        Instance instance{folder.path(), {}};
        SessionDesk sessions{settings};
        ProfileDesk desk{settings, instance, [this]() -> Result<ServerConfig> {
                             if (!readError.isEmpty())
                                 return fail(Errc::Io, readError);
                             ServerConfig config = settings.hub();
                             config.secrets = {"0123456789abcdef0123456789abcdef"};
                             return config;
                         }};
        QByteArray readError;

        void openDesk()
        {
            settings.setHub(controller.config());
            QVERIFY(instance.hold({}));
            open();
            desk.attach(*window, controller, sessions);
        }
        [[nodiscard]] QString add(const QString &name, std::chrono::seconds keepalive)
        {
            const Result<Profile> made = desk.profiles().add(name);
            const QString before = settings.profile();
            settings.setProfile(made ? made->id : QString());
            ServerConfig config;
            config.listen = {"127.0.0.1:0"};
            config.keepalive = keepalive;
            settings.setHub(config);
            settings.setProfile(before);
            return made ? made->id : QString();
        }
        [[nodiscard]] QMenu *menu() const
        {
            for (QMenu *one : window->findChildren<QMenu *>()) {
                if (one->title() == QStringLiteral("Profile"))
                    return one;
            }
            return nullptr;
        }
        [[nodiscard]] AnswerDesk &answers() const { return window->docks().findChild<AnswersPane *>()->desk(); }
        [[nodiscard]] QAbstractButton *offer(const QString &text) const
        {
            for (QAbstractButton *button : window->messages().findChildren<QAbstractButton *>()) {
                if (button->text() == text)
                    return button;
            }
            return nullptr;
        }
    };

    static AnswerText rule(const QByteArray &name)
    {
        AnswerText text;
        text.name = name;
        text.type = "order:new";
        text.message = "{}";
        return text;
    }

    static void type(QWidget *widget, Qt::Key key) { QTest::keyClick(widget, key); }

    // Answers the dialog that asks for a name.
    static void giveName(ProfilesDialog &dialog, const QString &name)
    {
        auto *asking = dialog.findChild<NameDialog *>();
        QVERIFY(asking);
        auto *edit = asking->findChild<QLineEdit *>(QStringLiteral("name"));
        edit->setText(name);
        type(edit, Qt::Key_Return);
        QTRY_VERIFY(!dialog.findChild<NameDialog *>());
    }

private Q_SLOTS:
    void whatIsWrongWithANameIsShownWhole()
    {
        const QString sentence
            = QStringLiteral("There is a profile with a name as long as this one already, so choose another one. ");
        NameDialog dialog(
            QStringLiteral("New profile"), QStringLiteral("Name"), QStringLiteral("a"),
            [&sentence](const QString &name) { return name == QStringLiteral("b") ? sentence.repeated(3) : QString(); });
        dialog.show();
        auto *error = dialog.findChild<QLabel *>(QStringLiteral("nameError"));
        QVERIFY(error);
        dialog.findChild<QLineEdit *>(QStringLiteral("name"))->setText(QStringLiteral("b"));
        QTRY_VERIFY(error->height() >= error->heightForWidth(error->width()));
        QVERIFY(error->heightForWidth(error->width()) > error->fontMetrics().height() * 2);
    }

    void eachButtonHasAKeyOfItsOwn()
    {
        Bench bench;
        bench.openDesk();
        ProfilesDialog dialog(bench.desk.profiles(), bench.instance, bench.window.get());
        QSet<QString> keys;
        for (const auto *button : dialog.findChildren<QPushButton *>()) {
            const QString key = QKeySequence::mnemonic(button->text()).toString();
            QVERIFY2(key.isEmpty() || !keys.contains(key), qPrintable(button->text()));
            keys.insert(key);
        }
        QVERIFY(keys.size() > 4);
    }

    // By the window of another profile; it is seen when this one is looked at again.
    void aNameChangedElsewhereIsShown()
    {
        Bench bench;
        bench.openDesk();
        const QString other = bench.add(QStringLiteral("Staging"), std::chrono::seconds(7));
        QVERIFY(bench.desk.switchTo(other));
        QVERIFY(bench.window->windowTitle().contains(QStringLiteral("Staging")));
        Settings settings(bench.settings.folder());
        Profiles elsewhere(settings);
        QVERIFY(elsewhere.rename(other, QStringLiteral("Stage")));
        Q_EMIT qGuiApp->applicationStateChanged(Qt::ApplicationActive);
        QVERIFY2(bench.window->windowTitle().contains(QStringLiteral("Stage ")), qPrintable(bench.window->windowTitle()));
    }

    // Another start of the program brings the window back as it was.
    void aMaximisedWindowComesBackMaximised()
    {
        Bench bench;
        bench.openDesk();
        bench.window->showMaximized();
        bench.window->setWindowState(bench.window->windowState() | Qt::WindowMinimized);
        QTRY_VERIFY(bench.window->isMinimized());
        Q_EMIT bench.instance.asked({});
        QTRY_VERIFY(!bench.window->isMinimized());
        QVERIFY(bench.window->isMaximized());
    }

    void switchingTakesAllAndOffersARestart()
    {
        Bench bench;
        bench.openDesk();
        const QString other = bench.add(QStringLiteral("Staging"), std::chrono::seconds(7));
        bench.answers().setRules({rule("of the first")});
        bench.controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.isRunning(), 30'000);
        const QByteArray before = bench.controller.url();

        QVERIFY(bench.desk.switchTo(other));
        QCOMPARE(bench.controller.config().keepalive, Milliseconds(7000));
        QVERIFY(bench.controller.needsRestart());
        QCOMPARE(bench.controller.url(), before); // it goes on until it is told
        QVERIFY(bench.answers().rules().empty());
        QVERIFY(bench.window->windowTitle().contains(QStringLiteral("Staging")));
        QVERIFY(bench.window->messages().text().startsWith(QStringLiteral("Staging is in use.")));
        QAbstractButton *restart = bench.offer(QStringLiteral("Restart now"));
        QVERIFY(restart);
        restart->click();
        QTRY_VERIFY_WITH_TIMEOUT(bench.controller.isRunning() && !bench.controller.needsRestart(), 30'000);

        bench.answers().setRules({rule("of the other")});
        QVERIFY(bench.desk.switchTo({}));
        QCOMPARE(bench.answers().rules().size(), std::size_t(1));
        QCOMPARE(bench.answers().rules().front().name, QByteArray("of the first"));
        // As the next start finds it.
        QCOMPARE(Profiles(bench.settings).last(), QString());
        bench.settings.setProfile(other);
        Notebook notebook(&bench.settings.ini());
        QVERIFY(notebook.text(bench.settings.profileKey(QStringLiteral("answers"))).contains(QStringLiteral("of the other")));
    }

    void menuHasThemAll()
    {
        Bench bench;
        bench.openDesk();
        QVERIFY(bench.menu());
        QVERIFY(!bench.window->windowTitle().contains(QStringLiteral("Default"))); // there is only one
        const QString other = bench.add(QStringLiteral("A & B"), std::chrono::seconds(7));
        Q_EMIT bench.menu()->aboutToShow();
        QStringList texts;
        QAction *second = nullptr;
        for (QAction *action : bench.menu()->actions()) {
            if (action->isCheckable())
                texts += action->text();
            if (action->text() == QStringLiteral("A && B"))
                second = action;
        }
        QCOMPARE(texts, (QStringList{QStringLiteral("Default"), QStringLiteral("A && B")}));
        QVERIFY(second && !second->isChecked());
        second->trigger();
        QCOMPARE(bench.settings.profile(), other);
        QVERIFY(bench.offer(QStringLiteral("Start hub"))); // none runs
    }

    void settingsAreSavedInTheProfile()
    {
        Bench bench;
        bench.openDesk();
        const QString other = bench.add(QStringLiteral("Staging"), std::chrono::seconds(7));
        QVERIFY(bench.desk.switchTo(other));
        SettingsDialog dialog(bench.controller, bench.settings);
        QLineEdit *keepalive = nullptr, *name = nullptr;
        for (const QLabel *label : dialog.findChildren<QLabel *>()) {
            const QString text = QString(label->text()).remove(u'&');
            if (text == QStringLiteral("Keepalive every:"))
                keepalive = qobject_cast<QLineEdit *>(label->buddy());
            if (text == QStringLiteral("Name of the profile:"))
                name = qobject_cast<QLineEdit *>(label->buddy());
        }
        QVERIFY(keepalive && name);
        QCOMPARE(name->text(), QStringLiteral("Staging"));
        name->setText(QStringLiteral("default"));
        QVERIFY(!dialog.isComplete()); // it is taken
        QVERIFY(!dialog.errorBeside("profile").isEmpty());
        name->setText(QStringLiteral("Stage"));
        keepalive->setText(QStringLiteral("9s"));
        QVERIFY(dialog.isComplete());
        dialog.findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(bench.settings.hub().keepalive, Milliseconds(9000));
        QCOMPARE(bench.desk.profiles().inUse().name, QStringLiteral("Stage"));
        bench.settings.setProfile({});
        QCOMPARE(bench.settings.hub().keepalive, ServerConfig().keepalive);
    }

    void allByKeyboard()
    {
        Bench bench;
        bench.openDesk();
        bench.window->actions().profiles->trigger();
        auto *dialog = bench.window->findChild<ProfilesDialog *>();
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>(QStringLiteral("profiles"));
        list->setFocus();
        const auto texts = [list] {
            QStringList all;
            for (int row = 0; row < list->count(); ++row)
                all += list->item(row)->text();
            return all;
        };
        QCOMPARE(texts(), QStringList{QStringLiteral("Default (in use)")});
        type(list, Qt::Key_Insert);
        giveName(*dialog, QStringLiteral("One"));
        QCOMPARE(texts(), (QStringList{QStringLiteral("Default (in use)"), QStringLiteral("One")}));
        QCOMPARE(list->currentRow(), 1); // it is chosen
        type(list, Qt::Key_F2);
        giveName(*dialog, QStringLiteral("Zwei"));
        QCOMPARE(texts().last(), QStringLiteral("Zwei"));
        type(list, Qt::Key_Delete);
        auto *question = dialog->findChild<QMessageBox *>();
        QVERIFY(question);
        type(question, Qt::Key_Escape);
        QTRY_VERIFY(!dialog->findChild<QMessageBox *>());
        QCOMPARE(texts().size(), 2); // nothing was said yes to
        type(list, Qt::Key_Delete);
        for (QAbstractButton *button : dialog->findChild<QMessageBox *>()->buttons()) {
            if (button->text().contains(QStringLiteral("Delete")))
                button->click();
        }
        QCOMPARE(texts(), QStringList{QStringLiteral("Default (in use)")});
        type(list, Qt::Key_Delete); // the one in use stays
        QCOMPARE(texts().size(), 1);
        type(list, Qt::Key_Insert);
        giveName(*dialog, QStringLiteral("Three"));
        const QString third = list->currentItem()->data(Qt::UserRole).toString();
        type(list, Qt::Key_Return);
        QTRY_VERIFY(!bench.window->findChild<ProfilesDialog *>());
        QCOMPARE(bench.settings.profile(), third);
    }

    void oneInAnotherWindowIsLeft()
    {
        Bench bench;
        bench.openDesk();
        const QString other = bench.add(QStringLiteral("Staging"), std::chrono::seconds(7));
        Instance elsewhere(bench.folder.path(), {});
        QVERIFY(elsewhere.hold(other));
        const QSignalSpy asked(&elsewhere, &Instance::asked);
        QVERIFY(!bench.desk.switchTo(other));
        QCOMPARE(bench.settings.profile(), QString());
        QAbstractButton *show = bench.offer(QStringLiteral("Show that window"));
        QVERIFY(show);
        show->click();
        QTRY_COMPARE_WITH_TIMEOUT(asked.size(), 1, 30'000);
        // Nor is it deleted.
        ProfilesDialog dialog(bench.desk.profiles(), bench.instance);
        auto *list = dialog.findChild<QListWidget *>(QStringLiteral("profiles"));
        list->setCurrentRow(1);
        QVERIFY(list->currentItem()->text().contains(QStringLiteral("another window")));
        dialog.show();
        list->setFocus();
        type(list, Qt::Key_Delete);
        QVERIFY(!dialog.findChild<QMessageBox *>());
        QVERIFY(!dialog.error().isEmpty());
        QCOMPARE(bench.desk.profiles().all().size(), 2);
    }

    void oneThatCantBeReadIsLeft()
    {
        Bench bench;
        bench.openDesk();
        const QString other = bench.add(QStringLiteral("Staging"), std::chrono::seconds(7));
        const ServerConfig before = bench.controller.config();
        bench.readError = "no secret";
        QVERIFY(!bench.desk.switchTo(other));
        QCOMPARE(bench.settings.profile(), QString());
        QVERIFY(bench.controller.config() == before);
        QVERIFY(bench.window->messages().text().contains(QStringLiteral("no secret")));
        QVERIFY(Instance(bench.folder.path(), {}).isHeldElsewhere({})); // it holds its own again
    }

    void secondStartShowsTheWindow()
    {
        Bench bench;
        bench.openDesk();
        bench.window->showMinimized();
        Q_EMIT bench.instance.asked({QStringLiteral("/nowhere/session.pushscope")});
        QVERIFY(bench.window->isVisible());
        QVERIFY(!bench.window->isMinimized());
        QVERIFY(bench.window->messages().text().contains(QStringLiteral("session.pushscope"))
                || bench.window->messages().text().contains(QStringLiteral("not opened")));
    }
};

QTEST_MAIN(TestProfileWindow)
#include "tst_profilewindow.moc"
