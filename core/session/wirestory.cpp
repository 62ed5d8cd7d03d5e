// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wirestory.h"

#include "protocol/jsonslice.h"
#include "protocol/ssewriter.h"
#include "session/statearchive.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr quint8 TextFrame = 1; // RFC 6455 section 5.2

QByteArray memberText(const QList<JsonMember> &members, QByteArrayView name)
{
    for (const JsonMember &member : members) {
        if (member.key == name && jsonTypeOf(member.value) == JsonType::String)
            return jsonString(member.value).value_or(QByteArray());
    }
    return {};
}

// A body stands under its name, or in base 64 under its name and "64".
QByteArray memberBody(const QList<JsonMember> &members, const QByteArray &name)
{
    const QByteArray text = memberText(members, name);
    return text.isEmpty() ? QByteArray::fromBase64(memberText(members, name + "64")) : text;
}

QByteArrayView firstLine(QByteArrayView head)
{
    const qsizetype end = head.indexOf('\r');
    return end < 0 ? head : head.first(end);
}

quint8 opcodeOf(const QByteArray &op)
{
    constexpr std::pair<const char *, quint8> Names[]
        = {{"ws-text", 1}, {"ws-binary", 2}, {"ws-close", 8}, {"ws-ping", 9}, {"ws-pong", 10}};
    for (const auto &[name, opcode] : Names) {
        if (op == name)
            return opcode;
    }
    return 0;
}

QByteArray eventObject(const QByteArray &id, const QByteArray &type, const QByteArray &data)
{
    return '{' + (id.isEmpty() ? QByteArray() : "\"id\":\"" + id + "\",") + "\"type\":" + jsonQuoted(type) + ",\"data\":" + data
        + '}';
}

} // namespace

std::optional<WireExchange> wireExchangeOf(const SessionRow &row)
{
    const bool stream = row.op == "stream";
    if (row.kind != "req" || row.form != SessionRow::Form::Json || (!stream && row.op != "answer"))
        return {};
    const auto members = jsonObject(row.data);
    if (!members)
        return {};
    WireExchange exchange;
    exchange.peer = memberText(*members, "peer");
    exchange.client = row.client;
    exchange.answeredNs = exchange.beganNs = row.monoNs;
    for (const JsonMember &member : *members) {
        if (member.key == "began")
            exchange.beganNs = std::min(row.monoNs, member.value.toLongLong());
        else if (member.key == "complete")
            exchange.isComplete = true;
    }
    exchange.status = row.cause.toInt();
    exchange.isStream = stream;
    exchange.isWebSocket = stream && exchange.status == 101;
    exchange.requestHead = memberText(*members, "request");
    exchange.requestBody = memberBody(*members, "requestBody");
    exchange.answerHead = memberText(*members, "answer");
    exchange.answerBody = memberBody(*members, "answerBody");
    const QByteArrayView line = firstLine(exchange.requestHead);
    const qsizetype version = line.lastIndexOf('/');
    exchange.version = version < 0 ? QByteArray("1.1") : line.sliced(version + 1).toByteArray();
    return exchange;
}

void WireStory::add(const SessionRow &row, bool wanted)
{
    if (row.kind == "req") {
        addRequest(row, wanted);
    } else if (row.kind == "conn") {
        addConnection(row);
    } else if (row.kind == "frame") {
        addFrame(row);
    } else if (row.kind == "event") {
        WireEvent event{row.monoNs, row.monoNs, row.seq.isNull() ? QByteArray() : formatEventId(row.epoch, row.seq),
                        row.to,     row.type,   row.data,
                        wanted,     false};
        if (row.seq.isNull())
            m_ephemeral.push_back(std::move(event));
        else
            m_events.insert_or_assign(row.seq.value, std::move(event));
    } else if ((row.kind == "deliver" || row.kind == "replay") && row.op.isEmpty() && row.connection != 0) {
        m_due.push_back({row.monoNs, row.connection, row.seq.value});
    } else if (row.kind == "fault" || row.kind == "mark") {
        addNote(row);
    }
    const bool ofClient = wanted && (row.kind == "conn" || row.kind == "frame");
    if (ofClient && !row.client.isEmpty())
        m_wantedClients.insert(row.client);
    if (WireExchange *exchange = wanted && row.connection ? exchangeOf(row.connection) : nullptr) {
        exchange->wanted = true;
        exchange->wantedItself |= ofClient;
    }
}

void WireStory::addRequest(const SessionRow &row, bool wanted)
{
    std::optional<WireExchange> exchange = wireExchangeOf(row);
    if (!exchange)
        return;
    exchange->wanted = exchange->wantedItself = wanted;
    if (exchange->client.isEmpty() && !exchange->isStream)
        exchange->client = m_peers.value(exchange->peer);
    if (exchange->isStream)
        m_waiting.insert(exchange->peer, m_exchanges.size());
    m_exchanges.push_back(std::move(*exchange));
}

