// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/bytestext.h"

#include <QTest>

using namespace pushscope;

class TestBytesText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void text_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addRow("line ends") << QByteArray("a\r\nb\n") << QStringLiteral("a⇤↵\nb↵\n");
        QTest::addRow("UTF-8") << QByteArray("Grüße 👋") << QStringLiteral("Grüße 👋");
        QTest::addRow("a frame's head") << QByteArray("\x81\x7e\x01\x02{}", 6) << QStringLiteral("\\x81~\\x01\\x02{}");
        QTest::addRow("a sequence cut short") << QByteArray("a\xc3") << QStringLiteral("a\\xc3");
        QTest::addRow("overlong") << QByteArray("\xc0\xaf") << QStringLiteral("\\xc0\\xaf");
        QTest::addRow("a surrogate") << QByteArray("\xed\xa0\x80") << QStringLiteral("\\xed\\xa0\\x80");
        QTest::addRow("nothing") << QByteArray() << QString();
    }
    void text()
    {
        QFETCH(QByteArray, bytes);
        QTEST(bytesText(bytes), "text");
    }

    void hex()
    {
        QCOMPARE(hexText("\x81\x02hi"), QStringLiteral("00000000  81 02 68 69                                       ..hi"));
        const QStringList lines = hexText(QByteArray(33, 'x')).split(QChar(u'\n'));
        QCOMPARE(lines.size(), 3);
        QVERIFY(lines.at(2).startsWith(QStringLiteral("00000020  78 ")));
        QVERIFY(lines.at(1).endsWith(QStringLiteral("  xxxxxxxxxxxxxxxx")));
        QCOMPARE(lines.at(0).size(), lines.at(1).size());
    }
};

QTEST_GUILESS_MAIN(TestBytesText)
#include "tst_bytestext.moc"
