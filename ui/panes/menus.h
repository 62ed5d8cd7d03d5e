// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Menus that are filled anew each time they are shown. GUI thread.

#include <QActionGroup>
#include <QMenu>

namespace pushscope {

// With the submenus and groups that were made for it, which QMenu::clear() leaves to it as children.
inline void emptyMenu(QMenu &menu)
{
    menu.clear();
    qDeleteAll(menu.findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    qDeleteAll(menu.findChildren<QActionGroup *>(QString(), Qt::FindDirectChildrenOnly));
}

} // namespace pushscope
