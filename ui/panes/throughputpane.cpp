// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/throughputpane.h"

#include "ui/charts/latencychart.h"
#include "ui/charts/scopechart.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/figuresmodel.h"
#include "ui/models/latencymodel.h"
#include "ui/models/limitsmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/scrolled.h"
#include "ui/panes/wirecostview.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QBuffer>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QSaveFile>
#include <QSvgGenerator>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr int Windows[] = {1, 5, 15, 60}; // min

Result<void> writeFile(const QString &path, const QByteArray &octets)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(octets) != octets.size() || !file.commit())
        return fail(Errc::Io, file.errorString().toUtf8());
    return {};
}

} // namespace

ThroughputPane::ThroughputPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_histogram(new LatencyChart)
    , m_chartArea(new QWidget)
    , m_grid(new QGridLayout(m_chartArea))
    , m_window(new QComboBox)
    , m_pause(new QToolButton)
    , m_moment(new QLabel)
    , m_result(new QLabel)
    , m_figures(new FiguresModel(this))
    , m_table(new LiveTable(m_figures, LiveTable::Kind::Plain, QStringLiteral("figuresTable"), tr("Throughput figures")))
    , m_costs(new WireCostView(context))
    , m_bins(new LatencyModel(this))
    , m_binsTable(new LiveTable(m_bins, LiveTable::Kind::Plain, QStringLiteral("latencyTable"), tr("Latencies as a table")))
    , m_limits(new LimitsModel(this))
{
    setupCharts();
    setupHistogram();
    auto *splitter = new PaneSplitter(Qt::Horizontal, QStringLiteral("throughputSplitter"));
    splitter->addWidget(scrolled(m_chartArea, tr("Charts")));
    splitter->addWidget(makeTables());
    splitter->setSizes({600, 400}); // shares, not pixels
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(splitter, 1);
    if (m_context.feed)
        connect(m_context.feed, &FrameFeed::snapshotReady, this, &ThroughputPane::take);
    showFigures();
}

QWidget *ThroughputPane::makeTables()
{
    m_moment->setObjectName(QStringLiteral("figuresMoment"));
    m_moment->setContentsMargins(6, 2, 6, 2);
    m_moment->setWordWrap(true);
    auto *side = new QWidget;
    auto *sideLayout = new QVBoxLayout(side);
    sideLayout->setContentsMargins(0, 0, 0, 0);
    sideLayout->setSpacing(0);
    sideLayout->addWidget(m_moment);
    sideLayout->addWidget(new FilteredTable(m_table, m_context.notebook), 1);
    auto *tables = new PaneTabs(QStringLiteral("throughputTables"), tr("Throughput tables"));
    tables->addTab(side, tr("Figures"));
    tables->addTab(new FilteredTable(m_binsTable, m_context.notebook), tr("Latency"));
    tables->setTabToolTip(1, tr("How many deliveries took how long, in the time of the charts"));
    tables->addTab(m_costs, tr("Cost"));
    tables->setTabToolTip(2, tr("Cost of an event over each way to a client"));
    auto *limits = new LiveTable(m_limits, LiveTable::Kind::Plain, QStringLiteral("limitsTable"), tr("Limits of the hub"));
    tables->addTab(new FilteredTable(limits, m_context.notebook), tr("Limits"));
    return tables;
}

// What is chosen in the picture is chosen in the table, and the other way round.
void ThroughputPane::setupHistogram()
{
    connect(m_histogram, &LatencyChart::cursorMoved, this, [this](std::optional<std::chrono::microseconds> upTo) {
        m_binsTable->setCurrentKey(upTo ? quint64(upTo->count()) : 0);
    });
    connect(m_binsTable, &LiveTable::currentKeyChanged, this,
            [this](quint64 key) { m_histogram->setCursor(key ? std::optional(std::chrono::microseconds(key)) : std::nullopt); });
}

