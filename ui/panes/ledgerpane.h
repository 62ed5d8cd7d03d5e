// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LedgerPane: each reconnect with its verdict, and the chosen one in words and id by id. Source: design.md §7. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QLabel;

namespace pushscope {

class LiveTable;
class ReconnectsModel;
class ReplayItemsModel;
class RetentionBar;
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

private:
    void setupLayout();
    void setupConnections();
    void showChosen();

    PaneContext m_context;
    ReconnectsModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
    QLabel *m_sentence;
    QLabel *m_retention;
    RetentionBar *m_edge;
    ReplayItemsModel *m_items;
    LiveTable *m_itemsTable;
    QLabel *m_more; // how many ids are not kept
    Seq m_oldest, m_head;
};

} // namespace pushscope
