// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The window around the Bus pane: its settings, the second hub's test page, and what the status line says of both.

#include "ui/feed/framefeed.h"
#include "ui/panes/buspane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings/redispage.h"
#include "ui/shell/statusline.h"

#include <QDesktopServices>
#include <QUrl>

namespace pushscope {

void MainWindow::connectBus()
{
    auto *bus = m_docks->findChild<BusPane *>();
    Q_ASSERT(bus);
    connect(bus, &BusPane::settingsRequested, this, [this] { openSettings(RedisPage::addressLabel()); });
    connect(bus, &BusPane::testPageRequested, this, [this](const QByteArray &hub) {
        QUrl url(QString::fromUtf8(hub + '/'));
        url.setFragment(QStringLiteral("token=") + QString::fromUtf8(m_controller.makeToken("tester", true)));
        QDesktopServices::openUrl(url);
    });
    connect(&bus->secondHub(), &SecondHub::changed, m_status, [this, bus] { m_status->setSecondHub(bus->secondHub().url()); });
    connect(m_status, &StatusLine::busRequested, m_docks, [this] { m_docks->showPane("bus"); });
    connect(m_feed, &FrameFeed::snapshotReady, m_status,
            [this](const Snapshot &snapshot) { m_status->setBus(snapshot.bus, snapshot.figures.at); });
    // What is not running has no bus that could be shown.
    connect(&m_controller, &ServerController::stopped, m_status, [this] { m_status->setBus({}, {}); });
}

} // namespace pushscope
