// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// pushscope: the window, with the hub on a thread of its own.

#include "ui/feed/servercontroller.h"
#include "ui/shell/demo.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "windowoptions.h"

#include <QApplication>
#include <QTimer>
#include <cstdio>

using namespace pushscope;

namespace {

constexpr int BadUsage = 2;

int refuse(const Error &error)
{
    std::fprintf(stderr, "pushscope: %s\nTry 'pushscope --help'.\n", error.detail.constData());
    return BadUsage;
}

// Where the hub's own options come in: the saved ones, over them those of the command line.
Result<ServerConfig> hubConfig(Settings &settings, const QStringList &arguments)
{
    ServerConfig config = settings.hub();
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        if (arguments[i] != QLatin1String("--listen") || i + 1 == arguments.size())
            return fail(Errc::InvalidArgument, "unknown option '" + arguments[i].toUtf8() + '\'');
        config.listen = {arguments[++i].toUtf8()};
    }
    if (!config.secrets.isEmpty() || !config.publicKeys.isEmpty())
        return config;
    Result<QByteArray> secret = settings.secret();
    if (!secret)
        return tl::unexpected(secret.error());
    config.secrets = {*secret};
    return config;
}

void takeScreenshot(MainWindow &window, const WindowOptions &options)
{
    QTimer::singleShot(options.after, &window, [&window, file = options.screenshot] {
        const bool saved = window.grab().save(file, "PNG");
        if (!saved)
            std::fprintf(stderr, "pushscope: %s cannot be written\n", qPrintable(file));
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    // Before the application: these need no display.
    if (arguments.contains(QLatin1String("--version"))) {
        std::puts("pushscope " PUSHSCOPE_VERSION);
        return 0;
    }
    if (arguments.contains(QLatin1String("--help")) || arguments.contains(QLatin1String("-h"))) {
        std::printf("Usage: pushscope [options]\n\n%s", windowOptionsHelp().constData());
        return 0;
    }

    QApplication app(argc, argv); // takes Qt's own options, -platform and the like, away
    QApplication::setApplicationName(QStringLiteral("pushscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pushscope"));
    QApplication::setApplicationVersion(QStringLiteral(PUSHSCOPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("pushscope"));

    const Result<WindowOptions> options = parseWindowOptions(app.arguments().sliced(1));
    if (!options)
        return refuse(options.error());
    Settings settings;
    Result<ServerConfig> config = hubConfig(settings, options->rest);
    if (!config)
        return refuse(config.error());

    Theme::apply(app, options->theme.value_or(settings.theme().value_or(Theme::current())));
    ServerController controller;
    controller.setConfig(options->demo ? Demo::config(*config) : *config);
    MainWindow window(controller, settings);
    window.setRemembers(options->screenshot.isEmpty() && !options->demo);
    window.restorePlace();
    if (options->size)
        window.resize(*options->size);
    Demo demo(controller, window.population());
    if (options->demo)
        demo.start();
    window.show();
    controller.start();
    if (!options->screenshot.isEmpty())
        takeScreenshot(window, *options);
    return app.exec();
}
