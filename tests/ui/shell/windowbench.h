// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A main window for tests: with a hub on a free port that is not started yet, and a folder of its own for its settings.

#include "ui/feed/servercontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QDockWidget>
#include <QTemporaryDir>
#include <QTest>

namespace pushscope {

struct WindowBench {
    QTemporaryDir folder;
    Settings settings{folder.path()};
    ServerController controller;
    std::unique_ptr<MainWindow> window;

    WindowBench()
    {
        ServerConfig config;
        config.listen = {"127.0.0.1:0"};
        config.secrets = {"0123456789abcdef0123456789abcdef"};
        controller.setConfig(config);
    }
    void open(QSize size = {1440, 900})
    {
        window = std::make_unique<MainWindow>(controller, settings);
        window->resize(size);
        window->show();
        QVERIFY(QTest::qWaitForWindowExposed(window.get()));
        QCoreApplication::processEvents(); // the layout comes after the show
    }
    [[nodiscard]] QDockWidget *dock(const char *id) const
    {
        return window->findChild<QDockWidget *>(QStringLiteral("dock-") + QLatin1String(id));
    }
};

} // namespace pushscope
