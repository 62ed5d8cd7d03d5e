// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FilterEdit: a line for words or a condition, which proposes fields, operators and values as they are typed, underlines what is
// wrong, and has the former ones under the arrow key. GUI thread.

#include "ui/models/filtercompletion.h"

#include <QLineEdit>

class QCompleter;
class QStringListModel;

namespace pushscope {

class FilterEdit final : public QLineEdit
{
    Q_OBJECT
public:
    explicit FilterEdit(QWidget *parent = nullptr);

    void setFields(std::span<const FilterField> fields, FilterValues values); // without fields nothing is proposed
    void setHistory(const QStringList &newestFirst) { m_history = newestFirst; }
    void replace(const QString &text); // so that it can be undone, as if it were typed; proposes nothing
    // The last change was replace(), and undo() or redo() takes it back or does it again.
    [[nodiscard]] bool wasReplaced() const noexcept { return m_wasReplaced; }
    void setClearName(const QString &accessibleName); // of the button that clears it
    void setLeavable(bool leavable) { m_leavable = leavable; } // by Esc
    void setError(qsizetype column); // in characters, from 0; -1: none
    [[nodiscard]] qsizetype errorColumn() const noexcept { return m_error; }
    // What stands in the list of proposals now; for tests and screen readers.
    [[nodiscard]] QStringList proposals() const;
    void propose(); // shows them, if there are any

Q_SIGNALS:
    void left(); // by Esc, where it is leavable

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void showProposals(const QStringList &proposals);
    void take(const QString &proposal);

    std::span<const FilterField> m_fields;
    FilterValues m_values;
    QStringListModel *m_proposals;
    QCompleter *m_completer;
    QStringList m_history;
    bool m_showsHistory = false; // a proposal replaces all
    bool m_replacing = false;
    bool m_wasReplaced = false;
    bool m_leavable = false;
    qsizetype m_error = -1;
};

} // namespace pushscope
