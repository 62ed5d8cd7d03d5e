// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ListenPage: the addresses of the hub, and how it talks to the system's sockets.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class ListenPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit ListenPage(const SettingsContext &context, QWidget *parent = nullptr);
};

} // namespace pushscope
