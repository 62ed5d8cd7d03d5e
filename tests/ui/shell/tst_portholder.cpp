// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/portholder.h"
#include "ui/feed/snippets.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTest>

using namespace pushscope;

class TestPortHolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void addresses_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("good");
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("IPv4") << QByteArray("127.0.0.1:8090") << true << QByteArray("127.0.0.1") << 8090;
        QTest::newRow("IPv6") << QByteArray("[::1]:80") << true << QByteArray("[::1]") << 80;
        QTest::newRow("name") << QByteArray("localhost:0") << true << QByteArray("localhost") << 0;
        QTest::newRow("no port") << QByteArray("127.0.0.1") << false << QByteArray() << 0;
        QTest::newRow("no host") << QByteArray(":80") << false << QByteArray() << 0;
        QTest::newRow("port too large") << QByteArray("a:65536") << false << QByteArray() << 0;
        QTest::newRow("port of letters") << QByteArray("a:http") << false << QByteArray() << 0;
        QTest::newRow("empty") << QByteArray() << false << QByteArray() << 0;
    }

    void addresses()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, good);
        const auto address = splitAddress(text);
        QCOMPARE(address.has_value(), good);
        if (!good)
            return;
        QTEST(address->host, "host");
        QTEST(int(address->port), "port");
        QCOMPARE(joinAddress(*address), text);
    }

    void namesTheProcessThatListens()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        const auto holder = findPortHolder(server.serverPort());
#ifdef Q_OS_LINUX
        QVERIFY(holder);
        QCOMPARE(holder->pid, QCoreApplication::applicationPid());
        QVERIFY(holder->program.startsWith(QLatin1String("tst_portholder")));
#else
        QVERIFY(!holder);
#endif
    }

    void freePortIsFreeAndNotTheOneTaken()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost));
        QVERIFY(!canBind({"127.0.0.1", server.serverPort()}));
        const quint16 next = nextFreePort("127.0.0.1", server.serverPort());
        QVERIFY(next != 0);
        QVERIFY(next != server.serverPort());
    }

    void snippetsAreFilled_data()
    {
        QTest::addColumn<QString>("text");
        const SnippetTarget target{"http://127.0.0.1:8090", "to.k.en", "team a"};
        QTest::newRow("EventSource") << eventSourceSnippet(target);
        QTest::newRow("WebSocket") << webSocketSnippet(target);
        QTest::newRow("poll") << pollSnippet(target);
        QTest::newRow("curl") << curlSnippet(target);
    }

    void snippetsAreFilled()
    {
        QFETCH(QString, text);
        QVERIFY(text.contains(QLatin1String("://127.0.0.1:8090/")));
        QVERIFY(text.contains(QLatin1String("to.k.en")));
        QVERIFY(text.contains(QLatin1String("room=team%20a")));
        for (const char *left : {"{url}", "{ws}", "{token}", "{room}"})
            QVERIFY(!text.contains(QLatin1String(left)));
    }

    void webSocketSnippetSpeaksWs()
    {
        QVERIFY(webSocketSnippet({"https://hub.example", "t", "a"}).contains(QLatin1String("wss://hub.example/ws?")));
    }
};

QTEST_GUILESS_MAIN(TestPortHolder)
#include "tst_portholder.moc"
