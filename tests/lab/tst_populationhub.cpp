// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/population.h"
#include "lab/simulatedclient.h"
#include "serverthread.h"

#include <QSignalSpy>
#include <QTest>
#include <numeric>

using namespace pushscope;

// The two ends together: a population whose connections are cut again and again, and a real hub.
class TestPopulationHub : public QObject
{
    Q_OBJECT

    static ServerConfig config()
    {
        ServerConfig config;
        config.listen = {"127.0.0.1:0"};
        config.secrets = {QByteArray(32, 's')};
        config.retry = Milliseconds(10);
        return config;
    }
    // How many clients received it.
    static int publish(ServerThread &hub, const QByteArray &data, bool ephemeral = false)
    {
        auto answer = hub.publish({{"room:lobby"}, "message", data, ephemeral});
        if (!QTest::qWaitFor([&] { return answer.isFinished(); }, 20'000) || !answer.result())
            return -1;
        const auto receivers = answer.result()->receivers;
        return int(std::accumulate(receivers.begin(), receivers.end(), 0u));
    }

private Q_SLOTS:
    void everyEventOnceAndInOrder()
    {
        constexpr int Each = 8, Rounds = 5, PerRound = 10, Clients = 3 * Each;
        ServerThread hub;
        QSignalSpy started(&hub, &ServerThread::started);
        hub.start(config());
        QTRY_COMPARE(started.size(), 1);

        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(hub.urls().first()));
        plan.sse = plan.webSocket = plan.poll = Each;
        plan.policy.base = Milliseconds(20);
        plan.token = [&](const QByteArray &user) {
            return ServerThread::makeToken(hub.config(), user, {"lobby"}, {}, false, std::chrono::hours(1))
                .value_or(QByteArray());
        };
        Population population;
        population.add(plan);
        // A poller without a cursor hears from when its poll waits: until then there is nothing to count from.
        QTRY_COMPARE_WITH_TIMEOUT(publish(hub, "0", true), Clients, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(int(population.figures().received) >= Clients, 30'000);
        for (int i = 0; i < Clients; ++i)
            QTRY_VERIFY(!population.at(i)->cursor().isEmpty());

        std::vector<QList<QByteArray>> heard(Clients);
        for (int i = 0; i < Clients; ++i) {
            population.at(i)->onEvent = [&heard, i](const ReceivedEvent &event) {
                if (!event.id.isEmpty() && event.verdict != ReceivedEvent::Verdict::Control)
                    heard[std::size_t(i)].append(event.data);
            };
        }
        QList<QByteArray> expected;
        for (int round = 0; round < Rounds; ++round) {
            for (int i = 0; i < PerRound; ++i) {
                expected.append(QByteArray::number(expected.size() + 1));
                QVERIFY(publish(hub, expected.last()) >= 0);
                if (i % 3 == 0)
                    population.cut(0.5);
            }
        }
        for (int i = 0; i < Clients; ++i) {
            QTRY_COMPARE_WITH_TIMEOUT(heard[std::size_t(i)].size(), expected.size(), 30'000);
            QCOMPARE(heard[std::size_t(i)], expected);
        }
        const Population::Figures figures = population.figures();
        QVERIFY2(figures.reconnects >= Each, qPrintable(QString::number(figures.reconnects)));
        // What was heard is compared above; an ephemeral event on an event stream bears the last id and would count as a
        // duplicate.
        QCOMPARE(figures.outOfOrder, 0u);
        QCOMPARE(figures.gaps, 0u);
    }

    void aRefusedTokenStopsThemAll()
    {
        ServerThread hub;
        QSignalSpy started(&hub, &ServerThread::started);
        hub.start(config());
        QTRY_COMPARE(started.size(), 1);
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(hub.urls().first()));
        plan.sse = plan.webSocket = plan.poll = 2;
        plan.policy.kind = ReconnectPolicy::Kind::Immediate;
        plan.token = [](const QByteArray &) { return QByteArray("no.good.token"); };
        Population population;
        population.add(plan);
        for (int i = 0; i < population.size(); ++i)
            QTRY_COMPARE_WITH_TIMEOUT(population.at(i)->state(), SimulatedClient::State::Stopped, 20'000);
    }
};

QTEST_GUILESS_MAIN(TestPopulationHub)
#include "tst_populationhub.moc"
