// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisPage: where the Redis is that joins this hub with others, and what publishing does while it is away. The address may have
// a password in it, so it is kept in a file that only the user may read. “Try it” asks that Redis whether a hub could join.

#include "redistrial.h"
#include "ui/shell/settings/settingspage.h"

class QPushButton;

namespace pushscope {

class RedisPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit RedisPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] static QString addressLabel(); // as SettingsDialog::goTo() takes it
    [[nodiscard]] Result<void> save() override;

private:
    void addTrial();
    void onUrlEdited();
    void tryIt();

    SettingsContext m_context;
    QLineEdit *m_url;
    QPushButton *m_try;
    QLabel *m_outcome;
    RedisTrial m_trial;
};

} // namespace pushscope
