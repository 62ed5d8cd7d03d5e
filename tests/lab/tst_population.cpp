// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/labserver.h"
#include "lab/population.h"
#include "lab/simulatedclient.h"

#include <QSignalSpy>
#include <QTest>

using namespace pushscope;

class TestPopulation : public QObject
{
    Q_OBJECT

    static PopulationPlan plan(const LabServer &server)
    {
        PopulationPlan plan;
        plan.hub = server.url();
        plan.policy.kind = ReconnectPolicy::Kind::Immediate;
        return plan;
    }
    static void welcome(const LabServer::Request &request)
    {
        if (request.target.startsWith("/api/events"))
            LabServer::stream(request, "id: e-1\ndata: 1\n\n");
    }

private Q_SLOTS:
    void manyStreamsAtOnce()
    {
        LabServer server;
        server.onRequest = welcome;
        PopulationPlan many = plan(server);
        many.sse = 100; // far more than one manager's six
        many.poll = 20;
        Population population;
        QSignalSpy changed(&population, &Population::changed);
        population.add(many);
        QCOMPARE(population.size(), 120);
        QCOMPARE(population.figures().connected, 0); // not in the caller's turn
        QTRY_COMPARE(population.figures().connected, 120);
        QTRY_COMPARE(population.figures().received, 100u);
        QTRY_VERIFY(!changed.isEmpty());
        QSet<QByteArray> ids;
        for (const LabServer::Request &request : server.requests)
            ids.insert(request.query(QStringLiteral("clientId")));
        QCOMPARE(ids.size(), 120);
        QVERIFY(ids.contains("sim-1") && ids.contains("sim-120"));
    }

    void aShareIsCutAndComesBack()
    {
        LabServer server;
        server.onRequest = [&](const LabServer::Request &request) { LabServer::stream(request, "id: e-1\ndata: 1\n\n"); };
        PopulationPlan ten = plan(server);
        ten.sse = 10;
        Population population;
        population.add(ten);
        QTRY_COMPARE(population.figures().received, 10u);
        population.cut(0.3);
        QTRY_COMPARE(population.figures().reconnects, 3u);
        QTRY_COMPARE(population.figures().duplicates, 3u); // this server sends the same again
        QTRY_COMPARE(population.figures().connected, 10);
        QCOMPARE(server.requests.size(), 13);
        population.cut(1, 2); // but no more than two
        QTRY_COMPARE(population.figures().reconnects, 5u);
        QTRY_COMPARE(population.figures().connected, 10);
        QCOMPARE(server.requests.size(), 15);
    }

    void clearedAtAnyMoment()
    {
        LabServer server;
        server.onRequest = welcome;
        PopulationPlan mix = plan(server);
        mix.sse = mix.webSocket = mix.poll = 20;
        Population population;
        population.add(mix);
        QTRY_VERIFY(server.requests.size() > 3); // some connected, some connecting, some not started
        population.clear();
        QCOMPARE(population.size(), 0);
        QCOMPARE(population.figures(), Population::Figures());
        population.add(mix); // and again
        QCOMPARE(population.size(), 60);
    }

    // Those that were connecting when all were told to leave take no place of those that come after them.
    void othersConnectAfterAClear()
    {
        LabServer server;
        server.onRequest = {}; // none is answered
        PopulationPlan many = plan(server);
        many.sse = 100;
        Population population;
        population.add(many);
        QTRY_VERIFY(server.requests.size() >= 64);
        population.clear();
        server.onRequest = welcome;
        PopulationPlan few = plan(server);
        few.sse = 3;
        population.add(few);
        QTRY_COMPARE(population.figures().connected, 3);
    }

    void namesGoOn()
    {
        LabServer server;
        PopulationPlan two = plan(server);
        two.sse = 2;
        two.sendClientId = false;
        two.userPrefix = "u";
        Population population;
        population.add(two);
        population.add(two);
        QCOMPARE(population.at(3)->plan().user, QByteArray("u4"));
        QVERIFY(population.at(3)->plan().clientId.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestPopulation)
#include "tst_population.moc"
