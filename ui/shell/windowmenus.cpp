// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// MainWindow's menus and tool bar: where each action stands.
#include "ui/feed/faultdesk.h"
#include "ui/feed/notebook.h"
#include "ui/models/faulttext.h"
#include "ui/panes/injectpane.h"
#include "ui/shell/dockarea.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"

#include <QInputDialog>
#include <QMenuBar>
#include <QToolBar>

namespace pushscope {

namespace {

QString layoutKey(const QString &name)
{
    return QStringLiteral("layout/") + name;
}

constexpr auto LayoutNames = "layouts";

} // namespace

void MainWindow::setupMenus()
{
    const Actions &a = *m_actions;
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->setObjectName(QStringLiteral("file"));
    file->addActions({a.openSession, a.saveSession, a.exportLog, a.quit});
    file->insertSeparator(a.saveSession);
    file->insertSeparator(a.quit);
    QMenu *edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({a.undo, a.redo, a.toFilter, a.palette, a.nextEvent, a.previousEvent, a.back, a.forward, a.settings});
    for (QAction *first : {a.toFilter, a.nextEvent, a.settings})
        edit->insertSeparator(first);
    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->setObjectName(QStringLiteral("view"));
    view->addSeparator(); // the panes come before it
    view->addActions({a.freeze, a.notify, a.fullScreen});
    QMenu *theme = view->addMenu(themedIcon(QStringLiteral("theme")), tr("Theme"));
    theme->addActions({a.light, a.dark, a.followSystem});
    QMenu *hub = menuBar()->addMenu(tr("&Hub"));
    hub->setObjectName(QStringLiteral("hub"));
    hub->addActions({a.startStop, a.restart, a.openTestPage, a.copyAddress, a.spawn});
    hub->insertSeparator(a.openTestPage);
    hub->insertSeparator(a.spawn);
    QMenu *inject = menuBar()->addMenu(tr("&Inject"));
    inject->setObjectName(QStringLiteral("inject"));
    inject->addActions({a.send, a.stopSending});
    QMenu *faults = menuBar()->addMenu(tr("F&aults"));
    faults->setObjectName(QStringLiteral("faults"));
    for (const CommonFault &fault : commonFaults())
        faults->addAction(fault.name, m_faults, [this, rule = withWhom(fault, {})] { setFault(rule); })->setStatusTip(fault.tip);
    faults->addSeparator();
    faults->addActions({a.undoFault, a.removeFaults});
    QMenu *session = menuBar()->addMenu(tr("&Session"));
    session->setObjectName(QStringLiteral("session"));
    session->addActions({a.mark});
    QMenu *window = menuBar()->addMenu(tr("&Window"));
    m_layouts = window->addMenu(themedIcon(QStringLiteral("layout")), tr("Layout"));
    window->addActions({a.saveLayout, a.resetLayout, a.nextPane, a.previousPane});
    window->insertSeparator(a.nextPane);
    QMenu *help = menuBar()->addMenu(tr("He&lp"));
    help->addActions({a.tour, a.manual, a.keys, a.about});
}

void MainWindow::setupToolBar()
{
    const Actions &a = *m_actions;
    QToolBar *bar = addToolBar(tr("Hub"));
    bar->setObjectName(QStringLiteral("toolbar-hub"));
    bar->setAccessibleName(tr("Tool bar"));
    bar->setMovable(false);
    bar->setContextMenuPolicy(Qt::PreventContextMenu);
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    bar->addActions({a.startStop, a.settings});
    bar->addSeparator();
    bar->addActions({a.freeze, a.mark});
    bar->addSeparator();
    bar->addActions({a.spawn, a.openTestPage, a.exportLog});
    bar->addSeparator();
    bar->addAction(a.palette);
}

// A recording cannot be told anything.
void MainWindow::hideWhatNeedsAHub()
{
    const Actions &a = *m_actions;
    for (QAction *action : {a.startStop, a.restart, a.settings, a.profiles, a.openTestPage, a.copyAddress, a.mark, a.spawn,
                            a.freeze, a.send, a.stopSending, a.undoFault, a.removeFaults, a.tour, a.notify}) {
        action->setEnabled(false); // its key, too
        action->setVisible(false);
    }
    for (const char *menu : {"hub", "inject", "faults", "session"})
        menuBar()->findChild<QMenu *>(QLatin1String(menu))->menuAction()->setVisible(false);
}

// The shipped layouts, then those that the user has kept.
void MainWindow::fillLayouts()
{
    m_layouts->clear();
    using Layout = DockArea::Layout;
    const std::pair<QString, Layout> shipped[] = {{tr("All panes"), Layout::All},
                                                  {tr("Connect"), Layout::Connect},
                                                  {tr("Replay"), Layout::Replay},
                                                  {tr("Load"), Layout::Load}};
    for (const auto &[name, layout] : shipped)
        m_layouts->addAction(name, m_docks, [this, layout = layout] { m_docks->arrange(layout); });
    const QStringList own = m_notebook->list(QLatin1String(LayoutNames));
    if (own.isEmpty())
        return;
    m_layouts->addSeparator();
    for (const QString &name : own)
        m_layouts->addAction(name, m_docks, [this, name] {
            m_docks->restoreLayout(QByteArray::fromBase64(m_notebook->text(layoutKey(name)).toLatin1()));
        });
    QMenu *remove = m_layouts->addMenu(tr("Remove a layout"));
    for (const QString &name : own)
        remove->addAction(name, this, [this, name] {
            QStringList kept = m_notebook->list(QLatin1String(LayoutNames));
            kept.removeAll(name);
            m_notebook->setList(QLatin1String(LayoutNames), kept);
            fillLayouts();
        });
}

void MainWindow::askLayoutName()
{
    bool ok = false;
    const QString name
        = QInputDialog::getText(this, tr("Save layout"), tr("Name of the layout:"), QLineEdit::Normal, {}, &ok).trimmed();
    if (ok && !name.isEmpty())
        keepLayout(name);
}

void MainWindow::keepLayout(const QString &name)
{
    const QString key = layoutKey(name);
    QStringList names = m_notebook->list(QLatin1String(LayoutNames));
    if (!names.contains(name)) {
        names.append(name);
    } else {
        m_messages->showMessage(
            MessageBar::Kind::Info, tr("The layout %1 is the present one from now on.").arg(name),
            {{tr("Keep the former one"), [this, key, before = m_notebook->text(key)] { m_notebook->setText(key, before); }}});
    }
    m_notebook->setText(key, QString::fromLatin1(m_docks->saveLayout().toBase64()));
    m_notebook->setList(QLatin1String(LayoutNames), names);
    fillLayouts();
}

} // namespace pushscope
