// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Large tables: keys sorted on another thread, and a model that works in slices meanwhile.
#include "ui/models/clientsmodel.h"
#include "ui/models/rowsorter.h"
#include "ui/support/syntheticsource.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestRowSorter : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 60'000; // ms, on a loaded machine

    // Without a model tester, which reads all cells at each signal.
    struct Large {
        SyntheticHub hub;
        ClientsModel model;
        TimePoint now{1h};

        Large() { model.apply(hub.withClients(quint32(ClientsModel::LargeTable) + 1000), now); }
        void apply(const Snapshot &snapshot)
        {
            now += 2s;
            model.apply(snapshot, now);
        }
        template<typename Value> [[nodiscard]] bool isSorted(Value value) const
        {
            for (int row = 1; row < model.rowCount(); ++row) {
                if (!(value(model.clientAt(row - 1)) <= value(model.clientAt(row))))
                    return false;
            }
            return true;
        }
        [[nodiscard]] bool isSortedByName() const
        {
            for (int row = 1; row < model.rowCount(); ++row) {
                if (naturalCompare(model.clientAt(row - 1).client, model.clientAt(row).client) > 0)
                    return false;
            }
            return true;
        }
        [[nodiscard]] bool numbersAgree() const // each row is where the model says it is
        {
            for (int row = 0; row < model.rowCount(); ++row) {
                if (model.rowOfKey(model.keyOfRow(row)) != row)
                    return false;
            }
            return true;
        }
    };

private Q_SLOTS:
    void keys_data()
    {
        using Rows = QList<std::pair<qint64, QByteArray>>;
        QTest::addColumn<Rows>("rows");
        QTest::addColumn<bool>("texts");
        QTest::addColumn<bool>("descending");
        QTest::addColumn<QList<quint32>>("order");
        QTest::newRow("none") << Rows{} << false << false << QList<quint32>{};
        QTest::newRow("numbers") << Rows{{3, {}}, {1, {}}, {2, {}}} << false << false << QList<quint32>{1, 2, 0};
        QTest::newRow("equal ones stay") << Rows{{2, {}}, {1, {}}, {2, {}}, {1, {}}} << false << true
                                         << QList<quint32>{0, 2, 1, 3};
        QTest::newRow("texts") << Rows{{0, "sim-10"}, {0, "sim-2"}, {0, ""}} << true << false << QList<quint32>{2, 1, 0};
        QTest::newRow("texts downwards") << Rows{{0, "sim-10"}, {0, "sim-2"}, {0, ""}} << true << true << QList<quint32>{0, 1, 2};
        QTest::newRow("number before text") << Rows{{2, "a"}, {1, "b"}, {1, "a"}} << true << false << QList<quint32>{2, 1, 0};
    }
    void keys()
    {
        using Rows = QList<std::pair<qint64, QByteArray>>;
        QFETCH(Rows, rows);
        QFETCH(bool, texts);
        QFETCH(bool, descending);
        QFETCH(QList<quint32>, order);
        SortKeys keys;
        keys.hasTexts = texts;
        keys.descending = descending;
        for (quint32 slot = 0; slot < quint32(rows.size()); ++slot)
            keys.add(rows[slot].first, rows[slot].second, slot, slot);
        const std::vector<quint32> sorted = std::move(keys).sorted();
        QCOMPARE(QList<quint32>(sorted.cbegin(), sorted.cend()), order);
    }

    void onlyTheLastIsTold()
    {
        RowSorter sorter;
        QList<std::vector<quint32>> told;
        connect(&sorter, &RowSorter::sorted, this, [&told](const std::vector<quint32> &order) { told.append(order); });
        for (quint32 slot = 1; slot <= 5; ++slot) {
            SortKeys keys;
            keys.add(0, {}, slot, 0);
            sorter.start(std::move(keys));
        }
        QTRY_VERIFY_WITH_TIMEOUT(!sorter.isUnderWay(), Patience);
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first(), std::vector<quint32>{5});
        sorter.start({});
        sorter.cancel();
        QVERIFY(!sorter.isUnderWay());
        { // one that goes while it is at work
            RowSorter other;
            SortKeys keys;
            for (quint32 slot = 0; slot < 100'000; ++slot)
                keys.add(qint64(slot * 2'654'435'761U), {}, slot, slot);
            other.start(std::move(keys));
        }
    }

    void aLargeTableIsOrderedLater()
    {
        Large f;
        const int all = f.model.rowCount();
        f.model.sort(ClientsModel::EventsOut, Qt::DescendingOrder);
        QVERIFY(f.model.isBusy());
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.isSorted([](const ClientRow &client) { return -qint64(client.eventsOut); }));
        QVERIFY(f.numbersAgree());
        f.model.sort(ClientsModel::Client, Qt::AscendingOrder);
        f.model.sort(ClientsModel::Client, Qt::AscendingOrder); // clicked twice
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.isSortedByName());
        f.model.sort(-1);
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.isSorted([](const ClientRow &client) { return client.key; }));
        QCOMPARE(f.model.rowCount(), all);
    }

    // While keys are taken or sorted, rows go and come.
    void rowsComeAndGoMeanwhile()
    {
        Large f;
        const int all = f.model.rowCount();
        f.model.sort(ClientsModel::EventsOut, Qt::AscendingOrder);
        Snapshot gone = f.hub.empty();
        for (quint32 key = 1; key < 5000; key += 3)
            gone.removedClients.push_back(key);
        f.apply(gone);
        f.apply(f.hub.withClients(500));
        QCOMPARE(f.model.rowCount(), all - int(gone.removedClients.size()) + 500);
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.numbersAgree());
        f.apply(f.hub.empty()); // what came too late is taken in
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.isSorted([](const ClientRow &client) { return client.eventsOut; }));
        f.apply({}); // another hub: nothing of it may come back
        f.model.sort(ClientsModel::Client, Qt::AscendingOrder);
        QVERIFY(!f.model.isBusy());
        QCOMPARE(f.model.rowCount(), 0);
    }

    void aLargeTableIsFilteredLater()
    {
        Large f;
        const int all = f.model.rowCount();
        QVERIFY(f.model.setFilter(QStringLiteral("protocol == ws")));
        QVERIFY(f.model.isBusy());
        QCOMPARE(f.model.rowCount(), all); // as it was
        f.model.sort(ClientsModel::EventsOut, Qt::DescendingOrder); // meanwhile
        f.apply(f.hub.withChanges(1000));
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.model.rowCount() > 0 && f.model.rowCount() < all);
        for (int row = 0; row < f.model.rowCount(); ++row)
            QCOMPARE(f.model.clientAt(row).protocol, ClientProtocol::WebSocket);
        QVERIFY(f.numbersAgree());
        QCOMPARE(f.model.hiddenCount(), qint64(all - f.model.rowCount()));
        QVERIFY(f.model.setFilter(QStringLiteral("protocol == sse"))); // typed on before the other was done
        QVERIFY(f.model.setFilter({}));
        QTRY_COMPARE_WITH_TIMEOUT(f.model.rowCount(), all, Patience);
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        f.apply(f.hub.empty());
        QTRY_VERIFY_WITH_TIMEOUT(!f.model.isBusy(), Patience);
        QVERIFY(f.isSorted([](const ClientRow &client) { return -qint64(client.eventsOut); }));
    }
};

QTEST_GUILESS_MAIN(TestRowSorter)
#include "tst_rowsorter.moc"
