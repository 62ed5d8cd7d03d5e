// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/websockethandshake.h"

#include <QTest>

using namespace pushscope;

namespace {

RequestHead goodRequest()
{
    return {"GET",
            "/ws",
            "1.1",
            {{"host", "a"},
             {"upgrade", "WebSocket"},
             {"connection", "keep-alive, Upgrade"},
             {"sec-websocket-key", "dGhlIHNhbXBsZSBub25jZQ=="},
             {"sec-websocket-version", "13"}}};
}

} // namespace

class TestWebSocketHandshake : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theExampleOfTheRfc()
    {
        QCOMPARE(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
        const auto response = acceptWebSocket(goodRequest());
        QVERIFY(response);
        QCOMPARE(response->status, 101);
        QVERIFY(response->fields.contains(HttpField{"upgrade", "websocket"}));
        QVERIFY(response->fields.contains(HttpField{"connection", "Upgrade"}));
        QVERIFY(response->fields.contains(HttpField{"sec-websocket-accept", "s3pPLMBiTxaQ9kYGzzhZRbK+xOo="}));
    }

    void anUpgradeIsAskedFor()
    {
        RequestHead request = goodRequest();
        QVERIFY(isWebSocketUpgrade(request));
        request.fields[1].value = "h2c, websocket";
        QVERIFY(isWebSocketUpgrade(request));
        request.fields[1].value = "websockets";
        QVERIFY(!isWebSocketUpgrade(request));
        request.fields.removeAt(1);
        QVERIFY(!isWebSocketUpgrade(request));
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("field"); // whose value is replaced; "+name" adds one; "-name" removes it
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("status");
        QTest::newRow("POST") << QByteArray("method") << QByteArray("POST") << 405;
        QTest::newRow("HTTP/1.0") << QByteArray("version") << QByteArray("1.0") << 400;
        QTest::newRow("another upgrade") << QByteArray("upgrade") << QByteArray("h2c") << 400;
        QTest::newRow("no Connection") << QByteArray("-connection") << QByteArray() << 400;
        QTest::newRow("Connection without upgrade") << QByteArray("connection") << QByteArray("keep-alive") << 400;
        QTest::newRow("no key") << QByteArray("-sec-websocket-key") << QByteArray() << 400;
        QTest::newRow("a second key") << QByteArray("+sec-websocket-key") << QByteArray("dGhlIHNhbXBsZSBub25jZQ==") << 400;
        QTest::newRow("a short key") << QByteArray("sec-websocket-key") << QByteArray("dGhlIHNhbXBsZSBub25j") << 400;
        QTest::newRow("a key that is no base64")
            << QByteArray("sec-websocket-key") << QByteArray("dGhlIHNhbXBsZSBub25j!!==") << 400;
        QTest::newRow("a key without padding") << QByteArray("sec-websocket-key") << QByteArray("dGhlIHNhbXBsZSBub25jZQ") << 400;
        QTest::newRow("no version") << QByteArray("-sec-websocket-version") << QByteArray() << 400;
        QTest::newRow("version 8") << QByteArray("sec-websocket-version") << QByteArray("8") << 426;
        QTest::newRow("a list of versions") << QByteArray("sec-websocket-version") << QByteArray("13, 8") << 426;
    }
    void refused()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, value);
        QFETCH(int, status);
        RequestHead request = goodRequest();
        if (field == "method")
            request.method = value;
        else if (field == "version")
            request.version = value;
        else if (field.startsWith('+'))
            request.fields.append({field.mid(1), value});
        else
            replace(request, field, value);
        const auto response = acceptWebSocket(request);
        QVERIFY(!response);
        QCOMPARE(response.error().code, status);
        QVERIFY(response.error().section.startsWith("RFC 6455"));
    }

private:
    static void replace(RequestHead &request, const QByteArray &field, const QByteArray &value)
    {
        const QByteArray name = field.startsWith('-') ? field.mid(1) : field;
        for (HttpField &one : request.fields) {
            if (one.name == name)
                one.value = value;
        }
        if (field.startsWith('-'))
            request.fields.removeIf([&](const HttpField &one) { return one.name == name; });
    }
};

QTEST_APPLESS_MAIN(TestWebSocketHandshake)
#include "tst_websockethandshake.moc"
