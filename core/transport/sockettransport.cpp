// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sockettransport.h"

#include <limits>

namespace pushscope {

SocketTransport::SocketTransport(std::unique_ptr<SendBatch> batch)
    : m_batch(std::move(batch))
{
}

Result<SocketAddress> SocketTransport::listen(const SocketAddress &address, Accept accept)
{
    return m_listeners.listen(address, std::move(accept));
}

void SocketTransport::flush()
{
    sendUnsent(std::numeric_limits<std::size_t>::max());
}

void SocketTransport::endTurn()
{
    m_inTurn = true;
    sendUnsent(LinksPerTurn);
    tellEnds();
    m_inTurn = false;
    if (!m_unsent.empty() || !m_ended.empty())
        scheduleTurn();
}

void SocketTransport::scheduleTurn()
{
    if (m_inTurn || m_scheduled)
        return;
    m_scheduled = true;
    QMetaObject::invokeMethod(
        &m_context,
        [this] {
            m_scheduled = false;
            endTurn();
        },
        Qt::QueuedConnection);
}

void SocketTransport::listUnsent(SocketLink &link, SharedBytes first)
{
    link.listed = qint32(m_unsent.size());
    m_unsent.push_back({&link, std::move(first)});
    scheduleTurn();
}

SharedBytes SocketTransport::takeUnsent(SocketLink &link)
{
    return std::exchange(m_unsent[std::size_t(link.listed)].first, {});
}

qsizetype SocketTransport::unsentBytes(const SocketLink &link) const noexcept
{
    return m_unsent[std::size_t(link.listed)].first.size();
}

void SocketTransport::unlistUnsent(SocketLink &link) noexcept
{
    if (link.listed < 0)
        return;
    m_unsent[std::size_t(std::exchange(link.listed, -1))] = {nullptr, {}};
}

void SocketTransport::listEnded(SocketLink &link)
{
    link.listed = qint32(m_ended.size());
    m_ended.push_back(&link);
    scheduleTurn();
}

void SocketTransport::unlistEnded(SocketLink &link) noexcept
{
    if (link.listed >= 0)
        m_ended[std::size_t(std::exchange(link.listed, -1))] = nullptr;
}

void SocketTransport::sendUnsent(std::size_t links)
{
    while (links > 0 && m_nextUnsent < m_unsent.size())
        links -= sendOneBatch(links);
    if (m_nextUnsent == m_unsent.size())
        clearUnsent();
}

// Gives how many links it dealt with. No handler is called, so nothing is written or destroyed meanwhile.
std::size_t SocketTransport::sendOneBatch(std::size_t links)
{
    const std::size_t begin = m_nextUnsent;
    std::array<std::size_t, SendBatch::MaxSends> places; // in m_unsent
    std::size_t sends = 0;
    std::size_t parts = 0;
    for (; m_nextUnsent < m_unsent.size() && m_nextUnsent - begin < links; ++m_nextUnsent) {
        if (sends == SendBatch::MaxSends || parts + PartsPerLink > m_parts.size())
            break;
        auto &[link, first] = m_unsent[m_nextUnsent];
        if (!link)
            continue;
        link->listed = -1;
        const std::size_t used = link->gather(first, std::span(m_parts).subspan(parts, PartsPerLink));
        if (used == 0) {
            link->sent({}, 0);
            continue;
        }
        m_sends[sends] = {link->descriptor(), std::span(m_parts).subspan(parts, used), 0};
        places[sends++] = m_nextUnsent;
        parts += used;
    }
    m_batch->send(std::span(m_sends).first(sends));
    for (std::size_t i = 0; i < sends; ++i) {
        auto &[link, first] = m_unsent[places[i]];
        std::exchange(link, nullptr)->sent(std::exchange(first, {}), m_sends[i].result);
    }
    return m_nextUnsent - begin;
}

void SocketTransport::clearUnsent()
{
    constexpr std::size_t Keep = 1024;
    m_nextUnsent = 0;
    m_unsent.clear();
    if (m_unsent.capacity() > Keep)
        m_unsent = {}; // idle links cost nothing after a fan-out either
}

qsizetype SocketTransport::sendNow(int descriptor, const Outgoing &out)
{
    std::array<iovec, PartsPerLink> parts;
    SendBatch::Send send{descriptor, std::span(parts).first(out.gather(parts)), 0};
    m_batch->send({&send, 1});
    return send.result;
}

void SocketTransport::tellEnds()
{
    // A handler may end, destroy and list links while this runs.
    for (std::size_t i = 0; i < m_ended.size(); ++i) {
        SocketLink *link = std::exchange(m_ended[i], nullptr);
        if (!link)
            continue;
        link->listed = -1;
        link->tellEnd();
    }
    m_ended.clear();
}

} // namespace pushscope
