// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/densitypyramid.h"
#include "ui/timeline/eventnames.h"
#include "ui/timeline/pointtrack.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestTracks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pointsAreFoundByTime()
    {
        QRandomGenerator random(7);
        PointTrack track;
        std::vector<qint64> times;
        for (qint64 at = 0; times.size() < 2000; at += random.bounded(5)) {
            track.append(Moment(at), quint32(times.size()));
            times.push_back(at);
        }
        for (int i = 0; i < 2000; ++i) {
            const qint64 at = random.bounded(int(times.back()) + 10);
            const std::size_t from = random.bounded(2000u);
            const auto found = std::lower_bound(times.begin() + std::ptrdiff_t(from), times.end(), at) - times.begin();
            QCOMPARE(track.firstFrom(Moment(at), from), std::size_t(found));
        }
        QCOMPARE(track.firstFrom(0ns, 5000), std::size_t(2000)); // beyond the end is the end
    }

    void pointsAreFoundBySeq()
    {
        PointTrack track;
        for (quint32 seq = 10; seq < 100; seq += 3)
            track.append(Moment(seq), seq);
        QCOMPARE(track.find(10), std::optional<std::size_t>(0));
        QCOMPARE(track.find(13), std::optional<std::size_t>(1));
        QVERIFY(!track.find(14));
        QVERIFY(!track.find(1000));
    }

    void olderPointsLeave()
    {
        PointTrack track;
        for (int i = 0; i < 1000; ++i)
            track.append(Moment(i * 10), quint32(i));
        std::size_t dropped = 0;
        for (int until = 0; until <= 9000; until += 37)
            dropped += track.dropBefore(Moment(until));
        QCOMPARE(dropped, std::size_t(900));
        QCOMPARE(track.size(), std::size_t(100));
        QCOMPARE(track.timeOf(0), Moment(9000));
        QCOMPARE(track.seqLowOf(99), 999u);
        QCOMPARE(track.find(950), std::optional<std::size_t>(50));
        QVERIFY(!track.find(5));
        QCOMPARE(track.dropBefore(1h), std::size_t(100));
        QVERIFY(track.isEmpty());
        track.append(3ns, 1); // from the start again
        QCOMPARE(track.timeOf(0), Moment(3));
    }

    void timeNeverGoesBack()
    {
        PointTrack track;
        track.append(10ns, 1);
        track.append(8ns, 2);
        QCOMPARE(track.timeOf(1), Moment(10));
    }

    void allLevelsCountAlike_data()
    {
        QTest::addColumn<qint64>("resolutionMs");
        QTest::newRow("finest") << qint64(1);
        QTest::newRow("a second") << qint64(1000);
        QTest::newRow("a minute") << qint64(60'000);
    }
    void allLevelsCountAlike()
    {
        QFETCH(const qint64, resolutionMs);
        DensityPyramid density;
        for (int i = 0; i < 5000; ++i)
            density.add(Milliseconds(i * 10), i % 10 == 0 ? DensityPyramid::Kind::Replayed : DensityPyramid::Kind::Live);
        const auto counts = density.count(0s, 60s, Milliseconds(resolutionMs));
        QCOMPARE(counts[0], quint64(4500));
        QCOMPARE(counts[1], quint64(500));
        const auto none = density.count(70s, 100s, Milliseconds(resolutionMs));
        QCOMPARE(none[0] + none[1], quint64(0));
    }

    // An hour and a day later the fine levels have forgotten the beginning, the coarse ones have not.
    void oldDensityIsKeptCoarsely()
    {
        DensityPyramid density;
        density.add(1s, DensityPyramid::Kind::Live, 7);
        density.add(24h, DensityPyramid::Kind::Live, 5);
        QCOMPARE(density.count(0s, 10s, 1ms)[0], quint64(7));
        QCOMPARE(density.count(24h, 24h + 1s, 1ms)[0], quint64(5));
        density.add(2s, DensityPyramid::Kind::Live, 1); // late
        QCOMPARE(density.count(0s, 10s, 1ms)[0], quint64(8));
        QCOMPARE(density.count(12h, 13h, 1s)[0], quint64(0)); // a ring's old turns are gone
        density.clear();
        QCOMPARE(density.count(0s, 48h, 1min)[0], quint64(0));
    }

    void eventsAreNamed()
    {
        EventNames names;
        names.add(Seq{3}, 5ms, "price");
        names.add(Seq{4}, 6ms, "chat");
        names.add(Seq{9}, 7ms, "price");
        names.add(Seq{}, 8ms, "cursor");
        names.add(Seq{4}, 8ms, "late");
        QCOMPARE(names.typeOf(Seq{3}), QByteArray("price"));
        QCOMPARE(names.typeOf(Seq{4}), QByteArray("chat"));
        QCOMPARE(names.find(Seq{9})->at, Moment(7ms));
        QVERIFY(!names.find(Seq{5}));
        for (quint64 seq = 10; seq < 10 + EventNames::Kept; ++seq)
            names.add(Seq{seq}, 9ms, "price");
        QVERIFY(!names.find(Seq{9}));
        QVERIFY(names.find(Seq{10}));
    }
};

QTEST_GUILESS_MAIN(TestTracks)
#include "tst_tracks.moc"
