// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushscope/windowoptions.h"

#include <QTest>

using namespace pushscope;

class TestWindowOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void all()
    {
        const auto options = parseWindowOptions(
            QStringLiteral("--demo --listen 127.0.0.1:0 --screenshot a.png --after=5s --theme dark --size 1024x640").split(u' '));
        QVERIFY(options);
        QVERIFY(options->demo);
        QCOMPARE(options->rest, QStringList({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}));
        QCOMPARE(options->screenshot, QStringLiteral("a.png"));
        QCOMPARE(options->after, std::chrono::milliseconds(5000));
        QVERIFY(options->theme == Theme::Scheme::Dark);
        QVERIFY(options->size == QSize(1024, 640));
    }

    void refused_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"--size 1024", "--size 10x10", "--size axb", "--size 1x2x3", "--theme blue", "--after soon",
                                 "--screenshot", "--screenshot="})
            QTest::newRow(line) << QString::fromLatin1(line);
    }

    void refused()
    {
        QFETCH(QString, line);
        const auto options = parseWindowOptions(line.split(u' '));
        QVERIFY(!options);
        QVERIFY(options.error().detail.contains(line.section(u' ', 0, 0).section(u'=', 0, 0).toUtf8()));
    }
};

QTEST_GUILESS_MAIN(TestWindowOptions)
#include "tst_windowoptions.moc"
