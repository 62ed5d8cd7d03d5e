// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AwayWatch: a subscriber that stands in the hub for a client that is away. Owned by its ClientRecord; hub thread.

#include "hub/subscriber.h"

#include <functional>

namespace pushscope {

// Stands in the hub for a client that is away, and counts what it misses: exact, whatever the store evicts meanwhile.
class AwayWatch final : public Subscriber
{
public:
    // From and up to a seq, both included.
    using Range = std::pair<Seq, Seq>;
    static constexpr std::size_t MaxRanges = 64; // remembered of what is missed: the first ones

    // Told once: the first stored event that is missed.
    AwayWatch(ClientProtocol protocol, std::function<void(Seq)> firstMissed)
        : Subscriber(protocol)
        , m_firstMissed(std::move(firstMissed))
    {
    }
    [[nodiscard]] quint64 missed() const noexcept { return m_missed; }
    [[nodiscard]] std::vector<Range> takeIds() noexcept { return std::move(m_ids); } // as far as they are remembered
    void drop(DropHow, int, const QByteArray &) override { }

private:
    [[nodiscard]] bool deliver(const EncodedEvent &event, bool) override
    {
        const Seq seq = event.event().seq;
        if (event.event().isEphemeral())
            return true;
        if (m_missed++ == 0)
            m_firstMissed(seq);
        if (!m_ids.empty() && m_ids.back().second.next() == seq)
            m_ids.back().second = seq;
        else if (m_ids.size() < MaxRanges)
            m_ids.emplace_back(seq, seq);
        return true;
    }
    [[nodiscard]] bool isWatcher() const noexcept override { return true; }

    std::function<void(Seq)> m_firstMissed;
    quint64 m_missed = 0;
    std::vector<Range> m_ids;
};

} // namespace pushscope
