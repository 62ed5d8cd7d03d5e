// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneWorld: what a pane needs around it, without a hub.

#include "ui/feed/framefeed.h"
#include "ui/feed/selection.h"
#include "ui/panes/pane.h"
#include "ui/panes/panecontext.h"
#include "ui/support/syntheticsource.h"

namespace pushscope {

struct PaneWorld {
    SyntheticHub hub;
    Observatory observatory;
    FrameFeed feed{observatory};
    Selection selection;
    PaneContext context{nullptr, &feed, &selection};

    // As the window does it: first the models, then the panes that can be seen.
    void show(const Snapshot &snapshot, std::initializer_list<Pane *> panes)
    {
        observatory.deliver(std::make_unique<Snapshot>(snapshot));
        feed.poll();
        for (Pane *pane : panes)
            pane->applySnapshot(snapshot);
    }
};

// The child that a screen reader finds under this name; null if there is none or more than one.
template<typename Widget> [[nodiscard]] Widget *named(const QWidget &root, const QString &accessibleName)
{
    Widget *found = nullptr;
    const QList<Widget *> all = root.findChildren<Widget *>();
    for (Widget *widget : all) {
        if (widget->accessibleName() != accessibleName)
            continue;
        if (found)
            return nullptr;
        found = widget;
    }
    return found;
}

} // namespace pushscope
