// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Simulated clients that misbehave, and a real hub that says so: what they are made for, and nothing else.

#include "lab/population.h"
#include "lab/simulatedclient.h"
#include "server/hubfixture.h"

#include <optional>

using namespace pushscope;
using namespace std::chrono_literals;

class TestMisbehaviour : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findings_data()
    {
        QTest::addColumn<int>("misbehaviour");
        QTest::addColumn<int>("protocol");
        const char *protocols[] = {"SSE", "WebSocket", "long poll"};
        for (int misbehaviour = 1; misbehaviour < MisbehaviourCount; ++misbehaviour) {
            for (int protocol = 0; protocol < 3; ++protocol) {
                if (canMisbehave(LabProtocol(protocol), Misbehaviour(misbehaviour)))
                    QTest::addRow("%s, %s", misbehaviourName(Misbehaviour(misbehaviour)), protocols[protocol])
                        << misbehaviour << protocol;
            }
        }
    }

    void findings()
    {
        QFETCH(int, misbehaviour);
        QFETCH(int, protocol);
        ServerConfig config;
        config.keepalive = 1s;
        HubFixture hub(config);
        Population population;
        PopulationPlan plan = planFor(hub);
        plan.misbehaviour = Misbehaviour(misbehaviour);
        const int count = plan.misbehaviour == Misbehaviour::Herd ? 30 : 1;
        plan.sse = protocol == 0 ? count : 0;
        plan.webSocket = protocol == 1 ? count : 0;
        plan.poll = protocol == 2 ? count : 0;
        population.add(plan);
        const QByteArray code = misbehaviourName(plan.misbehaviour);
        const auto isFound = [&] {
            const auto codes = look(hub, dataFor(plan.misbehaviour));
            return codes && codes->contains(code);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(isFound(), m_codes.join(", ").constData(), 90'000);
        QCOMPARE(m_codes, QList<QByteArray>{code});
    }

    void nothingOfThoseThatBehaveWell()
    {
        HubFixture hub;
        Population population;
        PopulationPlan plan = planFor(hub);
        plan.sse = plan.webSocket = plan.poll = 4;
        population.add(plan);
        QTRY_COMPARE_WITH_TIMEOUT(population.figures().connected, 12, 30'000);
        // All have been told a cursor, which they can come back with.
        QVERIFY(look(hub, "1"));
        for (int i = 0; i < population.size(); ++i)
            QTRY_VERIFY_WITH_TIMEOUT(!population.at(i)->cursor().isEmpty(), 40'000);
        for (int round = 0; round < 40; ++round) {
            population.cut(0.3);
            const auto codes = look(hub, "1");
            QVERIFY2(codes, "no snapshot came");
            QVERIFY2(codes->isEmpty(), codes->join(", ").constData());
            QTest::qWait(100);
        }
    }

private:
    static PopulationPlan planFor(const HubFixture &hub)
    {
        PopulationPlan plan;
        plan.hub = QUrl(QStringLiteral("http://127.0.0.1:%1").arg(hub.port()));
        plan.token = [&hub](const QByteArray &user) { return hub.token(user); };
        return plan;
    }
    static QByteArray dataFor(Misbehaviour misbehaviour)
    {
        if (misbehaviour == Misbehaviour::PollTimeout)
            return {}; // an answer is what it does not wait for
        return misbehaviour == Misbehaviour::SlowConsumer ? '"' + QByteArray(200'000, 'x') + '"' : QByteArray("1");
    }
    // Publishes something, unless it is empty, and gives what is found by now; nothing if the hub did not say.
    std::optional<QByteArrayList> look(HubFixture &hub, const QByteArray &data)
    {
        if (!data.isEmpty()) {
            auto published = hub.thread().publish({{"room:lobby"}, "message", data, false});
            if (!QTest::qWaitFor([&] { return published.isFinished(); }, 20'000))
                return std::nullopt;
        }
        hub.thread().observatory().request();
        std::unique_ptr<const Snapshot> snapshot;
        if (!QTest::qWaitFor([&] { return bool(snapshot = hub.thread().observatory().take()); }, 20'000))
            return std::nullopt;
        for (const FindingRow &finding : snapshot->changedFindings)
            m_found[finding.key] = finding.code;
        for (const quint32 key : snapshot->removedFindings)
            m_found.erase(key);
        m_codes.clear();
        for (const auto &[key, code] : m_found) {
            if (!m_codes.contains(code))
                m_codes.append(code);
        }
        return m_codes;
    }

    std::map<quint32, QByteArray> m_found; // in this test, by key
    QByteArrayList m_codes; // of these

private Q_SLOTS:
    void init()
    {
        m_found.clear();
        m_codes.clear();
    }
};

QTEST_GUILESS_MAIN(TestMisbehaviour)
#include "tst_misbehaviour.moc"