void WireStory::addConnection(const SessionRow &row)
{
    if (row.op == "open") {
        m_connections[row.client].push_back({row.monoNs, row.connection});
        const QByteArray peer = row.data.left(row.data.indexOf(' '));
        m_peers.insert(peer, row.client);
        const auto it = m_waiting.constFind(peer);
        if (it == m_waiting.constEnd())
            return;
        m_exchanges[*it].connection = row.connection;
        m_exchanges[*it].client = row.client;
        m_streams[row.connection] = *it;
        m_waiting.erase(it);
        if (auto early = m_early.extract(row.connection))
            std::for_each(early.mapped().begin(), early.mapped().end(), [this](const SessionRow &frame) { addFrame(frame); });
    } else if (WireExchange *exchange = exchangeOf(row.connection); exchange && row.op == "close") {
        exchange->endNs = row.monoNs;
        exchange->endCause = row.cause;
    }
}

void WireStory::addFrame(const SessionRow &row)
{
    WireExchange *exchange = exchangeOf(row.connection);
    if (!exchange) {
        if (row.connection != 0)
            m_early[row.connection].push_back(row);
        return;
    }
    const quint8 opcode = opcodeOf(row.op);
    if (opcode == 0 && row.op != "sse")
        return;
    exchange->isWebSocket = opcode != 0;
    exchange->messages.push_back({row.monoNs, row.direction != "in", opcode, row.data, {}});
}

void WireStory::addNote(const SessionRow &row)
{
    QByteArray text = row.kind;
    for (const QByteArray &part : {row.op, row.cause, row.data}) {
        if (!part.isEmpty())
            text += ' ' + part;
    }
    WireExchange *exchange = row.connection ? exchangeOf(row.connection) : nullptr;
    (exchange ? exchange->notes : m_notes).push_back({row.monoNs, text});
}

void WireStory::add(const SessionExtra &extra)
{
    if (extra.kind == SessionExtra::Kind::Deliveries) {
        if (const auto deliveries = unpackDeliveries(extra.body))
            m_deliveries.insert(m_deliveries.end(), deliveries->begin(), deliveries->end());
    } else if (const auto state = unpackState(extra.body)) {
        for (const ClientRow &client : state->changedClients) {
            m_names.insert_or_assign(client.key, client.client);
            m_users.insert(client.client, client.user);
        }
    }
}

WireExchange *WireStory::exchangeOf(quint64 connection)
{
    const auto it = m_streams.find(connection);
    return it == m_streams.end() ? nullptr : &m_exchanges[it->second];
}

quint64 WireStory::connectionAt(quint32 clientKey, qint64 ns) const
{
    const auto name = m_names.find(clientKey);
    const auto opened = name == m_names.end() ? m_connections.constEnd() : m_connections.constFind(name->second);
    if (opened == m_connections.constEnd())
        return 0;
    const auto after
        = std::upper_bound(opened->begin(), opened->end(), ns, [](qint64 at, const Open &open) { return at < open.fromNs; });
    return after == opened->begin() ? 0 : std::prev(after)->connection;
}

// Of an ephemeral event the journal says that it was published right after it was delivered.
WireEvent *WireStory::eventOf(const Due &due)
{
    if (due.seq != 0) {
        const auto it = m_events.find(due.seq);
        return it == m_events.end() ? nullptr : &it->second;
    }
    const auto it = std::lower_bound(m_ephemeral.begin(), m_ephemeral.end(), due.ns,
                                     [](const WireEvent &event, qint64 ns) { return event.ns < ns; });
    return it == m_ephemeral.end() ? nullptr : &*it;
}

void WireStory::placeDeliveries()
{
    if (!m_deliveries.empty()) { // all of them, where the journal may have only some
        m_due.clear();
        for (const Delivery &delivery : m_deliveries) {
            const Seq newest{m_events.empty() ? 0 : m_events.rbegin()->first};
            const qint64 ns = delivery.at().count();
            m_due.push_back({ns, connectionAt(delivery.clientKey, ns), delivery.seq(newest).value});
        }
    }
    for (const Due &due : m_due) {
        WireExchange *exchange = exchangeOf(due.connection);
        WireEvent *event = exchange && !exchange->isComplete ? eventOf(due) : nullptr;
        if (!event)
            continue;
        event->begunNs = std::min(event->begunNs, due.ns);
        event->needed |= exchange->wantedItself;
        exchange->wanted |= event->wanted;
        if (exchange->isWebSocket)
            exchange->messages.push_back({due.ns, true, TextFrame, eventObject(event->id, event->type, event->data), event->id});
        else
            exchange->messages.push_back({due.ns, true, 0, sseEvent(event->id, event->type, event->data), event->id});
    }
}

std::vector<WireEvent> WireStory::events() const
{
    std::vector<WireEvent> events = m_ephemeral;
    for (const auto &[seq, event] : m_events)
        events.push_back(event);
    std::stable_sort(events.begin(), events.end(), [](const WireEvent &a, const WireEvent &b) { return a.begunNs < b.begunNs; });
    return events;
}

void WireStory::finish()
{
    placeDeliveries();
    for (WireExchange &exchange : m_exchanges) {
        std::stable_sort(exchange.messages.begin(), exchange.messages.end(),
                         [](const WireMessage &a, const WireMessage &b) { return a.ns < b.ns; });
    }
}

} // namespace pushscope
