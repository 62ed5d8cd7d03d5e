// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelinePane: a lane for each client on one time axis, what can be done with it, and the chosen lane as a table. GUI thread.

#include "ui/panes/filterbar.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"
#include "ui/timeline/cuts.h"
#include "ui/timeline/laneorder.h"

#include <QCoroTask>

class QComboBox;
class QLabel;
class QMenu;
class QToolButton;

namespace pushscope {

class ClientsModel;
class LiveTable;
class TimelineTextModel;
class TimelineView;

class TimelinePane final : public Pane
{
    Q_OBJECT
public:
    static constexpr Milliseconds UsualCut{5000}; // where no span was chosen
    static constexpr Milliseconds TextInterval{500}; // of the table

    explicit TimelinePane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Timeline"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] const TimelineStore &store() const noexcept { return m_store; }
    [[nodiscard]] TimelineView *view() const noexcept { return m_view; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    [[nodiscard]] FilterBar::Subject lanes();
    void setupBar();
    QToolButton *addButton(const QString &icon, const QString &text, const QString &toolTip);
    void setupConnections();
    void followSelection();
    void take(const Snapshot &snapshot);
    void orderChanged();
    void showCounts();
    void showFollow();
    void showTable(bool shown);
    void fillCutMenu(QMenu &menu);
    void addCut(QMenu &menu, const FaultRule &cut);
    void showCutMenu(const QPoint &globalAt);
    QCoro::Task<> breakClient(FaultRule cut);
    void say(const QString &text);

    PaneContext m_context;
    TimelineStore m_store;
    ClientsModel *m_clients;
    LaneOrder m_order;
    TimelineView *m_view;
    TimelineTextModel *m_text;
    LiveTable *m_table;
    FilterBar *m_bar;
    QComboBox *m_by;
    QToolButton *m_fitRange;
    QToolButton *m_cut;
    QToolButton *m_asText;
    QToolButton *m_follow;
    QLabel *m_dropped;
    QLabel *m_result; // of a cut, in words
    TimePoint m_textShown{};
    QCoro::Task<> m_breaking;
};

} // namespace pushscope
