// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/publishqueue.h"

namespace pushscope {

Result<PublishQueue::Item *> PublishQueue::add(quint64 ticket, EventPtr event, QByteArray body, TimePoint now)
{
    if (m_items.size() >= MaxItems || m_bytes + quint64(body.size()) > MaxBytes)
        return fail(Errc::Unavailable, "too many events wait for Redis");
    m_bytes += quint64(body.size());
    Item &item = m_items[ticket];
    item = {ticket, std::move(event), std::move(body), now, false, {}};
    return &item;
}

PublishQueue::Item *PublishQueue::find(quint64 ticket)
{
    const auto it = m_items.find(ticket);
    return it == m_items.end() ? nullptr : &it->second;
}

std::optional<PublishQueue::Item> PublishQueue::take(quint64 ticket)
{
    auto node = m_items.extract(ticket);
    if (node.empty())
        return std::nullopt;
    m_bytes -= quint64(node.mapped().body.size());
    return std::move(node.mapped());
}

void PublishQueue::unsent()
{
    for (auto &[ticket, item] : m_items)
        item.sent = false;
}

template<typename Test> std::vector<quint64> PublishQueue::ticketsOf(Test test) const
{
    std::vector<quint64> tickets;
    for (const auto &[ticket, item] : m_items) {
        if (test(item))
            tickets.push_back(ticket);
    }
    return tickets;
}

std::vector<quint64> PublishQueue::toSend() const
{
    return ticketsOf([](const Item &item) { return !item.sent && item.stored.isNull(); });
}

std::vector<quint64> PublishQueue::waiting() const
{
    return ticketsOf([](const Item &item) { return item.stored.isNull(); });
}

std::vector<quint64> PublishQueue::stored(Seq upTo) const
{
    return ticketsOf([upTo](const Item &item) { return !item.stored.isNull() && item.stored <= upTo; });
}

std::vector<quint64> PublishQueue::overdue(TimePoint now) const
{
    return ticketsOf([now](const Item &item) { return item.stored.isNull() && now - item.since >= LongestWait; });
}

} // namespace pushscope
