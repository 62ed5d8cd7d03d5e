// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinepane.h"

#include "ui/charts/picturebutton.h"
#include "ui/feed/faultdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/coretext.h"
#include "ui/models/faulttext.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/menus.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/sharedclients.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"
#include "ui/timeline/timelinetext.h"
#include "ui/timeline/timelinetextmodel.h"
#include "ui/timeline/timelineview.h"

#include <QComboBox>
#include <QHideEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

LaneOrder orderAs(ClientsModel *clients)
{
    return {[clients](quint32 key) { return clients->find(key); }, [clients](quint32 key) { return clients->rowOfKey(key); }};
}

} // namespace

TimelinePane::TimelinePane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_order(orderAs(m_clients))
    , m_view(new TimelineView(m_store, m_order))
    , m_text(new TimelineTextModel(m_store, this))
    , m_table(new LiveTable(m_text, LiveTable::Kind::Plain, QStringLiteral("timelineTable"), tr("Timeline as text")))
    , m_bar(new FilterBar(lanes(), tr("Filter clients: a name, or protocol == ws"), context.notebook))
    , m_by(new QComboBox)
    , m_dropped(new QLabel)
    , m_result(new QLabel)
{
    setupBar();
    auto *splitter = new PaneSplitter(Qt::Vertical, QStringLiteral("timelineSplitter"));
    splitter->addWidget(m_view);
    splitter->addWidget(new FilteredTable(m_table, context.notebook));
    splitter->setSizes({600, 400}); // shares, not pixels
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    m_result->setObjectName(QStringLiteral("timelineResult"));
    m_result->setWordWrap(true);
    m_result->setMargin(4);
    m_result->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_result);
    layout->addWidget(splitter, 1);
    setupConnections();
    followSelection();
    showTable(false);
    showCounts();
    showFollow();
}

// Conditions are over the clients whose lanes they are.
FilterBar::Subject TimelinePane::lanes()
{
    return {m_view,
            m_clients->filterFields(),
            [this](int field) { return m_clients->valuesOfField(field); },
            [this](const QString &text) {
                const Result<void> set = m_order.setFilter(text);
                if (set)
                    orderChanged();
                return set;
            },
            [this] { return qint64(m_order.hidden()); },
            [this] { return qint64(m_order.total()); }};
}

void TimelinePane::setupBar()
{
    m_by->setObjectName(QStringLiteral("timelineOrder"));
    m_by->addItems({tr("First seen"), tr("Last active"), tr("As in Clients")});
    m_bar->addWidget(FlowLayout::labelled(tr("&Order"), m_by));
    auto *fitAll = addButton(QStringLiteral("fit-all"), tr("Fit all"), tr("Fit all that is recorded (F)"));
    m_fitRange = addButton(QStringLiteral("fit-range"), tr("Fit selection"), tr("Fit the span that was drawn across a lane (S)"));
    m_cut = addButton(QStringLiteral("fault"), tr("Break"),
                      tr("Break the selected client's connection for the span that was drawn, or 5 s (Return)"));
    m_cut->setMenu(new QMenu(m_cut));
    for (QToolButton *button : {fitAll, m_fitRange})
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_asText = addButton(QStringLiteral("log"), tr("As text"), tr("The selected client's lane as a table"));
    m_asText->setCheckable(true);
    auto *picture
        = new PictureButton(*m_view->viewport(), tr("Timeline"), QStringLiteral("timeline"), [this] { return m_view->svg(); });
    m_bar->addWidget(picture);
    connect(picture, &PictureButton::said, this, &TimelinePane::say);
    m_dropped->setObjectName(QStringLiteral("timelineDropped"));
    m_bar->addWidget(m_dropped);
    m_follow = addButton(QStringLiteral("follow"), tr("▼ Follow"), tr("Go to the end and follow it (End)"));
    m_follow->setObjectName(QStringLiteral("timelineFollow"));
    m_follow->setToolButtonStyle(Qt::ToolButtonTextOnly);
    connect(fitAll, &QToolButton::clicked, m_view, &TimelineView::fitAll);
}

