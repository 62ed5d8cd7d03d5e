// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/answerdesk.h"
#include "ui/feed/notebook.h"
#include "ui/models/answersmodel.h"
#include "ui/panes/answereditor.h"
#include "ui/panes/answerspane.h"
#include "ui/support/paneworld.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <functional>

using namespace pushscope;

class TestAnswersPane : public QObject
{
    Q_OBJECT

    static AnswerText replying(const QByteArray &name)
    {
        AnswerText rule;
        rule.name = name;
        rule.type = "order:new";
        rule.message = "{\"n\":{{$.payload.n}}}";
        return rule;
    }

    struct World : PaneWorld {
        Notebook notebook;
        AnswersPane pane{PaneContext{nullptr, &feed, &selection, nullptr, &notebook}};
        QAbstractItemModelTester tester{pane.model(), QAbstractItemModelTester::FailureReportingMode::QtTest};
        World() { pane.show(); }
        void press(const char *name) { named<QToolButton>(pane, QString::fromUtf8(name))->click(); }
        [[nodiscard]] QByteArrayList names()
        {
            QByteArrayList all;
            for (const AnswerText &rule : pane.desk().rules())
                all.append(rule.name);
            return all;
        }
    };

    // The field that a label names.
    template<typename Widget> static Widget *field(const QWidget &editor, const QString &label)
    {
        const QList<QLabel *> labels = editor.findChildren<QLabel *>();
        for (const QLabel *one : labels) {
            if (QString(one->text()).remove(u'&') == label)
                return qobject_cast<Widget *>(one->buddy());
        }
        return nullptr;
    }

private Q_SLOTS:
    void ruleIsMadeInTheEditor()
    {
        World world;
        world.press("New rule…");
        auto *editor = world.pane.findChild<AnswerEditor *>();
        QVERIFY(editor && editor->isComplete());
        field<QLineEdit>(*editor, QStringLiteral("Name:"))->setText(QStringLiteral("orders"));
        auto *kind = field<QComboBox>(*editor, QStringLiteral("Then:"));
        kind->setCurrentIndex(int(AnswerKind::Close));
        QVERIFY(!field<QPlainTextEdit>(*editor, QStringLiteral("Message:"))->isVisible());
        field<QLineEdit>(*editor, QStringLiteral("Reason:"))->setText(QStringLiteral("closed"));
        editor->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        QCOMPARE(world.pane.desk().rules().size(), std::size_t(1));
        const AnswerText rule = world.pane.desk().rules().front();
        QCOMPARE(rule.name, QByteArray("orders"));
        QCOMPARE(rule.kind, AnswerKind::Close);
        QCOMPARE(rule.reason, QByteArray("closed"));
        // Another desk on the same notebook finds it: that is the next start.
        QVERIFY(AnswerDesk(nullptr, &world.notebook).rules() == world.pane.desk().rules());
    }

