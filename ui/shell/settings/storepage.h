// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StorePage: where the hub keeps events, how surely, and how many.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class StorePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit StorePage(const SettingsContext &context, QWidget *parent = nullptr);

private:
    void addFile(const QString &store);
};

} // namespace pushscope
