// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/buspane.h"

#include "ui/charts/buschart.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/busmodels.h"
#include "ui/models/celltext.h"
#include "ui/panes/bustext.h"
#include "ui/panes/fieldstable.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr Milliseconds ShowEvery{250};
constexpr int Windows[] = {1, 5, 15}; // min
constexpr auto TryIt = "redis-server --port 6379 --appendonly yes\n"
                       "pushscope --redis redis://127.0.0.1:6379";

} // namespace

BusPane::BusPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_second(new SecondHub(this))
    , m_state(textLabel(QStringLiteral("busState"), tr("State of the bus")))
    , m_secondState(textLabel(QStringLiteral("busSecondHub"), tr("State of the second hub")))
    , m_crossing(textLabel(QStringLiteral("busCrossing"), tr("The last event sent across")))
    , m_window(new QComboBox)
    , m_chart(new BusChart)
    , m_tabs(new PaneTabs(QStringLiteral("busTabs"), tr("Lists of the bus")))
    , m_channels(new BusChannelsModel(this))
    , m_hubs(new BusHubsModel(this))
    , m_drops(new BusDropsModel(this))
    , m_outages(new BusOutagesModel(this))
    , m_figures(new FieldsTable(QStringLiteral("busFigures"), tr("Figures of the bus")))
{
    auto *splitter = new PaneSplitter(Qt::Horizontal, QStringLiteral("busSplitter"));
    m_chart->setAccessibleName(tr("Messages and times of the bus"));
    m_chart->setToolTip(tr("The tabs “Figures” and “Outages” have the same as text"));
    splitter->addWidget(m_chart);
    splitter->addWidget(makeLists());
    splitter->setSizes({500, 500}); // shares, not pixels
    m_joined = splitter;
    m_alone = makeAlone();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    for (QLabel *label : {m_state, m_secondState, m_crossing})
        layout->addWidget(label);
    layout->addWidget(m_alone, 1);
    layout->addWidget(m_joined, 1);
    m_chart->showHistory(m_history);
    setupSecondHub();
    if (m_context.feed) {
        connect(m_context.feed, &FrameFeed::snapshotReady, this, &BusPane::take);
        m_second->watch(*m_context.feed);
    }
    showParts();
    showState();
}

BusPane::~BusPane() = default;

QIcon BusPane::icon() const
{
    return themedIcon(QStringLiteral("bus"));
}

QToolButton *BusPane::addButton(const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    return button;
}

QWidget *BusPane::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new FlowLayout(bar);
    layout->setContentsMargins(4, 3, 4, 3);
    m_startStop = addButton(QStringLiteral("start"), tr("Start second hub"), {});
    m_send = addButton(QStringLiteral("send"), tr("Send across"),
                       tr("Publishes an event to everyone on one hub and measures until the other has heard it"));
    m_send->setPopupMode(QToolButton::InstantPopup);
    m_send->setMenu(new QMenu(m_send));
    m_send->menu()->addAction(tr("From the second hub to the first"), this, [this] { sendAcross(false); });
    m_send->menu()->addAction(tr("From the first hub to the second"), this, [this] { sendAcross(true); });
    m_page = addButton(QStringLiteral("open"), tr("Test page of the second hub"),
                       tr("Opens a page in the browser that is a client of the second hub"));
    m_copy = addButton(QStringLiteral("copy"), tr("Copy the second hub's address"), {});
    QToolButton *settings
        = addButton(QStringLiteral("settings"), tr("Redis settings…"), tr("Where Redis is, and what happens while it is away"));
    m_window->setObjectName(QStringLiteral("busWindow"));
    for (const int minutes : Windows)
        m_window->addItem(tr("%Ln min", nullptr, minutes));
    for (QToolButton *button : {m_startStop, m_send, m_page, m_copy, settings})
        layout->addWidget(button);
    m_windowBox = FlowLayout::labelled(tr("&Last"), m_window);
    layout->addWidget(m_windowBox);
    connect(m_startStop, &QToolButton::clicked, this, &BusPane::toggleSecondHub);
    connect(m_page, &QToolButton::clicked, this, [this] { Q_EMIT testPageRequested(m_second->url()); });
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(QString::fromUtf8(m_second->url())); });
    connect(settings, &QToolButton::clicked, this, &BusPane::settingsRequested);
    connect(m_window, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_chart->setWindow(std::chrono::minutes(Windows[std::size_t(std::max(0, index))])); });
    return bar;
}