    void errorStandsBesideItsField_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("member");
        QTest::newRow("no name") << "Name:"
                                 << "" << QByteArray("name");
        QTest::newRow("a name twice") << "Name:"
                                      << "other" << QByteArray("name");
        QTest::newRow("path") << "and has the value:"
                              << "payload" << QByteArray("when.path");
        QTest::newRow("pattern") << "that matches:"
                                 << "(" << QByteArray("when.matches");
        QTest::newRow("delay") << "After:"
                               << "soon" << QByteArray("then.after");
    }
    void errorStandsBesideItsField()
    {
        QFETCH(QString, label);
        QFETCH(QString, text);
        QFETCH(QByteArray, member);
        AnswerEditor editor(replying("rule"), {"other"});
        QVERIFY(editor.isComplete());
        auto *edit = field<QLineEdit>(editor, label);
        QVERIFY(edit);
        const QString before = edit->text();
        edit->setText(text);
        QVERIFY(!editor.isComplete());
        QVERIFY2(!editor.errorBeside(member).isEmpty(), member.constData());
        edit->setText(before);
        QVERIFY(editor.isComplete());
        QVERIFY(editor.errorBeside(member).isEmpty());
    }

    void wrongJsonIsToldWithItsPlace()
    {
        AnswerEditor editor(replying("rule"), {});
        field<QPlainTextEdit>(editor, QStringLiteral("Message:"))->setPlainText(QStringLiteral("{\n  \"n\": }"));
        QVERIFY(!editor.isComplete());
        QVERIFY2(editor.errorBeside("then.message").contains(QStringLiteral("line 2, character 8")),
                 qPrintable(editor.errorBeside("then.message")));
    }

    void aMessageIsTried()
    {
        AnswerEditor editor(replying("rule"), {});
        auto *trial = named<QPlainTextEdit>(editor, QStringLiteral("Message to try"));
        auto *outcome = editor.findChild<QLabel *>(QStringLiteral("answerOutcome"));
        QVERIFY(outcome);
        trial->setPlainText(QStringLiteral("{\"type\":\"order:new\",\"payload\":{\"n\":7}}"));
        QVERIFY2(outcome->text().contains(QStringLiteral("{\"n\":7}")), qPrintable(outcome->text()));
        trial->setPlainText(QStringLiteral("{\"type\":\"order:old\"}"));
        QCOMPARE(outcome->text(), QStringLiteral("This message does not match."));
    }

    void rulesAreMovedDoubledRemoved()
    {
        World world;
        world.pane.desk().setRules({replying("a"), replying("b")});
        auto *table = world.pane.findChild<QTableView *>();
        QCOMPARE(table->model()->rowCount(), 2);
        table->selectRow(0);
        world.press("Later");
        QCOMPARE(world.names(), (QByteArrayList{"b", "a"}));
        world.press("Duplicate rule"); // the same one is still selected
        QCOMPARE(world.names(), (QByteArrayList{"b", "a", "a 2"}));
        table->selectRow(0);
        world.press("Remove rule");
        QCOMPARE(world.names(), (QByteArrayList{"a", "a 2"}));
    }

    void allByKeyboard()
    {
        World world;
        QVERIFY(QTest::qWaitForWindowActive(&world.pane));
        const auto type = [](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
        };
        const auto finish = [&world](QDialogButtonBox::StandardButton button) {
            auto *editor = world.pane.findChild<AnswerEditor *>();
            QVERIFY(editor);
            editor->findChild<QDialogButtonBox *>()->button(button)->click();
            QTRY_VERIFY(!world.pane.findChild<AnswerEditor *>());
            world.pane.activateWindow(); // as a desktop does when a dialog is closed
            QVERIFY(QTest::qWaitForWindowActive(&world.pane));
            QVERIFY(QApplication::focusWidget());
        };
        auto *table = world.pane.findChild<QTableView *>();
        QPointer<QToolButton> fresh = named<QToolButton>(world.pane, QStringLiteral("New rule…"));
        fresh->setFocus();
        for (int i = 0; i < 2; ++i) {
            type(Qt::Key_Insert);
            finish(QDialogButtonBox::Save);
        }
        QCOMPARE(world.names(), (QByteArrayList{"rule", "rule 2"}));
        table->setFocus();
        QCOMPARE(table->currentIndex().row(), 1); // the new one is chosen
        type(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(world.names(), (QByteArrayList{"rule 2", "rule"}));
        type(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(world.names(), (QByteArrayList{"rule", "rule 2"}));
        type(Qt::Key_Up);
        QCOMPARE(table->currentIndex().row(), 0);
        type(Qt::Key_Space);
        QVERIFY(!world.pane.desk().rules().front().on);
        type(Qt::Key_Space);
        QVERIFY(world.pane.desk().rules().front().on);
        for (const Qt::Key key : {Qt::Key_Return, Qt::Key_Enter}) {
            type(key);
            finish(QDialogButtonBox::Cancel);
        }
        type(Qt::Key_Delete);
        QCOMPARE(world.names(), QByteArrayList{"rule 2"});
        type(Qt::Key_Delete);
        QVERIFY(world.names().isEmpty());
        QVERIFY(fresh->hasFocus()); // not lost with the list
    }

    void ruleIsSwitchedOffInTheTable()
    {
        World world;
        world.pane.desk().setRules({replying("a")});
        AnswersModel *model = world.pane.model();
        QVERIFY(model->setData(model->index(0, AnswersModel::Name), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!world.pane.desk().rules().front().on);
    }

    // Each kind of change, done by the pane, is taken back and done again as a whole.
    void changesAreTakenBack_data()
    {
        QTest::addColumn<std::function<void(World &)>>("change");
        const auto row = [](const char *name, std::function<void(World &)> change) { QTest::newRow(name) << std::move(change); };
        const auto save = [](World &world) {
            world.pane.findChild<AnswerEditor *>()->findChild<QDialogButtonBox *>()->button(QDialogButtonBox::Save)->click();
        };
        row("a new one", [save](World &world) {
            world.press("New rule…");
            save(world);
        });
        row("edited", [save](World &world) {
            world.press("Edit rule…");
            field<QLineEdit>(*world.pane.findChild<AnswerEditor *>(), QStringLiteral("Name:"))->setText(QStringLiteral("other"));
            save(world);
        });
        row("doubled", [](World &world) { world.press("Duplicate rule"); });
        row("removed", [](World &world) { world.press("Remove rule"); });
        row("moved", [](World &world) { world.press("Later"); });
        row("switched off", [](World &world) {
            AnswersModel *model = world.pane.model();
            QVERIFY(model->setData(model->index(1, AnswersModel::Name), Qt::Unchecked, Qt::CheckStateRole));
        });
        row("other ones loaded", [](World &world) {
            const QTemporaryDir folder;
            const QString path = folder.filePath(QStringLiteral("rules.json"));
            AnswerDesk desk(nullptr, nullptr);
            desk.setRules({replying("x")});
            QVERIFY(desk.saveTo(path));
            world.pane.loadFrom(path);
        });
    }
    void changesAreTakenBack()
    {
        using Change = std::function<void(World &)>;
        QFETCH(Change, change);
        World world;
        auto *undo = named<QToolButton>(world.pane, QStringLiteral("Undo"));
        QVERIFY(!undo->isEnabled());
        const std::vector<AnswerText> before{replying("a"), replying("b"), replying("c")};
        AnswerDesk &desk = world.pane.desk();
        desk.setRules(before);
        world.pane.findChild<QTableView *>()->selectRow(1);
        change(world);
        const std::vector<AnswerText> after = desk.rules();
        QVERIFY(after != before);
        undo->click();
        QVERIFY(desk.rules() == before);
        QVERIFY(AnswerDesk(nullptr, &world.notebook).rules() == before); // kept so
        QCOMPARE(world.pane.model()->rowCount(), 3);
        desk.redo();
        QVERIFY(desk.rules() == after);
        desk.undo();
        desk.undo();
        QVERIFY(desk.rules().empty());
        QVERIFY(!undo->isEnabled());
        desk.redo();
        QVERIFY(desk.rules() == before);
    }

    void whatWasTakenBackIsShown()
    {
        World world;
        AnswerDesk &desk = world.pane.desk();
        desk.setRules({replying("a"), replying("b"), replying("c")});
        auto *table = world.pane.findChild<QTableView *>();
        table->selectRow(1);
        world.press("Remove rule");
        table->selectRow(0);
        desk.undo();
        QCOMPARE(table->currentIndex().row(), 1);
        QVERIFY2(world.pane.findChild<QLabel *>(QStringLiteral("answersResult"))->text().startsWith(u'↶'), "nothing is said");
    }

    // What is done anew, or elsewhere, ends what could be done again, or taken back.
    void stepsAreForgotten()
    {
        Notebook notebook;
        AnswerDesk desk(nullptr, &notebook);
        const QSignalSpy made(&desk, &AnswerDesk::stepMade);
        desk.setRules({replying("a")});
        desk.setRules({replying("a")}); // no change
        QCOMPARE(made.size(), 1);
        desk.undo();
        desk.setRules({replying("b")});
        desk.redo();
        QCOMPARE(desk.rules().front().name, QByteArray("b"));
        desk.setKey(QStringLiteral("of another profile"));
        desk.undo();
        QVERIFY(desk.rules().empty());
        QCOMPARE(desk.undoAt(), TimePoint{});
        for (std::size_t i = 0; i <= AnswerDesk::MostSteps; ++i)
            desk.setRules({replying(QByteArray::number(int(i)))});
        for (std::size_t i = 0; i <= AnswerDesk::MostSteps; ++i)
            desk.undo();
        QCOMPARE(desk.rules().size(), std::size_t(1)); // the oldest step is gone
        QCOMPARE(desk.rules().front().name, QByteArray("0"));
    }

    void answersAreCounted()
    {
        World world;
        world.pane.desk().setRules({replying("a b"), replying("c")});
        Snapshot snapshot;
        snapshot.generation = 1;
        JournalRow row;
        row.kind = JournalRow::Kind::Log;
        row.type = "answer";
        row.op = "info";
        row.cause = "rule a b reply";
        snapshot.journal = {row, row};
        row.op = "warning"; // that was none
        snapshot.journal.push_back(row);
        world.pane.model()->apply(snapshot);
        const AnswersModel *model = world.pane.model();
        QCOMPARE(model->index(0, AnswersModel::Answered).data().toString(), QStringLiteral("2"));
        QCOMPARE(model->index(1, AnswersModel::Answered).data().toString(), QStringLiteral("0"));
        snapshot.generation = 2; // another hub
        snapshot.journal.clear();
        world.pane.model()->apply(snapshot);
        QCOMPARE(model->index(0, AnswersModel::Answered).data().toString(), QStringLiteral("0"));
    }

    void filesKeepRules()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("rules.json"));
        AnswerDesk desk(nullptr, nullptr);
        desk.setRules({replying("a"), replying("b")});
        QVERIFY(desk.saveTo(path));
        AnswerDesk other(nullptr, nullptr);
        const QSignalSpy changed(&other, &AnswerDesk::changed);
        QVERIFY(other.loadFrom(path));
        QVERIFY(other.rules() == desk.rules());
        QCOMPARE(changed.size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[{\"name\":\"x\"}]");
        file.close();
        const auto wrong = other.loadFrom(path);
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().detail.startsWith("rule 1, when"), wrong.error().detail.constData());
        QVERIFY(other.rules() == desk.rules()); // nothing is lost
        QVERIFY(!other.loadFrom(folder.filePath(QStringLiteral("none.json"))));
    }
};

QTEST_MAIN(TestAnswersPane)
#include "tst_answerspane.moc"
