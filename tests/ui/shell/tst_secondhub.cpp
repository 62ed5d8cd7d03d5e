// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window's second hub on a real Redis: it joins, an event crosses in both directions, it leaves.

#include "bus/redisprocess.h"
#include "support/rawsocket.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/secondhub.h"
#include "ui/feed/servercontroller.h"
#include "ui/panes/buspane.h"
#include "ui/panes/panecontext.h"
#include "ui/support/paneworld.h"

#include <QLabel>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace pushscope;

class TestSecondHub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eventsCrossBothWays()
    {
        RedisProcess redis;
        redis.start();
        ServerController controller;
        ServerConfig config;
        config.listen = {"127.0.0.1:0"};
        config.secrets = {"a secret of the tests, long enough"};
        config.redis = redis.url();
        controller.setConfig(config);
        FrameFeed feed(controller.observatory());
        feed.setViewed(true);
        Selection selection;
        BusPane pane(PaneContext{&controller, &feed, &selection});
        connect(&feed, &FrameFeed::snapshotReady, &pane, &BusPane::applySnapshot);
        pane.resize(900, 400);
        pane.show();
        controller.start();
        QTRY_VERIFY_WITH_TIMEOUT(controller.isRunning(), 30'000);
        feed.setRunning(true);
        auto *button = named<QToolButton>(pane, QStringLiteral("Start second hub"));
        QTRY_VERIFY_WITH_TIMEOUT(button->isEnabled(), 30'000);

        button->click();
        SecondHub &second = pane.secondHub();
        QTRY_VERIFY_WITH_TIMEOUT(second.state() == SecondHub::State::Running, 30'000);
        QCOMPARE(button->text(), QStringLiteral("Stop second hub"));
        const auto *state = pane.findChild<QLabel *>(QStringLiteral("busState"));
        QTRY_VERIFY2_WITH_TIMEOUT(state->text().contains(QStringLiteral("2 hub(s)")), qPrintable(state->text()), 30'000);

        RawSocket atFirst, atSecond; // one token for both
        const QByteArray request = "GET /api/events?token=" + controller.makeToken("ann") + " HTTP/1.1\r\nHost: hub\r\n\r\n";
        for (const auto &[socket, url] : {std::pair(&atFirst, controller.url()), std::pair(&atSecond, second.url())}) {
            QVERIFY(socket->connectTo(quint16(QUrl(QString::fromUtf8(url)).port())) && socket->send(request));
            QVERIFY(!socket->receiveUntil(": ping", std::chrono::seconds(30)).isEmpty());
        }
        QSignalSpy crossed(&second, &SecondHub::crossed);
        const QList<QAction *> ways = named<QToolButton>(pane, QStringLiteral("Send across"))->menu()->actions();
        const auto *crossing = pane.findChild<QLabel *>(QStringLiteral("busCrossing"));
        ways[0]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(crossed.size(), 1, 30'000);
        QVERIFY2(crossing->text().contains(QStringLiteral("from the second hub to the first"))
                     && crossing->text().contains(QStringLiteral("1 receiver")),
                 qPrintable(crossing->text()));
        QVERIFY(!atFirst.receiveUntil("\"second hub\"", std::chrono::seconds(30)).isEmpty());
        ways[1]->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(crossed.size(), 2, 30'000);
        QVERIFY(!atSecond.receiveUntil("\"first hub\"", std::chrono::seconds(30)).isEmpty());

        button->click();
        QTRY_VERIFY_WITH_TIMEOUT(second.state() == SecondHub::State::Stopped, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(state->text().contains(QStringLiteral("1 hub(s),")), 30'000);
    }

    void withoutASecretItSaysWhy()
    {
        SecondHub second;
        ServerConfig config; // without a secret
        second.start(config);
        QTRY_VERIFY_WITH_TIMEOUT(!second.error().isEmpty(), 30'000);
        QVERIFY(second.error().contains(QStringLiteral("jwt-secret")));
        QCOMPARE(second.state(), SecondHub::State::Stopped);
        QVERIFY(second.url().isEmpty());
    }
};

QTEST_MAIN(TestSecondHub)
#include "tst_secondhub.moc"
