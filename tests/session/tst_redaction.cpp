// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/redaction.h"

#include <QJsonDocument>
#include <QTest>

using namespace pushscope;

class TestRedaction : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesSecretsOut_data();
    void takesSecretsOut();
    void leavesAllElse_data();
    void leavesAllElse();
    void survivesAnyText();
};

void TestRedaction::takesSecretsOut_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const char *text, const char *expected) {
        QTest::newRow(name) << QByteArray(text) << QByteArray(expected);
    };
    row("query", "GET /ws?token=eyJ.a-b_c.d&room=x HTTP/1.1", "GET /ws?token=…&room=x HTTP/1.1");
    row("query, not the first", "/ws?room=x&token=abc#frag", "/ws?room=x&token=…#frag");
    row("query, other names", "?access_token=abc&password=x&room=y", "?access_token=…&password=…&room=y");
    row("query, case", "?Token=abc", "?Token=…");
    row("bearer", "Bearer eyJ.a-b_c.d", "Bearer …");
    row("bearer, any case, then more", "a bearer  abc, and more", "a bearer  …, and more");
    row("authorization header", "Host: x\r\nAuthorization: Bearer abc\r\nAccept: */*",
        "Host: x\r\nAuthorization: …\r\nAccept: */*");
    row("cookie header", "Cookie: a=b; token=c\r\nHost: x", "Cookie: …\r\nHost: x");
    row("set-cookie header", "set-cookie: a=b", "set-cookie: …");
    row("own header", "X-Auth-Token: abc def", "X-Auth-Token: …");
    row("JSON member", R"({"token":"abc","a":1})", R"({"token":"…","a":1})");
    row("JSON, all words", R"({"myPassword":"a","client_secret":"b","Authorization":"c","cookies":"d"})",
        R"({"myPassword":"…","client_secret":"…","Authorization":"…","cookies":"…"})");
    row("JSON, spaces", R"({ "token" : "abc" , "a" : 1 })", R"({ "token" : "…" , "a" : 1 })");
    row("JSON number", R"({"token":123})", R"({"token":"…"})");
    row("JSON null in an array", R"([{"token":null},{"b":2}])", R"([{"token":"…"},{"b":2}])");
    row("JSON object", R"({"secrets":{"a":"}","b":[1,{"c":2}]},"d":3})", R"({"secrets":"…","d":3})");
    row("JSON array", R"({"tokens":["a]","b"],"d":3})", R"({"tokens":"…","d":3})");
    row("JSON, nested deeper", R"({"a":{"b":[{"token":"x"}]}})", R"({"a":{"b":[{"token":"…"}]}})");
    row("JSON, escaped quote in the value", R"({"token":"a\"b","c":1})", R"({"token":"…","c":1})");
    row("JSON, escapes in the key", R"({"\u0074oken":"abc"})", R"({"\u0074oken":"…"})");
    row("JSON, a URL in a string", R"({"url":"http://h/?token=abc","n":1})", R"({"url":"http://h/?token=…","n":1})");
    row("JSON, bearer in a string", R"({"h":"Bearer abc"})", R"({"h":"Bearer …"})");
    row("JSON, a header in a string", R"({"h":"Cookie: a=b\r\nHost: x"})", R"({"h":"Cookie: …\r\nHost: x"})");
    row("JSON in a string", R"({"body":"{\"token\":\"abc\",\"n\":1}"})", R"({"body":"{\"token\":\"…\",\"n\":1}"})");
    row("JSON, cut off", R"({"a":1,"token":"ab)", R"({"a":1,"token":"…")");
    row("several", "token=a token=b Bearer c", "token=… token=… Bearer …");
    row("a line of an event stream", R"(data: {"token":"abc"})", R"(data: {"token":"…"})");
}

void TestRedaction::takesSecretsOut()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(redacted(text), expected);
    QCOMPARE(redacted(expected), expected);
    if (!QJsonDocument::fromJson(text).isNull())
        QVERIFY(!QJsonDocument::fromJson(redacted(text)).isNull());
}

void TestRedaction::leavesAllElse_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "token", "the token expired", "token: expired", "bad token, try again", "bearer", "Bearer",
                             R"({"a":1,"b":[true,null,12345678901234567890,1.0],"c":"\u00e4"})", R"({"a":"token"})",
                             R"(["token","b"])", R"({"z":1, "a" : "x\"y" })", "\xFF\xFE\"", "\"", "\\", "{\"a\":"})
        QTest::addRow("%s", text) << QByteArray(text);
}

void TestRedaction::leavesAllElse()
{
    QFETCH(QByteArray, text);
    QCOMPARE(redacted(text), text);
}

// Every cut of a text that has all kinds of secrets: no crash, and the secret itself never shows.
void TestRedaction::survivesAnyText()
{
    const QByteArray text
        = R"({"token":"S3CR",["x",{"password":{"a":"S3CR\"S3CR"}}],"u":"?token=S3CR&b=Bearer S3CR","n":1} Cookie: S3CR)";
    for (qsizetype from = 0; from <= text.size(); ++from) {
        QVERIFY(!redacted(text.first(from)).contains("S3CR"));
        (void)redacted(text.sliced(from));
    }
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
