// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsontext.h"
#include "ui/models/jsontreemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pushscope;

class TestJsonText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void good_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("nodes");
        QTest::addRow("null") << QByteArray("null") << 1;
        QTest::addRow("white space around") << QByteArray(" \r\n\t[ ]\n ") << 1;
        QTest::addRow("numbers") << QByteArray("[0,-0,1.50,1e5,-2.5E-3,12345678901234567890]") << 7;
        QTest::addRow("escapes") << QByteArray("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\"") << 1;
        QTest::addRow("nested") << QByteArray("{\"a\":{\"b\":[true,false,{}]},\"\":null}") << 7;
        QTest::addRow("deep enough") << QByteArray(JsonDepth, '[') + QByteArray(JsonDepth, ']') << JsonDepth;
    }
    void good()
    {
        QFETCH(QByteArray, text);
        const JsonOutline outline = readJson(text);
        QVERIFY2(!outline.error, outline.error ? qPrintable(outline.error->what) : "");
        QTEST(int(outline.nodes.size()), "nodes");
    }

    void bad_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addRow("nothing") << QByteArray() << 1 << 1;
        QTest::addRow("cut short") << QByteArray("{\"a\":") << 1 << 6;
        QTest::addRow("no comma") << QByteArray("{\n  \"a\": 1\n  \"b\": 2\n}") << 3 << 3;
        QTest::addRow("comma before the end") << QByteArray("[1,\n2,\n]") << 3 << 1;
        QTest::addRow("no colon") << QByteArray("{\"a\" 1}") << 1 << 6;
        QTest::addRow("no quotes") << QByteArray("{a:1}") << 1 << 2;
        QTest::addRow("single quotes") << QByteArray("{'a':1}") << 1 << 2;
        QTest::addRow("leading zero") << QByteArray("01") << 1 << 2;
        QTest::addRow("plus") << QByteArray("+1") << 1 << 1;
        QTest::addRow("dot without digits") << QByteArray("1.") << 1 << 3;
        QTest::addRow("bad escape") << QByteArray("\"a\\x\"") << 1 << 4;
        QTest::addRow("short \\u") << QByteArray("\"\\u12G4\"") << 1 << 6;
        QTest::addRow("line break in a string") << QByteArray("\"a\nb\"") << 1 << 3;
        QTest::addRow("two values") << QByteArray("1 2") << 1 << 3;
        QTest::addRow("bad word") << QByteArray("[tru]") << 1 << 2;
        QTest::addRow("column counts characters") << QByteArray("[\"\xc3\xa4\xc3\xb6\" x]") << 1 << 7;
        QTest::addRow("wrong bracket") << QByteArray("[1}") << 1 << 3;
        QTest::addRow("too deep") << QByteArray(JsonDepth + 1, '[') << 1 << JsonDepth + 1;
    }
    void bad()
    {
        QFETCH(QByteArray, text);
        const JsonOutline outline = readJson(text);
        QVERIFY(outline.error);
        QVERIFY(outline.nodes.empty());
        QVERIFY(!outline.error->what.isEmpty());
        const TextPlace place = placeOf(text, outline.error->offset);
        QTEST(place.line, "line");
        QTEST(place.column, "column");
    }

    void tree()
    {
        JsonTreeModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setText("{\"n\":12345678901234567890,\"list\":[1.0,\"x\"]}");
        const QModelIndex root = model.index(0, 0);
        QCOMPARE(model.rowCount(root), 2);
        QCOMPARE(model.index(0, 0, root).data().toString(), QStringLiteral("n"));
        QCOMPARE(model.index(0, 1, root).data().toString(), QStringLiteral("12345678901234567890"));
        const QModelIndex list = model.index(1, 0, root);
        QCOMPARE(model.index(0, 1, list).data().toString(), QStringLiteral("1.0"));
        QCOMPARE(model.index(1, 0, list).data().toString(), QStringLiteral("[1]"));
        QCOMPARE(model.parent(list), root);
        model.setText("nonsense");
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.error());
    }
};

QTEST_GUILESS_MAIN(TestJsonText)
#include "tst_jsontext.moc"
