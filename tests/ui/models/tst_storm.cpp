// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stormsmodel.h"
#include "ui/support/syntheticsource.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace pushscope;
using namespace std::chrono_literals;

namespace {

// A hub of `Count` clients whose clock is moved by hand.
class Rig
{
public:
    static constexpr quint32 Count = 20;

    Rig()
    {
        Snapshot first = empty();
        for (quint32 key = 1; key <= Count; ++key)
            first.changedClients.push_back(hub.makeClient(key));
        for (ClientRow &client : first.changedClients)
            client.state = ClientState::Live;
        recorder.apply(first);
        recorder.apply(empty());
    }
    [[nodiscard]] Snapshot empty()
    {
        Snapshot snapshot = hub.empty();
        snapshot.figures.at = now;
        snapshot.figures.protocols[0].clients = connected;
        return snapshot;
    }
    void cut(quint32 from, quint32 upTo)
    {
        connected -= upTo - from + 1;
        Snapshot snapshot = empty();
        for (quint32 key = from; key <= upTo; ++key) {
            ClientRow client;
            client.key = key;
            client.state = ClientState::Away;
            snapshot.changedClients.push_back(client);
            endedAt[key] = now;
        }
        recorder.apply(snapshot);
    }
    void comeBack(quint32 key, Milliseconds caughtUpAfter = 20ms, Verdict verdict = Verdict::Recovered)
    {
        ++connected;
        Snapshot snapshot = empty();
        ReconnectRow row = hub.makeReconnect(key, verdict);
        row.at = now;
        row.away = std::chrono::duration_cast<Milliseconds>(now - endedAt[key]);
        row.caughtUpAfter = verdict == Verdict::Pending ? Milliseconds(-1) : caughtUpAfter;
        ClientRow client;
        client.key = key;
        client.state = ClientState::Live;
        snapshot.changedClients.push_back(client);
        snapshot.changedReconnects.push_back(row);
        last = row;
        recorder.apply(snapshot);
    }
    void refuse(int times)
    {
        Snapshot snapshot = empty();
        for (int i = 0; i < times; ++i) {
            JournalRow row = hub.makeLog(JournalRow::Kind::Req, "refused", "503");
            row.wall = now;
            snapshot.journal.push_back(row);
        }
        recorder.apply(snapshot);
    }
    void pass(Milliseconds time)
    {
        now += time;
        recorder.apply(empty());
    }
    [[nodiscard]] const Storm &storm() const { return recorder.storms().back(); }

