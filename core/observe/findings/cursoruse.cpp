// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/cursoruse.h"

#include "observe/findings/words.h"

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr int StaleInARow = 3;
// What was written so shortly before a cut may never have arrived.
constexpr auto OnItsWay = 200ms;
// A client that was cut so early may not have been told a cursor yet.
constexpr auto TooEarly = 80ms;
// Without a clientId, one without a cursor may be another tab of the same user: once is chance.
constexpr int SureAfter = 2;

} // namespace

void CursorUse::asked(ClientRecord &record, const QByteArray &cursor, const Epoch &epoch, Seq head, Moment at)
{
    auto &use = record.cursors;
    const auto id = parseEventId(cursor);
    const bool unsure = std::exchange(use.unsure, false);
    if (!id || id->epoch != epoch) {
        // What it is told now (hub.welcome, the poll's answer) is the head or later.
        use = {.presented = head,
               .known = true,
               .stale = 0,
               .cursorless = use.cursorless,
               .unsure = false,
               .tooEarly = use.tooEarly};
        return;
    }
    const bool later = !use.known || id->seq > use.presented || record.lastWritten <= id->seq;
    if (later)
        use.stale = 0;
    else if (!unsure)
        ++use.stale;
    use.presented = id->seq;
    use.known = true;
    if (use.stale < StaleInARow)
        return;
    m_board.withdraw(subjectOf(record), "duplicate"); // it is the same mistake
    m_board.raise(subjectOf(record), "stale-cursor", at,
                  "Came back " + counted(use.stale, "time")
                      + " in a row with a cursor that is not later than the one before, now " + cursor + ", though events up to "
                      + formatEventId(epoch, record.lastWritten) + " were written to it.",
                  {{at.wall, at.ref, id->seq, "presented " + cursor},
                   {at.wall, at.ref, record.lastWritten, "written up to " + formatEventId(epoch, record.lastWritten)}});
}

void CursorUse::polledWithout(ClientRecord &record, quint64 due, Moment at)
{
    // Its first answer may have gone to a connection that it had left already: once is chance.
    if (due == 0 || ++record.cursors.cursorless < SureAfter)
        return;
    m_board.raise(subjectOf(record), "no-cursor", at,
                  "Polled again without the cursor of the answer before: " + counted(due, "event")
                      + " came between the two polls and " + (due == 1 ? "is" : "are") + " lost.",
                  {{at.wall, at.ref, {}, counted(due, "event") + " lost"}});
}

void CursorUse::left(ClientRecord &record, const QByteArray &cause, Moment at)
{
    // A WebSocket that says goodbye has read what came before; an event stream cannot say it.
    const bool orderly = cause == "client" || cause.startsWith("client (");
    record.cursors.unsure = !orderly && at.now - std::max(record.openedAt, record.writtenAt) < OnItsWay;
    // A poller has read an answer, and the cursor in it, when it polls once more.
    const bool isPoller = record.row.protocol == ClientProtocol::Poll;
    record.cursors.tooEarly = isPoller ? !record.spoke : at.now - record.openedAt < TooEarly;
}

void CursorUse::given(ClientRecord &record, const ReconnectRow *row, const Epoch &epoch, Moment at)
{
    if (row && row->lost > 0 && row->lostCause == "no-cursor")
        raiseLost(record, *row, at);
    if (record.again > 0 && record.live.size() == 1 && !m_board.has(subjectOf(record), "stale-cursor"))
        raiseAgain(record, epoch, at);
    record.again = 0;
    record.firstAgain = {};
}

void CursorUse::raiseLost(ClientRecord &record, const ReconnectRow &row, Moment at)
{
    const bool cutOff = row.endedBy != "client" && !row.endedBy.startsWith("client (");
    // A WebSocket without a goodbye was cut.
    const bool cut = cutOff || (row.protocol == ClientProtocol::WebSocket && row.endedBy == "client");
    if (record.cursors.tooEarly || (!record.row.certain && !cut && ++record.cursors.cursorless < SureAfter))
        return;
    std::vector<FindingRow::Evidence> evidence{{row.at, at.ref, {}, counted(row.lost, "event") + " lost"}};
    for (const ReconnectRow::Item &item : row.items) {
        if (item.what == ReconnectRow::Item::What::Lost && evidence.size() < 4)
            evidence.push_back({item.at, at.ref, item.seq, "lost"});
    }
    m_board.raise(subjectOf(record), "no-cursor", at,
                  "Came back without a cursor after " + inWords(row.away) + ": " + counted(row.lost, "event")
                      + " that came meanwhile " + (row.lost == 1 ? "is" : "are") + " lost.",
                  evidence);
}

void CursorUse::raiseAgain(const ClientRecord &record, const Epoch &epoch, Moment at)
{
    const QByteArray first = formatEventId(epoch, record.firstAgain);
    m_board.raise(subjectOf(record), "duplicate", at,
                  "Asked again for " + counted(record.again, "event") + " from " + first + " on, which it had acknowledged up to "
                      + formatEventId(epoch, record.lastAcked) + '.',
                  {{at.wall, at.ref, record.firstAgain, counted(record.again, "event") + " given again, from " + first},
                   {at.wall, at.ref, record.lastAcked, "acknowledged " + formatEventId(epoch, record.lastAcked)}});
}

} // namespace pushscope
