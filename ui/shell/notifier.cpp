// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QWidget>

namespace pushscope {

namespace {

constexpr std::chrono::seconds Pause(10);
constexpr int Shown = 8'000; // ms

// Without an answer to wait for: who has no notifications misses nothing else.
void sendToDesktop(const QString &title, const QString &text)
{
    QDBusMessage message = QDBusMessage::createMethodCall(
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("/org/freedesktop/Notifications"),
        QStringLiteral("org.freedesktop.Notifications"), QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Pushscope"), uint(0), QStringLiteral("pushscope"), title, text.toHtmlEscaped(),
                          QStringList(), QVariantMap(), Shown});
    QDBusConnection::sessionBus().send(message);
}

} // namespace

Notifier::Notifier(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_send(sendToDesktop)
    , m_pause(QDeadlineTimer(0))
{
}

bool Notifier::isWanted() const
{
    return m_enabled && !m_window.isActiveWindow();
}

void Notifier::apply(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_seen.clear();
        m_lost = m_clients = 0;
    }
    for (const ReconnectRow &row : snapshot.changedReconnects) {
        if (row.verdict != Verdict::Lost || m_seen.contains(row.key))
            continue;
        m_seen.insert(row.key);
        if (!isWanted())
            continue;
        m_lost += row.lost;
        ++m_clients;
    }
    if (m_lost > 0 && m_pause.hasExpired())
        tellLost();
}

void Notifier::tellLost()
{
    m_pause.setRemainingTime(Pause);
    const QString clients = tr("%Ln client(s) lost events", nullptr, int(std::exchange(m_clients, 0)));
    m_send(clients,
           tr("%Ln event(s) can't be had any more. The replay ledger says why.", nullptr, int(std::exchange(m_lost, 0))));
}

void Notifier::exportEnded(const QString &text)
{
    if (isWanted())
        m_send(tr("The export has ended"), text);
}

} // namespace pushscope
