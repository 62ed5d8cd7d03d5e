// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http2StreamOwner: who hears what happens on one stream of an Http2Session: an Http2Exchange, then an Http2StreamLink.

#include "transport/transport.h"

namespace pushscope {

class Http2StreamOwner
{
public:
    virtual ~Http2StreamOwner() = default;
    // Each may destroy the owner.
    virtual void streamReceived(QByteArray octets) = 0;
    virtual void streamPeerFinished() = 0;
    virtual void streamDrained() = 0;
    virtual void streamEnded(LinkEnd how) = 0; // the last call: the stream is gone
    virtual void sessionGone() noexcept = 0; // instead of it, where the session is destroyed with all
};

} // namespace pushscope
