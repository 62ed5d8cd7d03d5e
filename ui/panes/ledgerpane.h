// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LedgerPane: each reconnect with its verdict, the chosen one in words, id by id and attempt by attempt, and the retention cliff.
// Source: design.md §7. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QLabel;
class QTabWidget;

namespace pushscope {

class AttemptsModel;
class LiveTable;
class PaneSplitter;
class ReconnectsModel;
class ReplayItemsModel;
class RetentionView;
class TableBar;

class LedgerPane final : public Pane
{
    Q_OBJECT
public:
    explicit LedgerPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Replay ledger"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] ReconnectsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setupLayout();
    void setupConnections();
    void onReconnectChosen(quint32 key);
    void onClientChanged(quint32 key);
    void showChosen();

    PaneContext m_context;
    ReconnectsModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
    QLabel *m_sentence;
    PaneSplitter *m_splitter;
    QTabWidget *m_tabs;
    ReplayItemsModel *m_items;
    LiveTable *m_itemsTable;
    QLabel *m_more; // how many ids are not kept
    AttemptsModel *m_attempts;
    LiveTable *m_attemptsTable;
    RetentionView *m_retention;
};

} // namespace pushscope
