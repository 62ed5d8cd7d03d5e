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
    void endsInTime_data();
    void endsInTime();
    void base64AtAnyDepth_data();
    void base64AtAnyDepth();
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
    row("query, with signs of a sentence", "GET /?a=b&password=ab,c;d)e'f&x=y HTTP/1.1", "GET /?a=b&password=…&x=y HTTP/1.1");
    row("query, in a string", R"({"u":"/?token=a,b","n":1})", R"({"u":"/?token=…","n":1})");
    row("query, in a tag", "<a href=\"/?token=a,b\">x</a> <b>/?token=a;b</b>", "<a href=\"/?token=…\">x</a> <b>/?token=…</b>");
    row("form", "password=ab,cd&user=x", "password=…&user=x");
    row("form behind a head", "POST / HTTP/1.1\r\n\r\npassword=ab,cd&user=x", "POST / HTTP/1.1\r\n\r\npassword=…&user=x");
    row("form of one member", "password=ab,cd", "password=…");
    row("a sentence that begins like a form", "token=ab, then more", "token=…, then more");
    row("a list", "a=1; token=ab; b=2", "a=1; token=…; b=2");
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
    row("JSON in a string, with blanks", R"({"body":"{\"password\": \"hunter2\"}"})", R"({"body":"{\"password\": \"…\"}"})");
    row("JSON in a string, a number", R"({"body":"{\"pin_token\":123,\"n\":1}"})", R"({"body":"{\"pin_token\":\"…\",\"n\":1}"})");
    row("JSON in a string in a string", R"({"a":"{\"b\":\"{\\\"secret\\\":1}\"}"})",
        R"({"a":"{\"b\":\"{\\\"secret\\\":\\\"…\\\"}\"}"})");
    row("JSON, escapes in the value", R"({"u":"/?\u0074oken=abc"})", R"({"u":"/?token=…"})");
    row("JSON, half a surrogate pair", R"({"log":"GET /x?token=abc \ud83d"})", R"({"log":"GET /x?token=… \ud83d"})");
    row("JSON, the other half, first", R"({"log":"\uDE00 Bearer abc\n","n":1})", R"({"log":"\ude00 Bearer …\n","n":1})");
    row("JSON, half a pair beside a whole one", R"({"u":"\ud83d\ude00\ud83d\\ud83d?\u0074oken=abc"})",
        R"({"u":"😀\ud83d\\ud83d?token=…"})");
    row("JSON, half a pair in a key", R"({"\ud83d\u0074oken":"abc","n":1})", R"({"\ud83d\u0074oken":"…","n":1})");
    row("JSON in a string, half a pair", R"({"body":"{\"token\":\"abc\",\"x\":\"\ud83d\"}"})",
        R"({"body":"{\"token\":\"…\",\"x\":\"\ud83d\"}"})");
    row("a key behind an escaped quote", R"(x "a\"auth": "abc", C:\"token":"abc")", R"(x "a\"auth": "…", C:\"token":"…")");
    row("cookie with quotes", "Cookie: a=\"b; c\"; d=e\r\nHost: x", "Cookie: …\r\nHost: x");
    row("JSON, a cookie with quotes", R"({"h":"cookie: a=\"b\"; c\r\nhost: x"})", R"({"h":"cookie: …\r\nhost: x"})");
    row("quoted value", R"(<input password="a b" name='x'> secret='a b')", R"(<input password=… name='x'> secret=…)");
    row("basic", "x Basic dXNlcjpwYXNz, y", "x Basic …, y");
    row("a password in a URL", "see http://user:pa55@host/x?a=b", "see http://user:…@host/x?a=b");
    row("a JWT without a name", "got eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbg", "got …");
    row("a JWT in a subprotocol", "Sec-WebSocket-Protocol: bearer, eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbg",
        "Sec-WebSocket-Protocol: bearer, …");
    row("JSON, a JWT after a line end", R"({"t":"a\neyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbg"})", R"({"t":"a\n…"})");
    row("percent-encoded JSON", "?q=%7B%22token%22%3A%22abc%22%2C%22n%22%3A1%7D", "?q=%7B%22token%22%3A%22…%22%2C%22n%22%3A1%7D");
    row("percent-encoded query", "?next=%2Fa%3Ftoken%3Dabc%26b%3Dc", "?next=%2Fa%3Ftoken%3D…%26b%3Dc");
    row("an object in base 64", "x eyJ0b2tlbiI6ImFiYyIsIm4iOjF9", "x eyJ0b2tlbiI6IuKApiIsIm4iOjF9");
    row("a body in base 64", R"({"answerBody64":"/3Rva2VuPWFiYw=="})", R"({"answerBody64":"/3Rva2VuPeKApg=="})");
    row("other keys", R"({"apiKey":"a","api_key":"b","x-api-key":"c","sessionId":"d","pwd":"e","credentials":"f","sid":"g"})",
        R"({"apiKey":"…","api_key":"…","x-api-key":"…","sessionId":"…","pwd":"…","credentials":"…","sid":"…"})");
    row("JSON in a line of an event stream, with blanks", R"(data: {"h": "Cookie: a=b", "n": 1})",
        R"(data: {"h": "Cookie: …", "n": 1})");
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
    for (const char *text : {"",
                             "token",
                             "the token expired",
                             "token: expired",
                             "bad token, try again",
                             "bearer",
                             "Bearer",
                             R"({"a":1,"b":[true,null,12345678901234567890,1.0],"c":"\u00e4"})",
                             R"({"a":"\uD83D","b":"\udc00\ud83d\n"})",
                             R"({"a":"token"})",
                             R"(["token","b"])",
                             R"({"side":1,"author":2,"passed":true,"key":"k"})",
                             "basic auth",
                             "eyJ",
                             "eyJhIjoxfQ",
                             "http://h:80/@",
                             "a%3Db",
                             R"({"data64":"AP8="})",
                             R"({"z":1, "a" : "x\"y" })",
                             "\xFF\xFE\"",
                             "\"",
                             "\\",
                             "{\"a\":"})
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

