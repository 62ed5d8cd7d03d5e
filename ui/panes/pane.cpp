// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/pane.h"

namespace pushscope {

Pane::Pane(QWidget *parent)
    : QWidget(parent)
{
}

} // namespace pushscope
