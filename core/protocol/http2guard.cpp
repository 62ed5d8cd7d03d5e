// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2guard.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr std::size_t MaxSkipped = 64; // ranges; with more, a skipped stream counts as one that has ended

ProtocolError flood(QByteArray what)
{
    return http2Error(Http2Error::EnhanceYourCalm, "RFC 9113 §10.5", "too many " + std::move(what));
}

} // namespace

ProtocolError http2Error(Http2Error code, QByteArray section, QByteArray detail)
{
    return {int(code), std::move(section), std::move(detail)};
}

Http2Guard::Http2Guard(const Http2Limits &limits, TimePoint now)
    : m_rapidResets(limits.rapidResets, now)
    , m_resets(limits.resets, now)
    , m_settings(limits.settings, now)
    , m_pings(limits.pings, now)
    , m_emptyData(limits.emptyData, now)
    , m_windowUpdates(limits.windowUpdates, now)
    , m_others(limits.others, now)
    , m_maxContinuations(limits.continuations)
{
}

std::optional<ProtocolError> Http2Guard::check(const Http2FrameHeader &frame, StreamFacts stream, TimePoint now)
{
    if (auto error = checkFlood(frame, stream, now))
        return error;
    if (frame.type == Http2FrameType::Priority && frame.stream == 0 && !m_inHeaderBlock)
        return http2Error(Http2Error::Protocol, "RFC 9113 §6.3", "PRIORITY on stream 0"); // nghttp2 looks at none
    if (!stream.isKnown && frame.stream % 2 == 1) {
        if (auto error = checkEnded(frame))
            return error;
    }
    if (frame.type == Http2FrameType::Headers || frame.type == Http2FrameType::Continuation) {
        m_continuations = frame.type == Http2FrameType::Headers ? 0 : m_continuations + 1;
        m_inHeaderBlock = !frame.has(Http2FrameHeader::EndHeaders);
    }
    if (frame.type == Http2FrameType::Headers && frame.stream > m_lastStream && frame.stream % 2 == 1)
        noteOpened(frame.stream);
    return std::nullopt;
}

std::optional<ProtocolError> Http2Guard::checkFlood(const Http2FrameHeader &frame, StreamFacts stream, TimePoint now)
{
    const auto limited = [now](RateLimit &limit, const char *what) -> std::optional<ProtocolError> {
        return limit.take(now) ? std::nullopt : std::optional(flood(what));
    };
    switch (frame.type) {
    case Http2FrameType::Data: {
        const quint32 overhead = frame.has(Http2FrameHeader::Padded) ? 1 : 0;
        const bool says = frame.length > overhead || frame.has(Http2FrameHeader::EndStream);
        return says ? std::nullopt : limited(m_emptyData, "DATA frames without data");
    }
    case Http2FrameType::Headers:
    case Http2FrameType::PushPromise:
    case Http2FrameType::GoAway:
        return std::nullopt;
    case Http2FrameType::RstStream:
        return stream.isKnown && stream.isYoung ? limited(m_rapidResets, "streams reset as soon as they were opened")
                                                : limited(m_resets, "streams reset");
    case Http2FrameType::Settings:
        return limited(m_settings, "SETTINGS frames");
    case Http2FrameType::Ping:
        return limited(m_pings, "PING frames");
    case Http2FrameType::WindowUpdate:
        return limited(m_windowUpdates, "WINDOW_UPDATE frames for what was sent");
    case Http2FrameType::Continuation:
        return m_inHeaderBlock && m_continuations >= m_maxContinuations ? std::optional(flood("CONTINUATION frames"))
                                                                        : std::nullopt;
    case Http2FrameType::Priority:
        break;
    }
    return limited(m_others, "frames that say nothing");
}

bool Http2Guard::wantsPayload(const Http2FrameHeader &frame) const noexcept
{
    if (m_inHeaderBlock)
        return false; // it is an error anyway
    return (frame.type == Http2FrameType::Priority && frame.length == 5)
        || (frame.type == Http2FrameType::WindowUpdate && frame.length == 4 && frame.stream != 0);
}

std::optional<ProtocolError> Http2Guard::checkPayload(const Http2FrameHeader &frame, const char *payload, bool isOpen) const
{
    if (!wantsPayload(frame))
        return std::nullopt;
    const quint32 word = qFromBigEndian<quint32>(payload) & 0x7fffffff;
    if (frame.type == Http2FrameType::Priority && word == quint32(frame.stream))
        return http2Error(Http2Error::Protocol, "RFC 7540 §5.3.1", "a stream that depends on itself");
    // Of a stream that is over it may still come (RFC 9113 §5.1); of one that has not begun nghttp2 says what is wrong.
    if (frame.type == Http2FrameType::WindowUpdate && word == 0 && (frame.stream == 0 || isOpen))
        return http2Error(Http2Error::Protocol, "RFC 9113 §6.9", "a window that grows by nothing");
    return std::nullopt;
}

// nghttp2 forgets streams that have ended and ignores what comes for them.
std::optional<ProtocolError> Http2Guard::checkEnded(const Http2FrameHeader &frame)
{
    if (frame.stream > m_lastStream || (frame.type != Http2FrameType::Data && frame.type != Http2FrameType::Headers)
        || m_inHeaderBlock || wasResetByUs(frame.stream))
        return std::nullopt;
    if (wasSkipped(frame.stream))
        return http2Error(Http2Error::Protocol, "RFC 9113 §5.1.1", "a stream with a lower number than one before");
    return http2Error(Http2Error::StreamClosed, "RFC 9113 §5.1", "a frame on a stream that has ended");
}

bool Http2Guard::wasSkipped(qint32 stream) const
{
    const auto range = std::find_if(m_skipped.begin(), m_skipped.end(), [stream](const Range &r) { return stream <= r.last; });
    return range != m_skipped.end() && stream >= range->first;
}

bool Http2Guard::wasResetByUs(qint32 stream) const
{
    return std::find(m_resetByUs.begin(), m_resetByUs.end(), stream) != m_resetByUs.end();
}

void Http2Guard::noteOpened(qint32 stream)
{
    const qint32 expected = m_lastStream == 0 ? 1 : m_lastStream + 2;
    if (stream > expected && m_skipped.size() < MaxSkipped)
        m_skipped.push_back({expected, stream - 2});
    m_lastStream = stream;
}

void Http2Guard::noteResetByUs(qint32 stream)
{
    m_resetByUs[m_nextReset++ % m_resetByUs.size()] = stream;
}

void Http2Guard::noteDataSent(bool small)
{
    if (small)
        (void)m_windowUpdates.take({}); // a window opened octet by octet: the next WINDOW_UPDATE tells
    else
        m_windowUpdates.give(4);
}

} // namespace pushscope
