// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/httpmessage.h"

#include <QTest>

using namespace pushscope;

class TestHttpMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fields()
    {
        const RequestHead head{"GET", "/", "1.1", {{"a", "1"}, {"b", ""}, {"a", "2"}, {"c", ""}, {"c", "x"}}};
        QCOMPARE(head.field("a"), QByteArray("1"));
        QVERIFY(head.field("b").isEmpty());
        QVERIFY(head.field("x").isNull());
        QCOMPARE(head.joinedField("a"), QByteArray("1, 2"));
        QCOMPARE(head.joinedField("c"), QByteArray(", x"));
        QVERIFY(head.joinedField("x").isNull());
    }

    void tokens()
    {
        const RequestHead head{"GET", "/", "1.1", {{"connection", "close ,\tUPGRADE"}, {"connection", "x"}}};
        QVERIFY(head.hasToken("connection", "upgrade"));
        QVERIFY(head.hasToken("connection", "close"));
        QVERIFY(head.hasToken("connection", "x"));
        QVERIFY(!head.hasToken("connection", "up"));
        QVERIFY(!head.hasToken("upgrade", "x"));
    }

    void targets_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("query");
        QTest::newRow("no query") << QByteArray("/a/b") << QByteArray("/a/b") << QByteArray();
        QTest::newRow("an empty query") << QByteArray("/?") << QByteArray("/") << QByteArray();
        QTest::newRow("a query with a mark") << QByteArray("/a?b=c?d") << QByteArray("/a") << QByteArray("b=c?d");
        QTest::newRow("asterisk") << QByteArray("*") << QByteArray("*") << QByteArray();
    }
    void targets()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, path);
        QFETCH(QByteArray, query);
        const RequestHead head{"GET", target, "1.1", {}};
        QCOMPARE(head.path().toByteArray(), path);
        QCOMPARE(head.query().toByteArray(), query);
    }

    void reasons()
    {
        QCOMPARE(reasonPhrase(200).toByteArray(), QByteArray("OK"));
        QCOMPARE(reasonPhrase(431).toByteArray(), QByteArray("Request Header Fields Too Large"));
        QVERIFY(!reasonPhrase(299).isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestHttpMessage)
#include "tst_httpmessage.moc"
