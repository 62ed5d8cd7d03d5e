// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/deliveryledger.h"

namespace pushscope {

// A client may have gone over to a new connection, and lost that, before the hub hears of the end of the old one: then that is
// the last, and what it was not given is no loss.
void DeliveryLedger::leftOthers(ClientRecord &record, const Subscriber &one)
{
    Absence &absence = record.absence();
    absence.givenByOthers = std::max(absence.givenByOthers, one.position());
}

void DeliveryLedger::left(ClientRecord &record, const Subscriber &last, const QByteArray &cause)
{
    Absence &absence = record.absence();
    Seq given = std::max(last.position(), std::exchange(absence.givenByOthers, {}));
    if (ReconnectRow *row = current(record)) {
        interrupt(record, *row, given);
        given = std::max(given, absence.givenAtEnd); // it asked from before what it had
    }
    absence.givenAtEnd = given;
    absence.endedAt = m_clock.now();
    absence.endedBy = cause;
    absence.attempts = 0;
    absence.tries.clear();
    absence.headAtEnd = m_hub->head();
    if (given < record.lastWritten && absence.sentAtEnd.isNull())
        absence.sentAtEnd = record.lastWritten;
    record.lastWritten = std::min(record.lastWritten, given);
    std::erase_if(absence.withheld, [given](const auto &kept) { return kept.seq > given; }); // still due
    absence.watch = std::make_unique<AwayWatch>(record.protocol, [this, &record](Seq seq) {
        record.absence().oldestMissed = seq;
        if (m_missing)
            m_missing(record);
    });
    std::vector<QByteArray> channels{"user:" + record.user.toByteArray(), "*"};
    for (const QByteArray &room : record.seenDetail().rooms)
        channels.push_back("room:" + room);
    // What it was not given any more is counted like what comes now.
    m_hub->subscribe(*absence.watch, channels, last.types(), Start{given, {}});
}

void DeliveryLedger::refused(ClientRecord &record, const QByteArray &outcome)
{
    Absence &absence = record.absence();
    ++absence.attempts;
    absence.triedAt = m_clock.now();
    if (absence.tries.size() == MaxTries)
        absence.tries.erase(absence.tries.begin());
    absence.tries.push_back({m_clock.wall(), outcome});
}

void DeliveryLedger::withheld(ClientRecord &record, Seq seq, quint64 fault)
{
    Absence &absence = record.absence();
    if (absence.withheld.size() == MaxWithheld)
        absence.withheld.erase(absence.withheld.begin());
    absence.withheld.push_back({seq, fault});
}

void DeliveryLedger::acknowledged(ClientRecord &record, Seq seq)
{
    ReconnectRow *row = rowOf(record.seenAbsence().newestReconnect);
    if (!row)
        return;
    Absence &absence = record.absence();
    const std::size_t before = absence.ackedItems;
    for (std::size_t &i = absence.ackedItems; i < row->items.size() && row->items[i].seq <= seq; ++i)
        row->items[i].acked = row->items[i].what != ReconnectRow::Item::What::Lost;
    if (absence.ackedItems > before)
        changed(*row);
}

void DeliveryLedger::cameBack(ClientRecord &record, const ConnectionFacts &facts)
{
    Absence &absence = record.absence();
    ReconnectRow row;
    row.key = ++m_lastKey;
    row.clientKey = record.key;
    row.client = record.client;
    row.user = record.user.toByteArray();
    row.protocol = record.protocol;
    row.at = m_clock.wall();
    row.away = std::chrono::duration_cast<Milliseconds>(m_clock.now() - absence.endedAt);
    row.attempts = absence.attempts + 1;
    row.endedBy = absence.endedBy;
    row.cursor = facts.cursor;
    row.missed = (absence.watch ? absence.watch->missed() : 0) + absence.withheld.size();
    absence.due = absence.watch ? absence.watch->takeIds() : std::vector<AwayWatch::Range>();
    if (absence.tries.size() == MaxTries)
        absence.tries.erase(absence.tries.begin());
    row.tries = std::exchange(absence.tries, {});
    row.tries.push_back({row.at, "ok"});
    const auto id = parseEventId(facts.cursor);
    row.from = id && id->epoch == m_hub->epoch() ? id->seq : Seq{};
    row.upTo = m_hub->head();
    forget(record);
    absence.attempts = 0;
    absence.reconnect = absence.newestReconnect = row.key;
    absence.ackedItems = 0;
    absence.replayedUpTo = {};
    m_rows.push_back(std::move(row));
    if (m_rows.size() > MaxReconnects) {
        m_items -= m_rows.front().verdict == Verdict::Pending ? 0 : m_rows.front().items.size();
        m_rows.pop_front();
    }
    changed(m_rows.back());
}

void DeliveryLedger::replayed(ClientRecord &record, const Event &event, qsizetype octets)
{
    const auto isThis = [&](const Absence::Withheld &kept) { return kept.seq == event.seq; };
    const bool wasWithheld = !record.seenAbsence().withheld.empty() && std::erase_if(record.absence().withheld, isThis) > 0;
    ReconnectRow *row = current(record);
    if (!row || event.isEphemeral() || event.seq > row->upTo)
        return; // what was published after it came back was not missed
    if (event.seq <= record.absence().replayedUpTo)
        return; // a poller that got no answer asks for the same once more
    record.absence().replayedUpTo = event.seq;
    using What = ReconnectRow::Item::What;
    const What what = wasWithheld         ? What::Missed
        : event.seq <= record.lastAcked() ? What::Duplicated
        : event.seq <= record.lastWritten ? What::Rewound
                                          : What::Missed;
    ++row->replayed;
    row->duplicated += what == What::Duplicated;
    row->rewound += what == What::Rewound;
    if (row->items.size() < MaxItems)
        row->items.push_back({what, event.seq, m_clock.wall(), qint32(octets), what == What::Duplicated, {}});
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
    Absence &absence = record.absence();
    absence.reconnect = 0;
    const quint64 missedAndGiven = row.replayed - row.rewound - row.duplicated;
    row.missed = std::max(row.missed, missedAndGiven); // it may hear more rooms than before
    row.lost = row.missed - missedAndGiven;
    if (row.lost == 0)
        row.lostCause.clear();
    else if (row.cursor.isEmpty())
        row.lostCause = "no-cursor";
    else if (row.lostCause.isEmpty() && !absence.withheld.empty())
        row.lostCause = "fault " + QByteArray::number(absence.withheld.front().fault);
    else if (row.lostCause.isEmpty())
        row.lostCause = "not-asked-for"; // a cursor later than what it was given
    nameLost(record, row);
    row.caughtUpAfter = std::chrono::duration_cast<Milliseconds>(m_clock.now() - record.openedAt);
    row.verdict = row.lost > 0 ? Verdict::Lost : row.cursor.isEmpty() ? Verdict::Fresh : Verdict::Recovered;
    keepItems(row);
    changed(row);
}

void DeliveryLedger::keepItems(const ReconnectRow &row)
{
    m_items += row.items.size();
    for (; m_items > MaxItemsInAll && m_itemsFrom < row.key; ++m_itemsFrom) {
        ReconnectRow *oldest = rowOf(m_itemsFrom);
        if (oldest && oldest->verdict != Verdict::Pending) // a row that fell out has taken its items along
            m_items -= std::exchange(oldest->items, {}).size();
    }
}

// Lost is what was due and was not written, as far as the ids of both are kept.
void DeliveryLedger::nameLost(ClientRecord &record, ReconnectRow &row)
{
    Absence &absence = record.absence();
    using What = ReconnectRow::Item::What;
    const auto due = std::exchange(absence.due, {});
    const auto withheld = std::exchange(absence.withheld, {});
    if (row.lost == 0)
        return;
    const auto bySeq = [](const ReconnectRow::Item &a, const ReconnectRow::Item &b) { return a.seq < b.seq; };
    std::stable_sort(row.items.begin(), row.items.end(), bySeq);
    const std::size_t written = row.items.size();
    const Seq sure = written < MaxItems ? Seq{~quint64(0)} : row.items.back().seq;
    auto next = std::size_t(0);
    for (const auto &[first, last] : due) {
        for (Seq seq = first; seq <= std::min(last, sure) && row.items.size() < written + MaxItems; seq = seq.next()) {
            while (next < written && row.items[next].seq < seq)
                ++next;
            if (next == written || row.items[next].seq != seq)
                row.items.push_back({What::Lost, seq, m_clock.wall(), 0, false, row.lostCause});
        }
    }
    for (const auto &[seq, fault] : withheld)
        row.items.push_back({What::Lost, seq, m_clock.wall(), 0, false, "fault " + QByteArray::number(fault)});
    std::stable_sort(row.items.begin(), row.items.end(), bySeq);
    absence.ackedItems = 0;
}

void DeliveryLedger::forget(ClientRecord &record)
{
    if (!record.seenAbsence().watch)
        return;
    Absence &absence = record.absence();
    m_hub->unsubscribe(*absence.watch);
    absence.watch.reset();
    absence.oldestMissed = {};
}

// Cut again before its replay was over: what it was not given is still due, and the next row's to count.
void DeliveryLedger::interrupt(ClientRecord &record, ReconnectRow &row, Seq given)
{
    Absence &absence = record.absence();
    using What = ReconnectRow::Item::What;
    absence.reconnect = 0;
    absence.due.clear();
    // What was put into an answer that never left is not written.
    for (; !row.items.empty() && row.items.back().seq > given; row.items.pop_back()) {
        --row.replayed;
        row.rewound -= row.items.back().what == What::Rewound;
        row.duplicated -= row.items.back().what == What::Duplicated;
    }
    row.missed = row.replayed - row.rewound - row.duplicated;
    row.lost = 0;
    row.lostCause.clear();
    row.verdict = Verdict::Recovered;
    keepItems(row);
    changed(row);
}

ReconnectRow *DeliveryLedger::rowOf(quint32 key)
{
    if (key == 0 || m_rows.empty() || key < m_rows.front().key)
        return nullptr;
    return &m_rows[key - m_rows.front().key];
}

void DeliveryLedger::changed(const ReconnectRow &row)
{
    for (std::vector<quint32> &changed : m_changed) {
        if (changed.empty() || changed.back() != row.key)
            changed.push_back(row.key);
        if (changed.size() > 2 * MaxReconnects) // nobody looks
            changed.erase(changed.begin(), changed.begin() + MaxReconnects);
    }
}

std::vector<ReconnectRow> DeliveryLedger::takeChanged(Viewer viewer)
{
    std::vector<ReconnectRow> rows;
    for (const quint32 key : std::exchange(m_changed[std::size_t(viewer)], {})) {
        if (!m_rows.empty() && key >= m_rows.front().key)
            rows.push_back(m_rows[key - m_rows.front().key]);
    }
    return rows;
}

} // namespace pushscope
