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
        for (auto snapshot = rig.observer.makeSnapshot(1); !snapshot->changedClients.empty();
             snapshot = rig.observer.makeSnapshot(1)) {
            for (const ClientRow &row : snapshot->changedClients)
                newest[row.key] = row.eventsOut;
        }
        QCOMPARE(newest.size(), qsizetype(Clients)); // the publishing changed the first ones again
        QVERIFY(newest.contains(first));
        for (const quint64 events : std::as_const(newest))
            QCOMPARE(events, 2u);
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
