// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/settings/limitspage.h"
#include "ui/feed/servercontroller.h"

#include <limits>

namespace pushscope {

namespace {

// An empty field is no limit, as 0 is.
template<auto Member> Result<void> readLimit(ServerConfig &config, const QByteArray &text)
{
    using Number = std::remove_reference_t<decltype(config.*Member)>;
    const Result<quint64> count = text.isEmpty() ? Result<quint64>(0) : readCount(text);
    if (count && *count > std::numeric_limits<Number>::max())
        return fail(Errc::InvalidArgument, LimitsPage::tr("'%1' is too large").arg(QString::fromUtf8(text)).toUtf8());
    return assignTo(config.*Member, count.map([](quint64 n) { return Number(n); }));
}

QByteArray textOf(quint64 limit)
{
    return limit == 0 ? QByteArray() : QByteArray::number(limit);
}

} // namespace

LimitsPage::LimitsPage(const SettingsContext &context, QWidget *parent)
    : SettingsPage(parent)
{
    const ServerConfig &config = context.controller.config();
    const QString unlimited = tr("empty: no limit");
    setWindowTitle(tr("Limits"));
    addText(tr("&Clients:"), "max-connections", textOf(config.maxConnections), unlimited,
            readLimit<&ServerConfig::maxConnections>);
    addText(tr("Of one &user:"), "max-per-user", textOf(config.maxPerUser), unlimited, readLimit<&ServerConfig::maxPerUser>);
    addText(tr("From one a&ddress:"), "max-per-address", textOf(config.maxPerAddress), unlimited,
            readLimit<&ServerConfig::maxPerAddress>);
    addText(tr("Events a second of one &token:"), "publish-rate", textOf(config.publishRate),
            tr("And as many at once; empty: no limit"), readLimit<&ServerConfig::publishRate>);
    addText(tr("&Memory:"), "memory-limit", config.memoryLimit == 0 ? QByteArray() : formatSize(config.memoryLimit),
            tr("Near it the slowest clients are dropped, then publishing is refused; empty: 3/4 of the machine's"),
            [](ServerConfig &c, const QByteArray &text) {
                return assignTo(c.memoryLimit, text.isEmpty() ? Result<qint64>(0) : parseSize(text));
            });
    addNote(tr("A client is an event stream, a WebSocket or a waiting poll."));
    addNote(tr("Who is over a limit gets a clear answer, 429 or 503. The metrics count the answers of each limit."));
}

} // namespace pushscope
