// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/connection.h"

#include "endpoints/context.h"

namespace pushscope {

Connection::Connection(EndpointContext &context, std::unique_ptr<Link> link)
    : m_context(context)
    , m_link(std::move(link))
    , m_id(context.connections.nextId())
{
    m_link->setHandler(this);
}

Connection::~Connection() = default;

void Connection::passFaults(const ConnectionFacts &facts, FaultPort::Occasion occasion)
{
    if (!m_link)
        return;
    m_link = m_context.faults.faulted(std::move(m_link), facts, occasion);
    m_link->setHandler(this);
}

void Connection::reset()
{
    if (!m_link)
        return;
    m_link->reset();
    linkEnded(LinkEnd::PeerReset);
}

void Connection::retire()
{
    TimerWheel::disarm(*this);
    m_link.reset();
    m_context.connections.retire(*this);
}

void Connection::retireWithReset()
{
    if (m_link)
        m_link->reset();
    retire();
}

} // namespace pushscope
