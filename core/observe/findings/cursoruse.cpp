// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/cursoruse.h"

#include "observe/findings/onetime.h"
#include "observe/findings/words.h"

#include <limits>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr int StaleInARow = 3;
constexpr quint8 MostDoubtful = 2; // further ones count: nobody is cut so early each time
// What was written so shortly before a cut may never have arrived.
constexpr auto OnItsWay = 200ms;
// A client that was cut so early may not have been told a cursor yet.
constexpr auto TooEarly = 80ms;
// The first answer may have gone to a connection that the poller had left already: once is chance.
constexpr quint8 PollsUntilSure = 2;
// Without a clientId, one without a cursor that comes after another has closed may be another tab of the same user, or a page
// that was loaded anew. Of a browser, or with a goodbye (1001), that is the rule.
constexpr quint8 VisitsUntilSure = 3, PagesUntilSure = 6;

// Once more of it: whether that is more than `most` by now.
[[nodiscard]] bool isBeyond(quint8 &count, int most)
{
    if (count < std::numeric_limits<quint8>::max())
        ++count;
    return count > most;
}

// Whether all that was written before the end has been read: the client has said goodbye, or the hub has sent its FIN after it.
[[nodiscard]] bool isOrderly(const QByteArray &cause)
{
    return cause == "client" || cause.startsWith("client (") || cause == "fin by admin" || cause.startsWith("close ")
        || cause.endsWith(" fin") || cause.endsWith(" close-code");
}

[[nodiscard]] bool mayBeAPage(const ClientRecord &record, const ReconnectRow &row)
{
    return record.common->userAgent.startsWith("Mozilla/") || row.endedBy == "client (1001)";
}

} // namespace

void CursorUse::asked(ClientRecord &record, const QByteArray &cursor, const Epoch &epoch, Seq head, Moment at)
{
    auto &use = record.cursors;
    const auto id = parseEventId(cursor);
    const bool unsure = use.unsure;
    use.unsure = false;
    use.without = cursor.isEmpty();
    use.all = cursor == "earliest";
    if (!id || id->epoch != epoch) {
        // What it is told now (hub.welcome, the poll's answer) is the head or later.
        use = {.presented = head,
               .stale = 0,
               .doubtful = 0,
               .cursorless = use.cursorless,
               .known = true,
               .without = use.without,
               .all = use.all,
               .keeps = use.keeps,
               .unsure = false,
               .tooEarly = use.tooEarly};
        return;
    }
    const bool later = !use.known || id->seq > use.presented || record.lastWritten <= id->seq;
    if (later)
        use.stale = use.doubtful = 0;
    else if (!unsure || isBeyond(use.doubtful, MostDoubtful))
        ++use.stale;
    use.presented = id->seq;
    use.known = use.keeps = true;
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
    if (due == 0 || record.cursors.keeps || !isBeyond(record.cursors.cursorless, PollsUntilSure - 1))
        return;
    m_board.raise(subjectOf(record), "no-cursor", at,
                  "Polled again without the cursor of the answer before: " + counted(due, "event")
                      + (due == 1 ? " came between the two polls and is lost." : " came between the two polls and are lost."),
                  {{at.wall, at.ref, {}, counted(due, "event") + " lost"}});
}

void CursorUse::left(ClientRecord &record, const QByteArray &cause, Moment at)
{
    if (cause.startsWith("fault "))
        record.cursors.doubtful = 0; // a rule may cut each time so early
    record.cursors.unsure = !isOrderly(cause) && at.now - std::max(record.openedAt, record.writtenAt) < OnItsWay;
    // A poller has read an answer, and the cursor in it, when it polls once more.
    const bool isPoller = record.protocol == ClientProtocol::Poll;
    record.cursors.tooEarly = isPoller ? !record.spoke : at.now - record.openedAt < TooEarly;
}

void CursorUse::given(ClientRecord &record, const ReconnectRow *row, const Epoch &epoch, Moment at)
{
    if (row && row->lost > 0 && row->lostCause == "no-cursor")
        raiseLost(record, *row, at);
    const bool allOnPurpose = record.cursors.all && !record.certain; // a page that is loaded and begins at the beginning
    const quint32 again = record.seenAbsence().again;
    if (again > 0 && record.live.size() == 1 && !allOnPurpose && !m_board.has(subjectOf(record), "stale-cursor"))
        raiseAgain(record, epoch, at);
    if (again > 0)
        record.absence().again = 0;
}

// Whether a request without a cursor and without a clientId comes from the client that it resembles.
bool CursorUse::isSure(ClientRecord &record, const ReconnectRow &row, bool cut)
{
    auto &use = record.cursors;
    if (asksOnce(record.common->userAgent))
        return false;
    if (cut)
        return true;
    if (use.keeps || record.oneOfSeveral)
        return false;
    return isBeyond(use.cursorless, (mayBeAPage(record, row) ? PagesUntilSure : VisitsUntilSure) - 1);
}

void CursorUse::raiseLost(ClientRecord &record, const ReconnectRow &row, Moment at)
{
    const bool cutOff = row.endedBy != "client" && !row.endedBy.startsWith("client (") && row.endedBy != "stopped polling";
    // A WebSocket without a goodbye was cut.
    const bool cut = cutOff || (row.protocol == ClientProtocol::WebSocket && row.endedBy == "client");
    if (record.cursors.tooEarly || (!record.certain && !isSure(record, row, cut)))
        return;
    std::vector<FindingRow::Evidence> evidence{{row.at, at.ref, {}, counted(row.lost, "event") + " lost"}};
    for (const ReconnectRow::Item &item : row.items) {
        if (item.what == ReconnectRow::Item::What::Lost && evidence.size() < 4)
            evidence.push_back({item.at, at.ref, item.seq, "lost"});
    }
    m_board.raise(subjectOf(record), "no-cursor", at,
                  "Came back without a cursor after " + inWords(row.away) + ": " + counted(row.lost, "event")
                      + (row.lost == 1 ? " that came meanwhile is lost." : " that came meanwhile are lost."),
                  evidence);
}

void CursorUse::raiseAgain(const ClientRecord &record, const Epoch &epoch, Moment at)
{
    const Seq firstSeq = record.seenAbsence().firstAgain;
    const QByteArray again = counted(record.seenAbsence().again, "event");
    const QByteArray first = formatEventId(epoch, firstSeq);
    m_board.raise(subjectOf(record), "duplicate", at,
                  "Asked again for " + again + " from " + first + " on, which it had acknowledged up to "
                      + formatEventId(epoch, record.lastAcked()) + '.',
                  {{at.wall, at.ref, firstSeq, again + " given again, from " + first},
                   {at.wall, at.ref, record.lastAcked(), "acknowledged " + formatEventId(epoch, record.lastAcked())}});
}

} // namespace pushscope
