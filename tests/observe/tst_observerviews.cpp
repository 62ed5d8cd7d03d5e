// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observerrig.h"

#include <QSet>

using namespace pushscope;

class TestObserverViews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSnapshotHoldsAShareOfManyChangedClients()
    {
        constexpr int Clients = 5'000;
        ObserverRig rig;
        std::vector<std::unique_ptr<Visit>> visits;
        for (int i = 0; i < Clients; ++i)
            visits.push_back(std::make_unique<Visit>(rig, QByteArray(), std::vector<QByteArray>(), 1'000, QByteArray::number(i)));

        QSet<quint32> seen;
        int snapshots = 0;
        for (; seen.size() < Clients && snapshots < Clients; ++snapshots) {
            const auto snapshot = rig.observer.makeSnapshot(1);
            QVERIFY(snapshot->changedClients.size() < Clients / 2);
            for (const ClientRow &row : snapshot->changedClients) {
                QVERIFY(!seen.contains(row.key)); // nothing changed meanwhile
                seen.insert(row.key);
            }
        }
        QCOMPARE(seen.size(), qsizetype(Clients));
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.empty());
    }

    void aClientThatWaitsForItsSnapshotComesWithItsNewestFigures()
    {
        constexpr int Clients = 3'000;
        ObserverRig rig;
        std::vector<std::unique_ptr<Visit>> visits;
        for (int i = 0; i < Clients; ++i)
            visits.push_back(std::make_unique<Visit>(rig, QByteArray(), std::vector<QByteArray>(), 1'000, QByteArray::number(i)));
        const quint32 first = rig.observer.makeSnapshot(1)->changedClients.front().key;
        rig.publish(2);

        QHash<quint32, quint64> newest;
        for (auto snapshot = rig.observer.makeSnapshot(1);
             !snapshot->changedClients.empty() || !snapshot->progressedClients.empty(); snapshot = rig.observer.makeSnapshot(1)) {
            for (const ClientRow &row : snapshot->changedClients)
                newest[row.key] = row.eventsOut;
            for (const ClientProgress &progress : snapshot->progressedClients)
                newest[progress.key] = progress.eventsOut;
        }
        QCOMPARE(newest.size(), qsizetype(Clients)); // the publishing changed the first ones again
        QVERIFY(newest.contains(first));
        for (const quint64 events : std::as_const(newest))
            QCOMPARE(events, 2u);
    }

    // Both kinds of time of a snapshot are of one moment: what has one can be compared to what has the other.
    void bothTimesOfASnapshotAreOneMoment()
    {
        class TickingClock final : public Clock // no two looks at it see the same
        {
        public:
            [[nodiscard]] TimePoint now() const noexcept override { return m_now += 1ms; }
            [[nodiscard]] WallTime wall() const noexcept override { return {}; }

        private:
            mutable TimePoint m_now{1h};
        };
        const TickingClock clock;
        MemoryStore store{Retention{}};
        QVERIFY(store.open(clock.wall()));
        ConnectionJournal journal(ConnectionJournal::Bounds{}, clock);
        Observer observer(journal, clock);
        const NameEncoder encoder;
        Hub hub(store, encoder, observer, clock);
        observer.setHub(&hub);
        const auto snapshot = observer.makeSnapshot(1);
        QVERIFY(snapshot->figures.mono - std::chrono::nanoseconds(snapshot->monoNs) == journal.start());
    }

    void whoWasOnlyGivenEventsIsToldOfByItsProgress()
    {
        ObserverRig rig;
        Visit visit(rig, {});
        ClientRow told = rig.observer.makeSnapshot(1)->changedClients.at(0);
        (void)rig.observer.takeRecordBatch(1);
        rig.publish(3);

        const auto given = rig.observer.makeSnapshot(1);
        QVERIFY(given->changedClients.empty());
        QCOMPARE(given->progressedClients.size(), 1u);
        given->progressedClients.front().applyTo(told);
        const ClientRow now = rig.observer.clients().at(0);
        QCOMPARE(now.eventsOut, 3u);
        QCOMPARE(told.eventsOut, now.eventsOut);
        QCOMPARE(told.bytesOut, now.bytesOut);
        QCOMPARE(told.lastSent, now.lastSent);
        const auto batch = rig.observer.takeRecordBatch(1);
        QVERIFY(batch->snapshot->changedClients.empty());
        QCOMPARE(batch->snapshot->progressedClients.size(), 1u);

        rig.publish(1);
        rig.observer.roomsChanged(visit, "b", true); // before somebody looks: all that happened is in its row
        const auto changed = rig.observer.makeSnapshot(1);
        QCOMPARE(changed->changedClients.size(), 1u);
        QCOMPARE(changed->changedClients.front().eventsOut, 4u);
        QVERIFY(changed->progressedClients.empty());
    }

    void aClientThatGoesWhileItWaitsIsNotTold()
    {
        constexpr int Clients = 2'500;
        ObserverRig rig;
        std::vector<std::unique_ptr<Visit>> visits;
        for (int i = 0; i < Clients; ++i)
            visits.push_back(std::make_unique<Visit>(rig, QByteArray(), std::vector<QByteArray>(), 1'000, QByteArray::number(i)));
        (void)rig.observer.makeSnapshot(1);
        visits.clear();
        rig.clock.advance(ClientRegistry::Remembered + 1s);
        rig.observer.expire();
        rig.observer.forgetSome();
        QCOMPARE(rig.observer.clients().size(), Clients - ClientRegistry::MaxForgotten); // many at once would stop the hub
        for (int turn = 0; turn < 2; ++turn)
            rig.observer.forgetSome();
        QVERIFY(rig.observer.clients().empty());
        QVERIFY(rig.observer.makeSnapshot(1)->changedClients.empty());
    }
};

QTEST_GUILESS_MAIN(TestObserverViews)
#include "tst_observerviews.moc"
