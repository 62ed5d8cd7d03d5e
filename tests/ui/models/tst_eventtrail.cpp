// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventtrail.h"
#include "ui/models/jsondifference.h"

#include <QTest>

using namespace pushscope;

class TestEventTrail : public QObject
{
    Q_OBJECT

    static JournalRow eventRow(quint64 seq, const QByteArray &type, const QByteArray &data)
    {
        auto event = std::make_shared<Event>();
        event->seq = Seq{seq};
        event->to = {"*"};
        event->type = type;
        event->data = data;
        JournalRow row;
        row.kind = JournalRow::Kind::Event;
        row.seq = event->seq;
        row.event = event;
        row.wall = WallTime(Milliseconds(qint64(1000 * seq)));
        return row;
    }
    static JournalRow deliveryRow(quint64 seq, const QByteArray &client)
    {
        JournalRow row;
        row.kind = JournalRow::Kind::Deliver;
        row.seq = Seq{seq};
        row.client = client;
        return row;
    }

private Q_SLOTS:
    void differences_data()
    {
        using Kind = JsonChange::Kind;
        using Changes = std::vector<JsonChange>;
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<Changes>("changes");
        QTest::newRow("the same") << QByteArray("{\"a\":1}") << QByteArray("{ \"a\": 1 }") << Changes{};
        QTest::newRow("order does not matter") << QByteArray("{\"a\":1,\"b\":2}") << QByteArray("{\"b\":2,\"a\":1}") << Changes{};
        QTest::newRow("changed") << QByteArray("{\"a\":1.0}") << QByteArray("{\"a\":1.00}")
                                 << Changes{{Kind::Changed, QStringLiteral("a"), "1.0", "1.00"}};
        QTest::newRow("added and removed") << QByteArray("{\"a\":1}") << QByteArray("{\"b\":[2]}")
                                           << Changes{{Kind::Added, QStringLiteral("b"), {}, "[2]"},
                                                      {Kind::Removed, QStringLiteral("a"), "1", {}}};
        QTest::newRow("deep") << QByteArray("{\"x\":[{\"p\":1},{\"p\":2}]}") << QByteArray("{\"x\":[{\"p\":1},{\"p\":3},4]}")
                              << Changes{{Kind::Changed, QStringLiteral("x[1].p"), "2", "3"},
                                         {Kind::Added, QStringLiteral("x[2]"), {}, "4"}};
        QTest::newRow("another kind") << QByteArray("{\"a\":[1]}") << QByteArray("{\"a\":{}}")
                                      << Changes{{Kind::Changed, QStringLiteral("a"), "[1]", "{}"}};
        QTest::newRow("no JSON") << QByteArray("oops") << QByteArray("1") << Changes{{Kind::Changed, {}, "oops", "1"}};
    }
    void differences()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(std::vector<JsonChange>, changes);
        QVERIFY(jsonDifference(before, after) == changes);
    }

    void theOneBeforeOfItsType()
    {
        EventTrail trail;
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.journal = {eventRow(1, "price", "1"), eventRow(2, "news", "2"), eventRow(3, "price", "3"),
                            deliveryRow(3, "a"),       deliveryRow(1, "b"),      deliveryRow(3, "c")};
        trail.apply(snapshot);
        const EventPtr newest = snapshot.journal[2].event;
        QCOMPARE(trail.previousOf(*newest)->data, QByteArray("1"));
        QVERIFY(!trail.previousOf(*snapshot.journal[1].event));
        QCOMPARE(trail.deliveriesOf(Seq{3}).size(), 2u);
        QCOMPARE(trail.deliveriesOf(Seq{3})[1].client, QByteArray("c"));
        QCOMPARE(trail.takenAt(Seq{3}), WallTime(Milliseconds(3000)));
        snapshot.generation = 2; // another hub: its ids are others
        snapshot.journal.clear();
        trail.apply(snapshot);
        QVERIFY(!trail.previousOf(*newest));
        QVERIFY(trail.deliveriesOf(Seq{3}).empty());
    }

    // The event's own row comes after those of its deliveries, so that its time would give less than nothing.
    void whenEachOneGotIt()
    {
        using namespace std::chrono_literals;
        const TimePoint begun{1h};
        EventTrail trail;
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.monoNs = 9'000'000'000;
        snapshot.figures.mono = begun + 9s;
        auto event = std::make_shared<Event>(*eventRow(7, "price", "1").event);
        event->accepted = begun + 2s;
        JournalRow row = eventRow(7, "price", "1");
        row.event = event;
        row.monoNs = 2'000'900'000;
        const auto at = [](JournalRow journal, qint64 ns) {
            journal.monoNs = ns;
            return journal;
        };
        const auto ack = [](quint64 upTo, const QByteArray &client, qint64 ns) {
            JournalRow journal;
            journal.kind = JournalRow::Kind::Ack;
            journal.seq = Seq{upTo};
            journal.client = client;
            journal.monoNs = ns;
            return journal;
        };
        snapshot.journal = {at(deliveryRow(7, "a"), 2'000'040'000), at(deliveryRow(7, "b"), 2'000'095'000), row,
                            ack(6, "a", 2'001'000'000), // of the one before
                            ack(8, "a", 2'003'040'000)};
        trail.apply(snapshot);
        const std::vector<EventTrail::Delivered> got = trail.deliveriesOf(Seq{7});
        QCOMPARE(got.size(), 2u);
        QVERIFY(got[0].took == 40us);
        QVERIFY(got[1].took == 95us);
        QVERIFY(got[0].acked == 3ms);
        QVERIFY(!got[1].acked);
    }

    void aRecordingKnowsNoTimeOfTaking()
    {
        EventTrail trail;
        Snapshot snapshot;
        snapshot.generation = 1;
        snapshot.journal = {deliveryRow(7, "a"), eventRow(7, "price", "1")};
        trail.apply(snapshot);
        QCOMPARE(trail.deliveriesOf(Seq{7}).size(), 1u);
        QVERIFY(!trail.deliveriesOf(Seq{7})[0].took);
    }
};

QTEST_APPLESS_MAIN(TestEventTrail)
#include "tst_eventtrail.moc"
