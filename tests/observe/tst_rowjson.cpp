// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/rowjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushscope;

namespace {

constexpr WallTime At{Milliseconds(1'790'000'000'042)};

ClientRow fullClient()
{
    ClientRow row;
    row.key = 7;
    row.client = "tab-1";
    row.certain = true;
    row.user = "alice";
    row.protocol = ClientProtocol::WebSocket;
    row.http = "1.1";
    row.tls = true;
    row.tlsVersion = "TLSv1.3";
    row.tlsCipher = "TLS_AES_128_GCM_SHA256";
    row.compression = Compression::MessageDeflate;
    row.bytesSaved = -2;
    row.address = "127.0.0.1:51234";
    row.userAgent = "Mozilla/5.0 \"x\"";
    row.rooms = {"lobby", "team-1"};
    row.state = ClientState::Replaying;
    row.connectedAt = At;
    row.connection = 12;
    row.reconnects = 3;
    row.eventsOut = 18446744073709551615ull;
    row.bytesOut = 5;
    row.eventsIn = 6;
    row.bytesIn = 7;
    row.queueBytes = 8;
    row.lag = Milliseconds(9);
    row.lastSent = Seq{1042};
    return row;
}

ReconnectRow fullReconnect()
{
    ReconnectRow row;
    row.client = "tab-1";
    row.at = At;
    row.away = Milliseconds(3200);
    row.attempts = 2;
    row.endedBy = "rst";
    row.cursor = "k3f9-7";
    row.missed = 5;
    row.replayed = 6;
    row.rewound = 2;
    row.duplicated = 1;
    row.lost = 2;
    row.lostCause = "evicted";
    row.verdict = Verdict::Lost;
    return row;
}

// Written with single quotes, for moc reads no raw strings.
QByteArray withQuotes(QByteArray text)
{
    return text.replace('\'', '"');
}

QJsonObject parsed(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        qWarning("%s in %s", qPrintable(error.errorString()), json.constData());
    return document.object();
}

} // namespace

