// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "adminservice.h"

#include "faultservice.h"
#include "observe/filter.h"
#include "observe/observer.h"
#include "observe/rowjson.h"
#include "session/journalexport.h"

namespace pushscope {

namespace {

template<typename Rows, typename ToJson> QByteArray jsonList(const Rows &rows, ToJson toJson)
{
    QByteArray text = "[";
    for (const auto &row : rows) {
        if (text.size() > 1)
            text += ',';
        text += toJson(row);
    }
    return text + ']';
}

QByteArray perProtocol(const HubFigures &figures, quint64 ProtocolFigures::*member)
{
    QByteArray text = "{";
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        text += QByteArray(i ? "," : "") + '"' + protocolName(ClientProtocol(i))
            + "\":" + QByteArray::number(figures.protocols[i].*member);
    return text + '}';
}

QByteArray quotedId(const Epoch &epoch, Seq seq)
{
    return seq.isNull() ? QByteArray("null") : '"' + formatEventId(epoch, seq) + '"';
}

class MetricsText
{
public:
    void add(const char *name, const char *kind, const char *help, quint64 value)
    {
        begin(name, kind, help);
        m_text += QByteArray(name) + ' ' + QByteArray::number(value) + '\n';
    }
    void addPerProtocol(const char *name, const char *kind, const char *help, const HubFigures &figures,
                        quint64 ProtocolFigures::*member)
    {
        begin(name, kind, help);
        for (std::size_t i = 0; i < ProtocolCount; ++i)
            m_text += QByteArray(name) + "{protocol=\"" + protocolName(ClientProtocol(i)) + "\"} "
                + QByteArray::number(figures.protocols[i].*member) + '\n';
    }
    void addLatency(const HubFigures &figures)
    {
        const char *name = "pushscope_delivery_latency_seconds";
        begin(name, "summary", "From publish to the kernel's taking it.");
        for (std::size_t i = 0; i < ProtocolCount; ++i) {
            const QByteArray label = QByteArray("protocol=\"") + protocolName(ClientProtocol(i)) + '"';
            for (const double quantile : {0.5, 0.95, 0.99}) {
                const double seconds = double(figures.protocols[i].latency.percentile(quantile).count()) / 1e6;
                m_text += QByteArray(name) + '{' + label + ",quantile=\"" + QByteArray::number(quantile) + "\"} "
                    + QByteArray::number(seconds) + '\n';
            }
            m_text
                += QByteArray(name) + "_count{" + label + "} " + QByteArray::number(figures.protocols[i].latency.count()) + '\n';
        }
    }
    [[nodiscard]] QByteArray take() { return std::move(m_text); }

private:
    void begin(const char *name, const char *kind, const char *help)
    {
        m_text += QByteArray("# HELP ") + name + ' ' + help + "\n# TYPE " + name + ' ' + kind + '\n';
    }
    QByteArray m_text;
};

void addBus(MetricsText &text, const BusStatus &bus)
{
    text.add("pushscope_bus_connected", "gauge", "Whether the bus is connected.", bus.connected);
    text.add("pushscope_bus_channels", "gauge", "Channels subscribed on the bus.", bus.channels);
    text.add("pushscope_bus_hubs", "gauge", "Hubs on the bus, this one included.", bus.hubs);
    text.add("pushscope_bus_messages_in_total", "counter", "Messages heard on the bus.", bus.messagesIn);
    text.add("pushscope_bus_messages_out_total", "counter", "Messages published on the bus.", bus.messagesOut);
    text.add("pushscope_bus_foreign_events_total", "counter", "Events of other programs, delivered without an id.", bus.foreign);
    text.add("pushscope_bus_refused_events_total", "counter", "Events of other programs with a type of the hub's own, dropped.",
             bus.foreignRefused);
    text.add("pushscope_bus_malformed_messages_total", "counter", "Messages that are no event, dropped.", bus.malformed);
    text.add("pushscope_bus_outages_total", "counter", "Connections to the bus that were lost.", bus.outages);
    text.add("pushscope_bus_publishes_waiting", "gauge", "Publishes that the bus has not answered.", bus.waiting);
    text.add("pushscope_bus_ping_microseconds", "gauge", "The latest way to the bus and back by a channel.",
             quint64(bus.pingTime.count()));
    text.add("pushscope_bus_script_microseconds", "gauge", "The latest publish until its answer.",
             quint64(bus.scriptTime.count()));
}

} // namespace

AdminService::AdminService(Hub &hub, Observer &observer, ConnectionJournal &journal, FaultService &faults)
    : m_hub(hub)
    , m_observer(observer)
    , m_journal(journal)
    , m_faults(faults)
{
}

QByteArray AdminService::busJson() const
{
    BusStatus status;
    if (const Bus *bus = m_hub.bus()) {
        status = bus->status();
    } else {
        status.connected = true;
        status.channels = m_hub.channels().size();
        status.hubs = 1;
    }
    return "{\"kind\":\"" + status.kind + "\",\"connected\":" + (status.connected ? "true" : "false")
        + ",\"channels\":" + QByteArray::number(status.channels) + ",\"hubs\":" + QByteArray::number(status.hubs) + '}';
}

QByteArray AdminService::hubJson()
{
    const HubFigures figures = m_observer.figures();
    quint64 delivered = 0;
    for (const ProtocolFigures &protocol : figures.protocols)
        delivered += protocol.delivered;
    return "{\"epoch\":\"" + figures.epoch + "\",\"head\":" + quotedId(figures.epoch, figures.head)
        + ",\"oldest\":" + quotedId(figures.epoch, figures.oldest) + ",\"stored\":" + QByteArray::number(figures.stored)
        + ",\"published\":" + QByteArray::number(figures.published) + ",\"delivered\":" + QByteArray::number(delivered)
        + ",\"clients\":" + perProtocol(figures, &ProtocolFigures::clients)
        + ",\"connections\":" + perProtocol(figures, &ProtocolFigures::connections)
        + ",\"droppedSlow\":" + QByteArray::number(figures.droppedSlow) + ",\"store\":{\"kind\":\"" + figures.storeKind
        + "\",\"bytes\":" + QByteArray::number(figures.storeBytes) + "},\"bus\":" + busJson() + '}';
}

Result<QByteArray> AdminService::clientsJson(const QByteArray &text)
{
    const auto filter = Filter::parse(text, clientFilterFields());
    if (!filter)
        return tl::unexpected(filter.error());
    auto rows = m_observer.clients();
    std::erase_if(rows, [&](const ClientRow &row) { return !filter->matches(ClientFilterRow(row)); });
    return jsonList(rows, [this](const ClientRow &row) { return clientJson(row, m_hub.epoch()); });
}

Result<void> AdminService::dropClient(const QByteArray &client, DropHow how, int closeCode)
{
    const auto connections = m_observer.connectionsOf(client);
    if (connections.empty())
        return fail(Errc::NotFound, "no client of this name is connected");
    const QByteArray cause = how == DropHow::Fin ? "fin by admin"
        : how == DropHow::Rst                    ? "rst by admin"
                                                 : "close " + QByteArray::number(closeCode) + " by admin";
    for (Subscriber *subscriber : connections)
        subscriber->drop(how, closeCode, cause);
    return {};
}

QByteArray AdminService::reconnectsJson(const QByteArray &client)
{
    std::vector<ReconnectRow> rows;
    for (const ReconnectRow &row : m_observer.ledger().rows()) {
        if (client.isEmpty() || row.client == client)
            rows.push_back(row);
    }
    return jsonList(rows, [this](const ReconnectRow &row) { return reconnectJson(row, m_hub.epoch()); });
}

QByteArray AdminService::findingsJson()
{
    return jsonList(m_observer.findings(), [this](const auto &entry) { return findingJson(entry.second, m_hub.epoch()); });
}

Result<QByteArray> AdminService::addFault(const QByteArray &json)
{
    return m_faults.add(json).map([](const QByteArray &id) { return "{\"id\":\"" + id + "\"}"; });
}

QByteArray AdminService::faultsJson()
{
    return m_faults.json();
}

Result<void> AdminService::removeFault(const QByteArray &id)
{
    return m_faults.remove(id);
}

QByteArray AdminService::journalJson(quint64 after, std::size_t limit)
{
    return jsonList(m_journal.after(after, limit),
                    [this](const JournalRow &row) { return jsonlRow(row, m_hub.epoch()).trimmed(); });
}

static void addLimits(MetricsText &text, const LimitFigures &limits)
{
    const char *turnedAway = "Requests of clients turned away by this limit.";
    text.add("pushscope_over_max_connections_total", "counter", turnedAway, limits.overConnections);
    text.add("pushscope_over_max_per_user_total", "counter", turnedAway, limits.overUser);
    text.add("pushscope_over_max_per_address_total", "counter", turnedAway, limits.overAddress);
    text.add("pushscope_over_publish_rate_total", "counter", "Events not published by this limit.", limits.overRate);
    text.add("pushscope_refused_for_memory_total", "counter", "Events and clients refused for want of memory.", limits.forMemory);
    text.add("pushscope_clients_shed_total", "counter", "Clients dropped for want of memory.", limits.shed);
    text.add("pushscope_accept_pauses_total", "counter", "Times that no descriptor was left for a new connection.",
             limits.acceptPauses);
    text.add("pushscope_accept_paused", "gauge", "1 while new connections have to wait for a descriptor.",
             limits.acceptPaused ? 1 : 0);
    text.add("pushscope_memory_bytes", "gauge", "Memory of the process.", quint64(limits.memory));
    text.add("pushscope_memory_limit_bytes", "gauge", "What it may use.", quint64(limits.memoryLimit));
}

QByteArray AdminService::metricsText()
{
    const HubFigures figures = m_observer.figures();
    MetricsText text;
    text.add("pushscope_events_published_total", "counter", "Events published.", figures.published);
    text.add("pushscope_events_stored", "gauge", "Events kept in the store.", figures.stored);
    text.add("pushscope_store_bytes", "gauge", "Octets of the store.", figures.storeBytes);
    text.add("pushscope_clients_dropped_slow_total", "counter", "Clients dropped because their queue was full.",
             figures.droppedSlow);
    text.add("pushscope_channels", "gauge", "Channels with a subscriber.", m_hub.channels().size());
    text.add("pushscope_faults", "gauge", "Fault rules at work.", m_faults.count());
    if (const Bus *bus = m_hub.bus())
        addBus(text, bus->status());
    text.addPerProtocol("pushscope_clients", "gauge", "Clients connected.", figures, &ProtocolFigures::clients);
    text.addPerProtocol("pushscope_connections", "gauge", "Connections open.", figures, &ProtocolFigures::connections);
    text.addPerProtocol("pushscope_events_delivered_total", "counter", "Events written to clients.", figures,
                        &ProtocolFigures::delivered);
    text.addPerProtocol("pushscope_events_replayed_total", "counter", "Of these, from history.", figures,
                        &ProtocolFigures::replayed);
    text.addPerProtocol("pushscope_event_bytes_out_total", "counter", "Octets of events written.", figures,
                        &ProtocolFigures::bytesOut);
    text.addPerProtocol("pushscope_message_bytes_in_total", "counter", "Octets of messages received.", figures,
                        &ProtocolFigures::bytesIn);
    text.addPerProtocol("pushscope_requests_refused_total", "counter", "Requests of clients refused.", figures,
                        &ProtocolFigures::refused);
    text.addPerProtocol("pushscope_queue_bytes", "gauge", "Octets that wait for clients to read.", figures,
                        &ProtocolFigures::queueBytes);
    text.addLatency(figures);
    addLimits(text, figures.limits.value_or(LimitFigures()));
    return text.take();
}

} // namespace pushscope
