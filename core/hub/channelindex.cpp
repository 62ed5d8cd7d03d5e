// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/channelindex.h"

namespace pushscope {

void ChannelIndex::join(Subscriber &subscriber, const QByteArray &name)
{
    for (const auto &membership : subscriber.m_memberships) {
        if (*membership.channel->name == name)
            return;
    }
    const auto it = m_channels.try_emplace(name).first;
    Channel &channel = it->second;
    channel.name = &it->first;
    subscriber.m_memberships.push_back({&channel, quint32(channel.members.size())});
    channel.members.push_back({&subscriber, quint32(subscriber.m_memberships.size() - 1)});
}

bool ChannelIndex::leave(Subscriber &subscriber, const QByteArray &name)
{
    for (std::size_t slot = 0; slot < subscriber.m_memberships.size(); ++slot) {
        if (*subscriber.m_memberships[slot].channel->name == name) {
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

const Channel *ChannelIndex::find(const QByteArray &name) const
{
    const auto it = m_channels.find(name);
    return it == m_channels.end() ? nullptr : &it->second;
}

// The last member of each side moves into the hole, and its partner is told.
void ChannelIndex::leaveSlot(Subscriber &subscriber, std::size_t slot)
{
    const auto [channel, position] = subscriber.m_memberships[slot];
    channel->members[position] = channel->members.back();
    channel->members.pop_back();
    if (position < channel->members.size()) {
        const Channel::Member &moved = channel->members[position];
        moved.subscriber->m_memberships[moved.slot].position = position;
    }
    subscriber.m_memberships[slot] = subscriber.m_memberships.back();
    subscriber.m_memberships.pop_back();
    if (slot < subscriber.m_memberships.size()) {
        const auto &moved = subscriber.m_memberships[slot];
        moved.channel->members[moved.position].slot = quint32(slot);
    }
    if (channel->members.empty())
        m_channels.erase(m_channels.find(*channel->name));
}

} // namespace pushscope
