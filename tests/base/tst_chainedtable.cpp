// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/chainedtable.h"
#include "base/compacttext.h"

#include <QTest>

#include <deque>

using namespace pushscope;

namespace {

struct Item {
    Item *next = nullptr;
    quint32 hash = 0;
    int value = 0;
};
using Table = ChainedTable<Item, &Item::next, &Item::hash>;

} // namespace

class TestChainedTable : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void emptyHasNothing()
    {
        const Table table;
        QCOMPARE(table.size(), 0u);
        QVERIFY(!table.find(1, [](const Item &) { return true; }));
    }

    // Of several with one hash the newest comes first, also after the table has grown.
    void newestFirst()
    {
        Table table;
        std::deque<Item> items;
        for (int i = 0; i < 1000; ++i)
            table.insert(items.emplace_back(Item{nullptr, quint32(i % 10), i}));
        QCOMPARE(table.size(), 1000u);
        for (quint32 hash = 0; hash < 10; ++hash) {
            std::vector<int> seen;
            QVERIFY(!table.find(hash, [&](const Item &item) {
                seen.push_back(item.value);
                return false;
            }));
            QCOMPARE(seen.size(), 100u);
            QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
            QCOMPARE(table.find(hash, [](const Item &) { return true; })->value, seen.front());
        }
    }

    void removeTakesTheOne()
    {
        Table table;
        std::deque<Item> items;
        for (int i = 0; i < 300; ++i)
            table.insert(items.emplace_back(Item{nullptr, quint32(i / 3), i}));
        for (Item &item : items) {
            if (item.value % 3 == 1)
                table.remove(item);
        }
        QCOMPARE(table.size(), 200u);
        int sum = 0;
        table.forEach([&](const Item &item) { sum += item.value % 3 == 1 ? 1'000'000 : item.value; });
        QCOMPARE(sum, 300 * 299 / 2 - (100 * 1 + 3 * 100 * 99 / 2));
        QVERIFY(!table.find(0, [](const Item &item) { return item.value == 1; }));
        QVERIFY(table.find(0, [](const Item &item) { return item.value == 0; }));
        table.insert(items[1]);
        QCOMPARE(table.find(0, [](const Item &) { return true; })->value, 1);
    }

    void compactText()
    {
        QCOMPARE(sizeof(CompactText), sizeof(void *));
        QVERIFY(CompactText().isEmpty());
        QVERIFY(CompactText("").isEmpty());
        QVERIFY(CompactText().view().isEmpty());
        const QByteArray octets("a\0b \xff", 5);
        CompactText text(octets);
        QCOMPARE(text.toByteArray(), octets);
        QVERIFY(text == QByteArrayView(octets));
        QVERIFY(!(text == QByteArrayView("a")));
        const CompactText moved = std::move(text);
        QCOMPARE(moved.toByteArray(), octets);
    }
};

QTEST_APPLESS_MAIN(TestChainedTable)
#include "tst_chainedtable.moc"
