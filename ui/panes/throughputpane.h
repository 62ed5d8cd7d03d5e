// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ThroughputPane: events, bytes, connections and latency per protocol over the last minutes, as charts and as tables. GUI
// thread.

#include "base/result.h"
#include "ui/charts/latencyhistory.h"
#include "ui/charts/ratehistory.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <functional>

class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QToolButton;

namespace pushscope {

class FiguresModel;
class LatencyChart;
class LatencyModel;
class LimitsModel;
class LiveTable;
class ScopeChart;
class WireCostView;

class ThroughputPane final : public Pane
{
    Q_OBJECT
public:
    explicit ThroughputPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Throughput"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    void take(const Snapshot &snapshot); // each one, seen or not
    [[nodiscard]] const RateHistory &history() const noexcept { return m_history; }
    [[nodiscard]] const LatencyHistory &latencies() const noexcept { return m_latencies; }
    // Written beside and renamed. Errc::Io with the system's reason.
    [[nodiscard]] Result<void> exportCsv(const QString &path) const;
    [[nodiscard]] Result<void> exportLatencies(const QString &path) const; // the histogram as CSV
    [[nodiscard]] Result<void> exportPng(const QString &path);
    [[nodiscard]] Result<void> exportSvg(const QString &path);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QWidget *makeBar();
    [[nodiscard]] QToolButton *makeExportButton();
    void addLegend(QLayout *layout);
    void colorLegend();
    void setupCharts();
    void setupHistogram();
    [[nodiscard]] QWidget *makeTables();
    void arrangeCharts();
    void redraw();
    void showFigures();
    void moveCursor(std::optional<double> secondsBefore);
    using Export = std::function<Result<void>(const QString &path)>;
    void askAndExport(const QString &name, const Export &write); // `name` as it is proposed, with its ending
    [[nodiscard]] std::chrono::seconds window() const;

    PaneContext m_context;
    RateHistory m_history;
    LatencyHistory m_latencies;
    std::vector<ScopeChart *> m_charts;
    LatencyChart *m_histogram;
    QWidget *m_chartArea;
    QGridLayout *m_grid;
    QComboBox *m_window;
    QToolButton *m_pause;
    std::array<QLabel *, ProtocolCount> m_legend{};
    QLabel *m_moment; // what moment the table is of
    QLabel *m_result; // of the last export
    FiguresModel *m_figures;
    LiveTable *m_table;
    WireCostView *m_costs;
    LatencyModel *m_bins; // of the histogram
    LiveTable *m_binsTable;
    LimitsModel *m_limits;
    std::optional<double> m_cursor;
    bool m_stale = false;
};

} // namespace pushscope
