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

} // namespace

AdminService::AdminService(Hub &hub, Observer &observer, ConnectionJournal &journal, FaultService &faults)
    : m_hub(hub)
    , m_observer(observer)
    , m_journal(journal)
    , m_faults(faults)
{
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
        + ",\"clients\":" + perProtocol(figures, &ProtocolFigures::clients) + ",\"connections\":"
        + perProtocol(figures, &ProtocolFigures::connections) + ",\"droppedSlow\":" + QByteArray::number(figures.droppedSlow)
        + ",\"store\":{\"kind\":\"" + figures.storeKind + "\",\"bytes\":" + QByteArray::number(figures.storeBytes)
        + "},\"bus\":{\"kind\":\"local\",\"connected\":true,\"channels\":" + QByteArray::number(quint64(m_hub.channels().size()))
        + ",\"hubs\":1}}";
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
    return text.take();
}

} // namespace pushscope
