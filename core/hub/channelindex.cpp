// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/channelindex.h"

#include <cstring>
#include <new>

namespace pushscope {

static quint32 hashOf(QByteArrayView name)
{
    const std::size_t hash = qHash(name);
    return quint32(hash ^ (hash >> 32));
}

Channel *Channel::create(QByteArrayView name, quint32 hash)
{
    auto *channel = new (::operator new(sizeof(Channel) + std::size_t(name.size()))) Channel;
    channel->hash = hash;
    channel->nameSize = quint32(name.size());
    std::memcpy(static_cast<void *>(channel + 1), name.data(), std::size_t(name.size()));
    return channel;
}

void Channel::destroy(Channel *channel)
{
    channel->~Channel();
    ::operator delete(channel);
}

ChannelIndex::~ChannelIndex()
{
    std::vector<Channel *> left;
    m_channels.forEach([&](Channel &channel) { left.push_back(&channel); });
    std::for_each(left.begin(), left.end(), Channel::destroy);
}

Channel *ChannelIndex::find(QByteArrayView name, quint32 hash) const
{
    return m_channels.find(hash, [name](const Channel &channel) { return channel.name() == name; });
}

const Channel *ChannelIndex::find(QByteArrayView name) const
{
    return find(name, hashOf(name));
}

void ChannelIndex::join(Subscriber &subscriber, QByteArrayView name)
{
    for (const auto &membership : subscriber.m_memberships) {
        if (membership.channel->name() == name)
            return;
    }
    const quint32 hash = hashOf(name);
    Channel *channel = find(name, hash);
    if (!channel) {
        channel = Channel::create(name, hash);
        m_channels.insert(*channel);
    }
    subscriber.m_memberships.push_back({channel, quint32(channel->members.size())});
    channel->members.push_back(&subscriber);
}

bool ChannelIndex::leave(Subscriber &subscriber, QByteArrayView name)
{
    for (std::size_t slot = 0; slot < subscriber.m_memberships.size(); ++slot) {
        if (subscriber.m_memberships[slot].channel->name() == name) {
            leaveSlot(subscriber, slot);
            return true;
        }
    }
    return false;
}

void ChannelIndex::leaveAll(Subscriber &subscriber)
{
    while (!subscriber.m_memberships.empty())
        leaveSlot(subscriber, subscriber.m_memberships.size() - 1);
}

// The last of each side moves into the hole.
void ChannelIndex::leaveSlot(Subscriber &subscriber, std::size_t slot)
{
    const auto [channel, position] = subscriber.m_memberships[slot];
    subscriber.m_memberships[slot] = subscriber.m_memberships.back();
    subscriber.m_memberships.pop_back();
    Subscriber *const last = channel->members.back();
    channel->members.pop_back();
    if (position < channel->members.size()) {
        channel->members[position] = last;
        auto &of = last->m_memberships;
        std::find_if(of.begin(), of.end(), [&](const auto &membership) { return membership.channel == channel; })->position
            = position;
    }
    if (channel->members.empty()) {
        m_channels.remove(*channel);
        Channel::destroy(channel);
    }
}

} // namespace pushscope
