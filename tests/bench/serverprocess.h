// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ServerProcess: the server under test as a child process, pinned to a core, and what the kernel says it used. Linux.

#include "bench/contract.h"

#include <QProcess>
#include <chrono>
#include <sys/types.h>

namespace pushscope::bench {

class ServerProcess
{
public:
    // Starts it and waits for its ready line; check port().
    ServerProcess(const QString &executable, const Contract &contract);
    ~ServerProcess();

    [[nodiscard]] quint16 port() const noexcept { return m_port; } // 0: it did not start, and has said why on stderr
    [[nodiscard]] bool isRunning() const { return m_process.state() == QProcess::Running; }
    // CPU time of all its threads so far, or of those with this name.
    [[nodiscard]] std::chrono::nanoseconds cpu(const QByteArray &threadName = {}) const;
    // Leaves the core to the threads with this name: all others go to the clients', as they would where there are more than two.
    void reserveCoreFor(const QByteArray &threadName) const;
    // Its private memory, RssAnon: neither the program's own pages nor what the kernel keeps for sockets.
    [[nodiscard]] qint64 privateBytes() const;

private:
    QProcess m_process;
    quint16 m_port = 0;
};

constexpr int ServersCore = 0, ClientsCore = 1;
// Keeps a thread (0: the calling one) and what it starts later on one core. Nothing happens where that is not possible.
void pinToCore(int core, pid_t thread = 0);
// Raises the limit on descriptors as far as allowed, and gives it.
[[nodiscard]] int raiseDescriptorLimit();

} // namespace pushscope::bench
