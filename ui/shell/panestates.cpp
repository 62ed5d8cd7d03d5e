// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panestates.h"

#include "ui/panes/pane.h"
#include "ui/panes/panesplitter.h"
#include "ui/shell/keptcolumns.h"
#include "ui/shell/keptsplitter.h"

#include <QSettings>
#include <QTableView>
#include <QTreeView>

namespace pushscope {

namespace {

QString keyOf(const char *kind, const PaneEntry &entry, const QObject &object)
{
    return QStringLiteral("v1/%1/%2/%3").arg(QLatin1String(kind), QLatin1String(entry.id), object.objectName());
}

} // namespace

PaneStates::PaneStates(QSettings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
}

void PaneStates::restore(const QList<PaneEntry> &panes)
{
    const auto keep = [this](auto &all, const QString &key, auto *kept) {
        kept->restore(m_settings.value(key).toString());
        all.insert(key, kept);
        using Kept = std::remove_pointer_t<decltype(kept)>;
        connect(kept, &Kept::changed, this, &PaneStates::changed);
    };
    for (const PaneEntry &entry : panes) {
        for (QTableView *table : entry.pane->findChildren<QTableView *>())
            keep(m_columns, keyOf("columns", entry, *table), new KeptColumns(*table));
        for (QTreeView *tree : entry.pane->findChildren<QTreeView *>())
            keep(m_columns, keyOf("columns", entry, *tree), new KeptColumns(*tree));
        for (PaneSplitter *splitter : entry.pane->findChildren<PaneSplitter *>())
            keep(m_splitters, keyOf("splitters", entry, *splitter), new KeptSplitter(*splitter));
    }
}

template<typename Kept> bool PaneStates::saveAll(const QMap<QString, Kept *> &all)
{
    bool any = false;
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QString text = it.value()->text();
        if (text == m_settings.value(it.key()).toString())
            continue;
        any = true;
        if (text.isEmpty())
            m_settings.remove(it.key());
        else
            m_settings.setValue(it.key(), text);
    }
    return any;
}

bool PaneStates::save()
{
    const bool columns = saveAll(m_columns);
    return saveAll(m_splitters) || columns;
}

void PaneStates::reset()
{
    for (KeptColumns *kept : std::as_const(m_columns))
        kept->reset();
    for (KeptSplitter *kept : std::as_const(m_splitters))
        kept->reset();
    Q_EMIT changed();
}

} // namespace pushscope
