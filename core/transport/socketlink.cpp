// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/socketlink.h"

#include "transport/socketcalls.h"
#include "transport/sockettransport.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace pushscope {

namespace {

in6_addr hostOf(const sockaddr_storage &address)
{
    if (address.ss_family == AF_INET6)
        return reinterpret_cast<const sockaddr_in6 &>(address).sin6_addr;
    in6_addr mapped{};
    mapped.s6_addr[10] = mapped.s6_addr[11] = 0xff; // RFC 4291 §2.5.5.2
    std::memcpy(&mapped.s6_addr[12], &reinterpret_cast<const sockaddr_in &>(address).sin_addr, 4);
    return mapped;
}

quint16 portOf(const sockaddr_storage &address)
{
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(address).sin6_port
                                               : reinterpret_cast<const sockaddr_in &>(address).sin_port);
}

} // namespace

// With the allocator's overhead and the transport's slot: below 100 octets for a link at rest.
static_assert(sizeof(SocketLink) <= 64);

SocketLink::SocketLink(SocketTransport &transport, int descriptor, const sockaddr_storage &peer)
    : m_transport(&transport)
    , m_descriptor(descriptor)
    , m_peerPort(portOf(peer))
    , m_peerHost(hostOf(peer))
{
}

SocketLink::~SocketLink()
{
    drop(false);
}

void SocketLink::setHandler(LinkHandler *handler)
{
    m_handler = handler;
    if (!isClosed())
        m_transport->updateInterest(*this);
    else if (m_ended && handler && listed < 0)
        m_transport->listEnded(*this); // it ended while nobody was there to be told
}

void SocketLink::write(SharedBytes octets)
{
    if (octets.isEmpty() || isClosed() || m_finishing)
        return;
    if (m_out) {
        m_out->push(std::move(octets));
    } else if (listed < 0) {
        m_transport->listUnsent(*this, std::move(octets));
    } else {
        m_out = std::make_unique<Outgoing>();
        m_out->push(m_transport->takeUnsent(*this));
        m_out->push(std::move(octets));
    }
}

qsizetype SocketLink::queuedBytes() const noexcept
{
    if (m_out)
        return m_out->bytes();
    return listed >= 0 && !m_ended ? m_transport->unsentBytes(*this) : 0;
}

void SocketLink::setReading(bool on)
{
    if (m_reading == on)
        return;
    m_reading = on;
    if (!isClosed())
        m_transport->updateInterest(*this);
}

void SocketLink::finish()
{
    if (isClosed() || m_finishing)
        return;
    m_finishing = true;
    if (listed < 0 && !m_backlog)
        m_transport->listUnsent(*this, {});
}

void SocketLink::reset()
{
    drop(true);
    m_handler = nullptr;
}

SocketAddress SocketLink::peer() const
{
    if (IN6_IS_ADDR_V4MAPPED(&m_peerHost)) {
        in_addr v4{};
        std::memcpy(&v4, &m_peerHost.s6_addr[12], sizeof v4);
        return {QHostAddress(ntohl(v4.s_addr)), m_peerPort};
    }
    return {QHostAddress(m_peerHost.s6_addr), m_peerPort};
}

bool SocketLink::wantsRead() const noexcept
{
    return m_reading && m_handler && !m_peerFinished;
}

void SocketLink::becameReadable(bool broken)
{
    const std::span<char> scratch = m_transport->scratch();
    const qsizetype octets = socketcalls::receive(m_descriptor, scratch);
    if (octets > 0)
        return m_handler->linkReceived(QByteArrayView(scratch.data(), octets));
    if (octets < 0) {
        if (octets != -EAGAIN || broken)
            end(LinkEnd::PeerReset);
        return;
    }
    m_peerFinished = true;
    if (m_finSent)
        end(LinkEnd::Finished);
    else
        m_transport->updateInterest(*this);
    m_handler->linkPeerFinished();
}

void SocketLink::becameWritable()
{
    sent({}, m_transport->sendNow(m_descriptor, *m_out));
    if (!m_backlog && m_handler)
        m_handler->linkDrained();
}

bool SocketLink::becameBroken()
{
    // Without an error it is the FINs of both sides, unless the peer's was seen and ours not sent.
    if (socketcalls::takeError(m_descriptor) == 0 && !m_peerFinished)
        return false;
    end(LinkEnd::PeerReset);
    return true;
}

std::size_t SocketLink::gather(const SharedBytes &first, std::span<iovec> parts) const
{
    if (m_out)
        return m_out->gather(parts);
    if (first.isEmpty())
        return 0; // only a FIN to send
    parts[0] = {const_cast<char *>(first.constData()), std::size_t(first.size())};
    return 1;
}

void SocketLink::sent(SharedBytes first, qsizetype result)
{
    if (result < 0 && result != -EAGAIN)
        return end(LinkEnd::PeerReset);
    const qsizetype taken = std::max<qsizetype>(result, 0);
    if (!m_out && taken == first.size())
        return allSent();
    if (!m_out) {
        m_out = std::make_unique<Outgoing>();
        m_out->push(std::move(first));
    }
    m_out->take(taken);
    if (m_out->isEmpty())
        return allSent();
    m_backlog = true;
    m_transport->updateInterest(*this);
}

void SocketLink::allSent()
{
    m_out.reset();
    if (m_backlog) {
        m_backlog = false;
        m_transport->updateInterest(*this);
    }
    if (!m_finishing || m_finSent)
        return;
    socketcalls::sendFin(m_descriptor);
    m_finSent = true;
    if (m_peerFinished)
        end(LinkEnd::Finished);
}

void SocketLink::end(LinkEnd how)
{
    if (isClosed())
        return;
    close(false);
    m_ended = true;
    m_wasReset = how == LinkEnd::PeerReset;
    m_transport->listEnded(*this);
}

void SocketLink::tellEnd()
{
    if (m_handler) // else it is told when there is one
        std::exchange(m_handler, nullptr)->linkEnded(m_wasReset ? LinkEnd::PeerReset : LinkEnd::Finished);
}

void SocketLink::orphan() noexcept
{
    drop(false);
    m_handler = nullptr;
}

void SocketLink::close(bool withReset) noexcept
{
    m_out.reset();
    if (isClosed())
        return;
    m_transport->unlistUnsent(*this);
    m_transport->forget(*this);
    if (withReset)
        socketcalls::closeWithReset(m_descriptor);
    else
        ::close(m_descriptor);
    m_descriptor = -1;
    m_transport->descriptorFreed();
}

void SocketLink::drop(bool withReset) noexcept
{
    close(withReset);
    if (m_ended)
        m_transport->unlistEnded(*this);
    m_ended = false;
}

} // namespace pushscope
