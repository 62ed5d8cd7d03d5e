// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ClientRecord: what the hub knows of one client over all its connections. Owned by the ClientRegistry; hub thread.

#include "hub/hubobserver.h"
#include "observe/snapshot.h"

#include <functional>
#include <memory>
#include <vector>

namespace pushscope {

// Stands in the hub for a client that is away, and counts what it misses: exact, whatever the store evicts meanwhile.
class AwayWatch final : public Subscriber
{
public:
    // Told once: the first stored event that is missed.
    AwayWatch(ClientProtocol protocol, std::function<void(Seq)> firstMissed)
        : Subscriber(protocol)
        , m_firstMissed(std::move(firstMissed))
    {
    }
    [[nodiscard]] quint64 missed() const noexcept { return m_missed; }
    void drop(DropHow, int, const QByteArray &) override { }

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool) override
    {
        if (!event.event().isEphemeral() && m_missed++ == 0)
            m_firstMissed(event.event().seq);
        return true;
    }
    [[nodiscard]] bool isWatcher() const noexcept override { return true; }

    std::function<void(Seq)> m_firstMissed;
    quint64 m_missed = 0;
};

struct ClientRecord {
    ClientRow row; // as the window sees it; queue and lag are filled in when a snapshot is made
    QByteArray identity; // by which the registry finds it
    std::vector<Subscriber *> live; // its connections, the newest last
    std::unique_ptr<AwayWatch> watch; // while away

    Seq lastWritten, lastAcked;
    Seq headAtEnd; // when it left
    TimePoint endedAt{}; // when it left
    QByteArray endedBy;
    quint32 attempts = 0; // refused since it left
    quint32 reconnect = 0; // key of the reconnect whose replay is under way; 0: none
    TimePoint queuedSince{}; // since when something waits for it to read; epoch: nothing does
    bool dirty = false; // changed since the last snapshot

    [[nodiscard]] bool isAway() const noexcept { return live.empty(); }
};

} // namespace pushscope
