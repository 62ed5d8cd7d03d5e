// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/deliverypage.h"
#include "ui/feed/servercontroller.h"

namespace pushscope {

DeliveryPage::DeliveryPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Delivery"));
    addText(tr("&Keepalive every:"), "keepalive", formatDuration(config.keepalive), tr("30s, 500ms, 2m"),
            [](ServerConfig &c, const QByteArray &text) { return assignDuration(c.keepalive, parseDuration(text)); });
    addText(tr("&Poll timeout:"), "poll-timeout", formatDuration(config.pollTimeout), tr("For polls that name none"),
            [](ServerConfig &c, const QByteArray &text) { return assignDuration(c.pollTimeout, parseDuration(text)); });
    addText(tr("&Queue limit per client:"), "queue-limit", formatSize(config.queueLimit),
            tr("A client that is further behind is dropped"),
            [](ServerConfig &c, const QByteArray &text) { return assignTo(c.queueLimit, parseSize(text)); });
    addText(tr("Largest e&vent:"), "max-event", formatSize(config.maxEvent), tr("At most half of the queue limit"),
            [](ServerConfig &c, const QByteArray &text) { return assignTo(c.maxEvent, parseSize(text)); });
}

} // namespace pushscope
