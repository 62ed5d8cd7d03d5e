// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DeliveryPage: pulse and bounds of what goes to clients.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class DeliveryPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit DeliveryPage(const SettingsContext &context, QWidget *parent = nullptr);
};

} // namespace pushscope
