// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/inspectorpane.h"

#include "ui/delegates/celldelegate.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clienttext.h"
#include "ui/models/jsondifference.h"
#include "ui/models/jsontreemodel.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/framesview.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/requestsview.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/textlabel.h"
#include "ui/panes/wireview.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSet>
#include <QTreeView>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr int ExpandedNodes = 200; // rows of a tree that is shown open
constexpr qsizetype MostFields = 500; // clients listed for one event

QString deliveryText(const EventTrail::Delivered &delivered)
{
    const auto length
        = [](std::chrono::nanoseconds ns) { return durationText(std::chrono::duration_cast<std::chrono::microseconds>(ns)); };
    QStringList parts{clockText(delivered.at), delivered.replayed ? InspectorPane::tr("↻ replayed") : InspectorPane::tr("live")};
    if (delivered.took)
        parts += InspectorPane::tr("%1 after it was taken").arg(length(*delivered.took));
    if (delivered.acked)
        parts += InspectorPane::tr("acknowledged %1 later").arg(length(*delivered.acked));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

InspectorPane::InspectorPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_tabs(new PaneTabs(QStringLiteral("inspectorTabs"), tr("What is inspected")))
    , m_heading(new QLabel)
    , m_tree(new JsonTreeModel(this))
    , m_treeView(new QTreeView)
    , m_text(new QPlainTextEdit)
    , m_wire(new WireView)
    , m_differenceText(textLabel(QStringLiteral("differenceText"), tr("About the difference")))
    , m_difference(new FieldsTable(QStringLiteral("eventDifference"), tr("Difference from the event before")))
    , m_deliveryText(textLabel(QStringLiteral("deliveryText"), tr("About the deliveries")))
    , m_deliveries(new FieldsTable(QStringLiteral("eventDeliveries"), tr("Deliveries of the event")))
    , m_clientFields(new FieldsTable(QStringLiteral("inspectedClient"), tr("The selected client")))
    , m_clientHint(new QLabel(tr("Select a client to see all that is known of it.")))
    , m_frames(new FramesView(context, *m_clients))
    , m_requests(new RequestsView(context, *m_clients, m_trail))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_tabs);
    m_tabs->addTab(makeEventTab(), tr("Event"));
    m_tabs->addTab(m_wire, tr("Wire"));
    m_tabs->addTab(makeClientTab(), tr("Client"));
    m_tabs->addTab(makeTableTab(m_differenceText, m_difference), tr("Diff"));
    m_tabs->addTab(makeTableTab(m_deliveryText, m_deliveries), tr("Delivery"));
    m_tabs->addTab(m_frames, tr("Frames"));
    m_tabs->addTab(m_requests, tr("Request"));
    setupConnections();
    inspect({}, 0);
    showClient();
}

QWidget *InspectorPane::makeEventTab()
{
    m_heading->setObjectName(QStringLiteral("inspectorHeading"));
    m_heading->setWordWrap(true);
    m_heading->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_heading->setContentsMargins(6, 4, 6, 2);
    m_heading->setAccessibleDescription(tr("The selected event"));
    m_treeView->setModel(m_tree);
    m_treeView->setObjectName(QStringLiteral("jsonTree"));
    m_treeView->setAccessibleName(tr("Data as a tree"));
    m_treeView->setItemDelegate(new CellDelegate(m_treeView));
    m_treeView->setUniformRowHeights(true);
    m_treeView->setFrameShape(QFrame::NoFrame);
    m_treeView->setAlternatingRowColors(true);
    m_treeView->setMinimumSize(80, 60);
    m_treeView->setColumnWidth(0, fontMetrics().averageCharWidth() * 24);
    m_text->setObjectName(QStringLiteral("eventText"));
    m_text->setAccessibleName(tr("Data as it was sent"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(Theme::monospace());
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setMinimumSize(80, 40);
    auto *splitter = new PaneSplitter(Qt::Vertical, QStringLiteral("inspectorSplitter"));
    splitter->addWidget(m_treeView);
    splitter->addWidget(m_text);
    splitter->setSizes({665, 335}); // shares, not pixels
    splitter->setStretchFactor(0, 2);
    splitter->setStretchFactor(1, 1);
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_heading);
    layout->addWidget(splitter, 1);
    return page;
}

QWidget *InspectorPane::makeClientTab()
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    m_clientHint->setObjectName(QStringLiteral("inspectorClientHint"));
    m_clientHint->setAlignment(Qt::AlignCenter);
    m_clientHint->setWordWrap(true);
    layout->addWidget(m_clientHint, 1);
    layout->addWidget(new FilteredTable(m_clientFields, m_context.notebook), 1);
    return page;
}

QWidget *InspectorPane::makeTableTab(QLabel *heading, FieldsTable *table)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(heading);
    layout->addWidget(new FilteredTable(table, m_context.notebook), 1);
    return page;
}

void InspectorPane::setupConnections()
{
    if (m_context.feed)
        connect(m_context.feed, &FrameFeed::snapshotReady, this, [this](const Snapshot &snapshot) { m_trail.apply(snapshot); });
    if (!m_context.selection)
        return;
    connect(m_context.selection, &Selection::eventChanged, this, &InspectorPane::inspect);
    connect(m_context.selection, &Selection::clientChanged, this, &InspectorPane::showClient);
    connect(m_context.selection, &Selection::seqChanged, this, &InspectorPane::showMissing);
}

QIcon InspectorPane::icon() const
{
    return themedIcon(QStringLiteral("inspector"));
}

