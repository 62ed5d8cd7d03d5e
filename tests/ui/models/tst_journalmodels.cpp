// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventsmodel.h"
#include "ui/models/logmodel.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

using Tester = QAbstractItemModelTester;
using Kind = JournalRow::Kind;

class TestJournalModels : public QObject
{
    Q_OBJECT

    template<typename Model> struct Fixture {
        SyntheticHub hub;
        Model model;
        Tester tester{&model, Tester::FailureReportingMode::QtTest};
        TimePoint now{1h};

        explicit Fixture(std::size_t capacity)
            : model(nullptr, capacity)
        {
        }
        void apply(const Snapshot &snapshot, Milliseconds later = 1s)
        {
            now += later;
            model.apply(snapshot, now);
        }
    };

    static Snapshot withLog(SyntheticHub &hub)
    {
        Snapshot snapshot = hub.empty();
        snapshot.journal = {hub.makeLog(Kind::Log, "info", "listening"),
                            hub.makeLog(Kind::Conn, "open", ""),
                            hub.makeLog(Kind::Req, "refused", "401 no token"),
                            hub.makeLog(Kind::Fault, "set", "latency 200 ms"),
                            hub.makeLog(Kind::Mark, "mark", "deployed"),
                            hub.makeLog(Kind::Log, "error", "disk full"),
                            hub.makeEvent()};
        return snapshot;
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void cells()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(3));
        const auto text = [&](int column) { return f.model.index(1, column).data().toString(); };
        QCOMPARE(text(EventsModel::Id), QStringLiteral("k3f9-2"));
        QCOMPARE(text(EventsModel::To), QStringLiteral("room:lobby"));
        QCOMPARE(text(EventsModel::Type), QStringLiteral("chat:message"));
        QCOMPARE(text(EventsModel::Receivers), QStringLiteral("6"));
        QCOMPARE(text(EventsModel::Size), QString::number(f.model.rowAt(1).event->data.size()));
        QVERIFY(text(EventsModel::Data).startsWith(QStringLiteral("{\"n\":2")));
    }

    // The journal says of a replay what it was on the wire: the column means the data in each row, and so does the filter.
    void aReplayHasTheSizeOfItsData()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(3));
        const QString size = f.model.index(1, EventsModel::Size).data().toString();
        const auto replayOf = [&](quint64 seq) {
            JournalRow row = f.hub.makeLog(Kind::Replay, "", "");
            row.op.clear();
            row.seq = Seq{seq};
            row.client = "tab-1";
            row.length = 999'999; // octets on the wire
            return row;
        };
        Snapshot snapshot = f.hub.empty();
        snapshot.journal = {replayOf(2), replayOf(4711)};
        f.apply(snapshot);
        QCOMPARE(f.model.rowCount(), 5);
        QCOMPARE(f.model.index(3, EventsModel::Size).data().toString(), size);
        QVERIFY(f.model.index(3, EventsModel::Data).data().toString().startsWith(QStringLiteral("{\"n\":2")));
        QCOMPARE(f.model.index(3, EventsModel::To).data().toString(), QStringLiteral("tab-1"));
        QCOMPARE(f.model.index(4, EventsModel::Size).data().toString(), QStringLiteral("–")); // not known here
        QVERIFY(f.model.setFilter(QStringLiteral("len > 900000")));
        QCOMPARE(f.model.rowCount(), 0);
    }

    void everyoneInWords()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(7));
        QCOMPARE(f.model.index(6, EventsModel::To).data().toString(), QStringLiteral("everyone"));
    }

    void insertsComeInBatches()
    {
        Fixture<EventsModel> f(10'000);
        f.apply(f.hub.withEvents(1));
        QSignalSpy inserted(&f.model, &QAbstractItemModel::rowsInserted);
        for (int frame = 0; frame < 30; ++frame)
            f.apply(f.hub.withEvents(10), 33ms);
        QVERIFY2(inserted.size() <= 4, qPrintable(QString::number(inserted.size())));
        f.apply(f.hub.empty());
        f.apply(f.hub.withEvents(1));
        QCOMPARE(f.model.rowCount(), 302);
    }

    void theLastBatchNeedsNoFrame()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(1));
        f.apply(f.hub.withEvents(5), 33ms);
        QCOMPARE(f.model.rowCount(), 1);
        QTRY_COMPARE(f.model.rowCount(), 6);
    }

    void theRingNeverGrowsBeyondItsSize_data()
    {
        QTest::addColumn<int>("perBatch");
        QTest::addRow("a few") << 7;
        QTest::addRow("more than a tenth") << 45;
        QTest::addRow("exactly the ring") << 100;
        QTest::addRow("more than the ring") << 250;
    }
    void theRingNeverGrowsBeyondItsSize()
    {
        QFETCH(int, perBatch);
        Fixture<EventsModel> f(100);
        int total = 0;
        for (; total < 1000; total += perBatch) {
            f.apply(f.hub.withEvents(perBatch));
            QVERIFY(f.model.rowCount() <= 100);
            const JournalRow &newest = f.model.rowAt(f.model.rowCount() - 1);
            QCOMPARE(newest.seq.value, quint64(total + perBatch));
        }
        QCOMPARE(f.model.droppedCount() + quint64(f.model.rowCount()), quint64(total));
        for (int row = 1; row < f.model.rowCount(); ++row)
            QCOMPARE(f.model.rowAt(row).ref, f.model.rowAt(row - 1).ref + 1);
    }

    void rowsLeaveInBatches()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(100));
        QSignalSpy removed(&f.model, &QAbstractItemModel::rowsRemoved);
        for (int i = 0; i < 20; ++i)
            f.apply(f.hub.withEvents(1));
        QCOMPARE(removed.size(), 2);
    }

    void filter()
    {
        Fixture<EventsModel> f(1000);
        f.apply(f.hub.withEvents(100));
        f.model.setFilter(QStringLiteral("PRICE\""));
        QCOMPARE(f.model.rowCount(), 100); // every event's data names it
        f.model.setFilter(QStringLiteral("order.updated"));
        QCOMPARE(f.model.rowCount(), 20);
        QCOMPARE(f.model.hiddenCount(), 80);
        f.apply(f.hub.withEvents(10));
        QCOMPARE(f.model.rowCount(), 22);
        const quint64 ref = f.model.keyOfRow(21);
        QCOMPARE(f.model.rowOfKey(ref), 21);
        QCOMPARE(f.model.rowOfKey(ref - 1), -1);
        f.model.setFilter({});
        QCOMPARE(f.model.rowCount(), 110);
    }

    void filterByIdFindsIt()
    {
        Fixture<EventsModel> f(1000);
        f.apply(f.hub.withEvents(100));
        f.model.setFilter(QStringLiteral("k3f9-42"));
        QCOMPARE(f.model.rowCount(), 1);
        QCOMPARE(f.model.rowOfSeq(Seq{42}), 0);
        QCOMPARE(f.model.rowOfSeq(Seq{43}), -1);
    }

    void theRingTurnsOverWhileFiltered()
    {
        Fixture<EventsModel> f(100);
        f.model.setFilter(QStringLiteral("order.updated"));
        for (int i = 0; i < 50; ++i)
            f.apply(f.hub.withEvents(13));
        for (int row = 0; row < f.model.rowCount(); ++row)
            QCOMPARE(f.model.rowAt(row).type, QByteArray("order.updated"));
        QVERIFY(f.model.rowCount() >= 17 && f.model.rowCount() <= 20);
    }

    void skippedRowsAreCounted()
    {
        Fixture<EventsModel> f(100);
        Snapshot snapshot = f.hub.withEvents(1);
        snapshot.journalSkipped = 1234;
        QSignalSpy counts(&f.model, &CellTableModel::countsChanged);
        f.apply(snapshot);
        QCOMPARE(f.model.skippedCount(), 1234u);
        QVERIFY(counts.size() > 0);
    }

    void anotherGenerationVoidsAll()
    {
        Fixture<EventsModel> f(100);
        f.apply(f.hub.withEvents(50));
        SyntheticHub next(2);
        f.apply(next.withEvents(2));
        QCOMPARE(f.model.rowCount(), 2);
        QCOMPARE(f.model.droppedCount(), 0u);
    }

    void logTakesWhatItWants()
    {
        Fixture<LogModel> f(100);
        f.apply(withLog(f.hub));
        QCOMPARE(f.model.rowCount(), 6); // not the event
        QCOMPARE(f.model.index(5, LogModel::Level).data().toString(), QStringLiteral("✖ error"));
        QCOMPARE(f.model.index(2, LogModel::Cause).data().toString(), QStringLiteral("401 no token"));
    }

    void logByLevel_data()
    {
        QTest::addColumn<int>("level");
        QTest::addColumn<int>("shown");
        QTest::addRow("all") << int(LogModel::Severity::Info) << 6;
        QTest::addRow("warnings and errors") << int(LogModel::Severity::Warning) << 3;
        QTest::addRow("errors") << int(LogModel::Severity::Error) << 1;
    }
    void logByLevel()
    {
        QFETCH(int, level);
        Fixture<LogModel> f(100);
        f.model.setLeastLevel(LogModel::Severity(level)); // before the first row: later ones are filtered too
        f.apply(withLog(f.hub));
        QTEST(f.model.rowCount(), "shown");
    }

    void logByCategory()
    {
        Fixture<LogModel> f(100);
        f.apply(withLog(f.hub));
        for (const Kind kind : LogModel::Categories) {
            f.model.setCategory(kind);
            QCOMPARE(f.model.rowCount(), kind == Kind::Log ? 2 : kind == Kind::Replay ? 0 : 1);
        }
        f.model.setCategory({});
        QCOMPARE(f.model.rowCount(), 6);
    }
};

QTEST_GUILESS_MAIN(TestJournalModels)
#include "tst_journalmodels.moc"