// Texts that would take hours if every quote in them were looked behind up to the end.
void TestRedaction::endsInTime_data()
{
    QTest::addColumn<QByteArray>("text");
    const QByteArray quotes = QByteArray(R"(\")").repeated(2 * 1024 * 1024);
    QTest::newRow("escaped quotes") << quotes;
    QTest::newRow("escaped quotes in a string that is not closed") << "{\"a\":\"" + quotes;
    QTest::newRow("escaped quotes in a key") << "x \"" + quotes + "\" : 1";
    QTest::newRow("escaped quotes, then blanks") << "x \"" + quotes + '"' + QByteArray(quotes.size(), ' ') + "1";
}

void TestRedaction::endsInTime()
{
    QFETCH(QByteArray, text);
    QVERIFY(redacted(text) == text);
    QCOMPARE(redacted(text + "\n?token=abc"), text + "\n?token=…");
}

// Looked at more than once at each depth, it would take days.
void TestRedaction::base64AtAnyDepth_data()
{
    QTest::addColumn<QByteArray>("before"); // what is in base 64, at each depth
    QTest::addColumn<QByteArray>("behind");
    QTest::addColumn<QByteArray>("secret");
    const QByteArray member = R"({"token":"abc"})", query = "?token=abc";
    QTest::newRow("a word") << QByteArray(R"({"a":")") << QByteArray(R"("})") << member;
    QTest::newRow("a body") << QByteArray(R"({"data64":")") << QByteArray(R"("})") << query;
    QTest::newRow("a body that looks like an object") << QByteArray(R"({"data64":")") << QByteArray(R"("})") << member;
    QTest::newRow("nothing secret") << QByteArray(R"({"data64":")") << QByteArray(R"("})") << QByteArray(R"({"a":"b"})");
}

void TestRedaction::base64AtAnyDepth()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, behind);
    QFETCH(QByteArray, secret);
    constexpr int Depth = 14;
    const auto nested = [&](QByteArray text, int depth) {
        for (int i = 0; i < depth; ++i)
            text = before + text.toBase64() + behind;
        return text;
    };
    const QByteArray clean = QByteArray(secret).replace("abc", RedactedText);
    const bool seen = before.contains("64");
    QCOMPARE(redacted(nested(secret, seen ? Depth : Depth / 2)), nested(clean, seen ? Depth : Depth / 2));
    const QByteArray deeper = redacted(nested(secret, 2 * Depth)); // given up as a whole where it is too deep
    QVERIFY(clean == secret || deeper != nested(secret, 2 * Depth));
}

QTEST_GUILESS_MAIN(TestRedaction)
#include "tst_redaction.moc"
