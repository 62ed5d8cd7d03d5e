// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filtercompletion.h"
#include "ui/models/tablefilter.h"

#include "observe/snapshot.h"

#include <QTest>

using namespace pushscope;

class TestTableFilter : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWordsFromConditions_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("condition");
        QTest::newRow("a word") << QStringLiteral("alice") << false;
        QTest::newRow("words") << QStringLiteral("alice lobby") << false;
        QTest::newRow("a piece of JSON") << QStringLiteral("\"price\": 12 < 13") << false;
        QTest::newRow("a field alone is a word") << QStringLiteral("user") << false;
        QTest::newRow("a boolean field alone") << QStringLiteral("tls") << true;
        QTest::newRow("its negation") << QStringLiteral("!tls") << true;
        QTest::newRow("equal") << QStringLiteral("user == alice") << true;
        QTest::newRow("without blanks") << QStringLiteral("lagMs>200ms") << true;
        QTest::newRow("contains") << QStringLiteral("rooms contains lobby") << true;
        QTest::newRow("in parentheses") << QStringLiteral("(user == a) || tls") << true;
        QTest::newRow("a field that is none") << QStringLiteral("nosuch == 3") << true;
        QTest::newRow("half typed") << QStringLiteral("user =") << true;
    }
    void tellsWordsFromConditions()
    {
        QFETCH(QString, text);
        QFETCH(bool, condition);
        QCOMPARE(looksLikeCondition(text, clientFilterFields()), condition);
    }

    void aWrongConditionNamesItsPlace()
    {
        const auto filter = TableFilter::parse(QStringLiteral("user == bob && nosuch > 3"), clientFilterFields());
        QVERIFY(!filter);
        QCOMPARE(filter.error().offset, qsizetype(15));
        QVERIFY(TableFilter::parse(QStringLiteral("user == bob"), clientFilterFields())->isCondition());
        QCOMPARE(TableFilter::parse(QStringLiteral(" BOB "), clientFilterFields())->words(), QByteArray("bob"));
        QVERIFY(TableFilter::parse(QStringLiteral("  "), clientFilterFields())->matchesAll());
    }

    // What a cell is made into is true for its row, and its opposite is not.
    void aCellBecomesACondition_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("condition");
        QTest::newRow("word") << QByteArray("user") << QStringLiteral("user == alice");
        QTest::newRow("text") << QByteArray("userAgent") << QStringLiteral("userAgent == \"say \\\"hi\\\" \\\\ bye\"");
        QTest::newRow("state") << QByteArray("state") << QStringLiteral("state == away");
        QTest::newRow("bool") << QByteArray("tls") << QStringLiteral("tls == true");
        QTest::newRow("number") << QByteArray("eventsOut") << QStringLiteral("eventsOut == 12345678");
        QTest::newRow("size") << QByteArray("bytesOut") << QStringLiteral("bytesOut == 1000000");
        QTest::newRow("duration") << QByteArray("lagMs") << QStringLiteral("lagMs == 250ms");
        QTest::newRow("id") << QByteArray("lastSent") << QStringLiteral("lastSent == 42");
        QTest::newRow("none") << QByteArray("lastAcked") << QStringLiteral("lastAcked == null");
        QTest::newRow("time") << QByteArray("connectedAt") << QStringLiteral("connectedAt == 2023-11-14T22:13:20.123Z");
        QTest::newRow("list") << QByteArray("rooms") << QStringLiteral("rooms contains lobby && rooms contains \"a b\"");
    }
    void aCellBecomesACondition()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, condition);
        ClientRow row;
        row.user = "alice";
        row.userAgent = "say \"hi\" \\ bye";
        row.state = ClientState::Away;
        row.tls = true;
        row.eventsOut = 12'345'678;
        row.bytesOut = 1'000'000;
        row.lag = Milliseconds(250);
        row.lastSent = Seq{42};
        row.connectedAt = WallTime(Milliseconds(1'700'000'000'123));
        row.rooms = {"lobby", "a b"};
        const auto fields = clientFilterFields();
        const int index = fieldNamed(fields, field);
        QVERIFY(index >= 0);
        const FilterValue value = ClientFilterRow(row).value(index);
        QCOMPARE(conditionFor(fields[size_t(index)], value), condition);
        const auto is = TableFilter::parse(conditionFor(fields[size_t(index)], value), fields);
        const auto isNot = TableFilter::parse(conditionAgainst(fields[size_t(index)], value), fields);
        QVERIFY(is && isNot);
        QVERIFY(is->condition().matches(ClientFilterRow(row)));
        QVERIFY(!isNot->condition().matches(ClientFilterRow(row)));
    }

    void conditionsAreJoined()
    {
        const auto fields = clientFilterFields();
        const QString one = QStringLiteral("user == a"), two = QStringLiteral("tls == true");
        QCOMPARE(joinedCondition(one, two, FilterJoin::Replace, fields), two);
        QCOMPARE(joinedCondition(one, two, FilterJoin::And, fields), QStringLiteral("user == a && tls == true"));
        QCOMPARE(joinedCondition(one, two, FilterJoin::Or, fields), QStringLiteral("user == a || tls == true"));
        QCOMPARE(joinedCondition(QStringLiteral("user == a || user == b"), two, FilterJoin::And, fields),
                 QStringLiteral("(user == a || user == b) && tls == true"));
        QCOMPARE(joinedCondition(QStringLiteral("some words"), two, FilterJoin::And, fields), two);
    }

    void columnsAreOfCharacters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("octet");
        QTest::addColumn<qsizetype>("column");
        QTest::newRow("the beginning") << QStringLiteral("ü == ") << qsizetype(0) << qsizetype(0);
        QTest::newRow("behind two octets") << QStringLiteral("ü == ") << qsizetype(2) << qsizetype(1);
        QTest::newRow("the end") << QStringLiteral("ü == ") << qsizetype(6) << qsizetype(5);
        QTest::newRow("ASCII") << QStringLiteral("user == ") << qsizetype(8) << qsizetype(8);
    }
    void columnsAreOfCharacters()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, octet);
        QTEST(columnOf(text, octet), "column");
    }

    void proposesWhatMayComeNext_data()
    {
        QTest::addColumn<QString>("text"); // | is the cursor
        QTest::addColumn<QStringList>("proposals");
        const QStringList joins{QStringLiteral("&&"), QStringLiteral("||")};
        QTest::newRow("fields") << QStringLiteral("us|") << QStringList{QStringLiteral("user"), QStringLiteral("userAgent")};
        QTest::newRow("fields, later") << QStringLiteral("tls == true && lag|") << QStringList{QStringLiteral("lagMs")};
        QTest::newRow("fields, negated") << QStringLiteral("!(cert|") << QStringList{QStringLiteral("certain")};
        QTest::newRow("whatever the case") << QStringLiteral("LAG|") << QStringList{QStringLiteral("lagMs")};
        QTest::newRow("operators of a list")
            << QStringLiteral("rooms |") << QStringList{QStringLiteral("contains"), QStringLiteral("=~")};
        QTest::newRow("values") << QStringLiteral("state == |") << QStringList{QStringLiteral("live"), QStringLiteral("away")};
        QTest::newRow("values, begun") << QStringLiteral("state == a|") << QStringList{QStringLiteral("away")};
        QTest::newRow("values, quoted") << QStringLiteral("state == \"l|") << QStringList{QStringLiteral("live")};
        QTest::newRow("connectives") << QStringLiteral("state == live |") << joins;
        QTest::newRow("connectives behind a quote") << QStringLiteral("user == \"a b\" |") << joins;
        QTest::newRow("nothing for no field") << QStringLiteral("nosuch == |") << QStringList();
        QTest::newRow("nothing where it is whole") << QStringLiteral("lagMs|") << QStringList();
        QTest::newRow("in the middle") << QStringLiteral("lag| > 3 && tls") << QStringList{QStringLiteral("lagMs")};
    }
    void proposesWhatMayComeNext()
    {
        QFETCH(QString, text);
        QFETCH(QStringList, proposals);
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        const auto values = [](int) { return QStringList{QStringLiteral("live"), QStringLiteral("away")}; };
        const FilterPlace place = placeInFilter(text, cursor, clientFilterFields());
        QCOMPARE(filterProposals(place, clientFilterFields(), values), proposals);
    }
};

QTEST_APPLESS_MAIN(TestTableFilter)
#include "tst_tablefilter.moc"
