// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowoptions.h"

#include <QFile>

namespace pushscope {

namespace {

constexpr ExtraOption Extras[] = {
    {"demo", nullptr, "a hub in memory on a free port, with simulated clients and a steady mix of events"},
    {"profile", "NAME", "whose settings the hub has, of those that are made in the window [the last one]"},
    {"theme", "light|dark", "instead of the one chosen last"},
    {"session", "FILE", "show this recorded session, log or HAR, and start no hub; files may also be named without the option"},
    {"size", "WxH", "of the window, in pixels: 1440x900"},
    {"screenshot", "FILE.png", "render the window into a file and end"},
    {"after", "TIME", "how long the window is up before the screenshot [3s]"},
};

Result<Theme::Scheme> parseTheme(const QByteArray &value)
{
    if (value != "light" && value != "dark")
        return fail(Errc::InvalidArgument, "--theme is light or dark, not '" + value + '\'');
    return value == "dark" ? Theme::Scheme::Dark : Theme::Scheme::Light;
}

Result<QSize> parseWindowSize(const QByteArray &value)
{
    constexpr int Least = 200, Most = 16'000;
    const QList<QByteArray> parts = value.split('x');
    const QSize size(parts.value(0).toInt(), parts.value(1).toInt()); // 0 where it is no number
    if (parts.size() != 2 || qMin(size.width(), size.height()) < Least || qMax(size.width(), size.height()) > Most)
        return fail(Errc::InvalidArgument, "--size is a width and a height in pixels, 1440x900, not '" + value + '\'');
    return size;
}

} // namespace

std::span<const ExtraOption> windowExtras()
{
    return Extras;
}

Result<WindowOptions> parseWindowOptions(const CommandLine &line)
{
    WindowOptions options;
    options.demo = line.has("demo");
    options.screenshot = QFile::decodeName(line.value("screenshot"));
    if (line.has("screenshot") && options.screenshot.isEmpty())
        return fail(Errc::InvalidArgument, "--screenshot needs the name of a PNG file");
    options.profile = QString::fromLocal8Bit(line.value("profile"));
    if (line.has("profile") && options.profile.isEmpty())
        return fail(Errc::InvalidArgument, "--profile needs the name of a profile");
    if (line.has("session"))
        options.sessions.append(QFile::decodeName(line.value("session")));
    for (const QByteArray &file : line.arguments)
        options.sessions.append(QFile::decodeName(file));
    if (options.sessions.contains(QString()))
        return fail(Errc::InvalidArgument, "--session needs the name of a file");
    if (options.demo && !options.sessions.isEmpty())
        return fail(Errc::InvalidArgument, "--demo shows a hub, and --session none");
    if (line.has("theme")) {
        const Result<Theme::Scheme> theme = parseTheme(line.value("theme"));
        if (!theme)
            return tl::unexpected(theme.error());
        options.theme = *theme;
    }
    if (line.has("size")) {
        const Result<QSize> size = parseWindowSize(line.value("size"));
        if (!size)
            return tl::unexpected(size.error());
        options.size = *size;
    }
    if (line.has("after")) {
        const Result<Milliseconds> after = parseDuration(line.value("after"));
        if (!after)
            return fail(Errc::InvalidArgument, "--after: " + after.error().detail);
        options.after = *after;
    }
    return options;
}

} // namespace pushscope