// What there is to see while the hub is alone.
QWidget *BusPane::makeAlone()
{
    auto *alone = new QWidget;
    auto *text = textLabel(QStringLiteral("busAlone"), tr("Why there is no bus"));
    text->setText(
        tr("This hub is alone. On a Redis, several hubs are one: what is published on any of them reaches the clients of "
           "all, once and in order, and Redis keeps the history. To try it, start a Redis and enter its address in the "
           "Redis settings, or on the command line:"));
    auto *snippet = new QPlainTextEdit(QString::fromLatin1(TryIt));
    snippet->setReadOnly(true);
    snippet->setTabChangesFocus(true);
    snippet->setFont(Theme::monospace());
    snippet->setAccessibleName(tr("Commands to try Redis"));
    snippet->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    snippet->setFixedHeight(QFontMetrics(snippet->font()).height() * 3 + 8);
    QToolButton *copy = addButton(QStringLiteral("copy"), tr("Copy commands"), {});
    connect(copy, &QToolButton::clicked, snippet, [snippet] { QGuiApplication::clipboard()->setText(snippet->toPlainText()); });
    auto *layout = new QVBoxLayout(alone);
    layout->setContentsMargins(4, 0, 4, 4);
    layout->addWidget(text);
    layout->addWidget(snippet);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    layout->addStretch();
    return scrolled(alone, tr("Why there is no bus"));
}

QWidget *BusPane::makeLists()
{
    const auto table = [this](CellTableModel *model, const QString &name, const QString &accessibleName) {
        return new FilteredTable(new LiveTable(model, LiveTable::Kind::Plain, name, accessibleName), m_context.notebook);
    };
    m_tabs->addTab(table(m_channels, QStringLiteral("busChannels"), tr("Channels that this hub hears")), tr("Channels"));
    m_tabs->addTab(table(m_hubs, QStringLiteral("busHubs"), tr("Hubs on this Redis")), tr("Hubs"));
    m_tabs->addTab(table(m_outages, QStringLiteral("busOutages"), tr("Outages of the bus")), tr("Outages"));
    m_tabs->addTab(table(m_drops, QStringLiteral("busDrops"), tr("Messages that were dropped")), tr("Dropped"));
    m_tabs->addTab(new FilteredTable(m_figures, m_context.notebook), tr("Figures"));
    return m_tabs;
}

void BusPane::take(const Snapshot &snapshot)
{
    m_now = snapshot.figures.at;
    if (m_bus.has_value() != snapshot.bus.has_value()) {
        m_bus = snapshot.bus;
        m_detail.reset();
        showParts();
    }
    m_bus = snapshot.bus;
    m_stale = m_history.take(snapshot) || m_stale;
    if (!snapshot.busDetail)
        return;
    m_detail = snapshot.busDetail;
    showDetail();
}

void BusPane::applySnapshot(const Snapshot &snapshot)
{
    if (snapshot.figures.mono - m_shown < ShowEvery)
        return;
    m_shown = snapshot.figures.mono;
    showState();
    if (!std::exchange(m_stale, false))
        return;
    m_chart->showHistory(m_history);
    showFigures();
}

void BusPane::showState()
{
    const BusSample *sample = m_history.last();
    showText(m_state, m_bus ? busSentence(*m_bus, sample, m_now) : QString());
    QPalette colours = palette();
    if (m_bus && !m_bus->connected)
        colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    if (m_state->palette().color(QPalette::WindowText) != colours.color(QPalette::WindowText))
        m_state->setPalette(colours);
}

void BusPane::showFigures()
{
    if (m_bus && m_history.last())
        m_figures->setFields(busFields(*m_bus, m_history));
}

void BusPane::showDetail()
{
    m_channels->setRows(m_detail->channels);
    m_hubs->setRows(m_detail->hubs);
    m_drops->setRows({m_detail->drops.rbegin(), m_detail->drops.rend()}); // the newest first
    std::vector<BusOutageRow> outages;
    for (auto outage = m_detail->outages.rbegin(); outage != m_detail->outages.rend(); ++outage) {
        const WallTime until = outage->until == WallTime() ? m_now : outage->until;
        outages.push_back({*outage, std::chrono::duration_cast<Milliseconds>(until - outage->from)});
    }
    m_outages->setRows(std::move(outages));
    m_chart->setOutages(m_detail->outages);
    const auto title = [this](int tab, const QString &name, quint64 count) {
        m_tabs->setTabText(tab, count == 0 ? name : tr("%1 %2", "name of a tab, count").arg(name, numberText(count)));
    };
    title(0, tr("Channels"), m_bus ? m_bus->channels : 0);
    title(1, tr("Hubs"), m_detail->hubs.size());
    title(2, tr("Outages"), m_detail->outages.size());
    title(3, tr("Dropped"), m_bus ? m_bus->malformed + m_bus->foreignRefused : 0);
}

void BusPane::showParts()
{
    m_alone->setVisible(!m_bus);
    m_joined->setVisible(m_bus.has_value());
    m_windowBox->setVisible(m_bus.has_value());
    showSecondHub();
}

void BusPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    if (m_context.feed)
        m_context.feed->observatory().wantBusDetail(true);
}

void BusPane::hideEvent(QHideEvent *event)
{
    Pane::hideEvent(event);
    if (m_context.feed && !event->spontaneous())
        m_context.feed->observatory().wantBusDetail(false);
}

// Where there is no room for both, the lists are what the pane is for.
void BusPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_chart->setVisible(width() > fontMetrics().averageCharWidth() * 90);
}

void BusPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showState();
}

} // namespace pushscope
