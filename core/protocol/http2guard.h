// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Guard: looks at each frame's header before nghttp2 does: floods, and the rules about ended streams that nghttp2 does not
// keep. Internal to http2connection.cpp. Sources: RFC 9113 §5.1, §10.5; CVE-2019-9511 to 9518, CVE-2023-44487, CVE-2024-27316.

#include "protocol/http2frame.h"
#include "protocol/http2limits.h"
#include "protocol/protocolerror.h"
#include "protocol/ratelimit.h"

#include <array>
#include <optional>
#include <vector>

namespace pushscope {

class Http2Guard
{
public:
    Http2Guard(const Http2Limits &limits, TimePoint now);

    // What is known of the stream that a frame names.
    struct StreamFacts {
        bool isKnown = false; // it is open, or half of it
        bool isYoung = false; // opened less than a second ago
    };
    // The connection error that the frame is, if it is one. Expects every frame, in order.
    [[nodiscard]] std::optional<ProtocolError> check(const Http2FrameHeader &frame, StreamFacts stream, TimePoint now);

    // Of short frames the payload is looked at, too: the error of the stream (or of the connection, if it is not open) that it
    // is.
    static constexpr qsizetype MaxPayload = 5;
    [[nodiscard]] bool wantsPayload(const Http2FrameHeader &frame) const noexcept;
    [[nodiscard]] std::optional<ProtocolError> checkPayload(const Http2FrameHeader &frame, const char *payload,
                                                            bool isOpen) const;

    void noteDataSent(bool small); // a DATA frame of ours; small: of a few octets
    void noteResetByUs(qint32 stream); // its peer may not know yet: what it sends is ignored. RFC 9113 §5.1, "closed"
    // A stream ended by an error of the peer's costs like one that it resets (the "made you reset" attack). False: too many.
    [[nodiscard]] bool takeReset(TimePoint now) { return m_rapidResets.take(now); }
    [[nodiscard]] bool isInHeaderBlock() const noexcept { return m_inHeaderBlock; }
    [[nodiscard]] qint32 lastStream() const noexcept { return m_lastStream; }

private:
    [[nodiscard]] std::optional<ProtocolError> checkFlood(const Http2FrameHeader &frame, StreamFacts stream, TimePoint now);
    [[nodiscard]] std::optional<ProtocolError> checkEnded(const Http2FrameHeader &frame);
    [[nodiscard]] bool wasSkipped(qint32 stream) const;
    [[nodiscard]] bool wasResetByUs(qint32 stream) const;
    void noteOpened(qint32 stream);

    struct Range {
        qint32 first, last;
    };
    RateLimit m_rapidResets, m_resets, m_settings, m_pings, m_emptyData, m_windowUpdates, m_others;
    std::vector<Range> m_skipped; // odd ids that were passed over, and so are closed without having been open
    std::array<qint32, 64> m_resetByUs{}; // the newest
    std::size_t m_nextReset = 0;
    qint32 m_lastStream = 0; // the highest that the peer has opened
    quint32 m_continuations = 0;
    quint32 m_maxContinuations;
    bool m_inHeaderBlock = false;
};

[[nodiscard]] ProtocolError http2Error(Http2Error code, QByteArray section, QByteArray detail);

} // namespace pushscope
