// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"

#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

class TestCellText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void natural_data()
    {
        QTest::addColumn<QByteArray>("smaller");
        QTest::addColumn<QByteArray>("greater");
        QTest::addRow("numbers by value") << QByteArray("sim-2") << QByteArray("sim-10");
        QTest::addRow("letters whatever their case") << QByteArray("alice") << QByteArray("Bob");
        QTest::addRow("a prefix first") << QByteArray("room") << QByteArray("rooms");
        QTest::addRow("numbers longer than any integer")
            << QByteArray("x99999999999999999999998") << QByteArray("x99999999999999999999999");
        QTest::addRow("equal but for case") << QByteArray("A") << QByteArray("a");
        QTest::addRow("empty first") << QByteArray() << QByteArray("a");
        QTest::addRow("bytes above 127 last") << QByteArray("z") << QByteArray("\xc3\xa4");
    }
    void natural()
    {
        QFETCH(QByteArray, smaller);
        QFETCH(QByteArray, greater);
        QVERIFY(naturalCompare(smaller, greater) < 0);
        QVERIFY(naturalCompare(greater, smaller) > 0);
        QVERIFY(naturalCompare(smaller, smaller) == 0);
    }

    void folded()
    {
        QVERIFY(containsFolded("Room:LOBBY", "lobby"));
        QVERIFY(containsFolded("x", ""));
        QVERIFY(!containsFolded("lobb", "lobby"));
    }

    void durations_data()
    {
        QTest::addColumn<qint64>("us");
        QTest::addColumn<QString>("text");
        QTest::addRow("µs") << qint64(340) << QStringLiteral("340 µs");
        QTest::addRow("few ms") << qint64(3'240) << QStringLiteral("3.2 ms");
        QTest::addRow("many ms") << qint64(312'000) << QStringLiteral("312 ms");
        QTest::addRow("s") << qint64(3'200'000) << QStringLiteral("3.2 s");
        QTest::addRow("min") << qint64(125'000'000) << QStringLiteral("2 min 5 s");
        QTest::addRow("h") << qint64(7'260'000'000) << QStringLiteral("2 h 1 min");
    }
    void durations()
    {
        QFETCH(qint64, us);
        QTEST(durationText(std::chrono::microseconds(us)), "text");
    }

    void controlCharactersStayOnTheLine()
    {
        QCOMPARE(lineText("a\nb\tc\r\x7f"), QStringLiteral("a↵b⇥c⇤\uFFFD"));
        QCOMPARE(lineText("Grüße"), QStringLiteral("Grüße"));
    }

    void ids()
    {
        QCOMPARE(idText("k3f9", Seq{1042}), QStringLiteral("k3f9-1042"));
        QCOMPARE(idText("k3f9", Seq{}), QStringLiteral("–"));
    }
};

QTEST_GUILESS_MAIN(TestCellText)
#include "tst_celltext.moc"
