// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// HubProcess: the hub as a process of its own: the ready line, signals, the end. Lives on the main thread.

#include "pushserver.h"
#include "session/recorder.h"

#include <QSocketNotifier>

namespace pushscope {

class HubProcess final : public QObject
{
    Q_OBJECT
public:
    explicit HubProcess(ServerConfig config);

    // Before start(). The file ends with this process. Errc::Exists, Errc::Io.
    [[nodiscard]] Result<void> record(const RecorderSettings &settings);
    // Starts the hub and prints the ready line. `duration` 0: until a signal. The error is fit for stderr.
    [[nodiscard]] Result<void> start(Milliseconds duration);

private:
    void watchSignals();
    void onSignal();

    SystemClock m_clock;
    std::shared_ptr<ConnectionJournal> m_journal;
    bool m_reloads; // its certificates, at SIGHUP
    std::shared_ptr<Recorder> m_recorder; // null: nothing is recorded
    PushServer m_server;
    std::unique_ptr<QSocketNotifier> m_signals;
    bool m_stopping = false;
};

} // namespace pushscope
