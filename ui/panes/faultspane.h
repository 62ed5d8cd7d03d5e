// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultsPane: the fault rules at work, buttons for the common ones, and an editor for any. A rule list is saved to a file and
// loaded from one. Source: design.md §6. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

#include <QCoroTask>

class QLabel;
class QPushButton;
class QToolButton;

namespace pushscope {

class ClientsModel;
class FaultEditor;
class FaultsModel;
class LiveTable;
class PaneSplitter;

class FaultsPane final : public Pane
{
    Q_OBJECT
public:
    explicit FaultsPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Faults"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &snapshot) override;

    [[nodiscard]] FaultsModel *model() const noexcept { return m_model; }
    [[nodiscard]] LiveTable *table() const noexcept { return m_table; }
    [[nodiscard]] FaultEditor *editor() const noexcept { return m_editor; }

    void saveTo(const QString &path); // all rules at work
    void loadFrom(const QString &path); // sets them beside those at work

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeCommon();
    QWidget *makeList();
    QWidget *makeEditorSide();
    void setupConnections();
    void updateButtons();
    QCoro::Task<> setWritten(); // what stands in the editor
    void removeSelected();
    void askSave();
    void askLoad();
    void say(const QString &text, bool good);

    PaneContext m_context;
    FaultsModel *m_model;
    LiveTable *m_table;
    FaultEditor *m_editor;
    PaneSplitter *m_splitter;
    QLabel *m_result; // what became of the last command
    QLabel *m_empty; // while there is no rule
    QPushButton *m_set;
    QList<QToolButton *> m_common;
    QToolButton *m_commonMenu = nullptr; // where there is no room for a button each
    QToolButton *m_remove = nullptr;
    QToolButton *m_removeAll = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_save = nullptr;
};

} // namespace pushscope
