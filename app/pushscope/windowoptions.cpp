// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "windowoptions.h"

#include "serverconfig.h"

#include <functional>

namespace pushscope {

namespace {

using Take = std::function<Result<void>(WindowOptions &, const QString &value)>;

struct Option {
    const char *name;
    bool hasValue;
    Take take;
};

Result<void> takeTheme(WindowOptions &options, const QString &value)
{
    if (value != QLatin1String("light") && value != QLatin1String("dark"))
        return fail(Errc::InvalidArgument, "--theme is light or dark, not '" + value.toUtf8() + '\'');
    options.theme = value == QLatin1String("dark") ? Theme::Scheme::Dark : Theme::Scheme::Light;
    return {};
}

Result<void> takeSize(WindowOptions &options, const QString &value)
{
    constexpr int Least = 200, Most = 16'000;
    const QStringList parts = value.split(u'x');
    bool okWidth = false, okHeight = false;
    const QSize size(parts.value(0).toInt(&okWidth), parts.value(1).toInt(&okHeight));
    if (parts.size() != 2 || !okWidth || !okHeight || qMin(size.width(), size.height()) < Least
        || qMax(size.width(), size.height()) > Most)
        return fail(Errc::InvalidArgument,
                    "--size is a width and a height of the window, for example 1440x900, not '" + value.toUtf8() + '\'');
    options.size = size;
    return {};
}

Result<void> takeAfter(WindowOptions &options, const QString &value)
{
    const Result<Milliseconds> after = parseDuration(value.toUtf8());
    if (!after)
        return fail(Errc::InvalidArgument, "--after: " + after.error().detail);
    options.after = *after;
    return {};
}

Result<void> takeScreenshot(WindowOptions &options, const QString &value)
{
    options.screenshot = value;
    return value.isEmpty() ? fail(Errc::InvalidArgument, "--screenshot needs the name of a PNG file") : Result<void>();
}

Take flag(bool WindowOptions::*member)
{
    return [member](WindowOptions &options, const QString &) {
        options.*member = true;
        return Result<void>();
    };
}

const std::vector<Option> &options()
{
    static const std::vector<Option> all{{"--demo", false, flag(&WindowOptions::demo)},
                                         {"--help", false, flag(&WindowOptions::help)},
                                         {"-h", false, flag(&WindowOptions::help)},
                                         {"--version", false, flag(&WindowOptions::version)},
                                         {"--screenshot", true, takeScreenshot},
                                         {"--after", true, takeAfter},
                                         {"--theme", true, takeTheme},
                                         {"--size", true, takeSize}};
    return all;
}

} // namespace

Result<WindowOptions> parseWindowOptions(const QStringList &arguments)
{
    WindowOptions parsed;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString name = arguments[i].section(u'=', 0, 0);
        const auto option = std::find_if(options().begin(), options().end(),
                                         [&name](const Option &o) { return name == QLatin1String(o.name); });
        if (option == options().end()) {
            parsed.rest.append(arguments[i]);
            continue;
        }
        QString value;
        if (option->hasValue && arguments[i].contains(u'='))
            value = arguments[i].section(u'=', 1);
        else if (option->hasValue && i + 1 < arguments.size())
            value = arguments[++i];
        else if (option->hasValue)
            return fail(Errc::InvalidArgument, name.toUtf8() + " needs a value");
        if (const Result<void> taken = option->take(parsed, value); !taken)
            return tl::unexpected(taken.error());
    }
    return parsed;
}

QByteArray windowOptionsHelp()
{
    return "Window:\n"
           "  --demo                  a hub in memory on a free port, simulated clients and a steady mix of events\n"
           "  --theme light|dark      instead of the one chosen last\n"
           "  --size WxH              of the window in pixels, for example 1440x900\n"
           "  --screenshot FILE.png   renders the window into a file and ends\n"
           "  --after TIME            before the screenshot is taken, for example 5s (default 3s)\n"
           "  -h, --help              this text\n"
           "  --version               the version\n";
}

} // namespace pushscope
