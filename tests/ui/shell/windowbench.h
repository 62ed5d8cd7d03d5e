// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A main window for tests: with a hub on a free port that is not started yet, and a folder of its own for its settings.

#include "ui/feed/servercontroller.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"

#include <QAccessible>
#include <QDockWidget>
#include <QTabBar>
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

[[nodiscard]] inline QString accessibleNameOf(QWidget *widget)
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(widget);
    return accessible ? accessible->text(QAccessible::Name) : QString();
}

// A screen reader stops at these; a label that is a combo box's buddy is in the name on its own side of the bus.
inline void checkNames(const QWidget &top)
{
    const QList<QWidget *> all = top.findChildren<QWidget *>();
    for (QWidget *widget : all) {
        const bool internal = widget->objectName().startsWith(QLatin1String("qt_"))
            || widget->window()->windowType() == Qt::Popup; // the list of a combo box is told as the combo box
        const auto *tabs = qobject_cast<const QTabBar *>(widget);
        if (tabs && tabs->count() == 0)
            continue; // kept for later by the layout of the docks
        if (internal || !(widget->focusPolicy() & Qt::TabFocus) || widget->focusProxy())
            continue;
        const QString where = QStringLiteral("%1 \"%2\" in %3")
                                  .arg(QLatin1String(widget->metaObject()->className()), widget->objectName(), top.windowTitle());
        QVERIFY2(!accessibleNameOf(widget).isEmpty(), qPrintable(where));
    }
}

} // namespace pushscope
