// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is found to be wrong with clients, and with which evidence: each finding by clients that are built differently, and beside
// each the well-behaved neighbour that looks like it. On a fake clock.

#include "observe/findings/scenarios.h"
#include "observe/rowjson.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pushscope;
using namespace pushscope::scenarios;

namespace {

FindingRow only(Rig &rig)
{
    return rig.observer.findings().size() == 1 ? rig.observer.findings().begin()->second : FindingRow();
}

std::vector<Scenario> allScenarios()
{
    std::vector<Scenario> all;
    for (const auto part : {cursorScenarios(), retryScenarios(), connectionScenarios(), pollScenarios(), pathScenarios()})
        all.insert(all.end(), part.begin(), part.end());
    return all;
}

} // namespace

class TestFindings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scenarios_data()
    {
        QTest::addColumn<int>("index");
        const std::vector<Scenario> all = allScenarios();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << int(i);
    }

    void scenarios()
    {
        QFETCH(int, index);
        const Scenario scenario = allScenarios().at(std::size_t(index));
        Rig rig;
        scenario.play(rig);
        QCOMPARE(found(rig), QByteArray(scenario.expected));
        for (const auto &[key, row] : rig.observer.findings()) {
            QVERIFY(!row.evidence.empty());
            QVERIFY(row.count > 0 && row.lastSeen >= row.firstSeen);
            QVERIFY(row.text.endsWith('.'));
            for (const FindingRow::Evidence &proof : row.evidence)
                QVERIFY(proof.at != WallTime() && !proof.what.isEmpty());
        }
    }

    void theTextHasTheFigures()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), {1001, 2002, 4003, 8001, 16004, 30001, 30003, 30002});
        QVERIFY2(only(rig).text.contains("9 times") && only(rig).text.contains("×2 from 1 s, cap 30 s, no jitter"),
                 only(rig).text.constData());
        QCOMPARE(only(rig).count, 5u); // from the fifth try on
    }

    // It ended while another try was under way, so the network kept its end: nobody knows how long it was silent.
    void anEndThatWasKeptNamesNoSilence()
    {
        Rig rig;
        Visits tries;
        for (int i = 0; i < 2; ++i) {
            tries.push_back(std::make_unique<Visit>(rig, QByteArray(), Visit::facts("tab-1", ClientProtocol::WebSocket)));
            pass(rig, 4s);
        }
        tries.erase(tries.begin());
        const Visit fallback(rig, {}, Visit::facts("tab-1", ClientProtocol::Sse));
        QCOMPARE(only(rig).text,
                 QByteArray("Its WebSocket upgrade never completes: 101 was sent, and not an octet came back. It fell back to "
                            "sse."));
        QCOMPARE(only(rig).evidence.front().what, QByteArray("silent after 101"));
    }

    void evidenceLeadsToTheJournal()
    {
        Rig rig;
        auto visit = std::make_unique<Visit>(rig, QByteArray());
        pass(rig, 1s);
        visit.reset();
        rig.publish(2);
        const Visit back(rig, {});
        const FindingRow row = only(rig);
        const auto journal = rig.journal.after(row.evidence.front().ref - 1, 1);
        QCOMPARE(journal.front().op, QByteArray("caught-up"));
        QCOMPARE(journal.front().cause, QByteArray("no-cursor"));
        QCOMPARE(row.evidence.at(1).seq, Seq{1});
        QCOMPARE(row.evidence.at(2).seq, Seq{2});
    }

    void evidenceIsBounded()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), std::vector<int>(500, 50));
        QCOMPARE(only(rig).count, 497u);
        QCOMPARE(only(rig).evidence.size(), FindingBoard::MaxEvidence);
        QVERIFY(only(rig).evidence.back().at == rig.clock.wall());
    }

    void snapshotsTellChangesAndWithdrawals()
    {
        Rig rig;
        QVERIFY(rig.observer.makeSnapshot(1)->changedFindings.empty());
        rig.observer.requestRefused(eventSource(), 503, "no");
        pass(rig, 10s);
        const auto told = rig.observer.makeSnapshot(1);
        QCOMPARE(told->changedFindings.size(), 1u);
        QCOMPARE(told->changedFindings.front().code, QByteArray("stopped-for-good"));
        QVERIFY(rig.observer.makeSnapshot(1)->changedFindings.empty());
        const Visit back(rig, {}, eventSource());
        const auto withdrawn = rig.observer.makeSnapshot(1);
        QVERIFY(withdrawn->changedFindings.empty());
        QCOMPARE(withdrawn->removedFindings, std::vector<quint32>{told->changedFindings.front().key});
    }

    // A client that was refused before it was ever let in is the same one.
    void aStrangerIsRecognised()
    {
        Rig rig;
        refusedAfter(rig, Visit::facts(), {50, 50, 50, 50});
        QCOMPARE(only(rig).clientKey, 0u);
        const Visit visit(rig, {});
        QCOMPARE(only(rig).clientKey, visit.record()->key);
        refusedAfter(rig, Visit::facts("another"), {50, 50, 50, 50});
        QCOMPARE(found(rig), QByteArray("no-backoff of tab-1, no-backoff of another"));
    }

    void json()
    {
        Rig rig;
        Visits visits = crowd(rig, 20);
        visits.clear();
        comeBack(rig, visits, 20, 1ms);
        const QJsonObject herd = QJsonDocument::fromJson(findingJson(only(rig), "k3f9")).object();
        QVERIFY(herd.value(QStringLiteral("client")).isNull());
        QCOMPARE(herd.value(QStringLiteral("clients")).toInt(), 20);
        QCOMPARE(herd.value(QStringLiteral("count")).toInt(), 1);
        QVERIFY(herd.value(QStringLiteral("firstSeen")).toString().endsWith(QLatin1Char('Z')));
        const QJsonObject proof = herd.value(QStringLiteral("evidence")).toArray().at(0).toObject();
        QVERIFY(proof.value(QStringLiteral("ref")).toInt() > 0);
        QVERIFY(!proof.value(QStringLiteral("what")).toString().isEmpty());
    }

    void theBoardIsBounded()
    {
        FindingBoard board;
        for (quint32 key = 1; key <= FindingBoard::MaxRows + 5; ++key)
            board.raise({key, "c"}, "herd", {}, "Text.", {});
        QCOMPARE(board.rows().size(), FindingBoard::MaxRows);
        QVERIFY(!board.has({1, "c"}, "herd") && board.has({6, "c"}, "herd"));
        QCOMPARE(board.takeRemoved().size(), 5u);
        QCOMPARE(board.takeChanged().size(), FindingBoard::MaxRows);
    }
};

QTEST_GUILESS_MAIN(TestFindings)
#include "tst_findings.moc"
