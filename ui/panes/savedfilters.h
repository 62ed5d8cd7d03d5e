// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SavedFilters: the star beside a filter: keeps a filter under a name, as a button; and has those used last. GUI thread.

#include <QList>
#include <QObject>

class QMenu;
class QToolButton;

namespace pushscope {

class Notebook;
class FilterBar;

class SavedFilters final : public QObject
{
    Q_OBJECT
public:
    // `table` names what is kept; bar and notebook are borrowed.
    SavedFilters(FilterBar &bar, Notebook &notebook, const QString &table);

    void used(const QString &filter); // for the list of those used last
    [[nodiscard]] QStringList recent() const;
    void save(const QString &name, const QString &filter);
    void remove(const QString &name);

private:
    struct Saved {
        QString name, filter;
    };
    [[nodiscard]] QList<Saved> all() const;
    void setAll(const QList<Saved> &all);
    void fillMenu();
    void showButtons();
    void askName();

    FilterBar &m_bar;
    Notebook &m_notebook;
    QString m_table;
    QToolButton *m_star;
    QMenu *m_menu;
    QList<QToolButton *> m_buttons;
};

} // namespace pushscope
