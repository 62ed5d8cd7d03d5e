// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Listeners: the listening descriptors of one transport, and when to accept: not while switched off, and not for a
// while when descriptors or memory have run out. Owned by a SocketTransport.

#include "base/clock.h"
#include "transport/transport.h"

#include <QTimer>
#include <netinet/in.h>
#include <vector>

namespace pushscope {

class SocketTransport;

class Listeners
{
public:
    explicit Listeners(SocketTransport &transport);
    ~Listeners();
    Listeners(const Listeners &) = delete;
    Listeners &operator=(const Listeners &) = delete;

    [[nodiscard]] Result<SocketAddress> listen(const SocketAddress &address, Transport::Accept accept);
    void close();
    void setAccepting(bool on);
    // A descriptor that wants accepting is ready: takes some of what waits. May close the listeners.
    void acceptSome(int descriptor);
    // A descriptor was closed somewhere.
    void descriptorFreed();
    [[nodiscard]] Transport::AcceptState state() const noexcept { return {m_pauses, m_saidPaused}; }
    [[nodiscard]] bool wantsAccept() const noexcept { return m_accepting && !m_paused; }

private:
    struct Listener {
        int descriptor; // -1: closed
        Transport::Accept accept;
    };
    static constexpr Milliseconds Retry{100};

    bool acceptOne(const Listener &listener);
    void failed(int error);
    void pause(int error);
    void resume();
    void watchAll();

    SocketTransport &m_transport;
    QTimer m_retry;
    std::vector<std::shared_ptr<Listener>> m_listeners; // shared: `accept` may close them while it runs
    bool m_accepting = true;
    bool m_paused = false; // no descriptor or memory for another link
    bool m_saidPaused = false; // until all that waited are in
    quint64 m_pauses = 0;
};

} // namespace pushscope
