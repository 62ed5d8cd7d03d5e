// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventEncoder: the port that turns an event into octets of the wire; EncodedEvent: an event whose wire forms are made once, on
// first use, and shared by all who get it. Hub thread.

#include "base/sharedbytes.h"
#include "hub/event.h"

#include <array>
#include <memory>

namespace pushscope {

enum class WireForm : quint8 {
    Sse, // an event-stream block
    SseChunk, // the same as one HTTP/1.1 chunk
    WsFrame, // a whole text frame
    PollObject, // an element of a poll's "events"
    // Compressed ones, each of another form.
    SsePrint, // what the end of a gzip stream needs to know of Sse
    SseGzip, // Sse as a piece of a gzip stream
    SseGzipChunk, // SseGzip as one HTTP/1.1 chunk
    WsDeflate9, // WsFrame compressed with a window of 2^9 octets
    WsDeflate10,
    WsDeflate11,
    WsDeflate12,
    WsDeflate13,
    WsDeflate14,
    WsDeflate15,
};
inline constexpr std::size_t PlainFormCount = 4;
inline constexpr std::size_t WireFormCount = 14;

// What a compressed form is made of.
[[nodiscard]] constexpr WireForm sourceOf(WireForm form) noexcept
{
    return form == WireForm::SseGzipChunk ? WireForm::SseGzip : form >= WireForm::WsDeflate9 ? WireForm::WsFrame : WireForm::Sse;
}

class EventEncoder
{
public:
    virtual ~EventEncoder() = default;
    [[nodiscard]] virtual SharedBytes encode(const Event &event, const Epoch &epoch, WireForm form) const = 0; // a plain one
    // A compressed form of its source. Where it would not be smaller, and the protocol allows it, the source itself.
    [[nodiscard]] virtual SharedBytes compress(const SharedBytes &source, WireForm) const { return source; }
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
        if (std::size_t(form) >= PlainFormCount)
            return compressed(form);
        SharedBytes &octets = m_forms[std::size_t(form)];
        if (octets.isNull())
            octets = m_encoder->encode(*m_event, *m_epoch, form);
        return octets;
    }

private:
    using CompressedForms = std::array<SharedBytes, WireFormCount - PlainFormCount>;

    [[nodiscard]] const SharedBytes &compressed(WireForm wanted) const
    {
        if (!m_compressed)
            m_compressed = std::make_unique<CompressedForms>();
        SharedBytes &octets = (*m_compressed)[std::size_t(wanted) - PlainFormCount];
        if (octets.isNull())
            octets = m_encoder->compress(form(sourceOf(wanted)), wanted);
        return octets;
    }

    EventPtr m_event;
    const EventEncoder *m_encoder;
    const Epoch *m_epoch;
    mutable std::array<SharedBytes, PlainFormCount> m_forms;
    mutable std::unique_ptr<CompressedForms> m_compressed; // from the first client on that takes one
};

} // namespace pushscope