QToolButton *TimelinePane::addButton(const QString &icon, const QString &text, const QString &toolTip)
{
    return m_bar->addButton(themedIcon(icon), text, toolTip);
}

void TimelinePane::setupConnections()
{
    connect(m_by, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_order.setBy(LaneOrder::By(index));
        orderChanged();
    });
    connect(m_fitRange, &QToolButton::clicked, m_view, &TimelineView::fitRange);
    connect(m_asText, &QToolButton::toggled, this, &TimelinePane::showTable);
    connect(m_follow, &QToolButton::clicked, m_view, &TimelineView::follow);
    connect(m_cut->menu(), &QMenu::aboutToShow, this, [this] { fillCutMenu(*m_cut->menu()); });
    connect(m_view, &TimelineView::menuAsked, this, &TimelinePane::showCutMenu);
    connect(m_view, &TimelineView::followChanged, this, &TimelinePane::showFollow);
    connect(m_view, &TimelineView::readoutChanged, this, &TimelinePane::showCounts);
    connect(m_table, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { m_view->showMoment(m_text->momentAt(index.row())); });
    if (m_context.feed)
        connect(m_context.feed, &FrameFeed::snapshotReady, this, &TimelinePane::take);
}

// What is chosen here is chosen in all panes, and the other way round.
void TimelinePane::followSelection()
{
    Selection *selection = m_context.selection;
    if (!selection)
        return;
    connect(m_view, &TimelineView::clientChosen, this, [this, selection](quint32 key) {
        const Lane *lane = m_store.find(key);
        selection->setClient(key, lane ? lane->client : QByteArray());
    });
    connect(m_view, &TimelineView::eventChosen, selection, [selection](quint32, Seq seq) { selection->setSeq(seq); });
    connect(m_view, &TimelineView::reconnectChosen, selection,
            [selection](quint32, quint32 reconnect) { selection->setReconnect(reconnect); });
    connect(selection, &Selection::clientChanged, this, [this](quint32 key) {
        m_view->setClient(key);
        m_text->setClient(key);
        showCounts();
    });
    connect(selection, &Selection::seqChanged, this, [this](Seq seq) {
        const EventNames::Published *published = m_store.names().find(seq);
        m_view->setSeq(seq, published ? std::optional(published->at) : std::nullopt);
    });
    connect(selection, &Selection::reconnectChanged, this, [this, selection](quint32 key) {
        const auto &lanes = m_store.lanes();
        const auto owner = std::find_if(lanes.begin(), lanes.end(), [key](const Lane &lane) { return lane.reconnect(key); });
        if (key != 0 && owner != lanes.end())
            selection->setClient(owner->key, owner->client);
        m_view->setReconnect(key);
    });
}

QIcon TimelinePane::icon() const
{
    return themedIcon(QStringLiteral("timeline"));
}

// Deliveries are recorded while the pane is open, also behind another tab or in a minimised window: then it shows what was.
void TimelinePane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_context.feed)
        m_context.feed->observatory().wantDeliveries(true);
    orderChanged(); // what came while it was hidden; of a recording that stands still nothing more comes
}

void TimelinePane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    if (m_context.feed && !event->spontaneous())
        m_context.feed->observatory().wantDeliveries(false);
}

void TimelinePane::take(const Snapshot &snapshot)
{
    m_store.apply(snapshot);
}

void TimelinePane::applySnapshot(const Snapshot &)
{
    const TimePoint now = std::chrono::steady_clock::now();
    (void)m_order.update(m_store, now);
    showCounts();
    m_view->refresh();
    if (m_table->isVisible() && now - m_textShown >= TextInterval) {
        m_textShown = now;
        m_text->refresh();
    }
}

void TimelinePane::orderChanged()
{
    (void)m_order.update(m_store, std::chrono::steady_clock::now());
    m_view->refresh();
    showCounts();
}

