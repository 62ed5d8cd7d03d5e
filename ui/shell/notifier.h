// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Notifier: tells what happened without being asked: to the desktop while the window is not the active one, or in the window, as
// the settings say for each kind (notices.h). Of what may come often, at most one message in ten seconds each: what comes
// meanwhile is added up. GUI thread. Source: the Desktop Notifications Specification 1.2.

#include "observe/snapshot.h"
#include "ui/shell/noticedigest.h"
#include "ui/shell/notices.h"
#include "ui/shell/toldkeys.h"

#include <QDeadlineTimer>
#include <QHash>
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
    using Where = std::function<NoticeWhere(const QByteArray &kind)>;

    explicit Notifier(QWidget &window, QObject *parent = nullptr); // borrowed

    void setEnabled(bool enabled) noexcept { m_enabled = enabled; } // on the desktop
    void setSend(Send send) { m_send = std::move(send); } // instead of the desktop
    void setWhere(Where where); // asked once a kind; as shipped otherwise
    void forgetWhere() { m_known.clear(); } // it is another from now on
    // Reconnects whose verdict is that events were lost, new findings, warnings of the hub.
    void apply(const Snapshot &snapshot);
    void exportEnded(const QString &text);
    void hubFailed(const QString &text);
    void recordingStopped(const QString &text);

    // Whether somebody shows notifications on this desktop, or would be started for it.
    [[nodiscard]] static bool desktopListens();

Q_SIGNALS:
    // In the window; `pane` shows more.
    void shown(const QString &text, const char *pane);

private:
    [[nodiscard]] NoticeWhere whereOf(const QByteArray &kind);
    [[nodiscard]] bool isDesktopWanted() const;
    template<typename Add> void add(const QByteArray &kind, Add add);
    void takeLost(const Snapshot &snapshot);
    void takeFindings(const Snapshot &snapshot);
    void takeTroubles(const Snapshot &snapshot);
    void tell();

    QWidget &m_window;
    Send m_send;
    Where m_where;
    QHash<QByteArray, NoticeWhere> m_known; // asked already
    quint64 m_generation = 0;
    ToldKeys m_lost; // of reconnects with losses
    QSet<quint32> m_found; // keys of findings
    NoticeDigest m_forDesktop, m_forWindow; // not told yet
    QDeadlineTimer m_desktopPause, m_windowPause; // until the next message may come
    bool m_enabled = true;
};

} // namespace pushscope
