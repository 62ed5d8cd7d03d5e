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
    return m_types ? *m_types : all;
}

std::vector<QByteArray> Subscriber::channels() const
{
    std::vector<QByteArray> names;
    names.reserve(m_memberships.size());
    for (const Membership &membership : m_memberships)
        names.push_back(*membership.channel->name);
    return names;
}

} // namespace pushscope
