// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pane.h"

#include "ui/panes/filterbar.h"

namespace pushscope {

Pane::Pane(QWidget *parent)
    : QWidget(parent)
{
    FilterBar::addShortcuts(this);
}

} // namespace pushscope