void ThroughputPane::setupCharts()
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(1);
    m_charts
        = {new ScopeChart(tr("Events"), tr("1/s"), {Figure::Events}), new ScopeChart(tr("Bytes"), tr("1/s"), {Figure::Bytes}),
           new ScopeChart(tr("Connections"), {}, {Figure::Connections}),
           new ScopeChart(tr("Latency"), tr("ms"), {Figure::P50, Figure::P95, Figure::P99}),
           new ScopeChart(tr("Queues"), tr("bytes"), {Figure::Queue})};
    for (ScopeChart *chart : m_charts)
        connect(chart, &ScopeChart::cursorMoved, this, &ThroughputPane::moveCursor);
    for (ScopeChart *chart : m_charts)
        connect(chart, &ScopeChart::zoomed, this, [this](int step) {
            m_window->setCurrentIndex(std::clamp(m_window->currentIndex() + step, 0, m_window->count() - 1));
        });
    arrangeCharts();
}

QWidget *ThroughputPane::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new FlowLayout(bar);
    layout->setContentsMargins(4, 3, 4, 3);
    m_window->setObjectName(QStringLiteral("throughputWindow"));
    for (const int minutes : Windows)
        m_window->addItem(tr("%Ln min", nullptr, minutes));
    m_pause->setObjectName(QStringLiteral("throughputPause"));
    m_pause->setIcon(themedIcon(QStringLiteral("pause")));
    m_pause->setText(tr("Pause"));
    m_pause->setAccessibleName(tr("Pause"));
    m_pause->setToolTip(tr("Stop the charts; the capture goes on"));
    m_pause->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_pause->setCheckable(true);
    m_pause->setFocusPolicy(Qt::TabFocus);
    m_result->setObjectName(QStringLiteral("throughputResult"));
    layout->addWidget(FlowLayout::labelled(tr("&Last"), m_window));
    layout->addWidget(m_pause);
    layout->addWidget(makeExportButton());
    addLegend(layout);
    layout->addWidget(m_result);
    connect(m_window, &QComboBox::currentIndexChanged, this, [this] {
        for (ScopeChart *chart : m_charts)
            chart->setWindow(window());
        redraw();
    });
    connect(m_pause, &QToolButton::toggled, this, [this](bool paused) {
        if (!paused)
            redraw();
    });
    return bar;
}

// One for all charts.
void ThroughputPane::addLegend(QLayout *layout)
{
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        m_legend[p] = new QLabel(protocolText(ClientProtocol(p)));
        layout->addWidget(m_legend[p]);
    }
    layout->addWidget(new QLabel(tr("latency: ─ p50  ╌ p95  ┈ p99")));
    colorLegend();
}

void ThroughputPane::colorLegend()
{
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        QPalette colors = palette();
        colors.setColor(QPalette::WindowText, Theme::color(ClientProtocol(p)));
        m_legend[p]->setPalette(colors);
    }
}

void ThroughputPane::changeEvent(QEvent *event)
{
    Pane::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend.back())
        colorLegend();
}

QToolButton *ThroughputPane::makeExportButton()
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(QStringLiteral("export")));
    button->setText(tr("Export"));
    button->setAccessibleName(tr("Export charts"));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    auto *menu = new QMenu(button);
    const auto add = [this, menu](const QString &text, const QString &name, const Export &write) {
        menu->addAction(text, this, [this, name, write] { askAndExport(name, write); });
    };
    add(tr("Figures as CSV…"), QStringLiteral("throughput.csv"), [this](const QString &path) { return exportCsv(path); });
    add(tr("Latencies as CSV…"), QStringLiteral("latencies.csv"), [this](const QString &path) { return exportLatencies(path); });
    add(tr("Charts as PNG…"), QStringLiteral("throughput.png"), [this](const QString &path) { return exportPng(path); });
    add(tr("Charts as SVG…"), QStringLiteral("throughput.svg"), [this](const QString &path) { return exportSvg(path); });
    button->setMenu(menu);
    return button;
}

QIcon ThroughputPane::icon() const
{
    return themedIcon(QStringLiteral("throughput"));
}

std::chrono::seconds ThroughputPane::window() const
{
    return std::chrono::minutes(Windows[size_t(std::max(0, m_window->currentIndex()))]);
}

void ThroughputPane::take(const Snapshot &snapshot)
{
    m_costs->take(snapshot);
    m_latencies.take(snapshot);
    if (m_history.take(snapshot))
        m_stale = true;
}

void ThroughputPane::applySnapshot(const Snapshot &snapshot)
{
    if (m_context.controller)
        m_limits->setRows(limitRows(snapshot.figures, m_context.controller->runningConfig()));
    if (m_stale && !m_pause->isChecked())
        redraw();
}

