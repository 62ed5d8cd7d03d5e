// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EvictionMarks: the newest evicted event of each channel, so that a client is told of a gap only where an event of its own
// channels is gone. Bounded: of too many channels, those evicted longest ago are forgotten, and then count as evicted up to the
// newest that was forgotten; a gap may be told that is none, but never the other way round. A value; any thread.

#include "base/ids.h"

#include <QHash>

namespace pushscope {

class EvictionMarks
{
public:
    static constexpr qsizetype DefaultChannels = 200'000; // about 100 octets each

    explicit EvictionMarks(qsizetype maxChannels = DefaultChannels)
        : m_maxChannels(maxChannels)
    {
    }

    void note(const QByteArray &channel, Seq evicted); // later than what was noted of this channel before
    [[nodiscard]] Seq of(const QByteArray &channel) const { return m_channels.value(channel, m_floor); }
    [[nodiscard]] qsizetype size() const noexcept { return m_channels.size(); }

private:
    void forgetOlderHalf();

    qsizetype m_maxChannels;
    QHash<QByteArray, Seq> m_channels;
    Seq m_floor; // of channels that are not in m_channels
};

} // namespace pushscope
