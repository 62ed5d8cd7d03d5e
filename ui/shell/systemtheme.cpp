// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/systemtheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusVariant>

namespace pushscope {

namespace {

constexpr char Service[] = "org.freedesktop.portal.Desktop";
constexpr char Path[] = "/org/freedesktop/portal/desktop";
constexpr char Interface[] = "org.freedesktop.portal.Settings";
constexpr char Group[] = "org.freedesktop.appearance";
constexpr char Key[] = "color-scheme";

} // namespace

SystemTheme::SystemTheme(QObject *parent)
    : QObject(parent)
    , m_platform(Theme::current())
    , m_scheme(m_platform)
{
    ask();
}

// Asked for without waiting: a portal that does not answer must not keep the window back.
void SystemTheme::ask()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(QLatin1String(Service), QLatin1String(Path), QLatin1String(Interface), QStringLiteral("SettingChanged"), this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage question = QDBusMessage::createMethodCall(QLatin1String(Service), QLatin1String(Path), QLatin1String(Interface),
                                                           QStringLiteral("Read"));
    question.setArguments({QLatin1String(Group), QLatin1String(Key)});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(question), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this](QDBusPendingCallWatcher *done) {
        const QDBusMessage answer = done->reply();
        if (answer.type() == QDBusMessage::ReplyMessage && !answer.arguments().isEmpty())
            take(answer.arguments().first());
        done->deleteLater();
    });
}

void SystemTheme::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group == QLatin1String(Group) && key == QLatin1String(Key))
        take(value.variant());
}

void SystemTheme::take(const QVariant &value)
{
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>()) // Read() wraps it twice
        inner = inner.value<QDBusVariant>().variant();
    const uint preference = inner.toUInt();
    const Theme::Scheme scheme = preference == 1 ? Theme::Scheme::Dark : preference == 2 ? Theme::Scheme::Light : m_platform;
    if (std::exchange(m_scheme, scheme) != scheme)
        Q_EMIT changed(scheme);
}

} // namespace pushscope
