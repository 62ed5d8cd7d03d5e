// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NoticesPage: what the window tells without being asked, and where; and the icon in the tray.

#include "ui/shell/notices.h"
#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class NoticesPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit NoticesPage(const SettingsContext &context, QWidget *parent = nullptr);

    [[nodiscard]] Result<void> save() override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Row {
        NoticeKind kind;
        QComboBox *where;
    };
    void sayWhatIsThere();

    Settings &m_settings;
    QList<Row> m_rows;
    QCheckBox *m_tray;
    QLabel *m_missing; // what this desktop has not
};

} // namespace pushscope
