// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/subscriber.h"

#include "hub/channelindex.h"

namespace pushscope {

Subscriber::~Subscriber()
{
    Q_ASSERT_X(m_state == State::Apart, "Subscriber", "destroyed while subscribed");
}

const std::vector<QByteArray> &Subscriber::types() const noexcept
{
    static const std::vector<QByteArray> all;
    return m_special ? m_special->types : all;
}

void Subscriber::setTypes(std::vector<QByteArray> types)
{
    if (!m_special && types.empty())
        return;
    if (!m_special)
        m_special = std::make_unique<Special>();
    m_special->types = std::move(types);
}

void Subscriber::setTap(LiveTap *tap)
{
    if (!m_special && !tap)
        return;
    if (!m_special)
        m_special = std::make_unique<Special>();
    m_special->tap = tap;
}

std::vector<QByteArray> Subscriber::channels() const
{
    std::vector<QByteArray> names;
    names.reserve(m_memberships.size());
    for (const Membership &membership : m_memberships)
        names.push_back(membership.channel->name().toByteArray());
    return names;
}

} // namespace pushscope
