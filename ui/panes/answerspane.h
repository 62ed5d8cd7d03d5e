// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswersPane: the rules that answer what WebSocket clients send, so that the hub stands in for a backend that isn't written yet.
// A list in its order, an editor for each, files. GUI thread.

#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"

class QLabel;
class QToolButton;

namespace pushscope {

class AnswerDesk;
class AnswersModel;
class LiveTable;
struct AnswerText;

class AnswersPane final : public Pane
{
    Q_OBJECT
public:
    explicit AnswersPane(const PaneContext &context, QWidget *parent = nullptr);

    [[nodiscard]] QString title() const override { return tr("Answers"); }
    [[nodiscard]] QIcon icon() const override;
    void applySnapshot(const Snapshot &) override { }

    [[nodiscard]] AnswerDesk &desk() noexcept { return *m_desk; }
    void loadFrom(const QString &path); // instead of the present rules, and says how it went
    [[nodiscard]] AnswersModel *model() const noexcept { return m_model; }

private:
    QWidget *makeBar();
    void setupTable();
    void setupKeys();
    void updateButtons();
    void edit(int index, const AnswerText &rule); // -1: a new one
    void addRule();
    void editSelected();
    void duplicateSelected();
    void removeSelected();
    void switchSelected(); // on or off
    void moveSelected(int by);
    void askSave();
    void askLoad();
    void onReverted(bool undone, std::size_t first);
    void say(const QString &text, bool good);
    void sayKept(const AnswerText &rule);
    [[nodiscard]] int selectedRule() const; // among all, hidden ones too; -1: none
    void select(std::size_t index); // unless a filter hides it

    AnswerDesk *m_desk;
    AnswersModel *m_model;
    LiveTable *m_table;
    QLabel *m_result; // what became of the last command
    QLabel *m_empty; // while there is no rule
    QList<QToolButton *> m_ofRule; // that need a selected one
    QToolButton *m_new = nullptr;
    QToolButton *m_undo = nullptr;
    QToolButton *m_save = nullptr;
};

} // namespace pushscope
