// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinehit.h"
#include "ui/timeline/timelinesamples.h"
#include "ui/timeline/timelinetext.h"
#include "ui/timeline/timelinetextmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestTimelineStore : public QObject
{
    Q_OBJECT

    // tab-3 (SSE) was connected from 1 s to 4 s, and again from 6 s on: 2 live, 1 replayed, 1 lost.
    static Snapshot story(TimelineSamples &make)
    {
        make.at(1s).open(3, 11).client(3);
        make.at(2s).publish(41, "price").deliver(3, 41);
        make.at(3s).publish(42, "chat").deliver(3, 42);
        make.at(4s).close(3, 11, "rst by admin");
        make.at(4500ms).publish(43, "price");
        make.at(5s).publish(44, "price");
        make.at(5500ms).addRow(JournalRow::Kind::Req, "refused", 3).data = "503 127.0.0.1:4";
        make.at(6s).open(3, 12).client(3).deliver(3, 44, true).reconnect(3, 9, Verdict::Lost, {43});
        make.at(6500ms).mark("deployed");
        return make.at(7s).take();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void aReconnectIsToldWhole()
    {
        TimelineSamples make;
        TimelineStore store;
        store.apply(story(make));
        QCOMPARE(store.lanes().size(), 1u);
        const Lane &lane = *store.find(3);
        QCOMPARE(lane.spans.size(), 2u);
        QCOMPARE(lane.spans[0].begin, Moment(1s));
        QCOMPARE(lane.spans[0].end, Moment(4s));
        QCOMPARE(lane.spans[0].cause, QByteArray("rst by admin"));
        QCOMPARE(lane.spans[1].begin, Moment(6s));
        QVERIFY(lane.spans[1].isOpen());
        QCOMPARE(lane.track(PointKind::Live).size(), std::size_t(2));
        QCOMPARE(lane.track(PointKind::Replayed).timeOf(0), Moment(6s));
        QCOMPARE(lane.reconnects.size(), 1u);
        QCOMPARE(lane.reconnects[0].at, Moment(6s));
        QCOMPARE(lane.notes.size(), 2u);
        QCOMPARE(lane.notes[0].what, LaneNote::What::Lost);
        QCOMPARE(lane.notes[0].at, Moment(4500ms)); // when it was published, not when its loss was known
        QCOMPARE(lane.notes[1].what, LaneNote::What::Refused);
        QCOMPARE(store.marks().size(), 1u);
        QCOMPARE(store.now(), Moment(7s));
        QCOMPARE(store.density().count(0s, 10s, 1ms)[0], quint64(2));
    }

    void aReconnectThatIsToldAgainReplacesTheFirst()
    {
        TimelineSamples make;
        TimelineStore store;
        store.apply(story(make));
        store.apply(make.at(8s).reconnect(3, 9, Verdict::Lost, {43, 44}).take());
        const Lane &lane = *store.find(3);
        QCOMPARE(lane.reconnects.size(), 1u);
        QCOMPARE(lane.reconnects[0].row.lost, 2u);
        QCOMPARE(std::count_if(lane.notes.begin(), lane.notes.end(),
                               [](const LaneNote &note) { return note.what == LaneNote::What::Lost; }),
                 2);
    }

    void faultsAreClips()
    {
        TimelineSamples make;
        TimelineStore store;
        make.at(1s).open(3, 11).client(3).open(4, 12).client(4);
        make.at(2s).fault("added", "fault 1").fault("on", "fault 1 latency", 3, "latency");
        make.fault("on", "fault 2 blackhole", 4, "blackhole").fault("hit", "fault 3 lose", 4, "lose");
        make.at(3s).fault("off", "fault 1 latency", 3, "latency").fault("ended", "fault 1");
        store.apply(make.at(5s).take());
        QCOMPARE(store.find(3)->clips.size(), 1u);
        QCOMPARE(store.find(3)->clips[0].end, Moment(3s));
        QCOMPARE(store.find(3)->clips[0].kind, QByteArray("latency"));
        QCOMPARE(store.find(4)->clips.size(), 2u);
        QVERIFY(store.find(4)->clips[0].isOpen());
        QCOMPARE(store.find(4)->clips[1].begin, store.find(4)->clips[1].end);
        QCOMPARE(store.rules().size(), 1u);
        QCOMPARE(store.rules()[0].end, Moment(3s));
    }

    void whatTheJournalSkippedIsMadeUpFor()
    {
        TimelineSamples make;
        TimelineStore store;
        make.at(5s).open(3, 11);
        make.next().journal.clear();
        store.apply(make.client(3).take());
        QCOMPARE(store.find(3)->spans.size(), 1u);
        QCOMPARE(store.find(3)->spans[0].begin, Moment(5s));
        store.apply(make.at(8s).client(3, ClientState::Away).take());
        QCOMPARE(store.find(3)->spans[0].end, Moment(8s));
        QVERIFY(store.find(3)->away);
    }

    void withoutATrackTheJournalsRowsCount()
    {
        TimelineSamples make;
        TimelineStore store;
        make.at(1s).open(3, 11).client(3).publish(41, "price").publish(42, "price");
        make.addRow(JournalRow::Kind::Deliver, {}, 3).seq = Seq{41};
        make.addRow(JournalRow::Kind::Replay, {}, 3).seq = Seq{42};
        Snapshot snapshot = make.take();
        store.apply(snapshot);
        QCOMPARE(store.find(3)->track(PointKind::Live).size(), std::size_t(1));
        QCOMPARE(store.find(3)->track(PointKind::Replayed).size(), std::size_t(1));
        snapshot.deliveriesTracked = true; // then they are told twice
        store.apply(snapshot);
        QCOMPARE(store.find(3)->track(PointKind::Live).size(), std::size_t(1));
    }

    void aMarkIsTakenBack()
    {
        TimelineSamples make;
        TimelineStore store;
        store.apply(make.at(1s).mark("deployed").at(2s).mark("Mark 1").at(3s).mark("Mark 1", "withdrawn").take());
        QCOMPARE(store.marks().size(), 1u);
        QCOMPARE(store.marks()[0].text, QByteArray("deployed"));
        store.apply(make.at(4s).mark("Mark 1", "restored").take());
        QCOMPARE(store.marks().size(), 2u);
        QVERIFY(store.marks()[1].at == Moment(2s));
    }

    void anotherHubVoidsAll()
    {
        TimelineSamples make;
        TimelineStore store;
        store.apply(story(make));
        TimelineSamples other(2);
        store.apply(other.at(1s).take());
        QVERIFY(store.isEmpty());
        QCOMPARE(store.deliveries(), quint64(0));
        QCOMPARE(store.now(), Moment(1s));
    }

    void pointsAreBounded()
    {
        TimelineStore store({1000, 100});
        TimelineSamples make;
        make.at(1s).open(3, 11).client(3).open(4, 12).client(4);
        store.apply(make.take());
        for (int frame = 0; frame < 100; ++frame) {
            make.at(Moment(1s) + frame * 33ms);
            for (quint64 n = 0; n < 50; ++n)
                make.deliver(3 + n % 2, 1 + n);
            store.apply(make.take());
            QVERIFY(store.deliveries() - store.droppedDeliveries() <= 1000);
        }
        QCOMPARE(store.deliveries(), quint64(5000));
        QVERIFY(store.droppedDeliveries() <= 4300); // no more than need be
        QVERIFY(store.find(3)->track(PointKind::Live).timeOf(0) >= store.begin());
    }

    void skippedAndUnknownDeliveriesAreSaid()
    {
        TimelineStore store;
        TimelineSamples make;
        make.at(1s).open(3, 11).client(3).deliver(3, 1).deliver(99, 1);
        make.next().deliveriesSkipped = 7;
        store.apply(make.take());
        QCOMPARE(store.deliveries(), quint64(9));
        QCOMPARE(store.droppedDeliveries(), quint64(8));
    }

    void lanesAreBounded()
    {
        TimelineStore store({1000, 10});
        TimelineSamples make;
        for (quint32 key = 1; key <= 12; ++key)
            make.at(Milliseconds(key)).client(key);
        store.apply(make.take());
        QCOMPARE(store.lanes().size(), 10u);
        QCOMPARE(store.clientsWithoutLane(), quint64(2));
        store.apply(make.at(500ms).client(11).take());
        QCOMPARE(store.clientsWithoutLane(), quint64(2)); // clients, not changes
        make.next().removedClients = {1, 2, 3, 4};
        store.apply(make.at(1s).take());
        store.apply(make.at(2s).client(20).client(11).take());
        QVERIFY(store.find(20) && store.find(11));
        QCOMPARE(store.clientsWithoutLane(), quint64(1));
        QVERIFY(store.find(5));
        QVERIFY(store.lanes().size() <= 10);
    }

    void hits_data()
    {
        using What = TimelineHit::What;
        QTest::addColumn<double>("x"); // 100 pixels a second
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("text");
        QTest::newRow("before it came") << 50.0 << int(What::Nothing) << QStringLiteral("● SSE tab-3");
        QTest::newRow("a live event") << 203.0 << int(What::Event) << QStringLiteral("live k3f9-41 price");
        QTest::newRow("between two") << 250.0 << int(What::Connection) << QStringLiteral("the hub cut it with RST");
        QTest::newRow("an event that was lost") << 449.0 << int(What::Note) << QStringLiteral("✖ k3f9-43 price lost: evicted");
        QTest::newRow("a refused try") << 552.0 << int(What::Note) << QStringLiteral("refused: 503");
        QTest::newRow("away") << 480.0 << int(What::Away) << QStringLiteral("+ 2.000 s");
        QTest::newRow("the reconnect, before what it replayed") << 601.0 << int(What::Reconnect) << QStringLiteral("✖ 1 lost");
        QTest::newRow("connected still") << 680.0 << int(What::Connection) << QStringLiteral("still");
    }
    void hits()
    {
        QFETCH(const double, x);
        QFETCH(const int, what);
        QFETCH(const QString, text);
        TimelineSamples make;
        TimelineStore store;
        store.apply(story(make));
        TimeAxis axis;
        axis.setWidth(1000);
        axis.show(0s, 10s);
        const TimelineHit hit = hitTest(*store.find(3), axis, x, 5);
        QCOMPARE(int(hit.what), what);
        const QString told = hitText(store, *store.find(3), hit);
        QVERIFY2(told.contains(text), qPrintable(told));
    }

    void timesAreToldToTheMicrosecond()
    {
        TimelineSamples make;
        TimelineStore store;
        store.apply(make.at(1s).open(3, 11).client(3).publish(1, "price").take());
        store.apply(make.at(2s + 345'678us).deliver(3, 1).take());
        TimeAxis axis;
        axis.setWidth(1000);
        axis.show(0s, 10s);
        const QString told = hitText(store, *store.find(3), hitTest(*store.find(3), axis, 234, 5));
        QVERIFY2(told.contains(QStringLiteral(":00:02.345678")), qPrintable(told));
    }

    void theTableTellsTheSame()
    {
        TimelineSamples make;
        TimelineStore store;
        TimelineTextModel model(store);
        const QAbstractItemModelTester tester(&model);
        store.apply(story(make));
        model.setClient(3);
        QStringList rows;
        for (int row = 0; row < model.rowCount(); ++row)
            rows += model.displayText(row, TimelineTextModel::What) + QChar(u'|')
                + model.displayText(row, TimelineTextModel::Length) + QChar(u'|')
                + model.displayText(row, TimelineTextModel::Events);
        QCOMPARE(rows.size(), 7);
        QVERIFY(rows[0].startsWith(QStringLiteral("● SSE connection 11; the hub cut it with RST|3.000 s|2 live")));
        QVERIFY(rows[1].startsWith(QStringLiteral("away: the hub cut it with RST|2.000 s|")));
        QVERIFY(rows[2].startsWith(QStringLiteral("✖ k3f9-43")));
        QVERIFY(rows[3].startsWith(QStringLiteral("refused: 503")));
        QVERIFY(rows[4].startsWith(QStringLiteral("● SSE connection 12|still|0 live, 1 replayed")));
        QVERIFY(rows[5].startsWith(QStringLiteral("↻ ✖ 1 lost")));
        QVERIFY(rows[6].startsWith(QStringLiteral("⚑ mark: deployed")));
        const quint64 key = model.keyOfRow(5);
        store.apply(make.at(8s).close(3, 12, "client").client(3, ClientState::Away).take());
        model.refresh();
        QCOMPARE(model.rowOfKey(key), 5); // what is read stays what it is
        QCOMPARE(model.rowCount(), 8);
        model.setClient(0);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestTimelineStore)
#include "tst_timelinestore.moc"
