// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/framesview.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/framesmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/textlabel.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pushscope {

FramesView::FramesView(const PaneContext &context, const ClientsModel &clients, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_clients(clients)
    , m_model(new FramesModel(this))
    , m_text(textLabel(QStringLiteral("framesText"), tr("About the frames")))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Journal, QStringLiteral("framesTable"), tr("Frames of the client"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(new FilteredTable(m_table, m_context.notebook), 1);
    if (m_context.selection)
        connect(m_context.selection, &Selection::clientChanged, this, &FramesView::refresh);
    say(nullptr);
}

FramesView::~FramesView()
{
    watch(nullptr);
}

void FramesView::refresh()
{
    if (!isVisible() || !m_context.controller || (m_context.feed && m_context.feed->isFrozen()))
        return;
    const ClientRow *client = m_context.selection ? m_clients.find(m_context.selection->clientKey()) : nullptr;
    watch(client);
    m_model->append(m_context.controller->frames().take(m_skipped));
    say(client);
}

void FramesView::watch(const ClientRow *client)
{
    if (!m_context.controller)
        return;
    const QByteArray name = client ? client->client : QByteArray();
    if (name != m_client) {
        m_client = name;
        m_skipped = 0;
        m_model->clear();
    }
    FrameTap::Target target;
    if (client)
        target = {client->client, client->http == "2" ? client->address : QByteArray()};
    m_context.controller->frames().watch(target);
}

void FramesView::say(const ClientRow *client)
{
    if (!m_context.controller || m_context.controller->state() != ServerThread::State::Running) {
        m_text->setText(tr("Frames are seen while the hub runs; they are not recorded."));
        return;
    }
    if (!client) {
        m_text->setText(tr("Select a client to see its frames."));
        return;
    }
    QString text = client->http == "2" ? tr("The frames of %1's connection from %2, of all its streams, from now on.")
                                             .arg(lineText(client->client), QString::fromLatin1(client->address))
        : client->protocol == ClientProtocol::WebSocket
        ? tr("The frames of %1 from now on.").arg(lineText(client->client))
        : tr("%1 speaks HTTP/1.1, which has no frames.").arg(lineText(client->client));
    if (m_skipped > 0)
        text += QChar(u' ')
            + tr("%Ln frame(s) came too fast to be shown.", nullptr, int(std::min<quint64>(m_skipped, 1'000'000'000)));
    m_text->setText(text);
}

void FramesView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

void FramesView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    watch(nullptr);
}

} // namespace pushscope