void TimelinePane::showCounts()
{
    m_bar->showCounts();
    QStringList dropped;
    if (m_store.droppedDeliveries() > 0)
        dropped += tr("%1 older events dropped").arg(numberText(m_store.droppedDeliveries()));
    if (m_store.clientsWithoutLane() > 0)
        dropped += tr("%1 clients without a lane").arg(numberText(m_store.clientsWithoutLane()));
    showText(m_dropped, dropped.join(QStringLiteral(" · ")));
    m_fitRange->setEnabled(m_view->range().has_value());
    m_cut->setEnabled(m_view->client() != 0);
}

void TimelinePane::showFollow()
{
    m_follow->setVisible(!m_view->isFollowing());
    const quint64 unseen = m_view->unseenCount();
    const QString text = unseen > 0 ? tr("▼ %Ln new", nullptr, int(std::min<quint64>(unseen, 2'000'000'000))) : tr("▼ Follow");
    if (m_follow->text() == text)
        return;
    m_follow->setText(text);
    m_follow->setAccessibleName(text);
}

void TimelinePane::showTable(bool shown)
{
    m_table->setVisible(shown);
    if (shown)
        m_text->refresh();
}

void TimelinePane::fillCutMenu(QMenu &menu)
{
    emptyMenu(menu);
    const Lane *lane = m_store.find(m_view->client());
    if (!lane)
        return;
    const auto &range = m_view->range();
    const Milliseconds length = range ? std::chrono::ceil<Milliseconds>(range->length()) : UsualCut;
    // No section: a menu is not made as wide as the text of one.
    menu.addAction(tr("Break %1 for %2, from now on").arg(lineText(lane->client), lengthText(length)))->setEnabled(false);
    menu.addSeparator();
    // What ends its connection stands first, what only troubles it in a menu for each part of the way.
    QMenu *groups[] = {nullptr, nullptr, nullptr};
    const QString titles[] = {tr("Network"), tr("HTTP"), tr("Push")};
    for (const FaultRule &cut : clientCuts(lane->client, length)) {
        QMenu *&group = groups[std::size_t(cut.info().group)];
        const bool ends = cut.info().hold == FaultHold::Once;
        if (!ends && !group)
            group = new QMenu(titles[std::size_t(cut.info().group)], &menu);
        addCut(ends ? menu : *group, cut);
    }
    menu.addSeparator();
    for (QMenu *group : groups) {
        if (group)
            menu.addMenu(group);
    }
    if (range) {
        menu.addSeparator();
        menu.addAction(tr("Fit selection"), m_view, &TimelineView::fitRange);
    }
}

void TimelinePane::addCut(QMenu &menu, const FaultRule &cut)
{
    menu.setToolTipsVisible(true);
    QAction *action = menu.addAction(themedIcon(QStringLiteral("fault")), faultWhatText(cut));
    action->setToolTip(faultMeaning(cut.info()));
    action->setEnabled(m_context.faults != nullptr);
    connect(action, &QAction::triggered, this, [this, cut] { m_breaking = breakClient(cut); });
}

void TimelinePane::showCutMenu(const QPoint &globalAt)
{
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("cutMenu"));
    fillCutMenu(menu);
    if (!menu.isEmpty())
        menu.exec(globalAt);
}

QCoro::Task<> TimelinePane::breakClient(FaultRule cut)
{
    const QPointer<TimelinePane> self = this;
    const auto ids = co_await m_context.faults->add(cut.json);
    if (!self)
        co_return;
    const QString client = lineText(cut.whom.client);
    say(ids ? tr("%1: %2, %3 (fault %4)").arg(client, faultWhatText(cut), faultWhenText(cut), lineText(ids->join(", ")))
            : tr("%1 is not broken: %2").arg(client, coreText(ids.error())));
}

void TimelinePane::say(const QString &text)
{
    m_result->setText(text);
    m_result->setVisible(!text.isEmpty());
}

} // namespace pushscope
