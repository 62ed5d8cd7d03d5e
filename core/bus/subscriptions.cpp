// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/subscriptions.h"

#include <algorithm>

namespace pushscope {

void Subscriptions::want(const QByteArray &channel, Entry &entry)
{
    entry.state = State::Wanted;
    ++m_unconfirmed;
    m_wanted.append(channel);
}

void Subscriptions::retain(const QByteArray &channel)
{
    const auto [it, isNew] = m_entries.try_emplace(channel);
    if (isNew)
        want(channel, it->second);
    ++it->second.wanted; // one that is leaving is asked for again when it has left
}

void Subscriptions::release(const QByteArray &channel, TimePoint now)
{
    Entry *entry = find(channel);
    Q_ASSERT(entry && entry->wanted > 0);
    if (--entry->wanted > 0)
        return;
    entry->idleSince = now;
    m_idle.push_back({channel, now});
}

QList<QByteArray> Subscriptions::takeWanted(qsizetype most)
{
    QList<QByteArray> channels;
    qsizetype taken = 0;
    for (; taken < m_wanted.size() && channels.size() < most; ++taken) {
        Entry *entry = find(m_wanted[taken]);
        if (!entry || entry->state != State::Wanted)
            continue;
        entry->state = State::Asked;
        channels.append(m_wanted[taken]);
    }
    m_wanted.remove(0, taken);
    return channels;
}

QList<QByteArray> Subscriptions::takeIdle(TimePoint now, qsizetype most)
{
    QList<QByteArray> channels;
    std::deque<Idle> unconfirmed; // to be given up once the server has confirmed them
    while (!m_idle.empty() && channels.size() < most && now - m_idle.front().since >= Linger) {
        Idle idle = std::move(m_idle.front());
        m_idle.pop_front();
        Entry *entry = find(idle.channel);
        if (!entry || entry->wanted > 0 || entry->state == State::Leaving || entry->idleSince != idle.since)
            continue;
        if (entry->state != State::Subscribed) {
            unconfirmed.push_back(std::move(idle));
            continue;
        }
        entry->state = State::Leaving;
        channels.append(std::move(idle.channel));
    }
    m_idle.insert(m_idle.begin(), unconfirmed.begin(), unconfirmed.end());
    return channels;
}

void Subscriptions::confirmed(const QByteArray &channel)
{
    Entry *entry = find(channel);
    if (!entry || entry->state != State::Asked)
        return;
    entry->state = State::Subscribed;
    --m_unconfirmed;
}

void Subscriptions::left(const QByteArray &channel)
{
    const auto it = m_entries.find(channel);
    if (it == m_entries.end() || it->second.state != State::Leaving)
        return;
    if (it->second.wanted == 0) {
        m_entries.erase(it);
        return;
    }
    it->second.covered = false;
    want(channel, it->second);
}

void Subscriptions::lost()
{
    m_wanted.clear();
    m_idle.clear();
    m_unconfirmed = 0;
    std::erase_if(m_entries, [](const auto &item) { return item.second.wanted == 0; });
    for (auto &[channel, entry] : m_entries) {
        entry.covered &= entry.state == State::Subscribed; // one that was leaving may have missed something
        want(channel, entry);
    }
}

void Subscriptions::uncover()
{
    for (auto &[channel, entry] : m_entries)
        entry.covered = false;
}

Subscriptions::Entry *Subscriptions::find(const QByteArray &channel)
{
    const auto it = m_entries.find(channel);
    return it == m_entries.end() ? nullptr : &it->second;
}

const Subscriptions::Entry *Subscriptions::find(const QByteArray &channel) const
{
    const auto it = m_entries.find(channel);
    return it == m_entries.end() ? nullptr : &it->second;
}

QList<QByteArray> Subscriptions::subscribed() const
{
    QList<QByteArray> channels;
    for (const auto &[channel, entry] : m_entries) {
        if (entry.state == State::Subscribed)
            channels.append(channel);
    }
    return channels;
}

std::size_t Subscriptions::subscribedCount() const
{
    return std::size_t(std::count_if(m_entries.begin(), m_entries.end(),
                                     [](const auto &item) { return item.second.state == State::Subscribed; }));
}

std::vector<BusChannel> Subscriptions::mostWanted(std::size_t most) const
{
    std::vector<const std::pair<const QByteArray, Entry> *> all;
    all.reserve(m_entries.size());
    for (const auto &item : m_entries)
        all.push_back(&item);
    const auto end = all.begin() + std::ptrdiff_t(std::min(most, all.size()));
    std::partial_sort(all.begin(), end, all.end(), [](const auto *a, const auto *b) {
        return a->second.wanted != b->second.wanted ? a->second.wanted > b->second.wanted : a->first < b->first;
    });
    std::vector<BusChannel> channels;
    for (auto it = all.begin(); it != end; ++it) {
        const auto &[name, entry] = **it;
        channels.push_back({name, entry.wanted, entry.state == State::Subscribed, entry.heard});
    }
    return channels;
}

} // namespace pushscope
