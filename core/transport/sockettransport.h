// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SocketTransport: what both transports share: listening, the writes of a turn, gathered per link and sent at its end,
// and the ends of links, told when nothing else is on the stack. Which descriptors are ready, a subclass finds out.

#include "transport/listeners.h"
#include "transport/sendbatch.h"
#include "transport/socketlink.h"

#include <QObject>
#include <array>
#include <vector>

namespace pushscope {

class SocketTransport : public Transport
{
public:
    explicit SocketTransport(std::unique_ptr<SendBatch> batch);
    [[nodiscard]] Result<SocketAddress> listen(const SocketAddress &address, Accept accept) override;
    void closeListeners() override { m_listeners.close(); }
    void setAccepting(bool on) override { m_listeners.setAccepting(on); }
    [[nodiscard]] AcceptState acceptState() const override { return m_listeners.state(); }
    void flush() override;

    // For Listeners.
    virtual void watchListener(int descriptor, bool on) = 0;
    virtual void forgetListener(int descriptor) = 0; // is about to be closed
    virtual void adopt(int descriptor, const sockaddr_storage &peer, const Accept &accept) = 0; // makes a link of it

    // For SocketLink.
    virtual void updateInterest(SocketLink &link) = 0; // what it wants to wait for may have changed
    virtual void forget(SocketLink &link) noexcept = 0; // its descriptor is about to be closed
    void descriptorFreed() { m_listeners.descriptorFreed(); }
    void listUnsent(SocketLink &link, SharedBytes first); // also with nothing, to send a FIN
    [[nodiscard]] SharedBytes takeUnsent(SocketLink &link);
    [[nodiscard]] qsizetype unsentBytes(const SocketLink &link) const noexcept;
    void unlistUnsent(SocketLink &link) noexcept;
    void listEnded(SocketLink &link);
    void unlistEnded(SocketLink &link) noexcept;
    [[nodiscard]] qsizetype sendNow(int descriptor, const Outgoing &out);
    [[nodiscard]] std::span<char> scratch() noexcept { return {m_scratch.get(), ScratchSize}; } // valid until the next read

protected:
    static constexpr std::size_t ScratchSize = 65536; // also what one link may read in a turn

    // Between these, writes and ends wait; without them they wait for the event loop.
    void beginTurn() noexcept { m_inTurn = true; }
    void endTurn();
    void acceptSome(int listener) { m_listeners.acceptSome(listener); }
    [[nodiscard]] QObject *context() noexcept { return &m_context; }
    [[nodiscard]] const SendBatch &batch() const noexcept { return *m_batch; }

private:
    // What one turn sends at most, so that a fan-out to very many links doesn't hold up everything else.
    static constexpr std::size_t LinksPerTurn = 2048;
    static constexpr std::size_t PartsPerLink = 64;
    struct Unsent {
        SocketLink *link; // null: gone
        SharedBytes first; // the turn's first write; more of them are in the link's own queue
    };

    void scheduleTurn();
    void sendUnsent(std::size_t links);
    std::size_t sendOneBatch(std::size_t links);
    void clearUnsent();
    void tellEnds();

    Listeners m_listeners{*this};
    std::unique_ptr<SendBatch> m_batch;
    std::unique_ptr<char[]> m_scratch = std::make_unique_for_overwrite<char[]>(ScratchSize);
    std::vector<Unsent> m_unsent;
    std::size_t m_nextUnsent = 0; // those before it have been sent
    std::vector<SocketLink *> m_ended;
    std::array<SendBatch::Send, SendBatch::MaxSends> m_sends;
    std::array<iovec, SendBatch::MaxSends + PartsPerLink> m_parts;
    bool m_inTurn = false;
    bool m_scheduled = false;
    QObject m_context; // queued calls end with it
};

} // namespace pushscope
