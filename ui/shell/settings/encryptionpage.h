// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EncryptionPage: the certificates of the hub's TLS.

#include "ui/shell/settings/settingspage.h"

namespace pushscope {

class EncryptionPage final : public SettingsPage
{
    Q_OBJECT
public:
    explicit EncryptionPage(const SettingsContext &context, QWidget *parent = nullptr);

private:
    void addFilesButton(QLineEdit *edit, const QString &text, const QString &title);
};

} // namespace pushscope
