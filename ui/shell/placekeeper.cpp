// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placekeeper.h"

#include "ui/shell/dockarea.h"
#include "ui/shell/panestates.h"
#include "ui/shell/settings.h"

#include <QDockWidget>
#include <QEvent>

namespace pushscope {

PlaceKeeper::PlaceKeeper(QWidget &window, DockArea &docks, PaneStates &panes, Settings &settings)
    : QObject(&window)
    , m_window(window)
    , m_docks(docks)
    , m_panes(panes)
    , m_settings(settings)
{
    m_rest.setSingleShot(true);
    m_rest.setInterval(RestMs);
    connect(&m_rest, &QTimer::timeout, this, &PlaceKeeper::save);
}

void PlaceKeeper::begin()
{
    m_begun = true;
    connect(&m_panes, &PaneStates::changed, &m_rest, qOverload<>(&QTimer::start));
    m_window.installEventFilter(this);
    const QList<QDockWidget *> docks = m_docks.findChildren<QDockWidget *>();
    for (QDockWidget *dock : docks)
        dock->installEventFilter(this); // nothing tells that a splitter between two was moved, but their sizes
}

bool PlaceKeeper::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::Move:
    case QEvent::Resize:
    case QEvent::Show:
    case QEvent::Hide:
    case QEvent::WindowStateChange:
        m_rest.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

void PlaceKeeper::save()
{
    m_rest.stop();
    if (!m_remembers || !m_begun)
        return;
    const QByteArray place = m_window.saveGeometry(), layout = m_docks.saveLayout();
    const bool moved = place != m_settings.geometry() || layout != m_settings.layout();
    if (moved)
        m_settings.setWindow(place, layout);
    if (m_panes.save() || moved)
        m_settings.sync();
}

} // namespace pushscope
