// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A key that works while the focus is in a pane, under a name by which the user may give it another one (ui/shell/keymap.h).

#include <QShortcut>
#include <QWidget>

namespace pushscope {

// `id` names it in the settings, the same for all panes that have it; `text` says what it does.
template<typename Receiver, typename Slot>
QShortcut *addPaneShortcut(QWidget *pane, const QString &id, const QString &text, const QKeySequence &keys, Receiver *receiver,
                           Slot slot)
{
    auto *shortcut = new QShortcut(keys, pane);
    shortcut->setObjectName(QStringLiteral("key:") + id);
    shortcut->setWhatsThis(text);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    QObject::connect(shortcut, &QShortcut::activated, receiver, slot);
    return shortcut;
}

} // namespace pushscope
