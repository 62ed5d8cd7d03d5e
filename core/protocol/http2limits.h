// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Limits: what one HTTP/2 connection may ask of the hub. Values; the same names as in RFC 9113 where it has one.

#include "protocol/ratelimit.h"

#include <QtGlobal>

namespace pushscope {

struct Http2Limits {
    quint32 maxConcurrentStreams = 1000;
    quint32 headerListBytes = 16 * 1024; // of one request, each field with 32 octets more (RFC 9113 §6.5.2); beyond it 431
    qsizetype targetBytes = 8 * 1024; // 414
    int fieldCount = 100; // 431
    qsizetype bodyBytes = 8 * 1024 * 1024; // 413
    quint32 frameBytes = 16 * 1024; // SETTINGS_MAX_FRAME_SIZE
    quint32 streamWindow = 65'535; // octets of a body or of WebSocket frames that may be under way on one stream
    quint32 connectionWindow = 4 * 1024 * 1024; // and on all; given back as soon as they are read, whoever they are for
    qsizetype outputBytes = 256 * 1024; // octets of frames that wait to be taken before reading stops
    quint32 continuations = 8; // frames of one header block after the first
    Milliseconds headTimeout{10'000}; // from the connection's first moment, and for an unfinished header block
    Milliseconds bodyTimeout{30'000}; // of a request's body, or an answer's, without progress
    Milliseconds idleTimeout{75'000}; // without any stream

    // Frames that cost the hub more than their sender; beyond these the connection ends with ENHANCE_YOUR_CALM.
    RateLimit::Rate rapidResets{200, 50}; // of streams younger than a second, and of streams that an error ends
    RateLimit::Rate resets{4000, 400};
    RateLimit::Rate settings{100, 10};
    RateLimit::Rate pings{200, 20};
    RateLimit::Rate emptyData{100, 10};
    RateLimit::Rate windowUpdates{4000, 100}; // each DATA frame that is sent earns four more; a tiny one costs one
    RateLimit::Rate others{2000, 200}; // PRIORITY, and types that are unknown here
};

} // namespace pushscope
