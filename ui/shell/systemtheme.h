// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SystemTheme: whether the desktop is light or dark, now and when it changes: from the desktop portal where there is one, else
// from the palette that the platform started the program with. GUI thread. Source: org.freedesktop.portal.Settings, the key
// color-scheme of org.freedesktop.appearance (0 no preference, 1 dark, 2 light).

#include "ui/shell/theme.h"

#include <QObject>

class QDBusVariant;

namespace pushscope {

class SystemTheme : public QObject
{
    Q_OBJECT
public:
    // Before Theme::apply() is called the first time: the platform's palette is looked at here.
    explicit SystemTheme(QObject *parent = nullptr);

    [[nodiscard]] Theme::Scheme scheme() const noexcept { return m_scheme; }

Q_SIGNALS:
    void changed(pushscope::Theme::Scheme scheme);

private Q_SLOTS:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    Theme::Scheme m_platform;
    Theme::Scheme m_scheme;
};

} // namespace pushscope
