// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window of a recorded session takes to open, and to show another time with all its panes: from the slider's move until
// nothing follows from it any more, painting and late batches of the models included. bench_sessionwindow FILE [jumps] prints one
// JSON object, times in ms: of the clock until the last handler that did something, and of the CPU of the window's thread. Beside
// them, in the same run, what the data alone takes for the same jumps, and the window drawn as a whole. bench_session makes such
// a file (`bench_session 10000000 100 FILE`).

#include "measuredapplication.h"
#include "session/sessionplayer.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/timeslider.h"

#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <cstdio>
#include <random>

using namespace pushscope;
using bench::MeasuredApplication;

namespace {

constexpr std::chrono::milliseconds Settled{400}; // longer than the models' batches wait

double elapsedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

struct Costs {
    std::vector<double> wall, cpu;

    template<typename Work> void measure(const Work &work)
    {
        QElapsedTimer timer;
        timer.start();
        const double before = MeasuredApplication::threadCpu();
        work();
        cpu.push_back(MeasuredApplication::threadCpu() - before);
        wall.push_back(elapsedMs(timer));
    }
    [[nodiscard]] QJsonObject summary() const
    {
        return {{QStringLiteral("wall"), MeasuredApplication::quantiles(wall)},
                {QStringLiteral("cpu"), MeasuredApplication::quantiles(cpu)}};
    }
};

void waitUntilShown(SessionWindow &session)
{
    while (session.player().shownNs() != session.slider().time())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
}

// From the move to the end of the last handler that was to be felt.
void jump(MeasuredApplication &app, SessionWindow &session, qint64 ns, Costs &costs)
{
    QElapsedTimer timer;
    timer.start();
    const double before = MeasuredApplication::threadCpu();
    session.slider().setTime(ns);
    waitUntilShown(session);
    const double shown = elapsedMs(timer);
    app.measure(Settled);
    costs.cpu.push_back(MeasuredApplication::threadCpu() - before);
    costs.wall.push_back(shown + app.lastBusyMs());
}

} // namespace

int main(int argc, char **argv)
{
    MeasuredApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const int jumps = argc > 2 ? std::max(1, std::atoi(argv[2])) : 100;
    const QTemporaryDir folder;
    Settings settings(folder.path());
    QElapsedTimer timer;
    timer.start();
    const double openBegun = MeasuredApplication::threadCpu();
    const auto opened = SessionWindow::open(QFile::decodeName(argv[1]), settings);
    auto reader = SessionReader::open(QFile::decodeName(argv[1]));
    if (!opened || !reader) {
        std::fprintf(stderr, "%s\n", (opened ? reader.error() : opened.error()).detail.constData());
        return 1;
    }
    SessionWindow &session = **opened;
    session.window().resize(1440, 900);
    session.window().show();
    waitUntilShown(session);
    session.window().grab();
    QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("sessionwindow")},
                       {QStringLiteral("openMs"), elapsedMs(timer)},
                       {QStringLiteral("openCpuMs"), MeasuredApplication::threadCpu() - openBegun}};
    result[QStringLiteral("rows")] = double(session.player().reader().span().rows());
    app.measure(Settled * 5); // what the window does by itself at first
    Observatory aside;
    SessionPlayer data(std::move(*reader), aside);
    std::mt19937_64 random(7);
    Costs shown, dataAlone, painted;
    for (int i = 0; i < jumps; ++i) {
        const qint64 begin = session.player().beginNs(), span = std::max<qint64>(1, session.player().endNs() - begin);
        const qint64 ns = begin + qint64(random() % quint64(span));
        jump(app, session, ns, shown);
        data.seek(ns);
        dataAlone.measure([&data] { (void)data.next(); });
        painted.measure([&session] { session.window().grab(); });
    }
    result[QStringLiteral("jump")] = shown.summary();
    result[QStringLiteral("dataAlone")] = dataAlone.summary();
    result[QStringLiteral("wholePainting")] = painted.summary();
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Indented).constData());
    session.window().close();
    return 0;
}
