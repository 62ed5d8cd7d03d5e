// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tells the observer what passes on the wire besides events, where it wants to know. Hub thread.

#include "base/ids.h"
#include "endpoints/exchange.h"
#include "protocol/websocketconnection.h"

namespace pushscope {

// Before the answer leaves. `begun`: when the request was complete. A stream's answer goes on without a length.
void tellAnswer(const EndpointContext &context, const Exchange &exchange, TimePoint begun, const ResponseHead &head,
                const QByteArray &body);
void tellStream(const EndpointContext &context, const Exchange &exchange, TimePoint begun, const ResponseHead &head);
// Octets of an event stream that are no event.
void tellText(const EndpointContext &context, ConnectionId connection, const QByteArray &text);
// A frame's opcode and payload; `out`: towards the client.
void tellFrame(const EndpointContext &context, ConnectionId connection, bool out, WsOpcode opcode, QByteArrayView payload);
void tellClose(const EndpointContext &context, ConnectionId connection, bool out, int code, QByteArrayView reason);

} // namespace pushscope
