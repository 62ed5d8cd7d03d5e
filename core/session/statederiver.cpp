// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/statederiver.h"

#include "session/statearchive.h"

namespace pushscope {

namespace {

constexpr qint64 LeastPaceNs = 100'000'000;
constexpr quint64 ChangesPerClient = 4; // between two keyframes, so that they never outgrow the rows

} // namespace

ClientRow &StateDeriver::clientOf(const SessionRow &row)
{
    const auto it = m_clients.constFind(row.client);
    if (it != m_clients.constEnd())
        return m_state.changedClients[*it];
    m_clients.insert(row.client, m_state.changedClients.size());
    ClientRow &client = m_state.changedClients.emplace_back();
    client.key = quint32(m_state.changedClients.size());
    client.client = row.client;
    client.certain = true;
    client.http = "1.1";
    client.state = ClientState::Away;
    return client;
}

ProtocolFigures &StateDeriver::figuresOf(const SessionRow &row)
{
    return m_state.figures.protocols[std::size_t(protocolOf(row.protocol).value_or(ClientProtocol::Sse))];
}

void StateDeriver::take(const SessionRow &row)
{
    m_state.monoNs = row.monoNs;
    m_state.figures.at = row.wall;
    if (!row.epoch.isEmpty())
        m_state.figures.epoch = row.epoch;
    if (row.kind == "event") {
        ++m_state.figures.published;
        m_state.figures.head = std::max(m_state.figures.head, row.seq);
        ++m_changes;
    }
    if (row.client.isEmpty())
        return;
    ClientRow &client = clientOf(row);
    client.protocol = protocolOf(row.protocol).value_or(client.protocol);
    ++m_changes;
    const bool wasAway = client.state == ClientState::Away;
    if (row.kind == "conn" && row.op == "open") {
        client.reconnects += client.connection != 0 && wasAway;
        client.connection = row.connection;
        client.connectedAt = row.wall;
        client.address = row.data.left(row.data.indexOf(' '));
        client.userAgent = row.data.mid(client.address.size() + 1);
        client.state = client.protocol == ClientProtocol::Poll ? ClientState::Waiting : ClientState::Live;
        figuresOf(row).clients += wasAway;
        figuresOf(row).connections += wasAway;
    } else if (row.kind == "conn" && row.op == "close") {
        client.state = ClientState::Away;
        figuresOf(row).clients -= !wasAway;
        figuresOf(row).connections -= !wasAway;
    } else if ((row.kind == "deliver" || row.kind == "replay") && row.op.isEmpty()) {
        ++client.eventsOut;
        client.bytesOut += quint64(std::max<qint64>(0, row.length));
        client.lastSent = std::max(client.lastSent, row.seq);
        ++figuresOf(row).delivered;
    } else if (row.kind == "frame" && row.direction == "in" && !isWireRow(row)) { // else it is told twice
        ++client.eventsIn;
        client.bytesIn += quint64(std::max<qint64>(0, row.length));
    } else if (row.kind == "ack") {
        client.lastAcked = std::max(client.lastAcked, row.seq);
    }
}

std::optional<SessionExtra> StateDeriver::keyframe(bool atEnd)
{
    const bool due = m_state.monoNs - m_toldNs >= LeastPaceNs && m_changes >= ChangesPerClient * m_state.changedClients.size();
    if (m_changes == 0 || (!due && !atEnd && m_state.generation != 0))
        return {};
    m_state.generation = 1;
    m_changes = 0;
    m_toldNs = m_state.monoNs;
    m_state.figures.mono = TimePoint(std::chrono::nanoseconds(std::max<qint64>(1, m_state.monoNs)));
    SessionExtra extra;
    extra.kind = SessionExtra::Kind::Derived;
    extra.beginNs = extra.endNs = m_state.monoNs;
    extra.body = packState(m_state);
    return extra;
}

} // namespace pushscope
