// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RecordingPage: whether the hub's runs are recorded, and how much of that is kept.

#include "ui/feed/recording.h"
#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class RecordingPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit RecordingPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> save() override; // for the hub's next start

private:
    Settings &m_settings;
    RecordingBounds m_bounds; // as edited
};

} // namespace pushscope
