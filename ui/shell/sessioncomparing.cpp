// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessioncomparing.h"

#include "session/sessionplayer.h"
#include "ui/shell/comparedialog.h"
#include "ui/shell/icons.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/timeslider.h"

#include <QFileDialog>
#include <QMenu>
#include <QMenuBar>
#include <QStandardPaths>

namespace pushscope {

SessionComparing::SessionComparing(SessionWindow &session, SessionDesk &desk)
    : QObject(&session)
    , m_session(session)
    , m_desk(desk)
{
    auto *menu = new QMenu(tr("Compare with"), &session.window());
    menu->setObjectName(QStringLiteral("compare-with"));
    menu->setIcon(themedIcon(QStringLiteral("throughput")));
    session.window().menuBar()->findChild<QMenu *>(QStringLiteral("session"))->addMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fill(*menu); });
}

void SessionComparing::fill(QMenu &menu)
{
    menu.clear();
    const QList<SessionWindow *> all = m_desk.sessions();
    for (SessionWindow *other : all) {
        if (other == &m_session)
            continue;
        menu.addAction(other->name(), this, [this, other = QPointer(other)] {
            if (other)
                compareWith(*other);
        });
    }
    menu.addAction(tr("Another session…"), this, &SessionComparing::ask);
}

// It is opened, too: to be looked at where it differs.
void SessionComparing::ask()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString file = QFileDialog::getOpenFileName(&m_session.window(), tr("Compare with"), folder,
                                                      tr("Sessions (*.pushscope *.jsonl *.har);;All files (*)"));
    SessionWindow *other = file.isEmpty() ? nullptr : m_desk.open(file, &m_session.window());
    if (other)
        compareWith(*other);
}

CompareDialog *SessionComparing::compareWith(SessionWindow &other)
{
    auto *dialog = new CompareDialog(m_session.player().reader().path(), m_session.name(), other.player().reader().path(),
                                     other.name(), &m_session.window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(&other, &QObject::destroyed, dialog, &QWidget::close); // an import goes with its window
    connect(dialog, &CompareDialog::momentChosen, this, [this, other = QPointer(&other)](qint64 aNs, qint64 bNs) {
        m_session.slider().setTime(aNs);
        if (other)
            other->slider().setTime(bNs);
    });
    dialog->show();
    return dialog;
}

} // namespace pushscope
