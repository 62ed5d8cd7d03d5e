// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsmodel.h"
#include "ui/models/faultsmodel.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/faulteditor.h"
#include "ui/panes/faultspane.h"
#include "ui/panes/livetable.h"
#include "ui/support/fakefaults.h"
#include "ui/support/paneworld.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace pushscope;

class TestFaultsPane : public QObject
{
    Q_OBJECT

    struct Bench {
        PaneWorld world;
        FakeFaults hub;
        FaultDesk desk{hub.commands()};
        std::unique_ptr<FaultsPane> pane;

        Bench()
        {
            world.context.faults = &desk;
            pane = std::make_unique<FaultsPane>(world.context);
            pane->resize(1000, 500);
            pane->show();
        }
        void frame()
        {
            Snapshot snapshot = world.hub.empty();
            snapshot.faults = hub.rules;
            desk.setAtWork(hub.rules);
            world.show(snapshot, {pane.get()});
        }
        template<typename Widget> Widget *find(const char *name) const { return pane->findChild<Widget *>(QLatin1String(name)); }
        void choose(const char *kind) const { find<QComboBox>("faultKind")->setCurrentText(QLatin1String(kind)); }
        void click(const QString &button) const { named<QToolButton>(*pane, button)->click(); }
        void set() const { find<QPushButton>("faultSet")->click(); }
        [[nodiscard]] QString error() const
        {
            const auto *label = find<QLabel>("faultError");
            return label->isHidden() ? QString() : label->text();
        }
        [[nodiscard]] QString result() const { return find<QLabel>("faultsResult")->text(); }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void commonOnesHaveAButton()
    {
        Bench bench;
        for (const char *name : {"Cut with RST", "Cut with FIN", "Close with 1012", "Latency 200 ± 50 ms", "Throttle to 1 KiB/s",
                                 "Black hole 10 s", "503 for the next 3", "Lose the next event", "Refuse 5 s"})
            bench.click(QString::fromUtf8(name));
        QCOMPARE(bench.hub.kinds(),
                 (QByteArrayList{"rst", "fin", "close-code", "latency", "bandwidth", "blackhole", "status", "lose", "refuse"}));
        QCOMPARE(bench.result(), QStringLiteral("✔ 1 rule(s) set."));
        bench.frame();
        QCOMPARE(bench.pane->model()->rowCount(), 9);
    }

    // The editor has a field for each parameter of each kind, and what stands there first can be set.
    void everyKindCanBeSet_data()
    {
        QTest::addColumn<QByteArray>("kind");
        for (const FaultKindInfo &kind : faultKinds())
            QTest::addRow("%s", kind.name) << QByteArray(kind.name);
    }
    void everyKindCanBeSet()
    {
        QFETCH(QByteArray, kind);
        Bench bench;
        bench.choose(kind);
        const FaultKindInfo *info = findFaultKind(kind);
        for (const FaultParameter &parameter : info->parameters) {
            auto *field = bench.find<QWidget>((QByteArray("fault-") + parameter.name).constData());
            QVERIFY2(field && field->isVisible(), parameter.name);
            QVERIFY(!field->accessibleName().isEmpty() || qobject_cast<QComboBox *>(field));
            if (auto *edit = qobject_cast<QLineEdit *>(field); edit && !parameter.words) {
                bench.set();
                QVERIFY2(!bench.error().isEmpty(), parameter.name); // must be given
                edit->setText(parameter.type == FaultParameter::Type::EventId ? QStringLiteral("k3f9-12")
                                                                              : QStringLiteral("X-Trace"));
            }
        }
        bench.set();
        QCOMPARE(bench.error(), QString());
        QCOMPARE(bench.hub.kinds(), QByteArrayList{kind});
        const Result<FaultRule> rule = FaultRule::parse(bench.hub.rules.front().json);
        QCOMPARE(rule->values.size(), info->parameters.size());
    }

