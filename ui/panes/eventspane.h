// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventsPane: what was published, as it happens. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <functional>

class QMenu;

namespace pushscope {

class ClientsModel;
class EventsModel;
class LiveTable;
class TableBar;

class EventsPane final : public Pane
{
    Q_OBJECT
public:
    explicit EventsPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Events"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    // To the next (+1) or previous (-1) event for or from the selected client, or of all where none is selected.
    void step(int direction);
    [[nodiscard]] EventsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

private:
    void addToMenu(QMenu *menu, const QModelIndex &at);
    void copyRow(quint64 ref, const std::function<QString(const JournalRow &)> &text);
    [[nodiscard]] bool concerns(const JournalRow &row, const ClientRow &client) const;
    void setupConnections();
    void onCurrentKeyChanged(quint64 ref);
    void onSeqChanged(Seq seq);
    void onRowChanged(quint64 ref);

    PaneContext m_context;
    ClientsModel *m_clients;
    EventsModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
};

} // namespace pushscope
