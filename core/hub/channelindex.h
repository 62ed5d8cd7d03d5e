// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChannelIndex: who listens to which channel. Joining, leaving and finding cost the same however many there are.

#include "base/inlinelist.h"
#include "hub/subscriber.h"

#include <memory>
#include <unordered_map>

namespace pushscope {

struct Channel {
    struct Member {
        Subscriber *subscriber;
        quint32 slot; // in the subscriber's memberships
    };
    const QByteArray *name = nullptr; // of the index
    InlineList<Member> members; // a user's channel has one, and is the most common by far
};

class ChannelIndex
{
public:
    void join(Subscriber &subscriber, const QByteArray &channel); // ignored if it is in already
    bool leave(Subscriber &subscriber, const QByteArray &channel); // false if it was not in
    void leaveAll(Subscriber &subscriber);
    [[nodiscard]] const Channel *find(const QByteArray &channel) const;
    template<typename Function> void forEach(Function function) const
    {
        for (const auto &[name, channel] : m_channels)
            function(channel);
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_channels.size(); }

private:
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    void leaveSlot(Subscriber &subscriber, std::size_t slot);

    std::unordered_map<QByteArray, Channel, Hash> m_channels; // nodes stay where they are
};

} // namespace pushscope
