// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionComparing: the command by which a recorded session is compared with another one that is open, or with a file. A child of
// the session's window; the rest is borrowed. GUI thread.

#include <QObject>
#include <QPointer>

class QMenu;

namespace pushscope {

class CompareDialog;
class SessionDesk;
class SessionWindow;

class SessionComparing : public QObject
{
    Q_OBJECT
public:
    SessionComparing(SessionWindow &session, SessionDesk &desk);

    CompareDialog *compareWith(SessionWindow &other);

private:
    void fill(QMenu &menu);
    void ask();

    SessionWindow &m_session;
    SessionDesk &m_desk;
};

} // namespace pushscope
