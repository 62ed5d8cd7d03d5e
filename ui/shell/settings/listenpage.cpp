// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/listenpage.h"
#include "ui/feed/portholder.h"
#include "ui/feed/servercontroller.h"

namespace pushscope {

namespace {

constexpr const char *Transports[] = {"auto", "linux", "qt"};

Result<void> readListen(ServerConfig &config, const QByteArray &text)
{
    config.listen = listedWords(text);
    for (const QByteArray &address : std::as_const(config.listen)) {
        if (!splitAddress(address))
            return fail(Errc::Syntax,
                        ListenPage::tr("'%1' is not of the form 127.0.0.1:8090").arg(QString::fromUtf8(address)).toUtf8());
    }
    if (config.listen.isEmpty())
        return fail(Errc::InvalidArgument, ListenPage::tr("the hub needs an address to listen on").toUtf8());
    return {};
}

} // namespace

ListenPage::ListenPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
{
    const ServerConfig &config = context.controller.config();
    setWindowTitle(tr("Listen"));
    addText(tr("&Addresses:"), "listen", config.listen.join(' '), tr("Separated by spaces. Port 0 takes a free one."),
            readListen);
    addSwitch(tr("&Expose to other machines"), "expose", config.expose,
              tr("Needed for an address that is not loopback. Whoever reaches this machine can then try to connect; "
                 "without TLS, tokens travel in clear text."),
              [](ServerConfig &c, int on) { c.expose = on != 0; });
    const int transport = config.transport == "linux" ? 1 : config.transport == "qt" ? 2 : 0;
    addChoice(tr("&Transport:"), "transport", {tr("Automatic"), tr("Linux (epoll, io_uring)"), tr("Qt Network")}, transport,
              [](ServerConfig &c, int index) { c.transport = Transports[index]; });
}

} // namespace pushscope
