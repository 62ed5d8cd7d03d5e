// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// BusChronicle: what people are told of a bus besides figures: the hubs that announce themselves, the latest messages that were
// dropped, the latest outages. Bounded. A value of the bus; hub thread.

#include "base/ringbuffer.h"
#include "hub/busfacts.h"

#include <QByteArrayView>

namespace pushscope {

class BusChronicle
{
public:
    static constexpr std::size_t MostDrops = 100, MostOutages = 100;
    static constexpr qsizetype SampleOctets = 160;

    void dropped(WallTime at, const QByteArray &channel, const QByteArray &reason, QByteArrayView message);
    // Harmless while one goes on, or none does.
    void outageBegan(WallTime at, const QByteArray &why);
    void outageEnded(WallTime at);
    void clearHubs() { m_hubs.clear(); }
    // As a hub writes of itself: "<name>\n<host>\n<pid>\n<clients>\n<addresses>". What does not fit is passed over.
    void addHub(QByteArrayView announcement, const QByteArray &self);

    [[nodiscard]] BusDetail detail() const; // but for the channels

private:
    RingBuffer<BusDrop> m_drops{MostDrops};
    RingBuffer<BusOutage> m_outages{MostOutages};
    std::vector<BusHub> m_hubs;
    quint64 m_lastDrop = 0, m_lastOutage = 0;
};

} // namespace pushscope