    SyntheticHub hub;
    StormRecorder recorder;
    WallTime now{1'790'000'000s};
    quint64 connected = Count;
    QHash<quint32, WallTime> endedAt;
    ReconnectRow last;
};

} // namespace

class TestStorm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void spread_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("median");
        QTest::addColumn<int>("p95");
        QTest::addColumn<int>("most");
        QTest::addRow("one") << 1 << 1 << 1 << 1;
        QTest::addRow("two") << 2 << 2 << 2 << 2;
        QTest::addRow("a hundred") << 100 << 51 << 96 << 100;
    }
    void spread()
    {
        QFETCH(int, count);
        std::vector<qint32> values;
        for (int i = count; i >= 1; --i)
            values.push_back(i);
        const std::optional<Spread> spread = spreadOf(values);
        QVERIFY(spread);
        QTEST(int(spread->median), "median");
        QTEST(int(spread->p95), "p95");
        QTEST(int(spread->most), "most");
        QVERIFY(!spreadOf({}));
    }

    void aFewAreNoStorm()
    {
        Rig rig;
        rig.cut(1, 9);
        QVERIFY(rig.recorder.storms().empty());
    }

    void manyAreOneByThemselves()
    {
        Rig rig;
        rig.cut(1, 6);
        rig.now += 900ms;
        rig.cut(7, 12);
        QCOMPARE(rig.recorder.storms().size(), 1u);
        QCOMPARE(rig.storm().cut, 12u);
        QCOMPARE(rig.storm().before, 20u);
        rig.now += 400ms;
        rig.cut(13, 13);
        QCOMPARE(rig.storm().cut, 13u);
        QCOMPARE(rig.recorder.storms().size(), 1u);
    }

    void thoseWhoTrickleAwayAreNone()
    {
        Rig rig;
        for (quint32 key = 1; key <= 20; ++key) {
            rig.cut(key, key);
            rig.pass(500ms);
        }
        QVERIFY(rig.recorder.storms().empty());
    }

    void anAnnouncedOneMayBeSmall()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        rig.now += 50ms;
        rig.cut(1, 2);
        QCOMPARE(rig.recorder.storms().size(), 1u);
        QCOMPARE(rig.storm().cause, QStringLiteral("all dropped"));
        rig.recorder.announce(QStringLiteral("again"), rig.now + 20ms); // while they are away
        rig.now += 50ms;
        rig.cut(3, 5);
        QCOMPARE(rig.recorder.storms().size(), 2u);
        QCOMPARE(rig.storm().cut, 3u);
        QVERIFY(rig.recorder.storms().front().over);
    }

    void theSameClientsAgain()
    {
        Rig rig;
        for (int i = 1; i <= 3; ++i) {
            rig.recorder.announce(QString::number(i), rig.now);
            rig.cut(1, 20);
            QCOMPARE(rig.recorder.storms().size(), size_t(i));
            for (quint32 key = 1; key <= 20; ++key) {
                rig.now += 10ms;
                rig.comeBack(key);
            }
            QCOMPARE(rig.storm().back, 20u);
            rig.now += 300ms;
        }
    }

    void howTheyComeBack()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        rig.cut(1, 20);
        rig.now += 50ms;
        rig.refuse(3);
        for (quint32 key = 1; key <= 20; ++key) {
            rig.now += 100ms;
            rig.comeBack(key, 20ms);
        }
        const Storm &storm = rig.storm();
        QCOMPARE(storm.back, 20u);
        QCOMPARE(storm.caughtUp, 20u);
        QCOMPARE(storm.attempts, 23u);
        QCOMPARE(peakAttempts(storm), 3u);
        const StormRow row = stormRow(storm);
        QVERIFY(row.backAfter && row.caughtUpAfter);
        QCOMPARE(*row.backAfter, (Spread{1150, 2050, 2050}));
        QCOMPARE(row.caughtUpAfter->most, 2070);
        const std::vector<StormStepRow> steps = stormSteps(storm);
        QCOMPARE(steps[0], (StormStepRow{0, 3, 0, 0}));
        QCOMPARE(steps[1], (StormStepRow{100, 1, 1, 1}));
        QCOMPARE(steps.back(), (StormStepRow{2000, 1, 20, 20}));
        QVERIFY(!storm.over);
        rig.pass(4000ms);
        QVERIFY(rig.storm().over);
        QCOMPARE(
            stormSentence(stormRow(rig.storm())),
            QStringLiteral("all dropped: 20 of 20 clients are back after 23 attempts, at most 3 of them within 100 ms. Back "
                           "after: p50 1.1 s, p95 2.0 s, last 2.0 s. Caught up: 20, after p50 1.2 s, p95 2.1 s, last 2.1 s."));
    }

    void aReplayThatTakesLonger()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        rig.cut(1, 1);
        rig.now += 200ms;
        rig.comeBack(1, {}, Verdict::Pending);
        QCOMPARE(rig.storm().back, 1u);
        QCOMPARE(rig.storm().caughtUp, 0u);
        Snapshot later = rig.empty();
        rig.last.verdict = Verdict::Recovered;
        rig.last.caughtUpAfter = 900ms;
        later.changedReconnects = {rig.last};
        rig.recorder.apply(later);
        QCOMPARE(rig.storm().back, 1u);
        QCOMPARE(rig.storm().caughtUp, 1u);
        QCOMPARE(rig.storm().caughtUpAfter.front(), 1100);
    }

    void backBeforeASnapshotSawThemAway()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        Snapshot snapshot = rig.empty();
        for (quint32 key = 1; key <= 20; ++key) {
            ReconnectRow row = rig.hub.makeReconnect(key, Verdict::Recovered);
            row.away = 15ms;
            row.at = rig.now + 20ms;
            snapshot.changedReconnects.push_back(row);
        }
        snapshot.figures.at += 33ms;
        rig.recorder.apply(snapshot);
        QCOMPARE(rig.recorder.storms().size(), 1u);
        QCOMPARE(rig.storm().cut, 20u);
        QCOMPARE(rig.storm().back, 20u);
    }

    // The snapshot of a window that nobody looks at: late, and with all that happened meanwhile.
    void theJournalTellsWhenTheyWereCut()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        const WallTime cutAt = rig.now + 10ms;
        Snapshot late = rig.empty();
        for (quint32 key = 1; key <= 20; ++key) {
            ClientRow client = rig.hub.makeClient(key);
            client.state = ClientState::Away;
            JournalRow closed = rig.hub.makeLog(JournalRow::Kind::Conn, "close", {});
            closed.client = client.client;
            closed.wall = cutAt;
            JournalRow refused = rig.hub.makeLog(JournalRow::Kind::Req, "refused", "503");
            refused.wall = cutAt + 150ms;
            late.changedClients.push_back(client);
            late.journal.insert(late.journal.end(), {closed, refused});
        }
        late.figures.at = rig.now + 900ms;
        rig.recorder.apply(late);
        QCOMPARE(rig.storm().cut, 20u);
        QVERIFY(rig.storm().at == cutAt);
        QCOMPARE(rig.storm().attempts, 20u);
        QCOMPARE(stormSteps(rig.storm()).at(1), (StormStepRow{100, 20, 0, 0}));
    }

    // Who was shown away later, with many others, was cut with them; who had left before is not of them.
    void theOrderOfRowsDoesNotMatter()
    {
        Rig rig;
        rig.cut(20, 20);
        rig.now += 500ms;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        const WallTime announcedAt = rig.now;
        for (quint32 key = 19; key >= 1; --key) {
            ClientRow client = rig.hub.makeClient(key);
            client.state = ClientState::Away;
            JournalRow closed = rig.hub.makeLog(JournalRow::Kind::Conn, "close", {});
            closed.client = client.client;
            closed.wall = announcedAt + Milliseconds(key);
            Snapshot snapshot = rig.empty();
            snapshot.changedClients.push_back(client);
            snapshot.journal.push_back(closed);
            rig.now += 33ms;
            snapshot.figures.at = rig.now;
            rig.recorder.apply(snapshot);
        }
        QCOMPARE(rig.recorder.storms().size(), 1u);
        QCOMPARE(rig.storm().cut, 19u);
    }

    void someStayAway()
    {
        Rig rig;
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        rig.cut(1, 20);
        rig.comeBack(1);
        rig.pass(59s);
        QVERIFY(!rig.storm().over);
        rig.pass(2s);
        QVERIFY(rig.storm().over);
        QVERIFY(stormSentence(stormRow(rig.storm())).endsWith(QStringLiteral("The others did not come back within a minute.")));
    }

    // All rows of a hub that has run for long come with the first snapshot.
    void whatWasAwayBeforeIsNone()
    {
        SyntheticHub hub;
        StormRecorder recorder;
        Snapshot first = hub.empty();
        for (quint32 key = 1; key <= 50; ++key) {
            ClientRow client;
            client.key = key;
            client.state = ClientState::Away;
            first.changedClients.push_back(client);
        }
        recorder.apply(first);
        recorder.apply(hub.empty());
        QVERIFY(recorder.storms().empty());
    }

    void onlyTheLastOnesAreKept()
    {
        Rig rig;
        for (int i = 0; i < 15; ++i) {
            rig.recorder.announce(QString::number(i), rig.now);
            rig.cut(1, 1);
            rig.now += 100ms;
            rig.comeBack(1);
            rig.now += 100ms;
        }
        QCOMPARE(rig.recorder.storms().size(), StormRecorder::MostStorms);
        QCOMPARE(rig.storm().number, 15u);
        QVERIFY(rig.recorder.find(6));
        QVERIFY(!rig.recorder.find(5));
    }

    void asTables()
    {
        Rig rig;
        StormsModel storms;
        StormStepsModel steps;
        using Tester = QAbstractItemModelTester;
        const Tester stormsTester(&storms, Tester::FailureReportingMode::QtTest);
        const Tester stepsTester(&steps, Tester::FailureReportingMode::QtTest);
        rig.recorder.announce(QStringLiteral("all dropped"), rig.now);
        rig.cut(1, 20);
        const auto show = [&] {
            storms.setRows({stormRow(rig.storm())});
            steps.setRows(stormSteps(rig.storm()));
        };
        show();
        QCOMPARE(storms.index(0, StormsModel::BackMedian).data().toString(), QStringLiteral("–"));
        rig.now += 1234ms;
        rig.comeBack(1);
        show();
        QCOMPARE(storms.index(0, StormsModel::BackMedian).data().toString(), QStringLiteral("1,234"));
        QCOMPARE(storms.index(0, StormsModel::Back).data(ToneRole).toInt(), int(Tone::Warning));
        QCOMPARE(steps.rowCount(), 13);
        QCOMPARE(steps.index(12, StormStepsModel::Connected).data().toString(), QStringLiteral("1"));
    }
};

QTEST_GUILESS_MAIN(TestStorm)
#include "tst_storm.moc"
