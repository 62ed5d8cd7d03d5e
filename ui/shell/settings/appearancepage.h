// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AppearancePage: theme, size and language of the window.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class AppearancePage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit AppearancePage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> save() override;
    [[nodiscard]] bool needsNewStart() const override; // size or language

private:
    Settings &m_settings;
    QComboBox *m_theme;
    QComboBox *m_scale;
    QComboBox *m_language;
};

} // namespace pushscope
