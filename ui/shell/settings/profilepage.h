// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ProfilePage: whose settings the pages of the hub show: the name of the profile in use.

#include "ui/shell/profiles.h"
#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class ProfilePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ProfilePage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> save() override;

private:
    Profiles m_profiles;
    const Profile m_inUse;
    QString m_name; // as edited
};

} // namespace pushscope
