// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// KeyEditor: all keys in a searched list, and the field in which the chosen one is changed; says who else has a key. GUI thread.

#include <QWidget>

class QHBoxLayout;
class QKeySequenceEdit;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace pushscope {

class Keymap;

class KeyEditor final : public QWidget
{
    Q_OBJECT
public:
    explicit KeyEditor(Keymap &keymap, QWidget *parent = nullptr); // borrowed

    void choose(const QString &id);

private:
    void setupList();
    void setupFields();
    [[nodiscard]] QHBoxLayout *makeRow();
    void fill();
    void applySearch();
    void showChosen();
    void showConflicts();
    void setChosen(const QKeySequence &keys);
    [[nodiscard]] QString chosen() const;

    Keymap &m_keymap;
    QLineEdit *m_search;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_keys;
    QLabel *m_conflicts;
    QPushButton *m_set;
    QPushButton *m_none;
    QPushButton *m_shipped;
    QPushButton *m_take;
};

} // namespace pushscope
