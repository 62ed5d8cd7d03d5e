// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsmodel.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QPersistentModelIndex>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

using Tester = QAbstractItemModelTester;

class TestClientsModel : public QObject
{
    Q_OBJECT

    // A model with `count` clients, under the tester, and a clock that tests turn.
    struct Fixture {
        SyntheticHub hub;
        ClientsModel model;
        Tester tester{&model, Tester::FailureReportingMode::QtTest};
        TimePoint now{1h};

        explicit Fixture(quint32 count)
        {
            if (count > 0)
                model.apply(hub.withClients(count), now);
        }
        void apply(const Snapshot &snapshot, Milliseconds later = 2s)
        {
            now += later;
            model.apply(snapshot, now);
        }
        [[nodiscard]] QList<quint32> keys() const
        {
            QList<quint32> keys;
            for (int row = 0; row < model.rowCount(); ++row)
                keys.append(model.clientAt(row).key);
            return keys;
        }
        [[nodiscard]] bool isSorted(int column, bool ascending = true) const
        {
            QList<qint64> values;
            for (int row = 0; row < model.rowCount(); ++row)
                values.append(column == ClientsModel::EventsOut ? qint64(model.clientAt(row).eventsOut)
                                                                : model.clientAt(row).lag.count());
            return ascending ? std::is_sorted(values.cbegin(), values.cend()) : std::is_sorted(values.crbegin(), values.crend());
        }
    };

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void cells()
    {
        Fixture f(0);
        Snapshot snapshot = f.hub.empty();
        ClientRow client;
        client.key = 5;
        client.client = "tab-5";
        client.user = "alice";
        client.protocol = ClientProtocol::WebSocket;
        client.http = "1.1";
        client.tls = true;
        client.rooms = {"a", "b"};
        client.eventsOut = 12'345;
        client.lag = 250ms;
        client.lastSent = Seq{9};
        snapshot.changedClients = {client};
        f.apply(snapshot);
        const auto text = [&](int column) { return f.model.index(0, column).data().toString(); };
        QCOMPARE(text(ClientsModel::State), QStringLiteral("▶ live"));
        QCOMPARE(text(ClientsModel::Protocol), QStringLiteral("■ WS 1.1 TLS"));
        QCOMPARE(text(ClientsModel::Rooms), QStringLiteral("a, b"));
        QCOMPARE(text(ClientsModel::EventsOut), QStringLiteral("12,345"));
        QCOMPARE(text(ClientsModel::Lag), QStringLiteral("250"));
        QCOMPARE(text(ClientsModel::LastSent), QStringLiteral("k3f9-9"));
        QCOMPARE(text(ClientsModel::LastAcked), QStringLiteral("–"));
        QCOMPARE(text(ClientsModel::CompressedBy), QStringLiteral("none"));
        QCOMPARE(text(ClientsModel::Saved), QStringLiteral("–"));
        QVERIFY(f.model.index(0, ClientsModel::EventsOut).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QCOMPARE(f.model.index(0, ClientsModel::Client).data(FaceRole).toInt(), int(Face::Id));
        QCOMPARE(f.model.index(0, 0).data(KeyRole).toULongLong(), 5u);
        for (int column = 0; column < f.model.columnCount(); ++column)
            QVERIFY(!f.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
    }

    void wire_data()
    {
        QTest::addColumn<ClientProtocol>("protocol");
        QTest::addColumn<Compression>("compression");
        QTest::addColumn<qint64>("saved"); // of 1,000 octets written
        QTest::addColumn<QString>("text");
        QTest::newRow("an event stream") << ClientProtocol::Sse << Compression::Gzip << qint64(3000) << "75.0 %";
        QTest::newRow("a WebSocket") << ClientProtocol::WebSocket << Compression::MessageDeflate << qint64(1000) << "50.0 %";
        QTest::newRow("a poller, whose octets are plain")
            << ClientProtocol::Poll << Compression::Deflate << qint64(250) << "25.0 %";
        QTest::newRow("at a cost") << ClientProtocol::Sse << Compression::Gzip << qint64(-200) << "-25.0 %";
        QTest::newRow("without compression") << ClientProtocol::Sse << Compression::None << qint64(0) << "–";
    }
    void wire()
    {
        QFETCH(const ClientProtocol, protocol);
        QFETCH(const Compression, compression);
        QFETCH(const qint64, saved);
        QFETCH(const QString, text);
        Fixture f(0);
        Snapshot snapshot = f.hub.empty();
        ClientRow client;
        client.key = 1;
        client.protocol = protocol;
        client.compression = compression;
        client.bytesOut = 1000;
        client.bytesSaved = saved;
        client.tls = true;
        client.tlsVersion = "TLSv1.3";
        client.tlsCipher = "TLS_AES_256_GCM_SHA384";
        snapshot.changedClients = {client};
        f.apply(snapshot);
        QCOMPARE(f.model.index(0, ClientsModel::Saved).data().toString(), text);
        QCOMPARE(f.model.index(0, ClientsModel::Encryption).data().toString(), QStringLiteral("TLSv1.3, TLS_AES_256_GCM_SHA384"));
    }

    void changesAreFewRanges_data()
    {
        QTest::addColumn<QList<quint32>>("changed"); // keys; key k is in row k - 1
        QTest::addColumn<int>("signalCount");
        QTest::addColumn<int>("firstRow");
        QTest::addColumn<int>("lastRow");
        QTest::addRow("one") << QList<quint32>{7} << 1 << 6 << 6;
        QTest::addRow("a run") << QList<quint32>{9, 7, 8} << 1 << 6 << 8;
        QTest::addRow("two runs") << QList<quint32>{7, 8, 20} << 2 << 6 << 19;
        QTest::addRow("twice the same") << QList<quint32>{7, 7} << 1 << 6 << 6;
        QList<quint32> most;
        for (quint32 key = 1; key <= 140; ++key)
            most.append(key * 7 % 200 + 1);
        QTest::addRow("above half") << most << 1 << 0 << 199;
        QList<quint32> scattered;
        for (quint32 key = 3; key < 200; key += 2)
            scattered.append(key);
        QTest::addRow("too many runs") << scattered << 1 << 2 << 198;
    }
    void changesAreFewRanges()
    {
        QFETCH(QList<quint32>, changed);
        Fixture f(200);
        QSignalSpy spy(&f.model, &QAbstractItemModel::dataChanged);
        Snapshot snapshot = f.hub.empty();
        for (const quint32 key : changed)
            snapshot.changedClients.push_back(f.hub.makeClient(key));
        f.apply(snapshot);
        QTEST(int(spy.size()), "signalCount");
        QTEST(spy.first().at(0).toModelIndex().row(), "firstRow");
        QTEST(spy.last().at(1).toModelIndex().row(), "lastRow");
    }

    void insertsComeInBatches()
    {
        Fixture f(10);
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        for (int frame = 0; frame < 7; ++frame) // 7 frames of 33 ms: within one interval
            f.apply(f.hub.withClients(5), 33ms);
        QCOMPARE(inserted.size(), 0);
        f.apply(f.hub.withClients(5), 33ms);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(f.model.rowCount(), 50);
    }

    void theLastBatchNeedsNoFrame()
    {
        Fixture f(10);
        f.apply(f.hub.withClients(5), 33ms);
        QCOMPARE(f.model.rowCount(), 10);
        QTRY_COMPARE(f.model.rowCount(), 15);
    }

    void scatteredRemovalsAreOneSignal()
    {
        Fixture f(100);
        const QPersistentModelIndex kept = f.model.index(50, 0);
        const quint32 keptKey = f.model.clientAt(50).key;
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        Snapshot snapshot = f.hub.empty();
        for (quint32 key = 2; key <= 100; key += 2)
            snapshot.removedClients.push_back(key);
        f.apply(snapshot);
        QCOMPARE(removed.size(), 1);
        QCOMPARE(f.model.rowCount(), 50);
        QVERIFY(kept.isValid());
        QCOMPARE(f.model.clientAt(kept.row()).key, keptKey);
        QVERIFY(!f.model.find(2));
        QVERIFY(f.model.find(3));
    }

    void slotsAreUsedAgain()
    {
        Fixture f(10);
        Snapshot snapshot = f.hub.empty();
        snapshot.removedClients = {3, 4};
        f.apply(snapshot);
        f.apply(f.hub.withClients(2));
        const QList<quint32> expected{1, 2, 5, 6, 7, 8, 9, 10, 11, 12};
        QCOMPARE(f.keys(), expected);
        QCOMPARE(f.model.rowOfKey(12), 9);
        QCOMPARE(f.model.rowOfKey(3), -1);
    }

    void addedAndRemovedBetweenTwoBatches()
    {
        Fixture f(3);
        f.apply(f.hub.withClients(1), 10ms);
        Snapshot snapshot = f.hub.empty();
        snapshot.removedClients = {4};
        f.apply(snapshot, 10ms);
        f.apply(f.hub.empty());
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.model.totalCount(), 3);
    }

    void sortsOnClickAndKeepsTheSelection()
    {
        Fixture f(300);
        const QPersistentModelIndex chosen = f.model.index(17, 3);
        const quint32 key = f.model.clientAt(17).key;
        f.model.sort(ClientsModel::EventsOut, Qt::DescendingOrder);
        QVERIFY(f.isSorted(ClientsModel::EventsOut, false));
        QCOMPARE(f.model.clientAt(chosen.row()).key, key);
        QCOMPARE(chosen.column(), 3);
        f.model.sort(-1);
        QCOMPARE(chosen.row(), 17);
    }

    void changingColumnsAreSortedOnceASecond()
    {
        Fixture f(300);
        f.model.sort(ClientsModel::Lag);
        f.apply(f.hub.withChanges(300));
        QSignalSpy layout(&f.model, &QAbstractItemModel::layoutChanged);
        for (int frame = 0; frame < 30; ++frame)
            f.apply(f.hub.withChanges(300), 33ms);
        QCOMPARE(layout.size(), 0);
        f.apply(f.hub.withChanges(300), 33ms);
        QCOMPARE(layout.size(), 1);
        QVERIFY(f.isSorted(ClientsModel::Lag));
    }

    void columnsThatStayAreNotSortedAgain()
    {
        Fixture f(300);
        f.model.sort(ClientsModel::Client);
        QSignalSpy layout(&f.model, &QAbstractItemModel::layoutChanged);
        f.apply(f.hub.withChanges(300));
        f.apply(f.hub.withChanges(300));
        QCOMPARE(layout.size(), 0);
    }

    void newRowsTakeTheirPlace()
    {
        Fixture f(50);
        f.model.sort(ClientsModel::EventsOut);
        f.apply(f.hub.withClients(50));
        QCOMPARE(f.model.rowCount(), 100);
        QVERIFY(f.isSorted(ClientsModel::EventsOut));
    }

    void textIsSortedNaturally()
    {
        Fixture f(0);
        Snapshot snapshot = f.hub.empty();
        for (quint32 key = 1; key <= 12; ++key) {
            ClientRow client;
            client.key = key;
            client.client = "sim-" + QByteArray::number(13 - key);
            snapshot.changedClients.push_back(client);
        }
        f.apply(snapshot);
        f.model.sort(ClientsModel::Client);
        const QList<quint32> expected{12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1};
        QCOMPARE(f.keys(), expected);
    }

    void newNamesAreMergedIntoSortedOnes()
    {
        Fixture f(60);
        f.model.sort(ClientsModel::Client, Qt::DescendingOrder);
        for (int round = 0; round < 5; ++round) {
            Snapshot snapshot = f.hub.withClients(20);
            for (quint32 key = quint32(round) * 7 + 1; key < quint32(round) * 7 + 6; key += 2)
                snapshot.removedClients.push_back(key);
            f.apply(snapshot);
        }
        QCOMPARE(f.model.rowCount(), 60 + 5 * 20 - 5 * 3);
        for (int row = 1; row < f.model.rowCount(); ++row)
            QVERIFY(naturalCompare(f.model.clientAt(row - 1).client, f.model.clientAt(row).client) > 0);
    }

    void filter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("shown");
        QTest::addRow("nothing") << QString() << 80;
        QTest::addRow("a user, any case") << QStringLiteral("ALICE") << 10;
        QTest::addRow("a room") << QStringLiteral("team-3") << 4;
        QTest::addRow("an address") << QStringLiteral(":40007") << 1;
        QTest::addRow("a client") << QStringLiteral("tab-7") << 9; // 7, 70, 71, 73, 74, 75, 77, 78, 79 but those with 4 | key
        QTest::addRow("white space around") << QStringLiteral("  alice ") << 10;
        QTest::addRow("none") << QStringLiteral("zebra") << 0;
    }
    void filter()
    {
        QFETCH(QString, text);
        Fixture f(80);
        f.model.setFilter(text);
        QTEST(f.model.rowCount(), "shown");
        QCOMPARE(f.model.hiddenCount(), 80 - f.model.rowCount());
        f.model.setFilter({});
        QCOMPARE(f.model.rowCount(), 80);
        QCOMPARE(f.keys().first(), 1u); // the order of arrival is back
        QCOMPARE(f.keys().last(), 80u);
    }

