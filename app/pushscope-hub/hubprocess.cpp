// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubprocess.h"

#include "app/common/serverprocess.h"

#include <QCoreApplication>

#include <array>
#include <csignal>
#include <cstdlib>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope {

namespace {

int s_signalPipe[2] = {-1, -1};

void onPosixSignal(int signal)
{
    const char octet = char(signal);
    (void)!::write(s_signalPipe[0], &octet, 1); // all that is safe here
}

} // namespace

HubProcess::HubProcess(ServerConfig config)
    // Nobody looks over this hub's shoulder but the admin API: a smaller journal.
    : m_journal(std::make_shared<ConnectionJournal>(ConnectionJournal::Bounds{100'000, 32 * 1024 * 1024}, m_clock))
    , m_reloads(config.hasTls())
    , m_server(std::move(config), m_clock, m_journal, nullptr, 1)
{
    connect(&m_server, &PushServer::stopped, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

Result<void> HubProcess::record(const RecorderSettings &settings)
{
    auto recorder = Recorder::start(settings);
    if (!recorder)
        return tl::unexpected(recorder.error());
    m_recorder = std::move(*recorder);
    m_server.setRecordSink(m_recorder);
    return {};
}

Result<void> HubProcess::start(Milliseconds duration)
{
    raiseDescriptorLimit();
    watchSignals();
    const auto urls = m_server.start();
    if (!urls)
        return tl::unexpected(urls.error());
    printReady(*urls, m_server.epoch());
    if (duration.count() > 0)
        QTimer::singleShot(duration, &m_server, &PushServer::stop);
    return {};
}

void HubProcess::watchSignals()
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0, s_signalPipe) != 0)
        return;
    m_signals = std::make_unique<QSocketNotifier>(s_signalPipe[1], QSocketNotifier::Read);
    connect(m_signals.get(), &QSocketNotifier::activated, this, &HubProcess::onSignal);
    struct sigaction action = {};
    action.sa_handler = onPosixSignal;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGTERM, &action, nullptr);
    ::sigaction(SIGINT, &action, nullptr);
    if (m_reloads) // else it is the terminal that goes away
        ::sigaction(SIGHUP, &action, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
}

void HubProcess::onSignal()
{
    std::array<char, 16> octets;
    bool ends = false;
    for (ssize_t count = 0; (count = ::read(s_signalPipe[1], octets.data(), octets.size())) > 0;) {
        for (ssize_t i = 0; i < count; ++i) {
            if (octets[std::size_t(i)] == SIGHUP)
                m_server.reloadCertificates();
            else
                ends = true;
        }
    }
    if (!ends)
        return;
    if (std::exchange(m_stopping, true))
        std::_Exit(1); // asked twice: at once
    m_server.stop();
}

} // namespace pushscope
