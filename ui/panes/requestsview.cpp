// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/requestsview.h"

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/copytext.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/requestsmodel.h"
#include "ui/panes/textlabel.h"

#include <QApplication>
#include <QClipboard>
#include <QMenu>
#include <QVBoxLayout>

namespace pushscope {

RequestsView::RequestsView(const PaneContext &context, const ClientsModel &clients, const EventTrail &trail, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_clients(clients)
    , m_trail(trail)
    , m_model(new RequestsModel(this))
    , m_text(textLabel(QStringLiteral("requestsText"), tr("About the requests")))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("requestsTable"), tr("Requests")))
    , m_fields(new FieldsTable(QStringLiteral("requestFields"), tr("The selected request")))
{
    auto *splitter = new PaneSplitter(Qt::Vertical, QStringLiteral("requestsSplitter"));
    splitter->addWidget(new FilteredTable(m_table, m_context.notebook));
    splitter->addWidget(new FilteredTable(m_fields, m_context.notebook));
    splitter->setSizes({330, 670}); // shares, not pixels
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_text);
    layout->addWidget(splitter, 1);
    connect(m_table, &LiveTable::currentKeyChanged, this, &RequestsView::showChosen);
    connect(m_table, &LiveTable::menuRequested, this, &RequestsView::addToMenu);
    if (m_context.selection)
        connect(m_context.selection, &Selection::changed, this, &RequestsView::refresh);
    say({});
}

RequestsView::~RequestsView() = default;

void RequestsView::setSession(std::function<QString()> path)
{
    m_path = std::move(path);
    refresh();
}

void RequestsView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
}

RequestQuestion RequestsView::question() const
{
    RequestQuestion question;
    if (!m_context.selection || !m_context.feed)
        return question;
    if (const ClientRow *client = m_clients.find(m_context.selection->clientKey())) {
        question.client = client->client;
        question.address = client->address;
        question.connectedAt = client->connectedAt;
    }
    if (const EventPtr &event = m_context.selection->event(); event && !event->isEphemeral()) {
        question.event = formatEventId(m_context.feed->figures().epoch, event->seq);
        question.eventAt = m_trail.takenAt(event->seq);
    }
    question.upTo = m_context.feed->figures().at;
    return question;
}

// Asks when something else is selected, and now and then while time goes on.
void RequestsView::refresh()
{
    if (!isVisible() || m_job || (m_context.feed && m_context.feed->isFrozen()))
        return;
    const RequestQuestion now = question();
    const QString path = m_path ? m_path() : QString();
    const bool other = now.client != m_asked.client || now.event != m_asked.event || path != m_askedPath;
    const bool later = now.upTo != m_asked.upTo && (!m_since.isValid() || m_since.elapsed() >= Pace.count());
    if (!other && !later)
        return;
    if (path.isEmpty() || (now.client.isEmpty() && now.event.isEmpty())) {
        m_asked = now;
        m_askedPath = path;
        take({}, {});
        return;
    }
    ask(path, now);
}

void RequestsView::ask(const QString &path, const RequestQuestion &question)
{
    m_asked = question;
    m_askedPath = path;
    const auto found = std::make_shared<std::vector<FoundRequest>>();
    m_job = std::make_unique<FileJob>([path, question, found](const FileJob::Progress &) -> Result<quint64> {
        auto reader = SessionReader::open(path);
        if (!reader)
            return tl::unexpected(reader.error());
        *found = findRequests(**reader, question);
        return found->size();
    });
    connect(m_job.get(), &FileJob::finished, this, [this, found](quint64, bool, const QString &error) {
        m_job.release()->deleteLater(); // it is the sender
        m_since.start();
        take(std::move(*found), error);
        refresh(); // if something else was selected meanwhile
    });
    m_job->start();
}

void RequestsView::take(std::vector<FoundRequest> found, const QString &error)
{
    const std::pair subject(m_asked.client, m_asked.event);
    // What is being read stays, also where it is none of the newest any more.
    const FoundRequest *chosen = m_model->find(m_table->currentKey());
    if (chosen && !found.empty() && subject == m_shown && std::find(found.cbegin(), found.cend(), *chosen) == found.cend())
        found.push_back(*chosen);
    m_shown = subject;
    m_model->setRows(std::move(found));
    if (!m_model->find(m_table->currentKey()))
        m_table->setCurrentKey(m_model->rowCount() > 0 ? m_model->keyOfRow(0) : 0);
    showChosen();
    say(error);
}

void RequestsView::showChosen()
{
    const FoundRequest *chosen = m_model->find(m_table->currentKey());
    m_fields->setFields(chosen ? requestFields(*chosen) : QList<Field>());
}

void RequestsView::addToMenu(QMenu *menu, const QModelIndex &at)
{
    menu->addAction(tr("Copy as cURL"), this, [this, key = m_model->keyOfRow(at.row())] { copyAsCurl(key); });
}

// By its key: rows move while a menu is open.
void RequestsView::copyAsCurl(quint64 key) const
{
    const FoundRequest *request = m_model->find(key);
    if (!request)
        return;
    CopyTarget target;
    if (ServerController *hub = m_context.controller) {
        const ClientRow *client = request->ofEvent ? nullptr : m_clients.find(m_context.selection->clientKey());
        target.url = hub->url();
        target.token = hub->makeToken(client ? client->user : QByteArray("pushscope"), request->ofEvent);
    }
    QApplication::clipboard()->setText(requestCurl(request->exchange.requestHead, request->exchange.requestBody, target));
}

void RequestsView::say(const QString &error)
{
    if (!error.isEmpty())
        return showText(m_text, tr("The recording can't be read: %1").arg(error));
    if (m_asked.client.isEmpty() && m_asked.event.isEmpty())
        return showText(m_text, tr("Select a client or an event to see its HTTP requests: their query, headers and answers."));
    if (m_askedPath.isEmpty())
        return showText(m_text, tr("Requests are shown from the recording, and nothing is being recorded."));
    if (const auto count = int(m_model->totalCount()); count > 0)
        return showText(m_text, tr("%Ln request(s), the newest first, without tokens and cookies.", nullptr, count));
    showText(m_text,
             m_asked.client.isEmpty()
                 ? tr("No request of its own published this event: it came from this window, a rule, a WebSocket or another hub.")
                 : tr("No request is recorded of %1.").arg(lineText(m_asked.client)));
}

} // namespace pushscope
