// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/notifier.h"

#include "ui/models/coretext.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QWidget>

namespace pushscope {

namespace {

constexpr std::chrono::seconds Pause(10);
constexpr int Shown = 8'000; // ms
const QString Service = QStringLiteral("org.freedesktop.Notifications");

// Without an answer to wait for: who has no notifications misses nothing else.
void sendToDesktop(const QString &title, const QString &text)
{
    QDBusMessage message = QDBusMessage::createMethodCall(Service, QStringLiteral("/org/freedesktop/Notifications"), Service,
                                                          QStringLiteral("Notify"));
    message.setArguments({QStringLiteral("Pushscope"), uint(0), QStringLiteral("pushscope"), title, text.toHtmlEscaped(),
                          QStringList(), QVariantMap(), Shown});
    QDBusConnection::sessionBus().send(message);
}

} // namespace

bool Notifier::desktopListens()
{
    QDBusConnectionInterface *bus = QDBusConnection::sessionBus().interface();
    if (!bus)
        return false;
    const QDBusReply<QStringList> startable = bus->call(QStringLiteral("ListActivatableNames"));
    return bus->isServiceRegistered(Service).value() || startable.value().contains(Service);
}

Notifier::Notifier(QWidget &window, QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_send(sendToDesktop)
    , m_where(shippedNotice)
    , m_desktopPause(0)
    , m_windowPause(0)
{
}

void Notifier::setWhere(Where where)
{
    m_where = std::move(where);
    forgetWhere();
}

NoticeWhere Notifier::whereOf(const QByteArray &kind)
{
    const auto known = m_known.constFind(kind);
    return known != m_known.cend() ? *known : *m_known.insert(kind, m_where(kind));
}

bool Notifier::isDesktopWanted() const
{
    return m_enabled && !m_window.isActiveWindow();
}

template<typename Add> void Notifier::add(const QByteArray &kind, Add add)
{
    const NoticeWhere where = whereOf(kind);
    if (onDesktop(where) && isDesktopWanted())
        add(m_forDesktop);
    if (inWindow(where))
        add(m_forWindow);
}

void Notifier::apply(const Snapshot &snapshot)
{
    if (snapshot.generation != m_generation) {
        m_generation = snapshot.generation;
        m_lost.clear();
        m_found.clear();
        m_forDesktop = m_forWindow = {};
    }
    takeLost(snapshot);
    takeFindings(snapshot);
    takeTroubles(snapshot);
    tell();
}

void Notifier::takeLost(const Snapshot &snapshot)
{
    for (const ReconnectRow &row : snapshot.changedReconnects) {
        if (row.verdict != Verdict::Lost || !m_lost.add(row.key))
            continue;
        add(notice::Lost, [&row](NoticeDigest &digest) { digest.addLost(row.lost); });
    }
}

void Notifier::takeFindings(const Snapshot &snapshot)
{
    for (const FindingRow &row : snapshot.changedFindings) {
        if (m_found.contains(row.key))
            continue;
        m_found.insert(row.key);
        add(notice::finding(row.code), [&row](NoticeDigest &digest) { digest.addFinding(row.code, row.client); });
    }
}

void Notifier::takeTroubles(const Snapshot &snapshot)
{
    if (whereOf(notice::Trouble) == NoticeWhere::Nowhere)
        return;
    for (const JournalRow &row : snapshot.journal) {
        // Those about one client are no trouble of the hub's.
        if (row.kind == JournalRow::Kind::Log && row.op == "warning" && row.client.isEmpty())
            add(notice::Trouble, [&row](NoticeDigest &digest) { digest.addTrouble(coreText(row.data)); });
    }
}

void Notifier::tell()
{
    if (!m_forDesktop.isEmpty() && m_desktopPause.hasExpired()) {
        m_desktopPause.setRemainingTime(Pause);
        const NoticeDigest now = std::exchange(m_forDesktop, {});
        m_send(now.title(), now.text());
    }
    if (!m_forWindow.isEmpty() && m_windowPause.hasExpired()) {
        m_windowPause.setRemainingTime(Pause);
        const NoticeDigest now = std::exchange(m_forWindow, {});
        Q_EMIT shown(QStringLiteral("%1. %2").arg(now.title(), now.text()), now.pane());
    }
}

void Notifier::exportEnded(const QString &text)
{
    if (onDesktop(whereOf(notice::Export)) && isDesktopWanted())
        m_send(tr("The export has ended"), text);
}

void Notifier::hubFailed(const QString &text)
{
    if (onDesktop(whereOf(notice::Hub)) && isDesktopWanted())
        m_send(tr("The hub did not start"), text);
}

void Notifier::recordingStopped(const QString &text)
{
    if (onDesktop(whereOf(notice::Recording)) && isDesktopWanted())
        m_send(tr("Nothing is recorded any more"), text);
}

} // namespace pushscope
