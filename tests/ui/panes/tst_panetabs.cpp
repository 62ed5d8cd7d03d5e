// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/panetabs.h"

#include "ui/shell/style.h"

#include <QApplication>
#include <QTest>

using namespace pushscope;

class TestPaneTabs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qApp->setStyle(new Style); }

    // Closer where there is less room, and back; whole in any case.
    void namesStandCloserBeforeTheyAreScrolledTo()
    {
        PaneTabs tabs(QStringLiteral("tabs"), QStringLiteral("Tabs"));
        for (const char *name : {"Ereignis", "Leitung", "Client", "Diff", "Zustellung", "Frames", "Anfrage"})
            tabs.addTab(new QWidget, QString::fromLatin1(name));
        const auto whole = [&] { return tabs.tabBar()->sizeHint().width(); };
        tabs.resize(3'000, 200);
        tabs.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tabs));
        const int roomy = whole();
        tabs.resize(roomy - 1, 200);
        const int close = whole();
        QVERIFY2(close < roomy, qPrintable(QString::number(close)));
        QVERIFY(tabs.tabBar()->tabRect(6).right() < tabs.tabBar()->width());
        tabs.resize(roomy / 2, 200);
        QCOMPARE(whole(), close);
        for (int tab = 0; tab < tabs.count(); ++tab)
            QVERIFY(tabs.tabBar()->tabRect(tab).width() >= tabs.fontMetrics().horizontalAdvance(tabs.tabText(tab)));
        tabs.resize(roomy, 200);
        QCOMPARE(whole(), roomy);
    }
};

QTEST_MAIN(TestPaneTabs)
#include "tst_panetabs.moc"
