// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/ids.h"

#include <QTest>

using namespace pushscope;

class TestIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void roundTrip()
    {
        const QByteArray text = formatEventId("k3f9", Seq{1042});
        QCOMPARE(text, QByteArray("k3f9-1042"));
        const auto id = parseEventId(text);
        QVERIFY(id.has_value());
        QCOMPARE(id->epoch, QByteArray("k3f9"));
        QCOMPARE(id->seq.value, 1042u);
    }

    void malformed_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"", "-", "a-", "-1", "a", "a-01", "a--1", "a-1x", "A-1", "a:1", "a-1-", "a b-1",
                                 "a-12345678901234567890", "abcdefghijklmnopq-1", "a-+1", "a- 1", "\xc3\xa4-1"})
            QTest::addRow("'%s'", text) << QByteArray(text);
    }
    void malformed()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseEventId(text).has_value());
    }

    void zeroIsACursor() { QVERIFY(parseEventId("a-0").has_value()); }

    void epochsDiffer()
    {
        const Epoch epoch = makeEpoch();
        QCOMPARE(epoch.size(), 8);
        QVERIFY(parseEventId(formatEventId(epoch, Seq{1})).has_value());
        QVERIFY(epoch != makeEpoch());
    }
};

QTEST_APPLESS_MAIN(TestIds)
#include "tst_ids.moc"
