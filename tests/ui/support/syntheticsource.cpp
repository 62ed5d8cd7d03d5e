// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/support/syntheticsource.h"

#include <cmath>

namespace pushscope {

namespace {

constexpr qint64 Start = 1'790'000'000'000; // September 2026

const QByteArray Users[] = {"alice", "bob", "carol", "dave", "erin", "frank", "grace", "heidi"};
const QByteArray Agents[]
    = {"Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0", "curl/8.11.0", "node eventsource/3.0.2", "Pushscope lab 0.1.0"};
const QByteArray Types[] = {"message", "price", "chat:message", "presence:cursor", "order.updated"};

} // namespace

SyntheticHub::SyntheticHub(quint64 generation, quint32 seed)
    : m_generation(generation)
    , m_random(seed)
{
    m_figures.epoch = "k3f9";
    m_figures.storeKind = "memory";
    m_figures.at = WallTime(Milliseconds(Start));
    m_figures.mono = TimePoint(std::chrono::hours(1));
    m_figures.oldest = Seq{1};
}

ClientRow SyntheticHub::makeClient(quint32 key)
{
    ClientRow client;
    client.key = key;
    client.certain = key % 4 != 0;
    client.user = Users[key % std::size(Users)];
    client.client = (client.certain ? "tab-" : "c") + QByteArray::number(key);
    client.protocol = ClientProtocol(key % ProtocolCount);
    client.http = "1.1";
    client.tls = key % 5 == 0;
    client.address = "127.0.0.1:" + QByteArray::number(40'000 + key % 20'000);
    client.userAgent = Agents[key % std::size(Agents)];
    client.rooms = {"lobby"};
    if (key % 3 == 0)
        client.rooms.append("team-" + QByteArray::number(key % 7));
    client.state = client.protocol == ClientProtocol::Poll ? ClientState::Waiting : ClientState::Live;
    if (key % 11 == 0)
        client.state = ClientState::Away;
    else if (key % 13 == 0)
        client.state = ClientState::Replaying;
    client.connectedAt = WallTime(Milliseconds(Start + qint64(key) * 137 % 60'000));
    client.connection = client.state == ClientState::Away ? 0 : key;
    client.reconnects = key % 6;
    client.eventsOut = key * 31 % 5'000;
    client.bytesOut = client.eventsOut * 142;
    client.eventsIn = key % 9;
    client.bytesIn = client.eventsIn * 64;
    client.queueBytes = key % 17 == 0 ? key * 97 % 900'000 : 0;
    client.lag = Milliseconds(client.queueBytes > 0 ? key * 7 % 900 : 0);
    client.lastSent = Seq{1000 + key % 60};
    client.lastAcked = client.protocol == ClientProtocol::Sse ? Seq{} : Seq{990 + key % 60};
    return client;
}

JournalRow SyntheticHub::makeEvent()
{
    m_figures.head = m_figures.head.next();
    auto event = std::make_shared<Event>();
    event->seq = m_figures.head;
    event->published = m_figures.at;
    const quint64 n = event->seq.value;
    event->type = Types[n % std::size(Types)];
    event->to = {n % 7 == 0 ? QByteArray("*") : n % 2 == 0 ? "room:lobby" : "user:" + Users[n % std::size(Users)]};
    event->data = "{\"n\":" + QByteArray::number(n) + ",\"price\":" + QByteArray::number(double(n % 900) / 8, 'f', 3)
        + ",\"text\":\"Grüße aus dem Hub\",\"items\":[1,2,{\"deep\":true}],\"big\":12345678901234567890}";
    JournalRow row;
    row.ref = ++m_ref;
    row.kind = JournalRow::Kind::Event;
    row.wall = m_figures.at;
    row.monoNs = qint64(m_time * 1e9);
    row.seq = event->seq;
    row.to = event->to;
    row.type = event->type;
    row.op = "publish";
    row.length = event->data.size();
    row.receivers = {quint32(n % 9), quint32(n % 5), quint32(n % 4)};
    row.event = std::move(event);
    ++m_figures.published;
    return row;
}

JournalRow SyntheticHub::makeLog(JournalRow::Kind kind, const QByteArray &op, const QByteArray &cause)
{
    JournalRow row;
    row.ref = ++m_ref;
    row.kind = kind;
    row.wall = m_figures.at;
    row.op = op;
    row.cause = cause;
    if (kind == JournalRow::Kind::Log)
        row.type = "server";
    if (kind == JournalRow::Kind::Conn || kind == JournalRow::Kind::Req) {
        row.client = "tab-" + QByteArray::number(m_ref % 40);
        row.protocol = ClientProtocol(m_ref % ProtocolCount);
    }
    return row;
}

ReconnectRow SyntheticHub::makeReconnect(quint32 clientKey, Verdict verdict)
{
    const ClientRow client = makeClient(clientKey);
    ReconnectRow r;
    r.key = ++m_reconnects;
    r.clientKey = clientKey;
    r.client = client.client;
    r.user = client.user;
    r.protocol = client.protocol;
    r.at = m_figures.at;
    r.away = Milliseconds(3200 + 137 * r.key);
    r.attempts = 1 + r.key % 4;
    r.endedBy = r.key % 3 == 0 ? "client" : r.key % 3 == 1 ? "rst by admin" : "slow";
    r.verdict = verdict;
    r.missed = 4;
    r.replayed = verdict == Verdict::Lost ? 2 : 4;
    r.lost = verdict == Verdict::Lost ? 2 : 0;
    r.lostCause = verdict == Verdict::Lost ? QByteArray("evicted") : QByteArray();
    r.cursor = "k3f9-" + QByteArray::number(1000 + r.key);
    if (verdict == Verdict::Fresh) {
        r.cursor.clear();
        r.missed = r.replayed = 0;
    }
    for (quint64 i = 0; i < r.replayed; ++i) {
        const auto what
            = i + 1 == r.replayed && r.key % 2 == 0 ? ReconnectRow::Item::What::Rewound : ReconnectRow::Item::What::Missed;
        ReconnectRow::Item item{};
        item.what = what;
        item.seq = Seq{1001 + r.key + i};
        item.at = m_figures.at;
        item.bytes = qint32(120 + i);
        item.acked = client.protocol != ClientProtocol::Sse;
        r.items.push_back(item);
    }
    for (quint64 i = 0; i < r.lost; ++i) {
        ReconnectRow::Item item{};
        item.what = ReconnectRow::Item::What::Lost;
        item.seq = Seq{1001 + r.key + r.replayed + i};
        item.at = m_figures.at;
        item.cause = r.lostCause;
        r.items.push_back(item);
    }
    addAttempts(r);
    return r;
}

void SyntheticHub::addAttempts(ReconnectRow &row)
{
    for (quint32 i = 1; i < row.attempts; ++i)
        row.tries.push_back({row.at - row.away + Milliseconds(500) * qint64(i), "503"});
    row.tries.push_back({row.at, "ok"});
    if (row.verdict != Verdict::Pending)
        row.caughtUpAfter = Milliseconds(12 + row.key);
}

FindingRow SyntheticHub::makeFinding(quint32 clientKey, const QByteArray &code)
{
    FindingRow finding;
    finding.key = ++m_findings;
    finding.clientKey = clientKey;
    if (clientKey != 0)
        finding.client = makeClient(clientKey).client;
    finding.clients = clientKey == 0 ? 24 : 1;
    finding.code = code;
    finding.text = "came back 3 times without a cursor while 12 events were due";
    finding.count = 3;
    finding.firstSeen = m_figures.at - Milliseconds(8000);
    finding.lastSeen = m_figures.at;
    for (quint64 i = 1; i <= 3; ++i) {
        FindingRow::Evidence evidence;
        evidence.at = finding.firstSeen + Milliseconds(4000) * qint64(i - 1);
        evidence.ref = i;
        evidence.seq = Seq{40 + i};
        evidence.what = "4 events were due";
        finding.evidence.push_back(evidence);
    }
    return finding;
}

FaultRow SyntheticHub::makeFault(const QByteArray &json)
{
    FaultRow fault;
    fault.id = QByteArray::number(++m_faults);
    fault.json = json;
    fault.hits = 7 * m_faults;
    if (json.contains("\"for\""))
        fault.endsAt = m_figures.at + Milliseconds(9400);
    return fault;
}

Snapshot SyntheticHub::empty() const
{
    Snapshot snapshot;
    snapshot.generation = m_generation;
    snapshot.figures = m_figures;
    return snapshot;
}

Snapshot SyntheticHub::withClients(quint32 count)
{
    Snapshot snapshot = empty();
    const quint32 first = quint32(m_clients.size()) + 1;
    for (quint32 key = first; key < first + count; ++key) {
        m_clients.push_back(makeClient(key));
        snapshot.changedClients.push_back(m_clients.back());
    }
    return snapshot;
}

Snapshot SyntheticHub::withChanges(quint32 count)
{
    Snapshot snapshot = empty();
    snapshot.progressedClients.reserve(count);
    const quint32 size = quint32(m_clients.size());
    const quint32 step = std::max(1u, size / std::max(1u, count));
    for (quint32 i = 0; i < count && size > 0; ++i) {
        ClientRow &client = m_clients[(i * step) % size];
        client.eventsOut += 1 + m_random.bounded(5u);
        client.bytesOut += 142;
        client.lag = Milliseconds(m_random.bounded(900u));
        client.lastSent = client.lastSent.next();
        snapshot.progressedClients.push_back(
            {client.key, client.eventsOut, client.bytesOut, client.bytesSaved, client.queueBytes, client.lag, client.lastSent});
    }
    return snapshot;
}

Snapshot SyntheticHub::withEvents(int count)
{
    Snapshot snapshot;
    for (int i = 0; i < count; ++i)
        snapshot.journal.push_back(makeEvent());
    snapshot.generation = m_generation;
    snapshot.figures = m_figures;
    return snapshot;
}

void SyntheticHub::addTraffic(double seconds)
{
    m_time += seconds;
    m_figures.at += Milliseconds(qint64(seconds * 1000));
    m_figures.mono += std::chrono::duration_cast<TimePoint::duration>(std::chrono::duration<double>(seconds));
    for (std::size_t i = 0; i < ProtocolCount; ++i) {
        ProtocolFigures &p = m_figures.protocols[i];
        const double wave = 1 + 0.5 * std::sin(m_time / (5.0 + double(i) * 3));
        const double rate = (900.0 / double(i + 1)) * wave + m_random.bounded(60.0);
        p.clients = p.connections = quint64(8 + 3 * i + std::size_t(4 * wave));
        p.delivered += quint64(rate * seconds);
        p.bytesOut += quint64(rate * seconds * 142);
        for (int n = 0; n < int(rate * seconds / 10) + 1; ++n) {
            const double us = (120.0 + 80.0 * double(i)) * wave * std::exp(m_random.generateDouble() * 1.6);
            p.latency.record(std::chrono::microseconds(qint64(us)));
        }
    }
}

void SyntheticHub::addDeliveries(Snapshot &snapshot, Seq seq)
{
    for (const ClientRow &client : m_clients) {
        if (client.state == ClientState::Away || m_random.bounded(3) == 0)
            continue;
        const auto ns = quint64(m_time * 1e9 * (1 - 0.01 * m_random.generateDouble()));
        const bool replayed = client.state == ClientState::Replaying;
        snapshot.deliveries.push_back({client.key, quint32(seq.value), ns << 1 | quint64(replayed)});
    }
}

Snapshot SyntheticHub::frame(double seconds)
{
    addTraffic(seconds);
    Snapshot snapshot = withChanges(quint32(m_clients.size() / 3));
    const int events = std::max(1, int(seconds * 20));
    for (int i = 0; i < events; ++i)
        snapshot.journal.push_back(makeEvent());
    addDeliveries(snapshot, m_figures.head);
    snapshot.deliveriesTracked = true;
    snapshot.monoNs = qint64(m_time * 1e9);
    snapshot.figures = m_figures;
    return snapshot;
}

SyntheticSource::SyntheticSource(Observatory &observatory, SyntheticHub &hub, double secondsPerFrame, QObject *parent)
    : QObject(parent)
    , m_observatory(observatory)
    , m_hub(hub)
    , m_secondsPerFrame(secondsPerFrame)
{
    m_observatory.setSource(this);
}

SyntheticSource::~SyntheticSource()
{
    m_observatory.setSource(nullptr);
}

void SyntheticSource::snapshotRequested()
{
    QMetaObject::invokeMethod(
        this, [this] { m_observatory.deliver(std::make_unique<Snapshot>(m_hub.frame(m_secondsPerFrame))); },
        Qt::QueuedConnection);
}

} // namespace pushscope
