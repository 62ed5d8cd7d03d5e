// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/selectionhistory.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushscope;

class TestSelectionHistory : public QObject
{
    Q_OBJECT

    static void settle() { QCoreApplication::processEvents(); }

private Q_SLOTS:
    void settingWhatIsSetSaysNothing()
    {
        Selection selection;
        const QSignalSpy changed(&selection, &Selection::changed);
        selection.setClient(7, "tab-7");
        selection.setClient(7, "tab-7");
        selection.setFinding(1);
        selection.setFinding(1);
        selection.setRow(3);
        selection.setRow(3);
        QCOMPARE(changed.size(), 3);
        QCOMPARE(selection.clients(), QList<QByteArray>{"tab-7"});
    }

    void backAndForward()
    {
        Selection selection;
        SelectionHistory history(selection);
        QVERIFY(!history.canGoBack());
        for (quint32 key = 1; key <= 3; ++key) {
            selection.setClient(key, "tab-" + QByteArray::number(key));
            selection.setReconnect(key * 10); // of the same turn: one step
            settle();
        }
        history.back();
        settle();
        QCOMPARE(selection.clientKey(), 2u);
        QCOMPARE(selection.reconnectKey(), 20u);
        history.back();
        history.back(); // to nothing selected
        settle();
        QCOMPARE(selection.clientKey(), 0u);
        QVERIFY(!history.canGoBack());
        history.forward();
        settle();
        QCOMPARE(selection.client(), QByteArray("tab-1"));
        selection.setClient(9, "tab-9"); // from here another way
        settle();
        QVERIFY(!history.canGoForward());
        history.back();
        settle();
        QCOMPARE(selection.clientKey(), 1u);
    }

    // Panes complete what is brought back; that is no step of its own.
    void whatPanesAddIsNoStep()
    {
        Selection selection;
        SelectionHistory history(selection);
        connect(&selection, &Selection::clientChanged, &selection, [&](quint32 key) { selection.setReconnect(key + 100); });
        selection.setClient(1, "tab-1");
        settle();
        selection.setReconnect(5);
        settle();
        selection.setClient(2, "tab-2");
        settle();
        history.back();
        settle();
        QCOMPARE(selection.reconnectKey(), 5u);
        history.back();
        settle();
        QCOMPARE(selection.reconnectKey(), 101u);
        QVERIFY(history.canGoForward());
        history.forward();
        history.forward();
        settle();
        QCOMPARE(selection.clientKey(), 2u);
    }

    void theOldestStepsLeave()
    {
        Selection selection;
        SelectionHistory history(selection);
        for (quint32 key = 1; key <= 250; ++key) {
            selection.setClient(key, "tab");
            settle();
        }
        int steps = 0;
        for (; history.canGoBack(); ++steps)
            history.back();
        QCOMPARE(steps, int(SelectionHistory::MostSteps) - 1);
        QCOMPARE(selection.clientKey(), 151u);
    }

    void anotherHubForgetsIt()
    {
        Selection selection;
        SelectionHistory history(selection);
        selection.setClient(1, "tab-1");
        settle();
        selection.clear();
        history.clear();
        settle();
        QVERIFY(!history.canGoBack());
        QVERIFY(!history.canGoForward());
    }
};

QTEST_GUILESS_MAIN(TestSelectionHistory)
#include "tst_selectionhistory.moc"
