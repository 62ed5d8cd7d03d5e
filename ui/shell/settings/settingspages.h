// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The pages of the settings dialog, in their order: first those of the hub, then those of the window.

#include <QList>

class QWidget;

namespace pushscope {

class SettingsPage;
struct SettingsContext;

[[nodiscard]] QList<SettingsPage *> makeSettingsPages(const SettingsContext &context, QWidget *parent);

} // namespace pushscope
