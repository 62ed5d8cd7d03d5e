// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushscope;

namespace {

// Answers at once, and counts how often it is asked.
class CountingSource final : public Observatory::Source
{
public:
    void snapshotRequested() override { ++asked; }
    int asked = 0;
};

std::unique_ptr<Snapshot> snapshotOf(quint64 generation, quint64 published)
{
    auto snapshot = std::make_unique<Snapshot>();
    snapshot->generation = generation;
    snapshot->figures.published = published;
    return snapshot;
}

} // namespace

class TestFrameFeed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void pace_data()
    {
        QTest::addColumn<bool>("running");
        QTest::addColumn<bool>("viewed");
        QTest::addColumn<bool>("frozen");
        QTest::addColumn<int>("pace");
        QTest::newRow("seen") << true << true << false << 33;
        QTest::newRow("hidden") << true << false << false << 1000;
        QTest::newRow("frozen") << true << true << true << 0;
        QTest::newRow("frozen and hidden") << true << false << true << 0;
        QTest::newRow("no hub") << false << true << false << 0;
    }

    void pace()
    {
        QFETCH(bool, running);
        QFETCH(bool, viewed);
        QFETCH(bool, frozen);
        Observatory observatory;
        FrameFeed feed(observatory);
        feed.setRunning(running);
        feed.setViewed(viewed);
        feed.setFrozen(frozen);
        QTEST(int(feed.pace().count()), "pace");
    }

    void takesAndAsksAgain()
    {
        Observatory observatory;
        CountingSource source;
        observatory.setSource(&source);
        FrameFeed feed(observatory);
        int snapshots = 0;
        connect(&feed, &FrameFeed::snapshotReady, this, [&](const Snapshot &) { ++snapshots; });
        feed.poll();
        QCOMPARE(source.asked, 1);
        QCOMPARE(snapshots, 0);
        feed.poll(); // the first is still on its way
        QCOMPARE(source.asked, 1);
        observatory.deliver(snapshotOf(1, 7));
        feed.poll();
        QCOMPARE(snapshots, 1);
        QCOMPARE(source.asked, 2);
        QCOMPARE(feed.figures().published, 7u);
    }

    void showsAtOnceWhenSeenAgain()
    {
        Observatory observatory;
        CountingSource source;
        observatory.setSource(&source);
        FrameFeed feed(observatory);
        feed.setRunning(true);
        QCOMPARE(source.asked, 0);
        feed.setViewed(true);
        QCOMPARE(source.asked, 1);
    }

    void frozenViewStaysAndLosesNothing()
    {
        Observatory observatory;
        CountingSource source;
        observatory.setSource(&source);
        FrameFeed feed(observatory);
        feed.setRunning(true);
        feed.setViewed(true);
        feed.setFrozen(true);
        observatory.deliver(snapshotOf(1, 5)); // was on its way
        int snapshots = 0;
        connect(&feed, &FrameFeed::snapshotReady, this, [&](const Snapshot &) { ++snapshots; });
        feed.setRunning(false); // also the hub's end does not move a frozen view
        QCOMPARE(snapshots, 0);
        feed.setRunning(true);
        feed.setFrozen(false);
        feed.poll();
        QCOMPARE(snapshots, 1);
        QCOMPARE(feed.figures().published, 5u);
    }

    void lastSnapshotOfAHubThatStopsIsShown()
    {
        Observatory observatory;
        FrameFeed feed(observatory);
        feed.setRunning(true);
        observatory.deliver(snapshotOf(1, 9));
        feed.setRunning(false);
        QCOMPARE(feed.figures().published, 9u);
    }

    void anotherHubIsToldBeforeItsSnapshot()
    {
        Observatory observatory;
        FrameFeed feed(observatory);
        QStringList order;
        connect(&feed, &FrameFeed::hubReplaced, this, [&] { order += QStringLiteral("replaced"); });
        connect(&feed, &FrameFeed::snapshotReady, this, [&](const Snapshot &s) { order += QString::number(s.generation); });
        for (const quint64 generation : {1, 1, 2}) {
            observatory.deliver(snapshotOf(generation, 0));
            feed.poll();
        }
        QCOMPARE(order.join(u' '), QStringLiteral("replaced 1 1 replaced 2"));
    }

    void timerPollsOnlyWhileSeen()
    {
        Observatory observatory;
        CountingSource source;
        observatory.setSource(&source);
        FrameFeed feed(observatory);
        feed.setRunning(true);
        feed.setViewed(true);
        QTRY_COMPARE(source.asked, 1);
        observatory.deliver(snapshotOf(1, 0));
        QTRY_COMPARE(source.asked, 2); // the timer's work
    }

    void selectionIsToldOnce()
    {
        Selection selection;
        QSignalSpy clients(&selection, &Selection::clientChanged);
        QSignalSpy seqs(&selection, &Selection::seqChanged);
        selection.setClient(3, "a");
        selection.setClient(3, "a");
        QCOMPARE(clients.size(), 1);
        auto event = std::make_shared<Event>();
        event->seq = Seq{42};
        selection.setEvent(event, 7);
        selection.setSeq(Seq{42});
        QCOMPARE(seqs.size(), 1);
        selection.clear();
        QCOMPARE(selection.clientKey(), 0u);
        QVERIFY(selection.seq().isNull() && !selection.event());
    }
};

QTEST_GUILESS_MAIN(TestFrameFeed)
#include "tst_framefeed.moc"