    void filteredRowsComeAndGo()
    {
        Fixture f(20);
        f.model.setFilter(QStringLiteral("zebra"));
        ClientRow client = f.hub.makeClient(5);
        client.rooms = {"zebra"};
        Snapshot snapshot = f.hub.empty();
        snapshot.changedClients = {client};
        f.apply(snapshot);
        QCOMPARE(f.keys(), QList<quint32>{5});
        snapshot.changedClients = {f.hub.makeClient(5)};
        f.apply(snapshot);
        QCOMPARE(f.model.rowCount(), 0);
        QCOMPARE(f.model.totalCount(), 20);
    }

    void selectionSurvivesTheFilter()
    {
        Fixture f(80);
        const QPersistentModelIndex alice = f.model.index(f.model.rowOfKey(8), 0); // key 8 is Alice's
        f.model.setFilter(QStringLiteral("alice"));
        QVERIFY(alice.isValid());
        QCOMPARE(f.model.clientAt(alice.row()).key, 8u);
    }

    void anotherGenerationVoidsAll()
    {
        Fixture f(20);
        SyntheticHub next(2);
        f.apply(next.withClients(3), 33ms);
        f.apply(next.empty());
        QCOMPARE(f.model.rowCount(), 3);
        QCOMPARE(f.model.totalCount(), 3);
        QVERIFY(!f.model.find(10));
    }
};

QTEST_GUILESS_MAIN(TestClientsModel)
#include "tst_clientsmodel.moc"
