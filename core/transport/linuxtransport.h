// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LinuxTransport: all descriptors in one epoll instance, whose own descriptor is watched by one QSocketNotifier of the
// hub thread's ordinary event loop. So timers, queued calls and coroutines go on as usual, and idle links cost nothing.

#include "transport/sockettransport.h"

#include <QSocketNotifier>
#include <optional>

struct epoll_event;

namespace pushscope {

class LinuxTransport final : public SocketTransport
{
public:
    explicit LinuxTransport(std::unique_ptr<SendBatch> batch);
    ~LinuxTransport() override;

    [[nodiscard]] QByteArray name() const override { return "epoll, " + batch().name(); }
    [[nodiscard]] Result<SocketAddress> listen(const SocketAddress &address, Accept accept) override;

    void watchListener(int descriptor, bool on) override;
    void forgetListener(int descriptor) override;
    void adopt(int descriptor, const sockaddr_storage &peer, const Accept &accept) override;
    void updateInterest(SocketLink &link) override;
    void forget(SocketLink &link) noexcept override;

private:
    // By descriptor. The generation tells a link from an earlier one with the same descriptor, of which
    // events may still be in hand.
    struct Slot {
        SocketLink *link = nullptr;
        quint32 generation = 0;
        quint16 interest = 0;
        bool watched = false;
    };

    void turn();
    void handle(const epoll_event &event);
    void handle(SocketLink &link, quint64 key, quint32 ready);
    [[nodiscard]] SocketLink *find(quint64 key) const noexcept;

    int m_epoll;
    std::optional<QSocketNotifier> m_notifier;
    std::vector<Slot> m_slots;
    bool m_inTurn = false;
};

} // namespace pushscope
