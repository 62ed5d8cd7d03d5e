// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/comparisonchart.h"

#include <QTest>

using namespace pushscope;

class TestComparisonChart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // The figures beside the lines have their room, also where half of the top is longer than the top: nothing is drawn in the
    // first column, where one that had not would be cut.
    void figuresAreWhole_data()
    {
        QTest::addColumn<double>("most");
        QTest::newRow("1 and 0.5") << 0.9;
        QTest::newRow("5 and 2.5") << 4.5;
        QTest::newRow("100 and 50") << 90.0;
        QTest::newRow("thousands") << 45'000.0;
    }
    void figuresAreWhole()
    {
        QFETCH(const double, most);
        ComparisonChart chart(QStringLiteral("Deliveries, events/s"));
        chart.setCourses({most, most / 2}, {0, most}, 1);
        chart.resize(600, 240);
        const QImage picture = chart.grab().toImage();
        const QColor ground = picture.pixelColor(0, 0);
        for (int x = 0; x < 2; ++x) {
            for (int y = 0; y < picture.height(); ++y)
                QVERIFY2(picture.pixelColor(x, y) == ground, qPrintable(QStringLiteral("at %1, %2").arg(x).arg(y)));
        }
    }
};

QTEST_MAIN(TestComparisonChart)
#include "tst_comparisonchart.moc"
