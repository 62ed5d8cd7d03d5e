// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notifier: tells the desktop what happened while the window is not the active one: that clients lost events, that an export has
// ended. At most one message in ten seconds: what comes meanwhile is added up. GUI thread. Source: the Desktop Notifications
// Specification 1.2.

#include "observe/snapshot.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QSet>
#include <functional>

class QWidget;

namespace pushscope {

class Notifier : public QObject
{
    Q_OBJECT
public:
    using Send = std::function<void(const QString &title, const QString &text)>;

    explicit Notifier(QWidget &window, QObject *parent = nullptr); // borrowed

    void setEnabled(bool enabled) noexcept { m_enabled = enabled; }
    void setSend(Send send) { m_send = std::move(send); } // instead of the desktop: for tests
    void apply(const Snapshot &snapshot); // reconnects whose verdict is that events were lost
    void exportEnded(const QString &text);

private:
    [[nodiscard]] bool isWanted() const;
    void tellLost();

    QWidget &m_window;
    Send m_send;
    QDeadlineTimer m_pause; // until the next message may come
    quint64 m_generation = 0;
    QSet<quint32> m_seen; // keys of reconnects with losses
    quint64 m_lost = 0; // events, not told yet
    quint64 m_clients = 0; // that lost them
    bool m_enabled = true;
};

} // namespace pushscope
