// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/deliverytrack.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestDeliveryTrack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatWasDelivered()
    {
        DeliveryTrack track;
        track.record(1'234'567'890ns, 7, Seq{42}, false);
        track.record(1'234'567'891ns, 8, Seq{41}, true);
        const std::vector<Delivery> taken = track.take();
        QCOMPARE(taken.size(), 2u);
        QCOMPARE(taken[0].clientKey, 7u);
        QCOMPARE(taken[0].at(), 1'234'567'890ns);
        QVERIFY(!taken[0].isReplayed());
        QCOMPARE(taken[1].at(), 1'234'567'891ns);
        QVERIFY(taken[1].isReplayed());
        QVERIFY(track.take().empty());
    }

    void isBoundedAndSaysWhatItLeftOut()
    {
        DeliveryTrack track;
        for (std::size_t i = 0; i < DeliveryTrack::Capacity + 5; ++i)
            track.record(1ns, 1, Seq{1}, false);
        QCOMPARE(track.take().size(), DeliveryTrack::Capacity);
        QCOMPARE(track.takeSkipped(), 5u);
        QCOMPARE(track.takeSkipped(), 0u);
        track.record(1ns, 1, Seq{1}, false);
        QCOMPARE(track.take().size(), 1u);
    }

    void theWholeSeqIsKnown_data()
    {
        QTest::addColumn<quint64>("seq");
        QTest::addColumn<quint64>("head");
        QTest::newRow("the head") << quint64(1042) << quint64(1042);
        QTest::newRow("an older one") << quint64(3) << quint64(1042);
        QTest::newRow("beyond 32 bits") << quint64(5'000'000'007) << quint64(5'000'000'100);
        QTest::newRow("before and after a carry") << (quint64(1) << 32) - 2 << (quint64(1) << 32) + 9;
        QTest::newRow("ephemeral") << quint64(0) << quint64(1042);
    }
    void theWholeSeqIsKnown()
    {
        QFETCH(const quint64, seq);
        QFETCH(const quint64, head);
        DeliveryTrack track;
        track.record(1ns, 1, Seq{seq}, false);
        QCOMPARE(track.take().front().seq(Seq{head}).value, seq);
    }
};

QTEST_GUILESS_MAIN(TestDeliveryTrack)
#include "tst_deliverytrack.moc"
