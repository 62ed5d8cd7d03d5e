// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jsonslice.h"

#include <QTest>

using namespace pushscope;

class TestJsonSlice : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void valid_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : {"null",
                                 "true",
                                 "false",
                                 "0",
                                 "-0",
                                 "1.0",
                                 "12345678901234567890123456789",
                                 "1e400",
                                 "-1.5E-07",
                                 "0e+1",
                                 "\"\"",
                                 "\"a\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e4\"",
                                 "\"\\ud83d\\ude00\"",
                                 "\"\\ud800\"",
                                 "[]",
                                 "{}",
                                 "[[],{}]",
                                 "[ 1 , \"]\" , {\"}\":[ ]} ]",
                                 "{\"a\":{\"b\":[1,2]},\"c\":null}",
                                 "{\"\":0}",
                                 "\"\xc3\xa4\xf0\x9f\x98\x80\"",
                                 "\"\x7f\"",
                                 "{\"a\":1,\"a\":2}"})
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("512 deep") << QByteArray(512, '[') + QByteArray(512, ']');
        QTest::newRow("512 deep, mixed") << QByteArray("{\"a\":[").repeated(256) + QByteArray("]}").repeated(256);
    }
    void valid()
    {
        QFETCH(QByteArray, text);
        for (const QByteArray &around : {QByteArray(""), QByteArray(" \t\r\n")}) {
            const QByteArray padded = around + text + around;
            const auto value = validateJson(padded);
            QVERIFY2(value, value ? "" : value.error().detail.constData());
            QCOMPARE(value->toByteArray(), text);
        }
    }

    void invalid_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        const auto row = [](const char *name, const QByteArray &text, int offset) { QTest::newRow(name) << text << offset; };
        row("nothing", "", 0);
        row("white space only", " \n", 2);
        row("a BOM", "\xEF\xBB\xBF{}", 0);
        row("two values", "1 2", 2);
        row("a comma after it", "{},", 2);
        row("a trailing comma in an array", "[1,]", 3);
        row("a trailing comma in an object", "{\"a\":1, }", 8);
        row("a leading comma", "[,1]", 1);
        row("no comma", "[1 2]", 3);
        row("no colon", "{\"a\" 1}", 5);
        row("no value", "{\"a\":}", 5);
        row("no quotes", "{a:1}", 1);
        row("single quotes", "['a']", 1);
        row("a number as a key", "{1:1}", 1);
        row("a bracket of the other kind", "[1}", 2);
        row("a brace of the other kind", "{\"a\":1]", 6);
        row("an open array", "[1", 2);
        row("an open object", "{\"a\":1", 6);
        row("an open string", "\"ab", 3);
        row("an open escape", "\"ab\\", 4);
        row("a leading zero", "01", 1);
        row("a leading zero after minus", "-01", 2);
        row("minus alone", "-", 1);
        row("minus and a word", "-x", 1);
        row("plus", "+1", 0);
        row("a point without digits", "1.", 2);
        row("a point without digits before", ".5", 0);
        row("a point and an exponent", "1.e5", 2);
        row("an exponent without digits", "[1e]", 3);
        row("an exponent with two signs", "1e+-1", 3);
        row("hexadecimal", "0x10", 1);
        row("NaN", "NaN", 0);
        row("Infinity", "-Infinity", 1);
        row("a word cut off", "[tru]", 4);
        row("a word cut off at the end", "nul", 3);
        row("a word too long", "nulls", 4);
        row("a word in capitals", "True", 0);
        row("an unknown escape", "\"a\\x\"", 3);
        row("a short unicode escape", "\"\\u12\"", 5);
        row("a unicode escape with g", "\"\\u12g4\"", 5);
        row("a raw line end in a string", "\"a\nb\"", 2);
        row("a raw tab in a string", "\"\t\"", 1);
        row("a raw NUL in a string", QByteArray("\"a\0b\"", 5), 2);
        row("a raw NUL outside", QByteArray("\0", 1), 0);
        row("a NUL after the value", QByteArray("1\0", 2), 1);
        row("a comment", "/**/1", 0);
        row("bad UTF-8", "\"ab\xff\"", 3);
        row("bad UTF-8 in a key", "{\"\xc3(\":1}", 3);
        row("UTF-8 cut off by the quote", "\"\xe2\x82\"", 3);
        row("a raw surrogate", "\"\xed\xa0\x80\"", 2);
        row("an overlong slash", "\"\xc0\xaf\"", 1);
        row("a form feed as space", "\f1", 0);
        row("a non-breaking space",
            "\xc2\xa0"
            "1",
            0);
        row("513 deep", QByteArray(513, '[') + QByteArray(513, ']'), 512);
        row("100,000 deep", QByteArray(100'000, '['), 512);
    }
    void invalid()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const auto value = validateJson(text);
        QVERIFY(!value);
        QCOMPARE(value.error().code, Errc::Syntax);
        QCOMPARE(value.error().offset, offset);
        QVERIFY(!value.error().detail.isEmpty());
    }

    // What is cut off anywhere is no longer valid, and the error is at its end.
    void everyPrefixIsInvalid()
    {
        const QByteArray text = "{\"a\":[true,false,null,-1.5e+7,\"\\u00e4\\n\"],\"b\":{\"c\":\"x\"}}";
        for (qsizetype size = 0; size < text.size(); ++size) {
            const auto value = validateJson(text.first(size));
            QVERIFY2(!value && value.error().offset == size, text.first(size).constData());
        }
        QVERIFY(validateJson(text));
    }

    void types()
    {
        QCOMPARE(jsonTypeOf("null"), JsonType::Null);
        QCOMPARE(jsonTypeOf("true"), JsonType::Bool);
        QCOMPARE(jsonTypeOf("false"), JsonType::Bool);
        QCOMPARE(jsonTypeOf("-1"), JsonType::Number);
        QCOMPARE(jsonTypeOf("\"1\""), JsonType::String);
        QCOMPARE(jsonTypeOf("[1]"), JsonType::Array);
        QCOMPARE(jsonTypeOf("{}"), JsonType::Object);
    }

    void membersKeepTheirOctets()
    {
        const QByteArray text = "{ \"to\" : \"user:a\" ,\"n\":12345678901234567890, "
                                "\"f\":1.0,\"s\":\"\\u00e4\\/\",\"o\":{\"z\":1,\"a\":[ 1, 2 ]} ,\"\\u006b\\\"\":[] }";
        const auto members = jsonMembers(text);
        QVERIFY(members);
        QList<QByteArray> seen;
        for (const JsonMember &member : *members)
            seen.append(member.key + '=' + member.value.toByteArray());
        QCOMPARE(seen,
                 (QList<QByteArray>{"to=\"user:a\"", "n=12345678901234567890", "f=1.0", "s=\"\\u00e4\\/\"",
                                    "o={\"z\":1,\"a\":[ 1, 2 ]}", "k\"=[]"}));
        QVERIFY(members->front().value.data() >= text.data() && members->front().value.data() < text.data() + text.size());
        QVERIFY(jsonMembers("{ }")->isEmpty());
    }

    void anObjectIsTheWholeText()
    {
        for (const char *text : {"", "[]", "1", "{\"a\":1", "{} {}"})
            QCOMPARE(jsonObject(text).error().code, Errc::Syntax);
        QCOMPARE(jsonObject(" {\"a\":1}\n")->size(), 1);
    }

    void aKeyMayNotOccurTwice()
    {
        const auto members = jsonMembers("{\"a\":1,\"b\":2,\"\\u0061\":3}");
        QVERIFY(!members);
        QCOMPARE(members.error().code, Errc::Syntax);
        QCOMPARE(members.error().offset, 13);
        const QByteArray apart = "{\"a\":{\"b\":1},\"c\":{\"b\":1}}";
        QVERIFY(jsonMembers(apart));
        const QByteArray loneSurrogate = "{\"a\":1,\"\\ud800\":2}";
        QVERIFY(!jsonMembers(loneSurrogate));
    }

    void elements()
    {
        QList<QByteArray> seen;
        for (const QByteArrayView element : jsonElements("[ 1 ,\"a,]\",[2,[3]],{\"b\":[4]}, null]"))
            seen.append(element.toByteArray());
        QCOMPARE(seen, (QList<QByteArray>{"1", "\"a,]\"", "[2,[3]]", "{\"b\":[4]}", "null"}));
        QVERIFY(jsonElements("[ ]").isEmpty());
    }

    void strings_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray("\"\"") << QByteArray("");
        QTest::newRow("plain") << QByteArray("\"abc\"") << QByteArray("abc");
        QTest::newRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"") << QByteArray("\"\\/\b\f\n\r\t");
        QTest::newRow("two octets") << QByteArray("\"\\u00E4\"") << QByteArray("\xc3\xa4");
        QTest::newRow("three octets") << QByteArray("\"\\u20ac\"") << QByteArray("\xe2\x82\xac");
        QTest::newRow("four octets") << QByteArray("\"a\\ud83d\\ude00b\"")
                                     << QByteArray("a\xf0\x9f\x98\x80"
                                                   "b");
        QTest::newRow("NUL") << QByteArray("\"\\u0000\"") << QByteArray("\0", 1);
        QTest::newRow("a backslash before u") << QByteArray("\"\\\\u0041\"") << QByteArray("\\u0041");
    }
    void strings()
    {
        QFETCH(QByteArray, literal);
        QFETCH(QByteArray, text);
        const auto unescaped = jsonString(literal);
        QVERIFY(unescaped);
        QCOMPARE(*unescaped, text);
    }

    void loneSurrogates_data()
    {
        QTest::addColumn<QByteArray>("literal");
        QTest::addColumn<int>("offset");
        QTest::newRow("high at the end") << QByteArray("\"a\\ud800\"") << 2;
        QTest::newRow("high and a letter") << QByteArray("\"\\ud800x\"") << 1;
        QTest::newRow("high and high") << QByteArray("\"\\ud800\\ud800\\udc00\"") << 1;
        QTest::newRow("high and another escape") << QByteArray("\"\\ud800\\n12345\"") << 1;
        QTest::newRow("low") << QByteArray("\"\\udc00\"") << 1;
    }
    void loneSurrogates()
    {
        QFETCH(QByteArray, literal);
        QFETCH(int, offset);
        const auto unescaped = jsonString(literal);
        QVERIFY(!unescaped);
        QCOMPARE(unescaped.error().code, Errc::Syntax);
        QCOMPARE(unescaped.error().offset, offset);
    }

    void quoted()
    {
        QByteArray all;
        for (int c = 0; c < 0x80; ++c)
            all += char(c);
        all += "\xc3\xa4\xf0\x9f\x98\x80";
        const QByteArray literal = jsonQuoted(all);
        QVERIFY(validateJson(literal));
        QCOMPARE(*jsonString(literal), all);
        const QByteArray escapes = "\"a\\\"\\\\\\n\\u001f\"";
        QCOMPARE(jsonQuoted("a\"\\\n\x1f"), escapes);
    }

    void places_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        const auto row = [](const char *name, const char *text, int offset, int line, int column) {
            QTest::newRow(name) << QByteArray(text) << offset << line << column;
        };
        row("the start", "abc", 0, 1, 1);
        row("the end", "abc", 3, 1, 4);
        row("after LF", "a\nb", 2, 2, 1);
        row("after CRLF", "a\r\nbc", 4, 2, 2);
        row("after CR", "a\rb", 2, 2, 1);
        row("after CR and an empty line", "a\r\rb", 3, 3, 1);
        row("at the LF", "a\nb", 1, 1, 2);
        row("octets, not characters", "\xc3\xa4x", 2, 1, 3);
        row("beyond the end", "a\n", 99, 2, 1);
    }
    void places()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, offset);
        const LineColumn place = lineColumnOf(text, offset);
        QTEST(place.line, "line");
        QTEST(place.column, "column");
    }
};

QTEST_APPLESS_MAIN(TestJsonSlice)
#include "tst_jsonslice.moc"
