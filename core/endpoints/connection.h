// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Connection: whatever stands on a Link: an HTTP connection, and what it may become, an event stream or a WebSocket. Owned by the
// ConnectionTable, on the hub thread. A request that becomes a stream hands its Link on, so that a connection at rest holds no
// parser.

#include "base/ids.h"
#include "base/timerwheel.h"
#include "endpoints/faultport.h"
#include "transport/transport.h"

namespace pushscope {

struct ConnectionFacts;
struct EndpointContext;

class Connection : public LinkHandler, public TimerWheel::Timer
{
public:
    Connection(EndpointContext &context, std::unique_ptr<Link> link);
    ~Connection() override;

    [[nodiscard]] ConnectionId id() const noexcept { return m_id; }
    // The server ends: say so in the protocol's way and end soon.
    virtual void drain() = 0;
    void passFaults(const ConnectionFacts &facts, FaultPort::Occasion occasion); // the link, as FaultPort::faulted says
    void reset(); // the link, and the connection goes as when the peer had done it

protected:
    [[nodiscard]] Link &link() noexcept { return *m_link; }
    [[nodiscard]] const Link &link() const noexcept { return *m_link; }
    [[nodiscard]] bool hasLink() const noexcept { return bool(m_link); }
    [[nodiscard]] std::unique_ptr<Link> takeLink() noexcept { return std::move(m_link); }
    // Destroyed after the present turn; the link is closed at once (or reset).
    void retire();
    void retireWithReset();
    [[nodiscard]] EndpointContext &context() const noexcept { return m_context; }

private:
    friend class ConnectionTable;
    EndpointContext &m_context;
    std::unique_ptr<Link> m_link;
    ConnectionId m_id;
    std::size_t m_index = 0; // in the table
};

} // namespace pushscope