void InspectorPane::applySnapshot(const Snapshot &snapshot)
{
    if (m_clientFields->isVisible() || m_clientHint->isVisible())
        showClient();
    if (m_deliveries->isVisible() && m_deliveriesPace.isDue(snapshot.figures.mono))
        showDeliveries();
    m_frames->refresh();
    m_requests->refresh();
}

void InspectorPane::setSession(std::function<QString()> path)
{
    m_requests->setSession(std::move(path));
}

Epoch InspectorPane::epoch() const
{
    return m_context.feed ? m_context.feed->figures().epoch : m_clients->epoch();
}

void InspectorPane::inspect(const EventPtr &event, quint64 ref)
{
    if (event) {
        const QString id = event->isEphemeral() ? tr("ephemeral, no id") : idText(epoch(), event->seq);
        showData(tr("%1 · to %2 · type %3 · %4 bytes")
                     .arg(id, channelsText(event->to), lineText(event->type), numberText(quint64(event->data.size()))),
                 event->data);
        m_wire->setForms(encodeWireForms(*event, epoch()));
        showDifference(*event);
        showDeliveries();
        return;
    }
    m_wire->clear();
    m_difference->setFields({});
    showText(m_differenceText, tr("Select an event to compare it with the one before of its type."));
    showDeliveries();
    if (ref == 0 || !m_context.feed) {
        showData(tr("Select an event to see its data and its bytes on the wire."), {});
        return;
    }
    const std::vector<JournalRow> rows = m_context.feed->observatory().journalAfter(ref - 1, 1);
    const bool found = !rows.empty() && rows.front().ref == ref;
    if (found)
        showData(tr("%1 · type %2").arg(lineText(rows.front().client), lineText(rows.front().type)), rows.front().data);
    else
        showData(tr("This row has left the journal."), {});
}

void InspectorPane::showDifference(const Event &event)
{
    const EventPtr before = event.isEphemeral() ? EventPtr() : m_trail.previousOf(event);
    QList<Field> fields;
    if (!before) {
        showText(m_differenceText, tr("No event of type %1 before this one is kept in the window.").arg(lineText(event.type)));
        m_difference->setFields(fields);
        return;
    }
    const std::vector<JsonChange> changes = jsonDifference(before->data, event.data);
    for (const JsonChange &change : changes) {
        const QString path = change.path.isEmpty() ? tr("data") : change.path;
        const QString was = lineText(change.before), is = lineText(change.after);
        if (change.kind == JsonChange::Kind::Added)
            fields.append({path, QStringLiteral("+ ") + is, Tone::Good, Face::Payload});
        else if (change.kind == JsonChange::Kind::Removed)
            fields.append({path, QStringLiteral("− ") + was, Tone::Bad, Face::Payload});
        else
            fields.append({path, was + QStringLiteral(" → ") + is, Tone::Plain, Face::Payload});
    }
    showText(m_differenceText,
             changes.empty() ? tr("The same data as %1, the event before of its type.").arg(idText(epoch(), before->seq))
                             : tr("%Ln change(s) since %1, the event before of its type.", nullptr, int(changes.size()))
                                   .arg(idText(epoch(), before->seq)));
    m_difference->setFields(fields);
}

// To whom it was written when, and who should have got it and did not.
void InspectorPane::showDeliveries()
{
    const EventPtr event = m_context.selection ? m_context.selection->event() : EventPtr();
    QList<Field> fields;
    if (!event || event->isEphemeral()) {
        showText(m_deliveryText, tr("Select a stored event to see who got it."));
        m_deliveries->setFields(fields);
        return;
    }
    const std::vector<EventTrail::Delivered> all = m_trail.deliveriesOf(event->seq);
    QSet<QByteArray> got;
    for (const EventTrail::Delivered &delivered : all) {
        got.insert(delivered.client);
        fields.append({lineText(delivered.client), deliveryText(delivered),
                       delivered.protocol ? protocolTone(*delivered.protocol) : Tone::Plain});
    }
    m_clients->forEach([&](const ClientRow &client) {
        if (fields.size() < MostFields && isAddressed(event->to, client) && !got.contains(client.client))
            fields.append({lineText(client.client),
                           client.state == ClientState::Away ? tr("✖ not yet: it is away")
                                                             : tr("– not seen: it came later, or too many are connected"),
                           client.state == ClientState::Away ? Tone::Bad : Tone::Muted});
    });
    showText(m_deliveryText,
             all.empty() ? tr("No single delivery of it is known: the journal has them one by one for up to 64 clients.")
                         : tr("Written to %Ln client(s).", nullptr, int(got.size())));
    m_deliveries->setFields(fields);
}

void InspectorPane::showData(const QString &heading, const QByteArray &data)
{
    m_heading->setText(heading);
    m_text->setPlainText(QString::fromUtf8(data));
    m_tree->setText(data);
    m_treeView->expandToDepth(m_tree->rowCount() == 1 && m_tree->rowCount(m_tree->index(0, 0)) < ExpandedNodes ? 2 : 0);
}

// Selected by its id alone, and nobody had the event.
void InspectorPane::showMissing(Seq seq)
{
    const EventPtr &event = m_context.selection->event();
    if (seq.isNull() || (event && event->seq == seq))
        return;
    m_wire->clear();
    showData(tr("The event %1 is not among those kept in the window.").arg(idText(epoch(), seq)), {});
}

void InspectorPane::showClient()
{
    const ClientRow *client = m_context.selection ? m_clients->find(m_context.selection->clientKey()) : nullptr;
    m_clientHint->setVisible(!client);
    m_clientFields->setVisible(client);
    if (client)
        m_clientFields->setFields(clientFields(*client, m_clients->epoch()));
}

} // namespace pushscope
