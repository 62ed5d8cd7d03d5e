// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/laneorder.h"
#include "ui/timeline/timelinesamples.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestLaneOrder : public QObject
{
    Q_OBJECT

    struct World {
        TimelineSamples make;
        TimelineStore store;
        QHash<quint32, ClientRow> rows;
        LaneOrder order{[this](quint32 key) { return rows.contains(key) ? &rows[key] : nullptr; },
                        [](quint32 key) { return key == 2 ? -1 : int(10 - key); }};
        TimePoint now{1h};

        World()
        {
            for (quint32 key = 1; key <= 4; ++key)
                make.at(Milliseconds(key)).client(key, ClientState::Live, key % 2 == 0 ? "bob" : "alice");
            for (const ClientRow &row : make.next().changedClients)
                rows.insert(row.key, row);
            store.apply(make.at(1s).take());
            order.update(store, now);
        }
        std::vector<quint32> shown()
        {
            order.update(store, now += 2s);
            return order.keys();
        }
    };
    using Keys = std::vector<quint32>;

private Q_SLOTS:
    void firstSeenFirst()
    {
        World w;
        QCOMPARE(w.shown(), (Keys{1, 2, 3, 4}));
        QVERIFY(!w.order.update(w.store, w.now += 5s));
        w.store.apply(w.make.at(2s).client(9).take());
        QVERIFY(w.order.update(w.store, w.now));
        QCOMPARE(w.order.keys(), (Keys{1, 2, 3, 4, 9}));
        QCOMPARE(w.order.rowOf(9), 4);
        QCOMPARE(w.order.keyOf(4), 9u);
        QCOMPARE(w.order.keyOf(5), 0u);
        QCOMPARE(w.order.rowOf(77), -1);
    }

    void mostActiveFirstButNotAllTheTime()
    {
        World w;
        w.order.setBy(LaneOrder::By::Activity);
        w.store.apply(w.make.at(2s).deliver(3, 1).take());
        QCOMPARE(w.shown(), (Keys{3, 1, 2, 4}));
        w.store.apply(w.make.at(3s).deliver(4, 1).take());
        QVERIFY(!w.order.update(w.store, w.now + 200ms)); // lanes that jump can't be read
        QCOMPARE(w.shown(), (Keys{4, 3, 1, 2}));
    }

    void asTheClientsPaneHasThem()
    {
        World w;
        w.order.setBy(LaneOrder::By::Clients);
        QCOMPARE(w.shown(), (Keys{4, 3, 1, 2})); // what it hides comes last
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Keys>("shown");
        QTest::newRow("nothing") << QString() << Keys{1, 2, 3, 4};
        QTest::newRow("a word: the user") << QStringLiteral("BOB") << Keys{2, 4};
        QTest::newRow("a word: the client") << QStringLiteral("tab-3") << Keys{3};
        QTest::newRow("a condition") << QStringLiteral("user == alice && protocol == ws") << Keys{1};
        QTest::newRow("none") << QStringLiteral("user == nobody") << Keys{};
    }
    void filters()
    {
        QFETCH(const QString, text);
        QFETCH(const Keys, shown);
        World w;
        QVERIFY(w.order.setFilter(text).has_value());
        QCOMPARE(w.shown(), shown);
        QCOMPARE(w.order.hidden(), 4 - shown.size());
    }

    void aBadFilterSaysWhereAndChangesNothing()
    {
        World w;
        QVERIFY(w.order.setFilter(QStringLiteral("user == bob")).has_value());
        const auto bad = w.order.setFilter(QStringLiteral("user == bob && nosuch > 3"));
        QVERIFY(!bad.has_value());
        QCOMPARE(bad.error().offset, 15);
        QCOMPARE(w.shown(), (Keys{2, 4}));
    }

    void theForgottenAreFilteredByWhatIsKnown()
    {
        World w;
        w.rows.remove(2);
        QVERIFY(w.order.setFilter(QStringLiteral("user == bob && state == away")).has_value());
        QCOMPARE(w.shown(), (Keys{2}));
    }
};

QTEST_GUILESS_MAIN(TestLaneOrder)
#include "tst_laneorder.moc"
