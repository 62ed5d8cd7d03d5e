// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// pushscope: the window, with the hub on a thread of its own.

#include "app/common/commandline.h"
#include "app/common/serverprocess.h"
#include "resources/web/webresources.h"
#include "ui/feed/recording.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/demo.h"
#include "ui/shell/instance.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/profiledesk.h"
#include "ui/shell/sessiondesk.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/theme.h"
#include "ui/shell/translations.h"
#include "ui/shell/trayicon.h"
#include "windowoptions.h"

#include <QApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <cstdio>

using namespace pushscope;

namespace {

constexpr std::chrono::seconds AnswerWithin(10); // of a window that is there already

int complain(const QByteArray &text)
{
    std::fprintf(stderr, "pushscope: %s\n", text.constData());
    return 2;
}

void printHelp()
{
    std::printf("pushscope [options]     the window, with a hub for Server-Sent Events, WebSockets and long polling\n"
                "pushscope FILE...       recorded sessions, logs of JSON lines, HARs: each in a window, without a hub\n\n"
                "Options:\n%s",
                optionHelp(windowExtras()).constData());
}

// What needs no display, and is over at once.
bool answered(int argc, char **argv)
{
    const QList<QByteArray> arguments(argv + 1, argv + argc);
    if (arguments.contains("--version"))
        std::puts("pushscope " PUSHSCOPE_VERSION);
    else if (arguments.contains("--help") || arguments.contains("-h"))
        printHelp();
    else
        return false;
    return true;
}

void nameApplication()
{
    QApplication::setApplicationName(QStringLiteral("pushscope"));
    QApplication::setApplicationDisplayName(QStringLiteral("Pushscope"));
    QApplication::setApplicationVersion(QStringLiteral(PUSHSCOPE_VERSION));
    QGuiApplication::setDesktopFileName(QStringLiteral("pushscope"));
}

// Before the application is made, on top of the desktop's own scale; who sets the variable knows better.
class Scale
{
public:
    explicit Scale(int percent)
        : m_ours(percent != 100 && !qEnvironmentVariableIsSet(Variable))
    {
        if (m_ours)
            qputenv(Variable, QByteArray::number(percent / 100.0));
    }
    // A program started from here reads its settings itself.
    ~Scale()
    {
        if (m_ours)
            qunsetenv(Variable);
    }
    Q_DISABLE_COPY_MOVE(Scale)

private:
    static constexpr auto Variable = "QT_SCALE_FACTOR";
    bool m_ours;
};

// Without those that are Qt's own, -platform and the like.
QList<QByteArray> ownArguments()
{
    QList<QByteArray> own;
    const QStringList all = QApplication::arguments().sliced(1);
    for (const QString &argument : all)
        own.append(argument.toLocal8Bit());
    return own;
}

Result<CommandLine> readCommandLine(const Settings &settings)
{
    return parseCommandLine(ownArguments(), QProcessEnvironment::systemEnvironment(), windowExtras(), settings.hub());
}

// What a hub of the profile in use is started with.
Result<ServerConfig> readHub(const Settings &settings)
{
    Result<CommandLine> line = readCommandLine(settings);
    if (!line)
        return tl::unexpected(line.error());
    return ensureSecret(line->config, settings.profileFolder()).map([&line] { return line->config; });
}

Result<void> chooseProfile(Settings &settings, const QString &name)
{
    const Profiles profiles(settings);
    if (name.isEmpty()) {
        settings.setProfile(profiles.last());
        return {};
    }
    if (const std::optional<Profile> found = profiles.find(name)) {
        settings.setProfile(found->id);
        return {};
    }
    QStringList known;
    for (const Profile &profile : profiles.all())
        known += u'"' + profile.name + u'"';
    return fail(Errc::NotFound,
                "there is no profile \"" + name.toLocal8Bit()
                    + "\"; there are: " + known.join(QStringLiteral(", ")).toLocal8Bit());
}

// As this program was started, with the profile that it has now.
QStringList argumentsAgain(Settings &settings, const WindowOptions &options)
{
    QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (options.profile.isEmpty())
        return arguments;
    const QString option = QStringLiteral("--profile");
    if (const qsizetype at = arguments.indexOf(option); at >= 0)
        arguments.remove(at, 2);
    arguments.removeIf([&option](const QString &argument) { return argument.startsWith(option + u'='); });
    return arguments << option << Profiles(settings).inUse().name;
}

// True where a window of this profile is there already and shows them.
bool handedOver(const Settings &settings, const WindowOptions &options)
{
    QStringList files;
    for (const QString &file : options.sessions) {
        if (!QFileInfo::exists(file))
            return false;
        files += QFileInfo(file).absoluteFilePath();
    }
    const Instance instance(settings.folder(), {});
    return options.screenshot.isEmpty()
        && instance.ask(settings.profile(), files, QDeadlineTimer(AnswerWithin)) == Instance::Start::Shown;
}

void takeScreenshot(QWidget &window, const WindowOptions &options)
{
    QTimer::singleShot(options.after, &window, [&window, file = options.screenshot] {
        const bool saved = window.grab().save(file, "PNG");
        if (!saved)
            std::fprintf(stderr, "pushscope: %s cannot be written\n", qPrintable(file));
        QCoreApplication::exit(saved ? 0 : 1);
    });
}

int runSessions(QApplication &app, Settings &settings, const WindowOptions &options)
{
    if (handedOver(settings, options))
        return 0;
    Theme::apply(app, options.theme.value_or(settings.theme().value_or(Theme::current())));
    SessionDesk desk(settings);
    MainWindow *last = nullptr;
    for (const QString &file : options.sessions) {
        SessionWindow *session = desk.open(file, last); // what can't be opened is said in the window before
        if (!session && !last)
            return desk.lastError().isEmpty() ? 0 : complain(desk.lastError().toLocal8Bit());
        if (!session)
            continue;
        last = &session->window();
        if (options.size)
            last->resize(*options.size);
    }
    if (!options.screenshot.isEmpty())
        takeScreenshot(*last, options);
    return app.exec();
}

int runWindow(QApplication &app, Settings &settings, Instance &instance, const ServerConfig &config, const WindowOptions &options)
{
    Theme::apply(app, options.theme.value_or(settings.theme().value_or(Theme::current())));
    const bool leavesTrace = options.screenshot.isEmpty() && !options.demo;
    const QTemporaryDir passing; // of recordings that nobody will ask for
    Recording recording(leavesTrace ? Recording::defaultFolder() : passing.path());
    ServerController controller;
    controller.setSinkMaker([&recording, &settings] {
        recording.setBounds(settings.recording());
        return recording.begin();
    });
    controller.setConfig(options.demo ? Demo::config(config) : config);
    MainWindow window(controller, settings);
    window.setThemeGiven(options.theme.has_value());
    window.setRemembers(leavesTrace);
    SessionDesk desk(settings);
    desk.attachHub(window, controller, recording);
    ProfileDesk profiles(settings, instance, [&settings] { return readHub(settings); });
    if (leavesTrace)
        profiles.attach(window, controller, desk);
    TrayIcon tray(window, controller);
    const auto showTray = [&tray, &settings] { tray.setWanted(settings.tray()); };
    QObject::connect(&window, &MainWindow::settingsTaken, &tray, showTray);
    window.restorePlace();
    if (options.size) {
        window.setWindowState(window.windowState() & ~Qt::WindowMaximized);
        window.resize(*options.size);
    }
    Demo demo(controller, window.simulation());
    if (options.demo) {
        demo.selectFirst(window.feed(), window.selection());
        demo.start();
    }
    QObject::connect(&controller, &ServerController::started, &window,
                     [&controller] { printReady(controller.urls(), controller.epoch()); });
    QObject::connect(&controller, &ServerController::started, &window, &MainWindow::offerTour, Qt::QueuedConnection);
    window.show();
    if (leavesTrace)
        showTray();
    controller.start();
    if (!options.screenshot.isEmpty())
        takeScreenshot(window, options);
    return app.exec();
}

// One window for each profile, but for pictures and demonstrations.
int runHub(QApplication &app, Settings &settings, const WindowOptions &options, const QList<QByteArray> &overrides)
{
    Instance instance(settings.folder(), overrides);
    if (options.screenshot.isEmpty() && !options.demo) {
        switch (instance.begin(settings.profile(), {}, QDeadlineTimer(AnswerWithin))) {
        case Instance::Start::Shown:
            std::fprintf(stderr, "pushscope: it runs already, and its window was shown\n");
            return 0;
        case Instance::Start::Silent:
            return complain("it runs already, and does not answer; end that process, or choose another --profile");
        case Instance::Start::Ours:
        case Instance::Start::OtherHub:
            break;
        }
    }
    const Result<ServerConfig> config = readHub(settings);
    if (!config)
        return complain(config.error().detail);
    raiseDescriptorLimit();
    initWebResources();
    return runWindow(app, settings, instance, *config, options);
}

// Qt takes the option for a session manager's and swallows it with its file, which means the same without the option.
int withoutSessionOption(int argc, char **argv)
{
    if (argc < 3)
        return argc;
    char **last = argv + argc - 1;
    char **kept = std::remove_if(argv + 1, last, [](const char *argument) { return qstrcmp(argument, "--session") == 0; });
    std::swap(*kept++, *last);
    return int(kept - argv);
}

} // namespace

int main(int argc, char **argv)
{
    if (answered(argc, argv))
        return 0;
    argc = withoutSessionOption(argc, argv);
    Settings settings;
    std::optional<Scale> scale(settings.scale());
    QApplication app(argc, argv);
    nameApplication();
    installTranslations(app, settings.language());
    const Result<CommandLine> line = readCommandLine(settings);
    if (!line)
        return complain(line.error().detail);
    const Result<WindowOptions> options = parseWindowOptions(*line);
    if (!options)
        return complain(options.error().detail);
    if (const Result<void> chosen = chooseProfile(settings, options->profile); !chosen)
        return complain(chosen.error().detail);
    if (!options->sessions.isEmpty())
        return runSessions(app, settings, *options);
    const int result = runHub(app, settings, *options, line->overrides);
    if (result != MainWindow::StartAnew)
        return result;
    scale.reset();
    return QProcess::startDetached(QCoreApplication::applicationFilePath(), argumentsAgain(settings, *options)) ? 0 : 1;
}
