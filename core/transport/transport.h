// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The ports of the transport: a Transport listens and gives Links; a Link is one byte stream to one peer.
// Everything here lives on the hub thread. Two implementations: QtTransport (every platform) and LinuxTransport (epoll).

#include "base/result.h"
#include "base/sharedbytes.h"
#include "base/tlsfacts.h"

#include <QByteArrayView>
#include <QHostAddress>
#include <functional>
#include <memory>

namespace pushscope {

struct SocketAddress {
    QHostAddress host;
    quint16 port = 0;

    // "127.0.0.1:8090", "[::1]:8090"
    [[nodiscard]] QByteArray toByteArray() const;
    // Accepts "host:port", "[v6]:port"; the host must be an address or "localhost". Errc::Syntax.
    [[nodiscard]] static Result<SocketAddress> parse(QByteArrayView text);
    bool operator==(const SocketAddress &) const = default;
};

// Why a link ended, as its handler is told.
enum class LinkEnd : quint8 {
    Finished, // both sides sent FIN, everything was delivered to the kernel
    PeerReset, // the peer sent RST, or vanished (EPIPE, ETIMEDOUT, …)
    Cut, // a fault of ours ended it
    Truncated, // the peer sent FIN without the close_notify of TLS: what it said last may be missing (RFC 8446 §6.1)
};

// Who reads a Link. A handler may destroy the link, or itself, within any of these calls.
class LinkHandler
{
public:
    virtual ~LinkHandler() = default;
    // Octets that arrived; valid during the call only, so keep a copy of what can't be used yet.
    virtual void linkReceived(QByteArrayView octets) = 0;
    // The peer sent FIN: nothing more will arrive, but it may still read.
    virtual void linkPeerFinished() = 0;
    // All that was written has been taken by the kernel, after some of it had to wait.
    virtual void linkDrained() = 0;
    // The last call: the link is dead and silent from here on; destroy it.
    virtual void linkEnded(LinkEnd how) = 0;
};

// Destroying a Link closes its descriptor at once and drops what is still queued; its handler is not called.
class Link
{
public:
    virtual ~Link() = default;
    Link() = default;
    Link(const Link &) = delete;
    Link &operator=(const Link &) = delete;

    // Borrowed. Without a handler nothing is read. It can be replaced, also from within a call (an upgrade).
    virtual void setHandler(LinkHandler *handler) = 0;
    // Queues. What is written within one turn of the event loop leaves together at the end of the turn
    // (Transport::flush). Empty bytes are ignored; after finish() or a reset so is everything.
    virtual void write(SharedBytes octets) = 0;
    // Octets written that the kernel has not taken yet.
    [[nodiscard]] virtual qsizetype queuedBytes() const noexcept = 0;
    // Backpressure: while off, the kernel's window closes on the peer. On by default.
    // A peer's RST is still noticed while off.
    virtual void setReading(bool on) = 0;
    // Sends FIN after what is queued. linkEnded(Finished) follows when the peer has finished too; the
    // owner bounds the wait with a timer of its own.
    virtual void finish() = 0;
    // Sends RST and drops what is queued. No call follows; destroy the link.
    virtual void reset() = 0;
    [[nodiscard]] virtual SocketAddress peer() const = 0;
    // False for a link in clear, and until both ends agree. A link around a link hands it on.
    [[nodiscard]] virtual TlsFacts tls() const { return {}; }
};

class Transport
{
public:
    using Accept = std::function<void(std::unique_ptr<Link>)>;

    virtual ~Transport() = default;
    Transport() = default;
    Transport(const Transport &) = delete;
    Transport &operator=(const Transport &) = delete;

    // For logs and the window: "epoll, io_uring", "epoll, send", "Qt notifiers".
    [[nodiscard]] virtual QByteArray name() const = 0;
    // Gives the address bound to (port 0 becomes a real one). Errc::Exists: in use; Errc::Io otherwise.
    // May be called several times. `accept` gets each new link on the hub thread and owns it.
    [[nodiscard]] virtual Result<SocketAddress> listen(const SocketAddress &address, Accept accept) = 0;
    virtual void closeListeners() = 0;
    // Off: new connections wait in the kernel's backlog ("refuse" closes and listens again instead).
    virtual void setAccepting(bool on) = 0;
    // How often new connections had to wait since no descriptor or memory was left for one, and whether they do.
    struct AcceptState {
        quint64 pauses = 0;
        bool paused = false;
    };
    [[nodiscard]] virtual AcceptState acceptState() const = 0;
    // Sends all that was written since the last flush. Happens by itself at the end of each turn of the event loop
    // in which something was written; call it to get a fan-out out before other work.
    virtual void flush() = 0;
};

} // namespace pushscope
