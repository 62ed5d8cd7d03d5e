// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes the panes that the window shows, in the order of the View menu.

#include "ui/panes/panecontext.h"

#include <QByteArray>
#include <QList>

class QWidget;

namespace pushscope {

class Pane;

struct PaneEntry {
    QByteArray id; // names its dock in saved layouts: never changed
    Pane *pane;
};

[[nodiscard]] QList<PaneEntry> makePanes(const PaneContext &context, QWidget *parent);

} // namespace pushscope
