// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/savedfilters.h"

#include "ui/feed/notebook.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/menus.h"
#include "ui/shell/icons.h"

#include <QInputDialog>
#include <QMenu>
#include <QToolButton>

namespace pushscope {

namespace {

constexpr qsizetype MostRecent = 20;
constexpr int MenuWidth = 480; // px, of a filter in the menu

QString savedKey(const QString &table)
{
    return QStringLiteral("filters/saved/") + table;
}

QString recentKey(const QString &table)
{
    return QStringLiteral("filters/recent/") + table;
}

} // namespace

SavedFilters::SavedFilters(FilterBar &bar, Notebook &notebook, const QString &table)
    : QObject(&bar)
    , m_bar(bar)
    , m_notebook(notebook)
    , m_table(table)
    , m_star(bar.addButton(themedIcon(QStringLiteral("star")), tr("Saved filters"),
                           tr("Keep this filter under a name, or take one that was used before")))
    , m_menu(new QMenu(m_star))
{
    m_star->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_star->setAccessibleName(tr("Saved filters of %1").arg(bar.view()->accessibleName()));
    m_star->setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, &SavedFilters::fillMenu);
    showButtons();
}

QList<SavedFilters::Saved> SavedFilters::all() const
{
    QList<Saved> all;
    const QStringList lines = m_notebook.list(savedKey(m_table));
    for (qsizetype i = 0; i + 1 < lines.size(); i += 2)
        all.append({lines[i], lines[i + 1]});
    return all;
}

void SavedFilters::setAll(const QList<Saved> &all)
{
    QStringList lines;
    for (const Saved &saved : all)
        lines << saved.name << saved.filter;
    m_notebook.setList(savedKey(m_table), lines);
    showButtons();
}

QStringList SavedFilters::recent() const
{
    return m_notebook.list(recentKey(m_table));
}

void SavedFilters::used(const QString &filter)
{
    if (!filter.trimmed().isEmpty())
        m_notebook.addFirst(recentKey(m_table), filter.trimmed(), MostRecent);
}

void SavedFilters::save(const QString &name, const QString &filter)
{
    QList<Saved> now = all();
    now.removeIf([&name](const Saved &saved) { return saved.name == name; });
    now.append({name, filter});
    setAll(now);
}

void SavedFilters::remove(const QString &name)
{
    QList<Saved> now = all();
    now.removeIf([&name](const Saved &saved) { return saved.name == name; });
    setAll(now);
}

void SavedFilters::fillMenu()
{
    emptyMenu(*m_menu);
    QAction *save = m_menu->addAction(tr("Save this filter…"), this, &SavedFilters::askName);
    save->setEnabled(!m_bar.filterEdit()->text().trimmed().isEmpty());
    const QList<Saved> saved = all();
    QMenu *remove = m_menu->addMenu(tr("Remove a saved filter"));
    remove->setEnabled(!saved.isEmpty());
    for (const Saved &entry : saved)
        remove->addAction(entry.name, this, [this, name = entry.name] { this->remove(name); });
    m_menu->addSeparator();
    const QStringList before = recent();
    for (const QString &filter : before)
        m_menu->addAction(m_menu->fontMetrics().elidedText(filter, Qt::ElideRight, MenuWidth).replace(u'&', QStringLiteral("&&")),
                          this, [this, filter] { m_bar.setFilter(filter); });
    if (before.isEmpty())
        m_menu->addAction(tr("No filter was used yet"))->setEnabled(false);
}

void SavedFilters::showButtons()
{
    for (QToolButton *button : std::as_const(m_buttons))
        button->deleteLater();
    m_buttons.clear();
    const QList<Saved> saved = all();
    for (const Saved &entry : saved) {
        QToolButton *button = m_bar.addButton({}, entry.name, entry.filter);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        connect(button, &QToolButton::clicked, this, [this, filter = entry.filter] { m_bar.setFilter(filter); });
        m_buttons.append(button);
    }
}

void SavedFilters::askName()
{
    bool ok = false;
    const QString filter = m_bar.filterEdit()->text().trimmed();
    const QString name = QInputDialog::getText(&m_bar, tr("Save this filter"), tr("Name of its button:"), QLineEdit::Normal,
                                               filter.left(20), &ok);
    if (ok && !name.trimmed().isEmpty())
        save(name.trimmed(), filter);
}

} // namespace pushscope
