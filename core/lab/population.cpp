// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/population.h"

#include "lab/pollclient.h"
#include "lab/sseclient.h"
#include "lab/websocketclient.h"

#include <random>

namespace pushscope {

namespace {

using namespace std::chrono_literals;

constexpr int StartsPerTurn = 32; // a turn takes long where thousands are at work
constexpr auto TurnPause = 1ms; // so that what came for the clients that are there is read between two turns
// What thousands begin at once waits in one queue, at the hub and in this thread, until the first lose patience and come again.
constexpr int StartsUnderWay = 64;
constexpr auto ReportEvery = 250ms;

} // namespace

Population::Population(QObject *parent)
    : QObject(parent)
{
    m_starter.setInterval(TurnPause);
    m_reporter.setInterval(ReportEvery);
    connect(&m_starter, &QTimer::timeout, this, &Population::startSome);
    connect(&m_reporter, &QTimer::timeout, this, &Population::report);
}

Population::~Population()
{
    clear();
}

void Population::add(const PopulationPlan &plan)
{
    // One of each in turn, so that a part of the population is a mix as well.
    for (int i = 0, most = std::max({plan.sse, plan.webSocket, plan.poll}); i < most; ++i) {
        if (i < plan.sse)
            addOne(plan, LabProtocol::Sse);
        if (i < plan.webSocket)
            addOne(plan, LabProtocol::WebSocket);
        if (i < plan.poll)
            addOne(plan, LabProtocol::Poll);
    }
    if (!m_toStart.empty()) {
        m_starter.start();
        m_reporter.start();
    }
}

void Population::addOne(const PopulationPlan &plan, LabProtocol protocol)
{
    ClientPlan client{.hub = plan.hub,
                      .user = plan.userPrefix + QByteArray::number(++m_named),
                      .clientId = {},
                      .rooms = plan.rooms,
                      .policy = plan.policy,
                      .resume = plan.resume,
                      .misbehaviour = canMisbehave(protocol, plan.misbehaviour) ? plan.misbehaviour : Misbehaviour::None,
                      .pollTimeout = {},
                      .patience = plan.patience,
                      .token = plan.token,
                      .renewsToken = plan.renewsToken};
    if (plan.sendClientId)
        client.clientId = client.user;
    switch (protocol) {
    case LabProtocol::Sse:
        m_clients.push_back(std::make_unique<SseClient>(std::move(client), m_managers.take()));
        break;
    case LabProtocol::WebSocket:
        m_clients.push_back(std::make_unique<WebSocketClient>(std::move(client)));
        break;
    case LabProtocol::Poll:
        m_clients.push_back(std::make_unique<PollClient>(std::move(client), m_managers.take()));
        break;
    }
    m_toStart.push_back(m_clients.back().get());
}

void Population::startSome()
{
    for (int i = 0; i < StartsPerTurn && m_connecting < StartsUnderWay && !m_toStart.empty(); ++i) {
        startOne(*m_toStart.front());
        m_toStart.pop_front();
    }
    if (m_toStart.empty())
        m_starter.stop();
}

void Population::startOne(SimulatedClient &client)
{
    client.start();
    if (client.state() != SimulatedClient::State::Connecting)
        return;
    ++m_connecting;
    const auto connectedOrGaveUp = [this] { --m_connecting; };
    connect(&client, &SimulatedClient::stateChanged, this, connectedOrGaveUp, Qt::SingleShotConnection);
}

void Population::clear()
{
    m_starter.stop();
    m_reporter.stop();
    m_toStart.clear();
    m_clients.clear();
    m_connecting = 0;
    m_managers.clear();
    report();
}

void Population::cut(double share, int most)
{
    std::vector<SimulatedClient *> connected;
    for (const auto &client : m_clients) {
        if (client->state() == SimulatedClient::State::Connected)
            connected.push_back(client.get());
    }
    std::shuffle(connected.begin(), connected.end(), *QRandomGenerator::global());
    const double wanted = std::clamp(share, 0.0, 1.0) * double(connected.size());
    const auto cuts = std::size_t(std::min<long long>(std::llround(wanted), most));
    for (std::size_t i = 0; i < cuts; ++i)
        connected[i]->cutNow();
}

Population::Figures Population::figures() const
{
    Figures sum;
    sum.clients = size();
    for (const auto &client : m_clients) {
        sum.connected += client->state() == SimulatedClient::State::Connected ? 1 : 0;
        sum.received += client->figures().received;
        sum.duplicates += client->figures().duplicates;
        sum.gaps += client->figures().gaps;
        sum.outOfOrder += client->figures().outOfOrder;
        sum.reconnects += client->reconnects();
    }
    return sum;
}

int Population::size() const noexcept
{
    return int(m_clients.size());
}

SimulatedClient *Population::at(int index) const
{
    return m_clients.at(std::size_t(index)).get();
}

void Population::report()
{
    const Figures now = figures();
    if (now == m_reported)
        return;
    m_reported = now;
    Q_EMIT changed();
}

} // namespace pushscope
