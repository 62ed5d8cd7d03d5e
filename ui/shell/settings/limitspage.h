// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LimitsPage: how many clients may come in, how fast they may publish, and how much memory the hub may take.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class LimitsPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit LimitsPage(const SettingsContext &context, QWidget *parent = nullptr);
};

} // namespace pushscope
