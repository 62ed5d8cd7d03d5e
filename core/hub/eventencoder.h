// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventEncoder: the port that turns an event into octets of the wire; EncodedEvent: an event whose wire forms are made once, on
// first use, and shared by all who get it. Hub thread.

#include "base/sharedbytes.h"
#include "hub/event.h"

#include <array>

namespace pushscope {

enum class WireForm : quint8 {
    Sse, // an event-stream block
    SseChunk, // the same as one HTTP/1.1 chunk
    WsFrame, // a whole text frame
    PollObject, // an element of a poll's "events"
};
inline constexpr std::size_t WireFormCount = 4;

class EventEncoder
{
public:
    virtual ~EventEncoder() = default;
    [[nodiscard]] virtual SharedBytes encode(const Event &event, const Epoch &epoch, WireForm form) const = 0;
};

class EncodedEvent
{
public:
    // Borrows the encoder and the epoch.
    EncodedEvent(EventPtr event, const EventEncoder &encoder, const Epoch &epoch)
        : m_event(std::move(event))
        , m_encoder(&encoder)
        , m_epoch(&epoch)
    {
    }

    [[nodiscard]] const Event &event() const noexcept { return *m_event; }
    [[nodiscard]] const EventPtr &pointer() const noexcept { return m_event; }
    [[nodiscard]] const SharedBytes &form(WireForm form) const
    {
        SharedBytes &octets = m_forms[std::size_t(form)];
        if (octets.isNull())
            octets = m_encoder->encode(*m_event, *m_epoch, form);
        return octets;
    }

private:
    EventPtr m_event;
    const EventEncoder *m_encoder;
    const Epoch *m_epoch;
    mutable std::array<SharedBytes, WireFormCount> m_forms;
};

} // namespace pushscope