void ThroughputPane::redraw()
{
    m_stale = false;
    for (ScopeChart *chart : m_charts)
        chart->showHistory(m_history);
    std::vector<LatencyBin> bins = latencyBins(m_latencies.within(window()));
    m_histogram->setBins(bins, tr("last %1").arg(m_window->currentText()));
    m_bins->setBins(std::move(bins));
    showFigures();
}

void ThroughputPane::showFigures()
{
    const RateSample *sample = m_history.isEmpty() ? nullptr : m_history.sampleAt(m_cursor.value_or(0));
    m_figures->setSample(sample);
    QString moment = tr("Nothing measured yet");
    if (sample)
        moment = m_cursor ? tr("At %1").arg(clockText(sample->at)) : tr("Now");
    if (m_moment->text() != moment)
        m_moment->setText(moment);
}

void ThroughputPane::moveCursor(std::optional<double> secondsBefore)
{
    m_cursor = secondsBefore;
    for (ScopeChart *chart : m_charts)
        chart->setCursorAt(secondsBefore);
    showFigures();
}

// In a row where the pane is wide and low, else two by two.
void ThroughputPane::arrangeCharts()
{
    std::vector<QWidget *> cells(m_charts.cbegin(), m_charts.cend());
    cells.push_back(m_histogram);
    const int count = int(cells.size());
    const QSize room = m_chartArea->parentWidget() ? m_chartArea->parentWidget()->size() : m_chartArea->size(); // in sight
    const int character = fontMetrics().averageCharWidth();
    const int least = m_charts.front()->minimumWidth() + m_grid->spacing();
    const int wanted = room.width() / (character * 28) >= count ? count : room.width() >= room.height() * 3 / 2 ? 3 : 2;
    const int columns = std::clamp(wanted, 1, std::max(1, room.width() / least));
    if (m_grid->count() > 0 && m_grid->property("columns").toInt() == columns)
        return;
    m_grid->setProperty("columns", columns);
    for (std::size_t i = 0; i < cells.size(); ++i)
        m_grid->addWidget(cells[i], int(i) / columns, int(i) % columns);
    const int rows = (count + columns - 1) / columns;
    for (int i = 0; i < count; ++i) {
        m_grid->setColumnStretch(i, i < columns ? 1 : 0);
        m_grid->setRowStretch(i, i < rows ? 1 : 0);
    }
}

void ThroughputPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    arrangeCharts();
}

void ThroughputPane::showEvent(QShowEvent *event)
{
    Pane::showEvent(event);
    arrangeCharts();
    if (!m_pause->isChecked())
        redraw();
}

Result<void> ThroughputPane::exportCsv(const QString &path) const
{
    return writeFile(path, m_history.csv(window()));
}

Result<void> ThroughputPane::exportLatencies(const QString &path) const
{
    return writeFile(path, latencyCsv(latencyBins(m_latencies.within(window()))));
}

Result<void> ThroughputPane::exportPng(const QString &path)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    if (!m_chartArea->grab().save(&buffer, "PNG"))
        return fail(Errc::Io, tr("the picture could not be made").toUtf8());
    return writeFile(path, octets);
}

// Drawn as lines and letters, so that it stays sharp at any size.
Result<void> ThroughputPane::exportSvg(const QString &path)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(m_chartArea->size());
    generator.setViewBox(m_chartArea->rect());
    generator.setTitle(title());
    QPainter painter(&generator);
    for (ScopeChart *chart : m_charts)
        chart->render(&painter, chart->geometry());
    m_histogram->render(&painter, m_histogram->pos(), QRegion(), DrawChildren);
    painter.end();
    return writeFile(path, octets);
}

void ThroughputPane::askAndExport(const QString &name, const Export &write)
{
    const QString ending = QFileInfo(name).suffix();
    const QString path = QFileDialog::getSaveFileName(this, tr("Export"), name, tr("%1 (*.%2)").arg(ending.toUpper(), ending));
    if (path.isEmpty())
        return;
    const Result<void> result = write(path);
    m_result->setText(result ? tr("Exported to %1").arg(path) : tr("Not exported: %1").arg(coreText(result.error())));
}

} // namespace pushscope
