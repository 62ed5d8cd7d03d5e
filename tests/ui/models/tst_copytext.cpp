// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/copytext.h"

#include <QProcess>
#include <QTest>

using namespace pushscope;

class TestCopyText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void curlConnectsAsTheClientDoes()
    {
        ClientRow client;
        client.client = "it's me";
        client.rooms = {"team a"};
        client.lastSent = Seq{7};
        const QString sse = clientCurl(client, {"http://h:1", "tok", "e"});
        QCOMPARE(sse,
                 QStringLiteral("curl -N -H 'Authorization: Bearer tok' "
                                "'http://h:1/api/events?clientId=it%27s%20me&room=team%20a&lastEventId=e-7'"));
        client.protocol = ClientProtocol::Poll;
        client.lastAcked = Seq{5};
        QVERIFY(clientCurl(client, {"http://h:1", {}, "e"}).endsWith(QStringLiteral("&cursor=e-5'")));
        client.protocol = ClientProtocol::WebSocket;
        QVERIFY(clientCurl(client, {"http://h:1", {}, "e"}).contains(QStringLiteral("'Upgrade: websocket'")));
    }

    void aRequestIsSentAgain_data()
    {
        QTest::addColumn<QByteArray>("head");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("command");
        QTest::newRow("a stream") << QByteArray("GET /api/events?room=a%20b HTTP/1.1\r\nHost: x:1\r\nX-Mine: it's\r\n\r\n")
                                  << QByteArray()
                                  << QStringLiteral("curl -N -H 'X-Mine: it'\\''s' 'http://h:1/api/events?room=a%20b'");
        QTest::newRow("its token in the query was left out")
            << QByteArray("GET /api/events?token=…&room=a HTTP/1.1\r\nHost: x:1\r\n\r\n") << QByteArray()
            << QStringLiteral("curl -N -H 'Authorization: Bearer tok' 'http://h:1/api/events?room=a'");
        QTest::newRow("nothing else was in the query")
            << QByteArray("GET /api/events?token=… HTTP/1.1\r\n\r\n") << QByteArray()
            << QStringLiteral("curl -N -H 'Authorization: Bearer tok' 'http://h:1/api/events'");
        QTest::newRow("its cookie was left out")
            << QByteArray("GET /api/poll HTTP/2\r\nhost: x:1\r\naccept-encoding: gzip, br\r\ncookie: …\r\n\r\n") << QByteArray()
            << QStringLiteral("curl -N --compressed -H 'Authorization: Bearer tok' 'http://h:1/api/poll'");
        QTest::newRow("a body") << QByteArray("POST /api/publish HTTP/1.1\r\nAuthorization: Bearer …\r\nContent-Length: 15\r\n"
                                              "Content-Type: application/json\r\n\r\n")
                                << QByteArray("{\"to\":\"it's me\"}")
                                << QStringLiteral(
                                       "curl -N -X 'POST' -H 'Content-Type: application/json' -H 'Authorization: Bearer "
                                       "tok' --data-binary '{\"to\":\"it'\\''s me\"}' 'http://h:1/api/publish'");
        QTest::newRow("an upgrade") << QByteArray("GET /ws HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n")
                                    << QByteArray()
                                    << QStringLiteral("curl -N -i --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' "
                                                      "'http://h:1/ws'");
        QTest::newRow("a head alone") << QByteArray("HEAD / HTTP/1.1\r\n\r\n") << QByteArray()
                                      << QStringLiteral("curl -N -I 'http://h:1/'");
    }

    void aRequestIsSentAgain()
    {
        QFETCH(QByteArray, head);
        QFETCH(QByteArray, body);
        QTEST(requestCurl(head, body, {"http://h:1", "tok", "e"}), "command");
    }

    void aRequestOfARecordingGoesToItsHost()
    {
        QCOMPARE(requestCurl("GET /api/events?token=… HTTP/1.1\r\nHost: hub.example:8090\r\n\r\n", {}, {}),
                 QStringLiteral("curl -N 'http://hub.example:8090/api/events'"));
    }

    // Whatever came over the wire: a shell takes each part as one word, and runs nothing.
    void aShellTakesItAsOneCommand()
    {
        const QString command
            = requestCurl("P$(id)ST /`id`?a='\"$(id) HTTP/1.1\r\nX-A: ';id;'\r\nHost: x\r\n\r\n", "'\n$(id)", {});
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"), QStringLiteral("curl() { printf '<%s>' \"$@\"; }; ") + command});
        QVERIFY(shell.waitForFinished());
        QCOMPARE(shell.readAllStandardOutput(),
                 QByteArray("<-N><-X><P$(id)ST><-H><X-A: ';id;'><--data-binary><'\n$(id)><http://x/`id`?a='\"$(id)>"));
    }
};

QTEST_GUILESS_MAIN(TestCopyText)
#include "tst_copytext.moc"
