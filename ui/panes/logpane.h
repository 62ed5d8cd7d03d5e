// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogPane: what the hub did and refused, with cause, by level and category. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QComboBox;

namespace pushscope {

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
    QComboBox *addChoice(const QString &label, const QString &name);

    PaneContext m_context;
    LogModel *m_model;
    LiveTable *m_table;
    TableBar *m_bar;
};

} // namespace pushscope