class TestRowJson : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void client()
    {
        const QByteArray json = clientJson(fullClient(), "k3f9");
        QCOMPARE(
            json,
            withQuotes("{'client':'tab-1','certain':true,'user':'alice','protocol':'ws','http':'1.1','tls':true,"
                       "'tlsVersion':'TLSv1.3','tlsCipher':'TLS_AES_128_GCM_SHA256','compression':'permessage-deflate',"
                       "'address':'127.0.0.1:51234','userAgent':'Mozilla/5.0 \\'x\\'','rooms':['lobby','team-1'],"
                       "'state':'replaying','connectedAt':'2026-09-21T14:13:20.042Z','reconnects':3,"
                       "'eventsOut':18446744073709551615,'bytesOut':5,'bytesSaved':-2,'eventsIn':6,'bytesIn':7,'queueBytes':8,"
                       "'lagMs':9,'lastSent':'k3f9-1042','lastAcked':null}"));
        QCOMPARE(parsed(json).size(), 24);
    }

    void clientOfNothing()
    {
        const QJsonObject object = parsed(clientJson({}, "k3f9"));
        QCOMPARE(object.size(), 24);
        QCOMPARE(object[QLatin1String("rooms")], QJsonValue(QJsonArray()));
        QCOMPARE(object[QLatin1String("user")], QJsonValue(QString::fromLatin1("")));
        for (const char *name : {"connectedAt", "lastSent", "lastAcked"})
            QVERIFY2(object.value(QLatin1String(name)).isNull() && object.contains(QLatin1String(name)), name);
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("live") << QByteArray(clientStateName(ClientState::Live)) << QByteArray("live");
        QTest::newRow("replaying") << QByteArray(clientStateName(ClientState::Replaying)) << QByteArray("replaying");
        QTest::newRow("waiting") << QByteArray(clientStateName(ClientState::Waiting)) << QByteArray("waiting");
        QTest::newRow("away") << QByteArray(clientStateName(ClientState::Away)) << QByteArray("away");
        QTest::newRow("recovered") << QByteArray(verdictName(Verdict::Recovered)) << QByteArray("recovered");
        QTest::newRow("lost") << QByteArray(verdictName(Verdict::Lost)) << QByteArray("lost");
        QTest::newRow("fresh") << QByteArray(verdictName(Verdict::Fresh)) << QByteArray("fresh");
        QTest::newRow("pending") << QByteArray(verdictName(Verdict::Pending)) << QByteArray("");
    }
    void names()
    {
        QFETCH(QByteArray, name);
        QTEST(name, "expected");
    }

    void reconnect()
    {
        const QByteArray json = reconnectJson(fullReconnect(), "k3f9");
        QCOMPARE(json,
                 withQuotes("{'client':'tab-1','at':'2026-09-21T14:13:20.042Z','awayMs':3200,'attempts':2,'endedBy':'rst',"
                            "'cursor':'k3f9-7','missed':5,'replayed':6,'rewound':2,'duplicated':1,'lost':2,"
                            "'lostCause':'evicted','verdict':'lost'}"));
        QCOMPARE(parsed(json).size(), 13);
    }

    void pendingReconnect()
    {
        const QJsonObject object = parsed(reconnectJson({}, "k3f9"));
        QCOMPARE(object.size(), 13);
        for (const char *name : {"cursor", "lostCause", "verdict"})
            QVERIFY2(object.value(QLatin1String(name)).isNull() && object.contains(QLatin1String(name)), name);
    }

    void times_data()
    {
        QTest::addColumn<qint64>("milliseconds");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("1970") << qint64(0) << QByteArray("1970-01-01T00:00:00.000Z");
        QTest::newRow("leap day") << qint64(1'709'210'096'007) << QByteArray("2024-02-29T12:34:56.007Z");
        QTest::newRow("last of a year") << qint64(1'798'761'599'999) << QByteArray("2026-12-31T23:59:59.999Z");
        QTest::newRow("first of a year") << qint64(1'798'761'600'000) << QByteArray("2027-01-01T00:00:00.000Z");
        QTest::newRow("before 1970") << qint64(-1) << QByteArray("1969-12-31T23:59:59.999Z");
    }
    void times()
    {
        QFETCH(qint64, milliseconds);
        QTEST(isoTime(WallTime(Milliseconds(milliseconds))), "text");
    }

    void quoted_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("empty") << QByteArray() << QByteArray("\"\"");
        QTest::newRow("quotes") << QByteArray("a\"b\\c/") << QByteArray("\"a\\\"b\\\\c/\"");
        QTest::newRow("controls") << QByteArray("\0\n\x1f\x7f", 4) << QByteArray("\"\\u0000\\n\\u001f\x7f\"");
        QTest::newRow("umlaut") << QByteArray("\xc3\xa4") << QByteArray("\"\xc3\xa4\"");
        QTest::newRow("astral") << QByteArray("\xf0\x9f\x98\x80") << QByteArray("\"\xf0\x9f\x98\x80\"");
        QTest::newRow("lone octet") << QByteArray("a\xff\"") << QByteArray("\"a\xef\xbf\xbd\\\"\"");
        QTest::newRow("cut sequence") << QByteArray("a\xe2\x82") << QByteArray("\"a\xef\xbf\xbd\xef\xbf\xbd\"");
        QTest::newRow("eats no quote") << QByteArray("\xc3\",\"x\":\"") << QByteArray("\"\xef\xbf\xbd\\\",\\\"x\\\":\\\"\"");
    }
    void quoted()
    {
        QFETCH(QByteArray, text);
        QTEST(quotedJson(text), "json");
    }

    void anyOctetsStayJson()
    {
        ClientRow row = fullClient();
        for (int first = 0; first < 256; ++first) {
            for (const char second : {'"', '\\', 'a', '\x80', '\xbf', '\0'}) {
                const QByteArray text = QByteArray(1, char(first)) + second;
                row.userAgent = row.user = row.client = text;
                row.rooms = {text};
                const QJsonObject object = parsed(clientJson(row, "k3f9"));
                QCOMPARE(object.size(), 24);
                QCOMPARE(object[QLatin1String("userAgent")].toString(), QString::fromUtf8(text));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestRowJson)
#include "tst_rowjson.moc"
