// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Pane: what fills one dock. Its title is the dock's title and the name of the menu item that opens it; Ctrl+L goes to the filter
// of what has the focus in it. Lives on the GUI thread.

#include "observe/snapshot.h"

#include <QIcon>
#include <QWidget>

namespace pushscope {

class Pane : public QWidget
{
    Q_OBJECT
public:
    explicit Pane(QWidget *parent = nullptr);

    // A small window shows a part of a pane rather than not letting itself be made small.
    [[nodiscard]] QSize minimumSizeHint() const override { return QWidget::minimumSizeHint().boundedTo(QSize(300, 160)); }
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QIcon icon() const { return {}; }
    // Called for each snapshot while the pane can be seen, after the models have taken it (they get every snapshot from
    // FrameFeed::snapshotReady). Catching up after a time out of sight is the model's work.
    virtual void applySnapshot(const Snapshot &snapshot) = 0;
};

} // namespace pushscope
