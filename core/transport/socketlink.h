// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SocketLink: a Link on a non-blocking stream descriptor. Owned by whom the Transport gave it to; lives on the
// hub thread. At rest it has neither a buffer nor a QObject, so that a million of them fit.

#include "transport/outgoing.h"
#include "transport/transport.h"

#include <netinet/in.h>

namespace pushscope {

class SocketTransport;

class SocketLink final : public Link
{
public:
    SocketLink(SocketTransport &transport, int descriptor, const sockaddr_storage &peer);
    ~SocketLink() override;

    void setHandler(LinkHandler *handler) override;
    void write(SharedBytes octets) override;
    [[nodiscard]] qsizetype queuedBytes() const noexcept override;
    void setReading(bool on) override;
    void finish() override;
    void reset() override;
    [[nodiscard]] SocketAddress peer() const override;

    // For the SocketTransport.
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }
    [[nodiscard]] bool wantsRead() const noexcept;
    [[nodiscard]] bool wantsWrite() const noexcept { return m_backlog; }
    // The descriptor is ready. The link may be destroyed in the call.
    void becameReadable(bool broken); // broken: an error is pending, so if nothing can be read it is the end
    void becameWritable();
    // Hung up while not being read. False if it was only both sides' FIN: there may be more to read later.
    [[nodiscard]] bool becameBroken();
    // Where it is in the transport's list of links with something to send, or (once ended) to be told of their end.
    qint32 listed = -1;
    // `first` is what the transport's list keeps of the turn's first write. Gives how many parts were used.
    [[nodiscard]] std::size_t gather(const SharedBytes &first, std::span<iovec> parts) const;
    void sent(SharedBytes first, qsizetype result); // octets taken, or -errno
    void tellEnd(); // may destroy the link
    void orphan() noexcept; // the transport goes away

private:
    [[nodiscard]] bool isClosed() const noexcept { return m_descriptor < 0; }
    void allSent();
    void end(LinkEnd how);
    void close(bool withReset) noexcept;
    void drop(bool withReset) noexcept;

    SocketTransport *m_transport;
    LinkHandler *m_handler = nullptr;
    std::unique_ptr<Outgoing> m_out; // what does not fit the transport's list: a backlog, or several writes of a turn
    int m_descriptor;
    quint16 m_peerPort;
    bool m_reading : 1 = true;
    bool m_backlog : 1 = false; // the kernel's buffer is full: wait until it is writable, and never overtake the queue
    bool m_finishing : 1 = false;
    bool m_finSent : 1 = false;
    bool m_peerFinished : 1 = false;
    bool m_ended : 1 = false; // over and closed; the handler is told at the end of the turn
    bool m_wasReset : 1 = false;
    in6_addr m_peerHost; // IPv4 as mapped
};

} // namespace pushscope
