// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/retentionview.h"

#include "ui/charts/retentionbar.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/reconnecttext.h"
#include "ui/models/retentionmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/textlabel.h"

#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr std::chrono::seconds LookEvery{1};
constexpr std::size_t ClientsALook = 10'000;

} // namespace

RetentionView::RetentionView(const PaneContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_model(new RetentionModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("retentionTable"), tr("Clients against the edge")))
    , m_bar(new RetentionBar)
    , m_forecast(textLabel(QStringLiteral("retentionForecast"), tr("Who loses next")))
    , m_cursorText(textLabel(QStringLiteral("ledgerRetention"), tr("The chosen reconnect's cursor")))
    , m_more(textLabel(QStringLiteral("retentionMore"), tr("How many clients are shown")))
{
    setupLayout();
    if (!m_context.selection)
        return;
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        if (const ClientRow *client = m_clients->find(quint32(key)))
            m_context.selection->setClient(client->key, client->client);
    });
    connect(m_context.selection, &Selection::clientChanged, m_table, &LiveTable::setCurrentKey);
}

void RetentionView::setupLayout()
{
    m_bar->setAccessibleName(tr("What the store keeps, against the clients"));
    m_bar->setToolTip(tr("The bar is what the store keeps. Lines in it: the last id sent to a connected client. "
                         "▲ below: the first id that a client which is away needs. ▼ above: the chosen reconnect's cursor."));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2, 0, 0);
    layout->setSpacing(0);
    for (QWidget *widget :
         {static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_forecast), static_cast<QWidget *>(m_cursorText)})
        layout->addWidget(widget);
    layout->addWidget(new FilteredTable(m_table, m_context.notebook), 1);
    layout->addWidget(m_more);
    m_cursorText->hide();
    m_more->hide();
}

void RetentionView::applyFigures(const HubFigures &figures)
{
    const bool replaced = figures.epoch != m_figures.epoch;
    const bool look = replaced || (m_next == 0 && figures.mono - m_looked >= LookEvery);
    const bool moved = figures.oldest != m_figures.oldest || figures.head != m_figures.head;
    m_figures = figures;
    if (look) {
        m_looked = figures.mono;
        m_pace.add(figures.mono, figures.epoch, figures.oldest);
        m_next = m_found = 0;
        m_rows.clear();
    }
    if (look || m_next != 0)
        lookAtSome();
    if (look || moved)
        showBar();
}

void RetentionView::lookAtSome()
{
    const double pace = m_pace.idsPerSecond();
    m_next = m_clients->forSome(m_next, ClientsALook, [&](const ClientRow &client) {
        if (client.lastSent.isNull() && client.oldestMissed.isNull())
            return;
        ++m_found;
        m_rows.push_back(retentionRow(client, m_figures.oldest, pace));
    });
    const auto end = m_rows.begin() + qsizetype(std::min(m_rows.size(), MostRows));
    std::partial_sort(m_rows.begin(), end, m_rows.end(), standsBefore);
    m_rows.erase(end, m_rows.end());
    if (m_next == 0)
        showLooked();
}

void RetentionView::showLooked()
{
    showText(m_forecast, retentionForecast(m_rows, m_pace.idsPerSecond()));
    showText(m_more,
             m_found > MostRows ? tr("The %1 clients nearest to the edge, of %2.").arg(numberText(MostRows), numberText(m_found))
                                : QString());
    m_model->setEpoch(m_figures.epoch);
    m_model->setRows(std::exchange(m_rows, {}));
}

void RetentionView::setReconnect(const ReconnectRow *reconnect)
{
    m_cursor = reconnect ? reconnect->cursor : QByteArray();
    m_chosen = reconnect != nullptr;
    showBar();
}

void RetentionView::showBar()
{
    showText(m_cursorText, m_chosen ? retentionSentence(m_figures.epoch, m_figures.oldest, m_figures.head, m_cursor) : QString());
    RetentionBar::Span span{.oldest = m_figures.oldest, .head = m_figures.head, .cursor = {}, .there = {}, .away = {}};
    const auto id = parseEventId(m_cursor);
    if (id && id->epoch == m_figures.epoch && id->seq <= m_figures.head)
        span.cursor = id->seq;
    for (const RetentionRow &row : m_model->rows()) {
        if (!row.oldestMissed.isNull())
            span.away.push_back(row.oldestMissed);
        else if (row.state != ClientState::Away)
            span.there.push_back(row.last);
    }
    m_bar->setSpan(std::move(span));
    m_bar->setVisible(!m_figures.head.isNull());
}

} // namespace pushscope
