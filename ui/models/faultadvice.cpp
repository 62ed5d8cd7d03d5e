// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/faultadvice.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

// In the order of FaultKind.
constexpr const char *Advice[] = {
    // Latency
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Take the time from the event and not from its arrival, and leave timeouts room for the slowest network "
                      "that you serve."),
    // Bandwidth
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Send less: smaller events, only the rooms that are looked at, compression. Look at bufferedAmount before "
                      "a WebSocket sends more."),
    // Slice
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "A piece is no event: gather octets up to the blank line of an event stream or the end of an answer, and "
                      "decode UTF-8 over the pieces."),
    // Blackhole
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Notice the silence: where nothing came for twice the keepalive interval, close the connection and open "
                      "another one with the cursor."),
    // Fin
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Come back with the id of the last event. An EventSource does so by itself; a WebSocket and a poll need "
                      "code for it."),
    // Rst
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "An error without a status is a reason to come back with the cursor, after a random pause, and not one to "
                      "give up."),
    // SlowClose
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Don't wait for onclose before you connect again: after close() the old connection counts as gone, and "
                      "what still comes from it is ignored."),
    // CutAfter
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice", "Throw half an event away: only one that is complete moves the cursor."),
    // Refuse
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Wait random(0, min(cap, base × 2ⁿ)) before try n, and tell the user that nothing arrives at the moment."),
    // Status
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "After 429 and 503 wait as long as Retry-After says, after 401 fetch a token first. An EventSource has "
                      "stopped for good: make a new one."),
    // DropHeader
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Don't rely on one field: the token and the cursor can stand in the query too. Check what comes back "
                      "before you use it."),
    // Buffer
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Answer with X-Accel-Buffering: no and Cache-Control: no-transform. Where no octet comes for some seconds, "
                      "a client falls back to polling."),
    // IdleTimeout
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Send keepalives more often than the shortest time on the way (60 s in nginx), and come back with the "
                      "cursor all the same."),
    // StripLastEventId
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Put the cursor into the query too: make the EventSource anew with lastEventId=… where it reconnects "
                      "often."),
    // BlockUpgrade
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Give the upgrade some seconds, then fall back to an event stream or polling with the same cursor, and try "
                      "again later."),
    // ContentType
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "An EventSource stops for good at anything but text/event-stream: look at readyState in onerror, and make "
                      "a new one after a pause."),
    // Lose
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "What must not be missed needs a number of its own in the data: where one is left out, load the state "
                      "anew."),
    // Duplicate
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Handle each id once: ignore those that are not greater than the last one handled."),
    // Delay
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Late is not lost: don't fetch again what is only under way, and ignore what a newer state has replaced."),
    // Reorder
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Order by a number or time within the data and not by arrival, and ignore a state that is older than the "
                      "one shown."),
    // NoKeepalive
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Without keepalives a dead connection looks like a quiet one: set a timer, and ask (a ping, a request) "
                      "before you give it up."),
    // NoPong
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Wait for the pong with a timer, then close and come back: onclose alone may take minutes."),
    // CloseCode
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Look at the code: 1012 and 1013 come back after a pause, 4001 needs a new token first, 4003 is not tried "
                      "again."),
    // MalformedFrame
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Let the connection end and come back with the cursor. Guard JSON.parse, so that one bad event doesn't "
                      "stop those after it."),
    // ExpireToken
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Fetch a new token before the old one is over, and after a 401 or close code 4001; then come back with the "
                      "cursor."),
    // Evict
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Heed hub.gap: what was between is gone, so load the state anew instead of going on as if nothing were "
                      "missing."),
    // Restart
    QT_TRANSLATE_NOOP("pushscope::FaultAdvice",
                      "Spread the way back: heed “retry:” and close code 1012, add a random pause, and come back with the "
                      "cursor."),
};

} // namespace

QString faultAdvice(FaultKind kind)
{
    Q_ASSERT(std::size(Advice) == faultKinds().size());
    return QCoreApplication::translate("pushscope::FaultAdvice", Advice[std::size_t(kind)]);
}

} // namespace pushscope
