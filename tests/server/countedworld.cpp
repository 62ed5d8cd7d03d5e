// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/countedworld.h"

namespace pushscope {

QByteArray CountedWorld::laggards()
{
    look();
    QByteArray text = "head " + QByteArray::number(head);
    for (const auto &[key, row] : rows) {
        if (row.verdict == Verdict::Pending)
            text += "\npending: " + row.client + "'s reconnect " + QByteArray::number(key);
    }
    for (const auto &one : counted) {
        const QByteArray name = one->client->plan().user;
        const bool isThere = std::any_of(clients.begin(), clients.end(),
                                         [&](const auto &entry) { return entry.second.client == name && isLive(entry.second); });
        if (one->received.size() == head && isThere)
            continue;
        text += "\n" + name + " has " + QByteArray::number(quint64(one->received.size())) + " up to "
            + QByteArray::number(one->newest) + ", its state is " + QByteArray::number(int(one->client->state()));
        for (const auto &[key, row] : clients)
            text += row.client == name ? ", as the hub sees it " + QByteArray::number(int(row.state)) : QByteArray();
        text += storyOf(name);
    }
    return text;
}

QByteArray CountedWorld::storyOf(const QByteArray &client) const
{
    QByteArray text;
    for (const JournalRow &row : journal) {
        const bool isOfRules = row.kind == JournalRow::Kind::Fault && row.client.isEmpty();
        if ((row.client == client && row.kind != JournalRow::Kind::Frame) || isOfRules)
            text += "\n    " + QByteArray::number(row.monoNs / 1'000'000) + " ms " + journalKindName(row.kind) + ' ' + row.op
                + ' ' + QByteArray::number(row.seq.value) + ' ' + row.data + ' ' + row.cause;
    }
    return text;
}

void eachRowAddsUp(const CountedWorld &world)
{
    for (const auto &[key, row] : world.rows) {
        QVERIFY(row.verdict != Verdict::Pending);
        QCOMPARE(row.missed + row.rewound + row.duplicated, row.replayed + row.lost);
        QCOMPARE(quint64(row.tries.size()), quint64(std::min<std::size_t>(row.attempts, 100)));
        QCOMPARE(row.tries.back().outcome, QByteArray("ok"));
    }
}

void compareLosses(const CountedWorld &world, const Counted &one)
{
    std::set<quint64> lost;
    quint64 lostCount = 0;
    for (const auto &[key, row] : world.rows) {
        if (&world.of(row.client) != &one)
            continue;
        lostCount += row.lost;
        for (const auto &item : row.items) {
            if (item.what == ReconnectRow::Item::What::Lost)
                lost.insert(item.seq.value);
        }
    }
    std::set<quint64> missing;
    for (quint64 seq = 1; seq <= world.head; ++seq) {
        if (!one.received.contains(seq))
            missing.insert(seq);
    }
    QCOMPARE(lostCount, quint64(missing.size()));
    QVERIFY(lost == missing);
}

void compareDuplicates(const CountedWorld &world, const Counted &one)
{
    quint64 duplicated = 0, rewound = 0;
    for (const auto &[key, row] : world.rows) {
        if (&world.of(row.client) != &one)
            continue;
        duplicated += row.duplicated;
        rewound += row.rewound;
    }
    // What was acknowledged has certainly arrived; of what was only written the client may have had all.
    // A poller goes back within a row of polls, too, which are no reconnects.
    const bool poller = world.clients.begin()->second.protocol == ClientProtocol::Poll;
    // The newest of them may still be under way.
    QTRY_VERIFY2(one.duplicates >= duplicated && (poller || one.duplicates <= duplicated + rewound),
                 qPrintable(QStringLiteral("%1 %2 %3").arg(one.duplicates).arg(duplicated).arg(rewound)));
}

} // namespace pushscope
