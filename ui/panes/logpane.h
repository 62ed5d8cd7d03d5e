// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogPane: what the hub did and refused, with cause, by level and category. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QComboBox;

namespace pushscope {

class ClientsModel;
class LiveTable;
class LogModel;
class TableBar;

class LogPane final : public Pane
{
    Q_OBJECT
public:
    explicit LogPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Log"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] LogModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }

private:
    void setupChoices();
    void setupConnections();
    void onCurrentKeyChanged(quint64 ref);
    void onRowChanged(quint64 ref);
    QComboBox *addChoice(const QString &label, const QString &name);

    PaneContext m_context;
    ClientsModel *m_clients;
    LogModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
    QComboBox *m_level = nullptr;
    QComboBox *m_category = nullptr;
};

} // namespace pushscope
