// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's simulated clients on their own thread, against a real hub on its own.
#include "ui/feed/servercontroller.h"
#include "ui/feed/simulation.h"
#include "ui/shell/simulatedclientsdialog.h"

#include <QLineEdit>
#include <QSemaphore>
#include <QSpinBox>
#include <QTest>

using namespace pushscope;

class TestSimulation : public QObject
{
    Q_OBJECT

    static constexpr int Patience = 30'000;

    std::unique_ptr<ServerController> m_hub;

    [[nodiscard]] PopulationPlan plan(int each) const
    {
        PopulationPlan plan;
        plan.hub = QUrl(QString::fromUtf8(m_hub->url()));
        plan.sse = plan.webSocket = plan.poll = each;
        plan.token = m_hub->tokenMaker();
        return plan;
    }

private Q_SLOTS:
    void init()
    {
        m_hub = std::make_unique<ServerController>();
        ServerConfig config;
        config.listen = {"127.0.0.1:0"};
        config.secrets = {"0123456789abcdef0123456789abcdef"};
        m_hub->setConfig(config);
        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_hub->isRunning(), Patience);
    }
    void cleanup() { m_hub.reset(); }

    // Each connection attempt asks for a token on the clients' thread: this one waits for them and runs no event loop.
    void connectsWhileTheWindowIsBlocked()
    {
        constexpr int Each = 4;
        QSemaphore asked;
        std::atomic_int elsewhere = 0;
        Simulation simulation;
        PopulationPlan mix = plan(Each);
        mix.token = [&, make = mix.token](const QByteArray &user) {
            elsewhere += QThread::currentThread() == &simulation.clientsThread() ? 1 : 0;
            asked.release();
            return make(user);
        };
        simulation.add(mix);
        QVERIFY(!simulation.isEmpty()); // at once, and nothing is told yet
        QCOMPARE(simulation.figures(), Population::Figures());
        QVERIFY(asked.tryAcquire(3 * Each, Patience));
        QVERIFY(elsewhere >= 3 * Each);
        QTRY_COMPARE_WITH_TIMEOUT(simulation.figures().connected, 3 * Each, Patience);
        QCOMPARE(m_hub->lastError(), QString());
    }

    void toldOnTheWindowsThread()
    {
        Simulation simulation;
        const QThread *teller = nullptr;
        connect(
            &simulation, &Simulation::changed, &simulation, [&] { teller = QThread::currentThread(); }, Qt::DirectConnection);
        PopulationPlan mix = plan(2);
        mix.policy = {.kind = ReconnectPolicy::Kind::Immediate, .honourRetry = false};
        simulation.add(mix);
        QTRY_COMPARE_WITH_TIMEOUT(simulation.figures().connected, 6, Patience);
        QCOMPARE(teller, QThread::currentThread());
        simulation.cut(1);
        QTRY_VERIFY_WITH_TIMEOUT(simulation.figures().reconnects >= 6, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(simulation.figures().connected, 6, Patience);
    }

    // More than connect at a time.
    void allConnectIfManyAreAdded()
    {
        Simulation simulation;
        simulation.add(plan(50));
        simulation.add(plan(10));
        QTRY_COMPARE_WITH_TIMEOUT(simulation.figures().connected, 180, Patience);
        QCOMPARE(simulation.figures().reconnects, 0u);
    }

    void endsWhileClientsConnect_data()
    {
        QTest::addColumn<int>("begun"); // by then
        QTest::addColumn<bool>("cleared");
        for (const int begun : {0, 1, 20, 60}) {
            QTest::addRow("cleared, %d begun", begun) << begun << true;
            QTest::addRow("destroyed, %d begun", begun) << begun << false;
        }
    }
    void endsWhileClientsConnect()
    {
        QFETCH(const int, begun);
        QFETCH(const bool, cleared);
        QSemaphore asked;
        auto simulation = std::make_unique<Simulation>();
        PopulationPlan mix = plan(30);
        mix.token = [&, make = mix.token](const QByteArray &user) {
            asked.release();
            return make(user);
        };
        simulation->add(mix);
        QVERIFY(asked.tryAcquire(begun, Patience));
        if (cleared) {
            simulation->clear();
            QVERIFY(simulation->isEmpty());
            simulation->add(plan(1)); // and again
            QTRY_COMPARE_WITH_TIMEOUT(simulation->figures().clients, 3, Patience);
            QTRY_COMPARE_WITH_TIMEOUT(simulation->figures().connected, 3, Patience);
        }
        simulation.reset(); // joins: nobody asks for a token afterwards
        const int atTheEnd = asked.available();
        QCoreApplication::processEvents();
        QCOMPARE(asked.available(), atTheEnd);
    }

    void endsThatSimulatedNobody()
    {
        Simulation simulation;
        simulation.cut(1);
        simulation.clear();
        QVERIFY(simulation.isEmpty());
        QVERIFY(!simulation.clientsThread().isRunning());
    }

    // The makers that a plan keeps are right for the hub as it runs, with a good token of each user.
    void tokensAreWhatTheControllerMakes()
    {
        const auto make = m_hub->tokenMaker();
        const auto userOf = [](const QByteArray &token) { return QByteArray::fromBase64(token.split('.').value(1)); };
        QVERIFY2(userOf(make("ann")).contains("\"ann\""), userOf(make("ann")).constData());
        m_hub.reset();
        QVERIFY(!make("bob").isEmpty()); // of a controller that is gone
        QCOMPARE(ServerController().tokenMaker()("ann"), QByteArray()); // no secret
    }

    void theDialogBeginsAtItsFirstNumber()
    {
        Simulation simulation;
        SimulatedClientsDialog dialog(*m_hub, simulation);
        for (int time = 0; time < 2; ++time) {
            dialog.show();
            QVERIFY(QTest::qWaitForWindowActive(&dialog));
            auto *first = qobject_cast<QSpinBox *>(dialog.focusWidget());
            QVERIFY(first);
            const auto *edit = first->findChild<QLineEdit *>();
            QTRY_COMPARE(edit->selectedText(), edit->text());
            QTest::keyClicks(dialog.focusWidget(), QStringLiteral("12"));
            QCOMPARE(dialog.plan().sse, 12);
            dialog.close();
        }
    }
};

QTEST_MAIN(TestSimulation)
#include "tst_simulation.moc"
