// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/wirecostview.h"

#include "ui/feed/servercontroller.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/wirecostmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/textlabel.h"
#include "ui/panes/wirecosts.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr Milliseconds Pace{1000};

qsizetype shortestRequest(const QByteArray &url, const QByteArray &token)
{
    return QByteArray("GET /api/poll?cursor= HTTP/1.1\r\nHost: \r\nAuthorization: Bearer \r\n\r\n").size()
        + url.mid(url.indexOf("://") + 3).size() + token.size();
}

} // namespace

WireCostView::WireCostView(const PaneContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_model(new WireCostModel(this))
    , m_text(textLabel(QStringLiteral("wireCostText"), tr("About the costs")))
{
    auto *table = new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("wireCostTable"), tr("Costs of an event"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(new FilteredTable(table, m_context.notebook), 1);
    refresh();
}

void WireCostView::take(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_events.clear();
        m_octets = 0;
        m_sampled = false;
    }
    m_generation = snapshot.generation;
    m_figures = snapshot.figures;
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind == JournalRow::Kind::Event && row.event && !row.event->isEphemeral())
            note(row.event);
    }
    m_stale = true;
    if (isVisible() && m_figures.mono - m_refreshed >= Pace)
        refresh();
}

void WireCostView::note(const EventPtr &event)
{
    m_events.push_back(event);
    m_octets += event->data.size();
    while (m_events.size() > Sample || (m_events.size() > 1 && m_octets > SampleOctets)) {
        m_octets -= m_events.front()->data.size();
        m_events.pop_front();
    }
    m_sampled = false;
}

void WireCostView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_stale)
        refresh();
}

void WireCostView::refresh()
{
    m_stale = false;
    m_refreshed = m_figures.mono;
    if (!std::exchange(m_sampled, true))
        m_costs = costs();
    std::vector<WireCost> shown = m_costs;
    countClients(shown);
    m_text->setText(
        shown.empty() ? tr("Publish an event to see what it costs over each way to a client.")
            : m_tls   ? tr("One event over TLS, on average of the newest %Ln stored one(s)", nullptr, int(m_events.size()))
                      : tr("One event in clear text, on average of the newest %Ln stored one(s)", nullptr, int(m_events.size())));
    m_model->setRows(std::move(shown));
}

std::vector<WireCost> WireCostView::costs()
{
    WireCostSetting setting{m_figures.epoch, 0, false};
    if (m_context.controller) {
        const QByteArray url = m_context.controller->url();
        setting.tls = url.startsWith("https");
        setting.requestOctets = shortestRequest(url, m_context.controller->makeToken("user"));
    }
    m_tls = setting.tls;
    return wireCosts({m_events.cbegin(), m_events.cend()}, setting);
}

void WireCostView::countClients(std::vector<WireCost> &costs) const
{
    m_clients->forEach([&costs](const ClientRow &client) {
        if (client.state == ClientState::Away)
            return;
        const auto found = std::find_if(costs.begin(), costs.end(), [&client](const WireCost &cost) {
            return cost.protocol == client.protocol && cost.compressed == (client.compression != Compression::None)
                && (cost.protocol != ClientProtocol::Sse || cost.http2 == (client.http == "2"));
        });
        if (found != costs.end())
            ++found->clients;
    });
    for (WireCost &cost : costs) {
        const Histogram &latency = m_figures.protocols[std::size_t(cost.protocol)].latency;
        if (latency.count() > 0)
            cost.writtenUs = latency.percentile(0.5).count();
    }
}

} // namespace pushscope
