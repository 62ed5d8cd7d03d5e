// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/evictionmarks.h"

#include <QTest>

using namespace pushscope;

class TestEvictionMarks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsTheNewestOfEachChannel()
    {
        EvictionMarks marks;
        marks.note("user:alice", Seq{3});
        marks.note("room:lobby", Seq{4});
        marks.note("user:alice", Seq{9});
        QCOMPARE(marks.of("user:alice"), Seq{9});
        QCOMPARE(marks.of("room:lobby"), Seq{4});
        QVERIFY(marks.of("user:bob").isNull());
    }

    void isBoundedAndNeverHidesAGap()
    {
        EvictionMarks marks(10);
        for (quint64 seq = 1; seq <= 1'000; ++seq)
            marks.note("user:" + QByteArray::number(seq), Seq{seq});
        QVERIFY(marks.size() <= 10);
        for (quint64 seq = 1; seq <= 1'000; ++seq)
            QVERIFY(marks.of("user:" + QByteArray::number(seq)) >= Seq{seq});
        QCOMPARE(marks.of("user:1000"), Seq{1'000}); // a new one is exact
    }

    void forgetsChannelsOfOneAndTheSameEvent()
    {
        EvictionMarks marks(4);
        for (int i = 0; i < 5; ++i)
            marks.note("user:" + QByteArray::number(i), Seq{7});
        QVERIFY(marks.size() <= 4);
        QCOMPARE(marks.of("user:0"), Seq{7});
    }
};

QTEST_GUILESS_MAIN(TestEvictionMarks)
#include "tst_evictionmarks.moc"
