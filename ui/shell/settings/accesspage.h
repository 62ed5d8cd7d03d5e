// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AccessPage: who may talk to the hub: origins and the secret that tokens are signed with.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class AccessPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit AccessPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> save() override; // the secret

private:
    void addSecretButtons();

    SettingsContext m_context;
    QLineEdit *m_secret;
};

} // namespace pushscope
