// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/deliveryledger.h"

namespace pushscope {

void DeliveryLedger::left(ClientRecord &record, const Subscriber &last, const QByteArray &cause)
{
    if (ReconnectRow *row = current(record))
        interrupt(record, *row);
    record.endedAt = m_clock.now();
    record.endedBy = cause;
    record.attempts = 0;
    record.headAtEnd = m_hub->head();
    record.watch = std::make_unique<AwayWatch>(record.row.protocol, [this, &record](Seq seq) {
        record.row.oldestMissed = seq;
        if (m_missing)
            m_missing(record);
    });
    std::vector<QByteArray> channels{"user:" + record.row.user, "*"};
    for (const QByteArray &room : record.row.rooms)
        channels.push_back("room:" + room);
    // What it was not given any more is counted like what comes now.
    m_hub->subscribe(*record.watch, channels, last.types(), Start{last.position(), {}});
}

void DeliveryLedger::cameBack(ClientRecord &record, const ConnectionFacts &facts)
{
    ReconnectRow row;
    row.key = ++m_lastKey;
    row.clientKey = record.row.key;
    row.client = record.row.client;
    row.user = record.row.user;
    row.protocol = record.row.protocol;
    row.at = m_clock.wall();
    row.away = std::chrono::duration_cast<Milliseconds>(m_clock.now() - record.endedAt);
    row.attempts = record.attempts + 1;
    row.endedBy = record.endedBy;
    row.cursor = facts.cursor;
    row.missed = record.watch ? record.watch->missed() : 0;
    const auto id = parseEventId(facts.cursor);
    row.from = id && id->epoch == m_hub->epoch() ? id->seq : Seq{};
    row.upTo = m_hub->head();
    forget(record);
    record.attempts = 0;
    record.reconnect = row.key;
    m_rows.push_back(std::move(row));
    if (m_rows.size() > MaxReconnects)
        m_rows.pop_front();
    changed(m_rows.back());
}

void DeliveryLedger::replayed(ClientRecord &record, const Event &event, qsizetype octets)
{
    ReconnectRow *row = current(record);
    if (!row || event.isEphemeral() || event.seq > row->upTo)
        return; // what was published after it came back was not missed
    using What = ReconnectRow::Item::What;
    const What what = event.seq <= record.lastAcked ? What::Duplicated
        : event.seq <= record.lastWritten           ? What::Rewound
                                                    : What::Missed;
    ++row->replayed;
    row->duplicated += what == What::Duplicated;
    row->rewound += what == What::Rewound;
    if (row->items.size() < MaxItems)
        row->items.push_back({what, event.seq, m_clock.wall(), qint32(octets)});
}

void DeliveryLedger::gapTold(ClientRecord &record, const Gap &gap)
{
    if (ReconnectRow *row = current(record))
        row->lostCause = gapReasonName(gap.reason);
}

const ReconnectRow *DeliveryLedger::caughtUp(ClientRecord &record)
{
    ReconnectRow *row = current(record);
    if (row)
        close(record, *row);
    return row;
}

// missed + rewound + duplicated = replayed + lost
void DeliveryLedger::close(ClientRecord &record, ReconnectRow &row)
{
    record.reconnect = 0;
    const quint64 missedAndGiven = row.replayed - row.rewound - row.duplicated;
    row.missed = std::max(row.missed, missedAndGiven); // it may hear more rooms than before
    row.lost = row.missed - missedAndGiven;
    if (row.lost == 0)
        row.lostCause.clear();
    else if (row.cursor.isEmpty())
        row.lostCause = "no-cursor";
    else if (row.lostCause.isEmpty())
        row.lostCause = "not-asked-for"; // a cursor later than what it was given
    row.verdict = row.lost > 0 ? Verdict::Lost : row.cursor.isEmpty() ? Verdict::Fresh : Verdict::Recovered;
    changed(row);
}

void DeliveryLedger::forget(ClientRecord &record)
{
    if (record.watch)
        m_hub->unsubscribe(*record.watch);
    record.watch.reset();
    record.row.oldestMissed = {};
}

// Cut again before its replay was over: what it was not given is still due, and the next row's to count.
void DeliveryLedger::interrupt(ClientRecord &record, ReconnectRow &row)
{
    record.reconnect = 0;
    row.missed = row.replayed - row.rewound - row.duplicated;
    row.lost = 0;
    row.lostCause.clear();
    row.verdict = Verdict::Recovered;
    changed(row);
}

ReconnectRow *DeliveryLedger::current(const ClientRecord &record)
{
    if (record.reconnect == 0 || m_rows.empty() || record.reconnect < m_rows.front().key)
        return nullptr;
    return &m_rows[record.reconnect - m_rows.front().key];
}

void DeliveryLedger::changed(const ReconnectRow &row)
{
    if (m_changed.empty() || m_changed.back() != row.key)
        m_changed.push_back(row.key);
    if (m_changed.size() > 2 * MaxReconnects) // nobody looks
        m_changed.erase(m_changed.begin(), m_changed.begin() + MaxReconnects);
}

std::vector<ReconnectRow> DeliveryLedger::takeChanged()
{
    std::vector<ReconnectRow> rows;
    for (const quint32 key : std::exchange(m_changed, {})) {
        if (!m_rows.empty() && key >= m_rows.front().key)
            rows.push_back(m_rows[key - m_rows.front().key]);
    }
    return rows;
}

} // namespace pushscope
