// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ThroughputPane: events, bytes, connections and latency per protocol over the last minutes, as charts and as a table. GUI
// thread.

#include "base/result.h"
#include "ui/charts/ratehistory.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QComboBox;
class QGridLayout;
class QLabel;
class QLayout;
class QToolButton;

namespace pushscope {

class FiguresModel;
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
    // Written beside and renamed. Errc::Io with the system's reason.
    [[nodiscard]] Result<void> exportCsv(const QString &path) const;
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
    void arrangeCharts();
    void redraw();
    void showFigures();
    void moveCursor(std::optional<double> secondsBefore);
    void askAndExport(const QString &kind);
    [[nodiscard]] std::chrono::seconds window() const;

    PaneContext m_context;
    RateHistory m_history;
    std::vector<ScopeChart *> m_charts;
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
    LimitsModel *m_limits;
    std::optional<double> m_cursor;
    bool m_stale = false;
};

} // namespace pushscope
