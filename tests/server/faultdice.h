// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultDice: fault rules by chance, as JSON for POST /api/faults: parameters, whom, how long, from which event on, how likely.

#include "fault/faultkinds.h"

#include <QRandomGenerator>
#include <vector>

namespace pushscope {

class FaultDice
{
public:
    // `random` is borrowed.
    explicit FaultDice(QRandomGenerator &random)
        : m_random(random)
    {
    }
    // The kinds after which a client that presents its cursor has everything, and once; each of them once, in a random order.
    [[nodiscard]] std::vector<FaultKind> harmless();
    // A rule of this kind that lasts some 100 ms, for all clients, this one or the next ones.
    [[nodiscard]] QByteArray roll(FaultKind kind, const QByteArray &client);

private:
    [[nodiscard]] QByteArray what(FaultKind kind);
    [[nodiscard]] QByteArray whom(FaultKind kind, const QByteArray &client);
    [[nodiscard]] QByteArray number(int least, int most) { return QByteArray::number(m_random.bounded(least, most + 1)); }
    [[nodiscard]] QByteArray oneOf(const QByteArray &words)
    {
        const QByteArrayList list = words.split(' ');
        return list[m_random.bounded(list.size())];
    }

    QRandomGenerator &m_random;
};

} // namespace pushscope
