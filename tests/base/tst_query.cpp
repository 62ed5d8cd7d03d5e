// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/query.h"

#include <QTest>

using namespace pushscope;
using Members = QList<QueryMember>;

class TestQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void members_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<Members>("members");
        QTest::newRow("empty") << QByteArray() << Members{};
        QTest::newRow("one") << QByteArray("a=1") << Members{{"a", "1"}};
        QTest::newRow("repeated, in order") << QByteArray("room=b&room=a") << Members{{"room", "b"}, {"room", "a"}};
        QTest::newRow("encoded") << QByteArray("a%3Db=%26+c%2Bd") << Members{{"a=b", "& c+d"}};
        QTest::newRow("a value with =") << QByteArray("t=a=b") << Members{{"t", "a=b"}};
        QTest::newRow("without a value") << QByteArray("a&b=&=c") << Members{{"a", {}}, {"b", ""}, {"", "c"}};
        QTest::newRow("ampersands alone") << QByteArray("&&a=1&&") << Members{{"a", "1"}};
        QTest::newRow("a broken escape stays") << QByteArray("a=%4") << Members{{"a", "%4"}};
    }
    void members()
    {
        QFETCH(const QByteArray, query);
        QFETCH(const Members, members);
        QCOMPARE(queryMembers(query), members);
    }

    void onlyWithoutAnEqualsSignAValueIsNull()
    {
        const Members members = queryMembers("a&b=");
        QVERIFY(members[0].value.isNull() && !members[1].value.isNull());
    }

    void whatStandsAfterTheMark()
    {
        QCOMPARE(queryOf("/api/events"), QByteArrayView());
        QCOMPARE(queryOf("/api/events?a=1?b"), QByteArrayView("a=1?b"));
    }
};

QTEST_GUILESS_MAIN(TestQuery)
#include "tst_query.moc"
