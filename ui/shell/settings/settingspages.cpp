// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/settingspages.h"
#include "ui/shell/settings/accesspage.h"
#include "ui/shell/settings/appearancepage.h"
#include "ui/shell/settings/deliverypage.h"
#include "ui/shell/settings/encryptionpage.h"
#include "ui/shell/settings/limitspage.h"
#include "ui/shell/settings/listenpage.h"
#include "ui/shell/settings/noticespage.h"
#include "ui/shell/settings/profilepage.h"
#include "ui/shell/settings/recordingpage.h"
#include "ui/shell/settings/redispage.h"
#include "ui/shell/settings/storepage.h"

namespace pushscope {

QList<SettingsPage *> makeSettingsPages(const SettingsContext &context, QWidget *parent)
{
    return {
        new ProfilePage(context, parent),
        new ListenPage(context, parent),
        new EncryptionPage(context, parent),
        new StorePage(context, parent),
        new RedisPage(context, parent),
        new DeliveryPage(context, parent),
        new LimitsPage(context, parent),
        new AccessPage(context, parent),
        // Of the window.
        new RecordingPage(context, parent),
        new NoticesPage(context, parent),
        new AppearancePage(context, parent),
    };
}

} // namespace pushscope
