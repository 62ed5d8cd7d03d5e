// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the window of a recorded session takes to open, and to show another time with all its panes: from the slider's move to
// what is painted. bench_sessionwindow FILE [jumps] prints one JSON object, times in ms; bench_session makes such a file
// (`bench_session 10000000 100 FILE`).

#include "session/sessionplayer.h"
#include "ui/feed/framefeed.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/sessionwindow.h"
#include "ui/shell/settings.h"
#include "ui/shell/timeslider.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <random>

using namespace pushscope;

namespace {

double elapsedMs(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

// Until the time that is wanted was shown, and what follows from it has been painted.
void waitUntilShown(SessionWindow &session)
{
    while (session.player().shownNs() != session.slider().time())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    QCoreApplication::processEvents();
    session.window().grab();
}

QJsonObject quantiles(std::vector<double> values)
{
    std::sort(values.begin(), values.end());
    const auto at = [&values](double share) { return values[std::size_t(share * double(values.size() - 1))]; };
    return {{QStringLiteral("p50"), at(0.5)}, {QStringLiteral("p99"), at(0.99)}, {QStringLiteral("max"), at(1.0)}};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (argc < 2)
        return 2;
    const int jumps = argc > 2 ? std::max(1, std::atoi(argv[2])) : 100;
    const QTemporaryDir folder;
    Settings settings(folder.path());
    QElapsedTimer timer;
    timer.start();
    const auto opened = SessionWindow::open(QFile::decodeName(argv[1]), settings);
    if (!opened) {
        std::fprintf(stderr, "%s\n", opened.error().detail.constData());
        return 1;
    }
    SessionWindow &session = **opened;
    session.window().resize(1440, 900);
    session.window().show();
    waitUntilShown(session);
    QJsonObject result{{QStringLiteral("benchmark"), QStringLiteral("sessionwindow")},
                       {QStringLiteral("openMs"), elapsedMs(timer)}};
    result[QStringLiteral("rows")] = double(session.player().reader().span().rows());
    std::mt19937_64 random(7);
    std::vector<double> jumpMs, paintMs;
    for (int i = 0; i < jumps; ++i) {
        const qint64 begin = session.player().beginNs(), span = std::max<qint64>(1, session.player().endNs() - begin);
        timer.restart();
        session.slider().setTime(begin + qint64(random() % quint64(span)));
        waitUntilShown(session);
        jumpMs.push_back(elapsedMs(timer));
        timer.restart();
        session.window().grab(); // the whole window, which a jump repaints a part of
        paintMs.push_back(elapsedMs(timer));
    }
    result[QStringLiteral("jumpMs")] = quantiles(jumpMs);
    result[QStringLiteral("paintMs")] = quantiles(paintMs);
    std::printf("%s\n", QJsonDocument(result).toJson(QJsonDocument::Compact).constData());
    session.window().close();
    return 0;
}
