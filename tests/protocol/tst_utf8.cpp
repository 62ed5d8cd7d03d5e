// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/utf8.h"

#include <QTest>

using namespace pushscope;

class TestUtf8 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // Every sequence of up to two octets, and those of three and four around every bound, against another validator.
    void agreesWithSimdjson()
    {
        QList<QByteArray> tails{""};
        for (const char *hex : {"7f",   "80",   "8f",   "90",   "9f",   "a0",   "bf",   "c0",   "ff",     "8080",
                                "80bf", "bf80", "8f80", "9080", "9f80", "a080", "807f", "80c0", "808080", "bfbfbf"})
            tails.append(QByteArray::fromHex(hex));
        for (int first = 0; first < 256; ++first) {
            for (int second = -1; second < 256; ++second) {
                QByteArray start(1, char(first));
                if (second >= 0)
                    start += char(second);
                for (const QByteArray &tail : qAsConst(tails)) {
                    const QByteArray text = start + tail;
                    Utf8Checker checker;
                    const bool good = checker.feed(text) == text.size() && checker.isComplete();
                    QVERIFY2(good == isUtf8(text), text.toHex(' ').constData());
                }
            }
        }
    }

    void theFirstWrongOctet_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::newRow("after much ASCII") << QByteArray(100, 'x') + "\xff" << 100;
        QTest::newRow("within a word") << QByteArray("abc\x80wxyzwxyz") << 3;
        QTest::newRow("a character that breaks off") << QByteArray("a\xc3(") << 2;
        QTest::newRow("an overlong form") << QByteArray("a\xe0\x80\x80") << 2;
        QTest::newRow("a surrogate") << QByteArray("\xed\xa0\x80") << 1;
    }
    void theFirstWrongOctet()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        QCOMPARE(Utf8Checker().feed(text), offset);
        Utf8Checker single;
        int taken = 0;
        while (taken < text.size() && single.feed(QByteArrayView(text).sliced(taken, 1)) == 1)
            ++taken;
        QCOMPARE(taken, offset);
    }
};

QTEST_APPLESS_MAIN(TestUtf8)
#include "tst_utf8.moc"
