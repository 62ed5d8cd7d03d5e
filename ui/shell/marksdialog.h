// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MarksDialog: the marks of a recorded session and the comments on it in a table, to go to, to change and to remove. Not modal.
// GUI thread.

#include <QDialog>

class QPushButton;

namespace pushscope {

class LiveTable;
class MarksModel;
class SessionMarks;
struct SessionMark;

class MarksDialog : public QDialog
{
    Q_OBJECT
public:
    MarksDialog(SessionMarks &marks, QWidget *parent = nullptr); // borrowed

    [[nodiscard]] LiveTable &table() noexcept { return *m_table; }

Q_SIGNALS:
    void wanted(qint64 ns); // this time is to be shown
    void addRequested();
    void removed(const pushscope::SessionMark &mark); // for who can bring it back

private:
    void refresh();
    void showCurrent();
    [[nodiscard]] const SessionMark *current() const; // null: none
    void changeCurrent();
    void removeCurrent();

    SessionMarks &m_marks;
    MarksModel *m_model;
    LiveTable *m_table;
    QPushButton *m_go;
    QPushButton *m_change;
    QPushButton *m_remove;
};

} // namespace pushscope
