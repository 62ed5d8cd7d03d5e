// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2Stream: what the engine remembers of a stream besides nghttp2. Internal to http2connection.cpp; a million of them may be
// at rest in one process, so they are small.

#include "base/sharedbytes.h"

#include <deque>
#include <memory>

namespace pushscope {

// Shared octets in order, given out in pieces of any size. Eight octets while it has none.
class SharedBytesQueue
{
public:
    [[nodiscard]] qsizetype bytes() const noexcept { return m_queued ? m_queued->bytes : 0; }
    void push(SharedBytes octets);
    // The first piece if it is whole and has at most so many octets; then it is taken.
    [[nodiscard]] SharedBytes takeWhole(qsizetype atMost);
    void take(qsizetype octets, QByteArray &out); // appends so many; they are there
    void clear() noexcept { m_queued.reset(); }

private:
    struct Queued {
        SharedBytes first;
        std::unique_ptr<std::deque<SharedBytes>> more; // after it; most have one
        qsizetype bytes = 0;
        qsizetype offset = 0; // taken of the first
    };
    void dropFirst();

    std::unique_ptr<Queued> m_queued; // not empty
};

struct Http2Stream {
    Http2Stream *previous = nullptr; // in the list of the connection's streams
    Http2Stream *next = nullptr;
    void *owner = nullptr; // of the engine's user
    SharedBytesQueue queue; // of the answer
    qint32 id = 0;
    quint32 openedAt : 20
        = 0; // in units of 50 ms since the connection began, modulo 14 h: whether it is young is all that counts
    bool isHead : 1 = false; // the request's method is HEAD
    bool isTunnel : 1 = false; // an extended CONNECT
    bool requestEnded : 1 = false;
    bool answered : 1 = false; // the head of the answer is sent
    bool bodyless : 1 = false; // that was all of it
    bool finishing : 1 = false; // END_STREAM follows the queue
    bool submitted : 1 = false; // nghttp2 has a DATA item for it
    bool lastPiece : 1 = false; // of which the frame under way is the last
    bool waited : 1 = false; // much was queued: its owner wants to know when that is gone
    bool resetByUs : 1 = false;
    bool given : 1 = false; // its head is, so its owner is told of its end
    bool endTold : 1 = false; // or need not be
};

} // namespace pushscope
