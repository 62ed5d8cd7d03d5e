// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pushscope/windowoptions.h"

#include <QTemporaryDir>
#include <QTest>

using namespace pushscope;

class TestWindowOptions : public QObject
{
    Q_OBJECT

    static Result<CommandLine> parse(const QByteArray &line, const ServerConfig &base = {})
    {
        return parseCommandLine(line.split(' '), QProcessEnvironment(), windowExtras(), base);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); // no hub.ini of whoever runs this
    }

    void all()
    {
        const auto line = parse("--demo --listen 127.0.0.1:0 --screenshot a.png --after=5s --theme dark --size 1024x640");
        QVERIFY(line);
        QCOMPARE(line->config.listen, QList<QByteArray>{"127.0.0.1:0"});
        const auto options = parseWindowOptions(*line);
        QVERIFY(options);
        QVERIFY(options->demo);
        QCOMPARE(options->screenshot, QStringLiteral("a.png"));
        QCOMPARE(options->after, Milliseconds(5000));
        QVERIFY(options->theme == Theme::Scheme::Dark);
        QVERIFY(options->size == QSize(1024, 640));
    }

    void optionsStandOverWhatTheWindowSaved()
    {
        ServerConfig saved;
        saved.listen = {"127.0.0.1:1234"};
        saved.keepalive = Milliseconds(5000);
        const auto line = parse("--listen 127.0.0.1:0", saved);
        QVERIFY(line);
        QCOMPARE(line->config.listen, QList<QByteArray>{"127.0.0.1:0"});
        QCOMPARE(line->config.keepalive, Milliseconds(5000));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             {"--size 1024", "--size 10x10", "--size axb", "--size 1x2x3", "--theme blue", "--after soon", "--screenshot="})
            QTest::newRow(text) << QByteArray(text);
    }

    void refused()
    {
        QFETCH(QByteArray, text);
        const auto line = parse(text);
        QVERIFY(line);
        const auto options = parseWindowOptions(*line);
        QVERIFY(!options);
        QVERIFY(options.error().detail.contains(text.left(text.indexOf(text.contains(' ') ? ' ' : '='))));
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestWindowOptions)
#include "tst_windowoptions.moc"