    void whomWhatAndWhen()
    {
        Bench bench;
        bench.choose("latency");
        bench.find<QSpinBox>("fault-ms")->setValue(300);
        bench.find<QComboBox>("faultTarget")->setCurrentIndex(int(FaultEditor::Target::User));
        bench.find<QLineEdit>("faultName")->setText(QStringLiteral("alice"));
        bench.find<QComboBox>("faultProtocol")->setCurrentIndex(2);
        bench.find<QSpinBox>("faultNext")->setValue(4);
        bench.find<QLineEdit>("faultFor")->setText(QStringLiteral("2m"));
        bench.find<QDoubleSpinBox>("faultProbability")->setValue(25);
        bench.set();
        QCOMPARE(bench.hub.rules.size(), 1u);
        const Result<FaultRule> rule = FaultRule::parse(bench.hub.rules.front().json);
        QCOMPARE(rule->number(0), 300);
        QCOMPARE(rule->whom.user, QByteArray("alice"));
        QCOMPARE(rule->whom.protocol, ClientProtocol::WebSocket);
        QCOMPARE(rule->whom.next, 4);
        QCOMPARE(*rule->lasts, Milliseconds(120'000));
        QCOMPARE(rule->probability, 0.25);
    }

    void aRefusalStandsBesideItsField_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("error");
        QTest::addRow("time") << QStringLiteral("faultFor") << QStringLiteral("soon") << QStringLiteral("\"for\" is a time");
        QTest::addRow("filter") << QStringLiteral("faultName") << QStringLiteral("lagMs >")
                                << QStringLiteral("\"whom.filter\" is wrong");
    }
    void aRefusalStandsBesideItsField()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        QFETCH(QString, error);
        Bench bench;
        bench.pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.pane.get()));
        bench.find<QComboBox>("faultTarget")
            ->setCurrentIndex(
                int(field == QStringLiteral("faultName") ? FaultEditor::Target::Filter : FaultEditor::Target::Everyone));
        auto *edit = bench.pane->findChild<QLineEdit *>(field);
        edit->setText(text);
        bench.set();
        QVERIFY(bench.hub.rules.empty());
        QVERIFY2(bench.error().contains(error), qPrintable(bench.error()));
        QCOMPARE(bench.find<QLabel>("faultError")->parentWidget(), edit->parentWidget()->parentWidget());
        QVERIFY(edit->hasFocus());
        edit->clear();
        bench.find<QComboBox>("faultTarget")->setCurrentIndex(0);
        bench.set();
        QCOMPARE(bench.error(), QString());
        QCOMPARE(bench.hub.rules.size(), 1u);
    }

    void whatTheHubRefusesToo()
    {
        Bench bench;
        bench.choose("slice");
        bench.hub.refusal = "\"what.bytes\" is not what this hub can do";
        bench.set();
        QVERIFY(bench.error().contains(QStringLiteral("not what this hub can do")));
        QCOMPARE(bench.find<QLabel>("faultError")->parentWidget(),
                 bench.find<QSpinBox>("fault-bytes")->parentWidget()->parentWidget());
        bench.choose("latency"); // its fields are others
        QCOMPARE(bench.error(), QString());
    }

    void selectedClients()
    {
        Bench bench;
        bench.choose("rst");
        bench.find<QComboBox>("faultTarget")->setCurrentIndex(int(FaultEditor::Target::Selected));
        bench.set();
        QVERIFY(!bench.error().isEmpty()); // none is selected
        bench.world.selection.setClient(7, "tab-7");
        bench.set();
        QCOMPARE(FaultRule::parse(bench.hub.rules.at(0).json)->whom.client, QByteArray("tab-7"));
        bench.world.selection.setClients({"tab-7", "tab-8"});
        bench.set();
        QCOMPARE(FaultRule::parse(bench.hub.rules.at(1).json)->whom.filterText,
                 QByteArray(R"(client == "tab-7" || client == "tab-8")"));
    }

    void removedAndBroughtBackByKeyboard()
    {
        Bench bench;
        bench.click(QStringLiteral("Lose the next event"));
        bench.click(QStringLiteral("Cut with RST"));
        bench.frame();
        bench.pane->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(bench.pane.get()));
        bench.pane->table()->setFocus();
        QTest::keyClick(bench.pane->table(), Qt::Key_Home, Qt::ControlModifier);
        bench.pane->table()->selectRow(0);
        QTest::keyClick(bench.pane->table(), Qt::Key_Delete);
        QCOMPARE(bench.hub.kinds(), QByteArrayList{"rst"});
        bench.frame();
        bench.click(QStringLiteral("Undo")); // Ctrl+Z is the window's
        QCOMPARE(bench.hub.kinds(), (QByteArrayList{"rst", "lose"}));
        bench.frame();
        bench.click(QStringLiteral("Remove all"));
        QVERIFY(bench.hub.rules.empty());
        bench.frame();
        QVERIFY(!named<QToolButton>(*bench.pane, QStringLiteral("Remove all"))->isEnabled());
        bench.click(QStringLiteral("Undo"));
        QCOMPARE(bench.hub.rules.size(), 2u);
    }

    void aRuleIsPutIntoTheEditor()
    {
        Bench bench;
        const QByteArray json
            = R"({"at":{"event":3},"for":"1500ms","probability":0.5,"what":{"code":4001,"kind":"close-code","reason":"go"},)"
              R"("whom":{"filter":"lagMs > 200ms","next":2,"protocol":"ws"}})";
        bench.desk.add(json);
        bench.frame();
        Q_EMIT bench.pane->table()->activated(bench.pane->model()->index(0, 0));
        const std::optional<QByteArray> written = bench.pane->editor()->rule();
        QVERIFY(written);
        QCOMPARE(QJsonDocument::fromJson(*written), QJsonDocument::fromJson(json));
    }

    void savedAndLoaded()
    {
        Bench bench;
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("rules.json"));
        bench.click(QStringLiteral("Latency 200 ± 50 ms"));
        bench.click(QStringLiteral("503 for the next 3"));
        bench.frame();
        bench.pane->saveTo(path);
        QVERIFY2(bench.result().startsWith(QStringLiteral("✔ 2 rule(s) saved")), qPrintable(bench.result()));
        const QByteArray first = bench.hub.rules.at(0).json;
        bench.desk.removeAll();
        bench.pane->loadFrom(path);
        QCOMPARE(bench.hub.kinds(), (QByteArrayList{"latency", "status"}));
        QCOMPARE(QJsonDocument::fromJson(bench.hub.rules.at(0).json), QJsonDocument::fromJson(first));
        bench.desk.undo(); // all of the file are one step
        QVERIFY(bench.hub.rules.empty());
    }

    void aBadFileSetsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("why");
        QTest::addRow("no JSON") << QByteArray("[{") << QStringLiteral("octet");
        QTest::addRow("no list") << QByteArray("{}") << QStringLiteral("array");
        QTest::addRow("bad member") << QByteArray(R"([{"what":{"kind":"lose"}},{"what":{"kind":"latency","ms":-1}}])")
                                    << QStringLiteral("rule 2: \"what.ms\"");
        QTest::addRow("unknown member") << QByteArray(R"([{"what":{"kind":"lose"},"wen":1}])")
                                        << QStringLiteral("rule 1: \"wen\"");
    }
    void aBadFileSetsNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, why);
        Bench bench;
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("rules.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text);
        file.close();
        bench.pane->loadFrom(file.fileName());
        QVERIFY(bench.hub.rules.empty());
        QVERIFY2(bench.result().contains(why), qPrintable(bench.result()));
        bench.pane->loadFrom(folder.filePath(QStringLiteral("none.json")));
        QVERIFY(bench.result().contains(QStringLiteral("could not be read")));
    }

    void fromTheMenuOfClients()
    {
        Bench bench;
        ClientsPane clients(bench.world.context);
        clients.show();
        bench.world.show(bench.world.hub.withClients(20), {&clients});
        QTRY_COMPARE(clients.model()->rowCount(), 20);
        auto *button = named<QToolButton>(clients, QStringLiteral("Break"));
        QVERIFY(button);
        const auto choose = [&](int menu, int fault) {
            Q_EMIT button->menu()->aboutToShow();
            QMenu *faults = button->menu()->actions().at(menu)->menu();
            QVERIFY(faults->isEnabled());
            faults->actions().at(fault)->trigger();
        };
        Q_EMIT button->menu()->aboutToShow();
        QVERIFY(!button->menu()->actions().first()->menu()->isEnabled()); // none is selected
        clients.table()->selectRow(1);
        QCOMPARE(bench.world.selection.clients(), QList<QByteArray>{"tab-2"});
        choose(0, 0);
        QCOMPARE(FaultRule::parse(bench.hub.rules.at(0).json)->whom.client, QByteArray("tab-2"));
        clients.table()->selectAll();
        QCOMPARE(bench.world.selection.clients().size(), 20);
        choose(0, 6);
        QVERIFY(FaultRule::parse(bench.hub.rules.at(1).json)->whom.filterText.contains("\"tab-7\""));
        QCOMPARE(FaultRule::parse(bench.hub.rules.at(1).json)->whom.next, 3);
        clients.model()->setFilter(QStringLiteral("alice"));
        choose(1, 0);
        const Result<FaultRule> filtered = FaultRule::parse(bench.hub.rules.at(2).json);
        QVERIFY(filtered->matches(bench.world.hub.makeClient(8))); // alice
        QVERIFY(!filtered->matches(bench.world.hub.makeClient(9)));
        QVERIFY(
            clients.findChild<QLabel *>(QStringLiteral("clientsResult"))->text().startsWith(QStringLiteral("✔ Cut with RST")));
    }

    void everyWidgetToBeReachedHasAName()
    {
        Bench bench;
        for (const FaultKindInfo &kind : faultKinds()) {
            bench.choose(kind.name);
            for (const QWidget *widget : bench.pane->findChildren<QWidget *>()) {
                if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QComboBox *>(widget)
                    || widget->objectName().startsWith(QStringLiteral("qt_"))
                    || widget->window()->windowType() == Qt::Popup) // the list of a combo box is told as the combo box
                    continue;
                const auto *button = qobject_cast<const QAbstractButton *>(widget);
                const auto *label = qobject_cast<const QLabel *>(widget);
                QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty())
                             || (label && (label->isHidden() || !label->text().isEmpty())),
                         qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
            }
        }
    }
};

QTEST_MAIN(TestFaultsPane)
#include "tst_faultspane.moc"
