// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A hub with its window, recorded as in the program, and the sessions that are opened beside it.

#include "windowbench.h"

#include "session/sessionreader.h"
#include "ui/feed/recording.h"
#include "ui/shell/sessiondesk.h"

#include <QCoroTask>

namespace pushscope {

struct SessionBench {
    static constexpr int Patience = 20'000; // ms, on a loaded machine

    QTemporaryDir recordings;
    Recording recording{recordings.path()};
    WindowBench bench;
    std::unique_ptr<SessionDesk> desk;

    ~SessionBench()
    {
        desk.reset();
        bench.window.reset();
    }
    void open()
    {
        bench.controller.setSinkMaker([this] { return recording.begin(); });
        bench.open();
        desk = std::make_unique<SessionDesk>(bench.settings);
        desk->attachHub(*bench.window, bench.controller, recording);
    }
    [[nodiscard]] bool start()
    {
        bench.controller.start();
        return QTest::qWaitFor([this] { return bench.controller.isRunning(); }, Patience);
    }
    // The file of the run, whole.
    [[nodiscard]] QString stop()
    {
        const QString path = recording.path();
        bench.controller.stop();
        const bool ended = QTest::qWaitFor(
            [&] {
                const auto reader = SessionReader::open(path); // the recorder is let go of before it has written its last rows
                return bench.controller.state() == ServerController::State::Stopped && reader && (*reader)->ended();
            },
            Patience);
        return ended ? path : QString();
    }
    [[nodiscard]] std::vector<JournalRow> journal(JournalRow::Kind kind)
    {
        std::vector<JournalRow> rows = bench.controller.observatory().journalAfter(0, 1'000'000);
        std::erase_if(rows, [kind](const JournalRow &row) { return row.kind != kind; });
        return rows;
    }
    [[nodiscard]] QString path(const char *name) const { return bench.folder.filePath(QLatin1String(name)); }
};

} // namespace pushscope
