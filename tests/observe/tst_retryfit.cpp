// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which retry policy is told from a row of waits, in which words, and where none is told.

#include "observe/findings/retryfit.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pushscope;

class TestRetryFit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void policies_data()
    {
        QTest::addColumn<QList<int>>("waits");
        QTest::addColumn<QByteArray>("words"); // empty: none
        QTest::addColumn<bool>("harmful");
        const auto row = [](const char *name, QList<int> waits, const char *words, bool harmful = true) {
            QTest::newRow(name) << waits << QByteArray(words) << harmful;
        };
        row("too few", {50, 50, 50}, "");
        row("at once", {1, 0, 2, 1}, "at once");
        row("at once, held up once", {1, 0, 2, 180, 1}, "at once");
        row("50 ms", {51, 52, 50, 53}, "fixed 50 ms");
        row("50 ms on a busy machine", {51, 63, 54, 58, 240}, "fixed 50 ms");
        row("200 ms", {203, 201, 202, 204, 207}, "fixed 200 ms");
        row("999 ms", {997, 999, 998, 999}, "fixed 1 s", false);
        row("native EventSource", {3004, 3006, 3003, 3005}, "fixed 3 s", false);
        row("1 s", {1003, 1002, 1004, 1001}, "fixed 1 s", false);
        row("doubling", {1003, 2004, 4002, 8005}, "×2 from 1 s, no jitter");
        row("doubling up to a cap", {1001, 2003, 4001, 8002, 16001, 30002, 30001, 30004}, "×2 from 1 s, cap 30 s, no jitter");
        row("a cap on the curve", {101, 203, 401, 802, 801, 804}, "×2 from 100 ms, cap 800 ms, no jitter");
        row("a half more each time", {1000, 1502, 2251, 3378}, "×1.5 from 1 s, no jitter");
        row("longer by 500 ms", {502, 1003, 1501, 2004}, "+500 ms from 500 ms, no jitter");
        row("from 50 ms, seen long enough", {52, 101, 203, 402, 801, 1604}, "×2 from 50 ms, no jitter");
        row("fixed, on a busy machine", {201, 350, 204, 203, 290, 206, 280, 202, 209, 411, 205, 203}, "fixed 200 ms");
        row("jitter around 500 ms, seen often", {430, 560, 510, 590, 455, 520, 480, 570, 540, 410, 500, 600}, "");
        row("full jitter", {320, 1450, 890, 6200}, "");
        row("a tenth of jitter", {1080, 1890, 4310, 7400}, "");
        row("small jitter around 500 ms", {430, 560, 510, 590}, "");
        row("at first at once, then 3 s", {4, 3003, 3001, 3004, 3002}, "", false);
    }

    void policies()
    {
        QFETCH(QList<int>, waits);
        QFETCH(QByteArray, words);
        QFETCH(bool, harmful);
        std::vector<Milliseconds> times;
        for (const int wait : waits)
            times.emplace_back(wait);
        const auto fit = fitRetries(times);
        QCOMPARE(fit ? fit->inWords() : QByteArray(), words);
        if (fit)
            QCOMPARE(fit->isHarmful(), harmful);
    }

    // A client with jitter is told to have none by chance only, and chance is small. With one seed, so that it is no chance here.
    void jitterIsTold_data()
    {
        QTest::addColumn<int>("base");
        QTest::addColumn<double>("least"); // share of the delay that is certain
        QTest::newRow("full jitter from 100 ms") << 100 << 0.0;
        QTest::newRow("full jitter from 500 ms") << 500 << 0.0;
        QTest::newRow("full jitter from 1 s") << 1000 << 0.0;
        QTest::newRow("half jitter from 500 ms") << 500 << 0.5;
        QTest::newRow("a fifth of jitter from 1 s") << 1000 << 0.8;
    }

    void jitterIsTold()
    {
        QFETCH(int, base);
        QFETCH(double, least);
        QRandomGenerator random(42);
        int wrong = 0;
        for (int client = 0; client < 2000; ++client) {
            std::vector<Milliseconds> waits;
            bool told = false;
            for (int i = 0; i < 10; ++i) {
                const double whole = std::min(base * double(1 << i), 30'000.0);
                waits.emplace_back(qint64(whole * (least + (1 - least) * random.generateDouble())));
                const auto fit = fitRetries(waits);
                told = told || (fit && fit->isHarmful());
            }
            wrong += told;
        }
        QVERIFY2(wrong <= 4, qPrintable(QString::number(wrong)));
    }
};

QTEST_GUILESS_MAIN(TestRetryFit)
#include "tst_retryfit.moc"
