// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingtext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::FindingText)
};

struct Entry {
    const char *code;
    const char *title;
    const char *meaning;
    const char *remedy;
};

constexpr Entry Entries[] = {
    {"no-cursor", QT_TRANSLATE_NOOP("pushscope::FindingText", "comes back without a cursor"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Events were due while it was away, and it did not say which one it has last. The hub can't know where to "
                       "go on, so they are lost to it."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Keep the id of the last event in a place that outlives the connection and send it when you come back: "
                       "lastEventId in the query of an EventSource that you make anew or of a WebSocket, cursor of a poll. A "
                       "browser's EventSource does it by itself only as long as it is the same object.")},
    {"stale-cursor", QT_TRANSLATE_NOOP("pushscope::FindingText", "its cursor stands still"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It comes back with the same or an older cursor though it got events meanwhile, and so gets them again "
                       "each time."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Move the cursor with every event, not only when the page loads; with polling, take the cursor from each "
                       "answer. Look for a cursor that a closure or a component captured once.")},
    {"duplicate", QT_TRANSLATE_NOOP("pushscope::FindingText", "asks again for what it has"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It acknowledged events and then presented a cursor before them: it will handle them twice."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Store the cursor before you acknowledge, in one step with the work that an event causes. Ignore ids that "
                       "are not greater than the last one handled.")},
    {"no-backoff", QT_TRANSLATE_NOOP("pushscope::FindingText", "comes back too hard"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It retries at a fixed, short pace, or with pauses that are the same for everybody. After an outage many "
                       "such clients hold the server down."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Wait random(0, min(cap, base × 2ⁿ)) before try n, with a base of about 1 s and a cap of about 30 s, and "
                       "start over only after a connection that lasted. Heed “retry:” and Retry-After.")},
    {"herd", QT_TRANSLATE_NOOP("pushscope::FindingText", "all come back at once"),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Most of the clients that were cut came back within 100 ms of each other. With real numbers that is a load "
         "that the server may not survive."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Spread the first try too: wait a random part of some seconds before it. Drain a server with a spread "
                       "“retry:” instead of dropping all of its clients.")},
    {"no-pong", QT_TRANSLATE_NOOP("pushscope::FindingText", "answers no ping"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It reads, but never answers a WebSocket ping. Servers take such a client for dead and drop it."),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Answer each Ping frame with a Pong of the same data (RFC 6455 §5.5.3). Browsers and libraries do so; look "
         "for a hand-made frame loop, or a proxy that swallows control frames.")},
    {"slow-consumer", QT_TRANSLATE_NOOP("pushscope::FindingText", "reads too slowly"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "What waits for it in the hub keeps growing. At its bound the hub drops it, and it has to catch up."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Don't do slow work where events are received: hand them over and read on. Subscribe to fewer rooms or "
                       "types, or send fewer and smaller events.")},
    {"leaked-connection", QT_TRANSLATE_NOOP("pushscope::FindingText", "leaves old connections open"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "One client holds two live connections: it opened a new one without closing the old one, and gets each "
                       "event twice."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Call close() on the EventSource or WebSocket before you make another, and when the component that made "
                       "it goes. In React: return the close from the effect.")},
    {"connection-limit", QT_TRANSLATE_NOOP("pushscope::FindingText", "a browser has no connection left"),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Browsers open six HTTP/1.1 connections to one origin, for all tabs together. Streams hold all of them, so "
         "that every other request to it waits."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Serve HTTP/2, which needs one connection; or share one stream between the tabs with a SharedWorker or a "
                       "BroadcastChannel; or use a WebSocket, which has a limit of its own.")},
    {"poll-delay", QT_TRANSLATE_NOOP("pushscope::FindingText", "waits between two polls"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "With long polling the hub does the waiting. A pause of the client's own is added to the latency of every "
                       "event that falls into it."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Poll again as soon as an answer is there; pause only after a failure. Look for a setInterval around the "
                       "poll.")},
    {"poll-timeout", QT_TRANSLATE_NOOP("pushscope::FindingText", "gives a poll up too soon"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It ends its polls before the hub answers them, again and again: requests without a use, and events that "
                       "are written to nobody."),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Let the client wait some seconds longer than the hub: raise its timeout, or ask the hub for a shorter one "
         "with timeout= in the query. Look at proxies between them too.")},
    {"auth-loop", QT_TRANSLATE_NOOP("pushscope::FindingText", "tries on with a token that is no good"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "It was refused with 401 and came back with the same token, again and again. It will never get in."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Fetch a new token after a 401 (or close code 4001) before the next try, and stop after a few. Renew a "
                       "token before it expires.")},
    {"stopped-for-good", QT_TRANSLATE_NOOP("pushscope::FindingText", "will not come back"),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "An EventSource that is answered with another status than 200, or another content type, stops for good and "
         "does not tell the user."),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "In onerror, look at readyState: CLOSED means that you have to make a new EventSource, after a pause and "
                       "with lastEventId in the query.")},
    {"buffered-path", QT_TRANSLATE_NOOP("pushscope::FindingText", "something on the way gathers what is sent"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Its answers come in bursts, over a second late, while the hub holds nothing back: a proxy buffers the "
                       "stream."),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Switch buffering off on the way: X-Accel-Buffering: no or proxy_buffering off in nginx, no compression of "
         "text/event-stream, and flush after each write in middleware.")},
    {"upgrade-blocked", QT_TRANSLATE_NOOP("pushscope::FindingText", "WebSockets don't get through"),
     QT_TRANSLATE_NOOP("pushscope::FindingText",
                       "Its upgrade to a WebSocket never completes, or is broken on the way: a proxy does not know it or forbids "
                       "it."),
     QT_TRANSLATE_NOOP(
         "pushscope::FindingText",
         "Use wss:, which proxies pass through unread; let your own proxy forward Upgrade and Connection; fall back "
         "to an event stream or polling after a few seconds.")},
};

} // namespace

QList<QByteArray> findingCodes()
{
    QList<QByteArray> codes;
    for (const Entry &entry : Entries)
        codes.append(entry.code);
    return codes;
}

FindingExplanation explainFinding(QByteArrayView code)
{
    for (const Entry &entry : Entries) {
        if (code == QByteArrayView(entry.code))
            return {Words::tr(entry.title), Words::tr(entry.meaning), Words::tr(entry.remedy)};
    }
    return {QString::fromUtf8(code), {}, {}};
}

} // namespace pushscope
