// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/demo.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/feed/simulation.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QPointer>
#include <QTimerEvent>

namespace pushscope {

namespace {

Q_LOGGING_CATEGORY(lcDemo, "pushscope.demo")

constexpr int PublishEveryMs = 120;
constexpr int CutEveryMs = 4000;
constexpr int ClientsEach = 6;
constexpr double CutShare = 0.2;
constexpr int MostCuts = 4; // also where somebody has added thousands of clients

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QCoro::Task<void> send(QPointer<ServerController> controller, PublishRequest request)
{
    const Result<PublishReceipt> receipt = co_await controller->publish(std::move(request));
    if (!receipt && receipt.error().code != Errc::Unavailable) // the hub may just have been stopped by hand
        qCWarning(lcDemo, "an event was refused: %s", receipt.error().detail.constData());
}

} // namespace

Demo::Demo(ServerController &controller, Simulation &simulation, QObject *parent)
    : QObject(parent)
    , m_controller(controller)
    , m_simulation(simulation)
    , m_random(QRandomGenerator::securelySeeded())
{
}

ServerConfig Demo::config(ServerConfig base)
{
    base.listen = {"127.0.0.1:0"};
    base.expose = false;
    base.store = QStringLiteral("memory");
    return base;
}

void Demo::start()
{
    connect(&m_controller, &ServerController::started, this, &Demo::populate);
    connect(&m_controller, &ServerController::stopped, this, [this] {
        m_publish.stop();
        m_cut.stop();
        m_simulation.clear(); // the next hub may have another port
    });
    if (m_controller.isRunning())
        populate();
}

void Demo::selectFirst(FrameFeed &feed, Selection &selection)
{
    connect(&feed, &FrameFeed::snapshotReady, &selection,
            [chosen = &selection, event = false, reconnect = false](const Snapshot &snapshot) mutable {
                for (const JournalRow &row : snapshot.journal) {
                    if (!event && row.event && !row.event->isEphemeral() && !chosen->event()) {
                        event = true;
                        chosen->setEvent(row.event, 0); // by itself: the table goes on following
                    }
                }
                for (const ReconnectRow &row : snapshot.changedReconnects) {
                    if (!reconnect && row.replayed > 1 && row.verdict != Verdict::Pending && chosen->reconnectKey() == 0) {
                        reconnect = true;
                        chosen->setReconnect(row.key);
                    }
                }
            });
}

void Demo::populate()
{
    PopulationPlan plan;
    plan.hub = QUrl(QString::fromUtf8(m_controller.url()));
    plan.sse = plan.webSocket = plan.poll = ClientsEach;
    plan.policy.base = Milliseconds(800);
    plan.policy.cap = Milliseconds(4000);
    plan.policy.honourRetry = false; // so that they are back while somebody watches
    plan.token = m_controller.tokenMaker();
    m_simulation.add(plan);

    PopulationPlan forgetful = plan; // loses what it missed: the ledger shows it
    forgetful.sse = forgetful.poll = 0;
    forgetful.webSocket = 1;
    forgetful.userPrefix = "forgetful-";
    forgetful.resume = false;
    m_simulation.add(forgetful);
    m_publish.start(PublishEveryMs, this);
    m_cut.start(CutEveryMs, this);
}

void Demo::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_publish.timerId())
        m_sending = send(&m_controller, nextEvent());
    else if (event->timerId() == m_cut.timerId())
        m_simulation.cut(CutShare, MostCuts);
    else
        QObject::timerEvent(event);
}

PublishRequest Demo::nextEvent()
{
    const QString user = QStringLiteral("sim-%1").arg(m_random.bounded(3 * ClientsEach) + 1);
    const double seq = double(++m_sent);
    switch (m_random.bounded(6)) {
    case 0:
        return {{"user:" + user.toUtf8()},
                "chat:message",
                json({{QStringLiteral("from"), QStringLiteral("alice")},
                      {QStringLiteral("text"), QStringLiteral("Hello %1, this is number %2").arg(user).arg(m_sent)}})};
    case 1:
        return {{"user:" + user.toUtf8()},
                "order.updated",
                json({{QStringLiteral("order"), 1000 + seq},
                      {QStringLiteral("state"), m_random.bounded(2) ? QStringLiteral("packed") : QStringLiteral("sent")}})};
    case 2:
        return {{"*"}, "notice", json({{QStringLiteral("level"), QStringLiteral("info")}, {QStringLiteral("n"), seq}})};
    case 3:
        return {{"room:lobby"}, "presence", json({{QStringLiteral("user"), user}, {QStringLiteral("typing"), true}}), true};
    default:
        return {{"room:lobby"},
                "price",
                json({{QStringLiteral("symbol"), QStringLiteral("PSH")},
                      {QStringLiteral("bid"), 100 + m_random.bounded(1000) / 100.0},
                      {QStringLiteral("seq"), seq}})};
    }
}

} // namespace pushscope
