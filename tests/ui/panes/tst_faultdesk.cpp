// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/fakefaults.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushscope;

namespace {

constexpr const char *Lose = R"({"what":{"kind":"lose"}})";
constexpr const char *Rst = R"({"what":{"kind":"rst"}})";
constexpr const char *Refuse = R"({"what":{"kind":"refuse"}})";

} // namespace

class TestFaultDesk : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasSetIsTakenBack()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        desk.addAll({Lose, Rst});
        QCOMPARE(hub.kinds(), (QByteArrayList{"lose", "rst"}));
        QVERIFY(desk.canUndo());
        desk.undo();
        QVERIFY(hub.rules.empty());
        QVERIFY(!desk.canUndo());
    }

    void whatWasRemovedIsBroughtBack()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        desk.add(Lose);
        desk.add(Rst);
        desk.setAtWork(hub.rules);
        desk.removeAll();
        QVERIFY(hub.rules.empty());
        desk.undo();
        QCOMPARE(hub.kinds(), (QByteArrayList{"lose", "rst"}));
        // Under new ids, which the steps before know.
        desk.undo();
        QCOMPARE(hub.kinds(), QByteArrayList{"lose"});
        desk.undo();
        QVERIFY(hub.rules.empty());
    }

    void nothingElseIsTakenBackMeanwhile()
    {
        FakeFaults hub;
        hub.waits = true;
        FaultDesk desk(hub.commands());
        desk.addAll({Lose, Rst});
        hub.answerAll();
        desk.setAtWork(hub.rules);
        desk.removeAll();
        hub.answerAll();
        QVERIFY(hub.rules.empty());
        QSignalSpy changed(&desk, &FaultDesk::undoChanged);
        desk.undo();
        QVERIFY(changed.size() > 0 && !desk.canUndo() && !desk.canRedo());
        desk.redo();
        desk.undo();
        changed.clear();
        hub.answerAll();
        QCOMPARE(hub.kinds(), (QByteArrayList{"lose", "rst"}));
        QVERIFY(changed.size() > 0 && desk.canUndo() && desk.canRedo());
        desk.redo();
        hub.answerAll();
        QVERIFY(hub.rules.empty());
    }

    void whatEndedByItselfIsNoFailure()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        desk.add(Lose);
        const std::vector<FaultRow> rules = hub.rules;
        hub.rules.clear();
        QSignalSpy said(&desk, &FaultDesk::said);
        desk.remove(rules);
        QVERIFY(said.takeFirst().at(1).toBool());
        desk.undo();
        QVERIFY(said.takeFirst().at(1).toBool());
    }

    void aRefusalIsSaid()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        QSignalSpy said(&desk, &FaultDesk::said);
        hub.refusal = "\"what.kind\" is not known here";
        desk.add(Lose);
        QVERIFY(!desk.canUndo());
        QCOMPARE(said.size(), 1);
        QVERIFY(!said.first().at(1).toBool());
        QVERIFY(said.first().at(0).toString().contains(QStringLiteral("is not known here")));
    }

    void aListEndsAtTheFirstThatIsRefused()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        desk.addAll({Lose, "{}", Refuse});
        QCOMPARE(hub.kinds(), QByteArrayList{"lose"});
        desk.undo();
        QVERIFY(hub.rules.empty());
    }

    void anotherHubForgetsIt()
    {
        FakeFaults hub;
        FaultDesk desk(hub.commands());
        desk.add(Lose);
        desk.forgetAll();
        QVERIFY(!desk.canUndo());
    }
};

QTEST_GUILESS_MAIN(TestFaultDesk)
#include "tst_faultdesk.moc"
