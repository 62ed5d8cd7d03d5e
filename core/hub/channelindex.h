// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ChannelIndex: who listens to which channel. Joining and finding cost the same however many there are; leaving, as many steps as
// one member has channels.

#include "base/chainedtable.h"
#include "base/inlinelist.h"
#include "hub/subscriber.h"

namespace pushscope {

// Nearly every subscriber has one for its user alone, so a channel is one allocation with its name behind it.
struct Channel {
    Channel *next = nullptr; // of the index
    InlineList<Subscriber *> members; // a user's channel has one
    quint32 hash = 0;
    quint32 nameSize = 0; // octets

    [[nodiscard]] QByteArrayView name() const noexcept { return {reinterpret_cast<const char *>(this + 1), qsizetype(nameSize)}; }

private:
    friend class ChannelIndex;
    Channel() = default;
    ~Channel() = default;
    [[nodiscard]] static Channel *create(QByteArrayView name, quint32 hash);
    static void destroy(Channel *channel);
};

class ChannelIndex
{
public:
    ChannelIndex() = default;
    ~ChannelIndex();
    ChannelIndex(const ChannelIndex &) = delete;
    ChannelIndex &operator=(const ChannelIndex &) = delete;

    void join(Subscriber &subscriber, QByteArrayView channel); // ignored if it is in already
    bool leave(Subscriber &subscriber, QByteArrayView channel); // false if it was not in
    void leaveAll(Subscriber &subscriber);
    [[nodiscard]] const Channel *find(QByteArrayView channel) const;
    template<typename Function> void forEach(Function function) const
    {
        m_channels.forEach([&](const Channel &channel) { function(channel); });
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_channels.size(); }

private:
    [[nodiscard]] Channel *find(QByteArrayView name, quint32 hash) const;
    void leaveSlot(Subscriber &subscriber, std::size_t slot);

    ChainedTable<Channel, &Channel::next, &Channel::hash> m_channels; // stay where they are
};

} // namespace pushscope
