// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/arrivals.h"

#include "protocol/jsonslice.h"

namespace pushscope {

namespace {

// The "cursor" member of a control event's data; empty when there is none.
QByteArray cursorIn(const QByteArray &data)
{
    const auto members = jsonObject(data);
    if (!members)
        return {};
    for (const JsonMember &member : *members) {
        if (member.key == "cursor" && jsonTypeOf(member.value) == JsonType::String)
            return jsonString(member.value).value_or(QByteArray());
    }
    return {};
}

} // namespace

ReceivedEvent Arrivals::take(QByteArray id, QByteArray type, QByteArray data)
{
    ReceivedEvent event{std::move(id), std::move(type), std::move(data)};
    if (event.type.startsWith("hub.")) {
        event.verdict = ReceivedEvent::Verdict::Control;
        takeControl(event);
        return event;
    }
    event.verdict = event.id.isEmpty() ? ReceivedEvent::Verdict::New : judge(event.id);
    switch (event.verdict) {
    case ReceivedEvent::Verdict::Duplicate:
        ++m_figures.duplicates;
        break;
    case ReceivedEvent::Verdict::OutOfOrder:
        ++m_figures.outOfOrder;
        ++m_figures.received;
        break;
    default:
        ++m_figures.received;
        break;
    }
    return event;
}

void Arrivals::setCursor(const QByteArray &cursor)
{
    if (!cursor.isEmpty())
        m_cursor = cursor;
}

void Arrivals::takeControl(const ReceivedEvent &event)
{
    if (event.type == "hub.gap") {
        ++m_figures.gaps;
        setCursor(event.id);
    } else if (event.type == "hub.cursor") {
        setCursor(event.id.isEmpty() ? cursorIn(event.data) : event.id);
    } else if (event.type == "hub.welcome" && m_cursor.isEmpty()) {
        // With a cursor of our own the missed events are still to come: the head would skip them.
        setCursor(event.id.isEmpty() ? cursorIn(event.data) : event.id);
    }
}

ReceivedEvent::Verdict Arrivals::judge(const QByteArray &id)
{
    const auto parsed = parseEventId(id);
    if (!parsed) { // not an id of this hub: opaque, so only its being the same can be seen
        const bool again = id == m_cursor;
        m_cursor = id;
        return again ? ReceivedEvent::Verdict::Duplicate : ReceivedEvent::Verdict::New;
    }
    if (parsed->epoch != m_newest.epoch) {
        m_recent.clear();
        m_newest = *parsed;
    } else if (parsed->seq <= m_newest.seq) {
        if (remembers(parsed->seq))
            return ReceivedEvent::Verdict::Duplicate;
        m_recent.push(parsed->seq);
        return ReceivedEvent::Verdict::OutOfOrder;
    }
    m_newest.seq = parsed->seq;
    m_recent.push(parsed->seq);
    m_cursor = id;
    return ReceivedEvent::Verdict::New;
}

bool Arrivals::remembers(Seq seq) const
{
    for (std::size_t i = 0; i < m_recent.size(); ++i) {
        if (m_recent.at(i) == seq)
            return true;
    }
    // Older than all that is remembered: asked for again from an old cursor, far more likely than a straggler.
    return m_recent.dropped() > 0 && seq < m_recent.at(0);
}

} // namespace pushscope
