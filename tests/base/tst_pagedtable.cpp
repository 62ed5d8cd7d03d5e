// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pagedtable.h"

#include <QTest>
#include <vector>

using namespace pushscope;

class TestPagedTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsWhatItHolds()
    {
        PagedTable<quint32> table;
        for (quint32 key = 1; key <= 1000; ++key)
            QCOMPARE(table.insert(key, std::make_unique<quint32>(key * 2)), key * 2);
        QCOMPARE(table.size(), 1000u);
        QVERIFY(!table.find(0) && !table.find(1001) && !table.find(1'000'000));
        for (quint32 key = 1; key <= 1000; ++key)
            QCOMPARE(*table.find(key), key * 2);
    }

    void forgetsByKeyAndGoesThroughTheRestInOrder()
    {
        PagedTable<quint32> table;
        for (quint32 key = 1; key <= 1000; ++key)
            table.insert(key, std::make_unique<quint32>(key));
        for (quint32 key = 1; key <= 1000; ++key) {
            if (key < 600 || key % 100 != 0) // whole pages too
                table.erase(key);
        }
        std::vector<quint32> left;
        table.forEach([&](quint32 value) { left.push_back(value); });
        QCOMPARE(left, (std::vector<quint32>{600, 700, 800, 900, 1000}));
        QCOMPARE(table.size(), left.size());
        QVERIFY(!table.find(1) && !table.find(601) && table.find(600));
    }
};

QTEST_GUILESS_MAIN(TestPagedTable)
#include "tst_pagedtable.moc"
