// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The WebSocket handshake as pure functions. Sources: RFC 6455 §4.2; over HTTP/2, RFC 8441 §5.

#include "base/result.h"
#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

namespace pushscope {

[[nodiscard]] bool isWebSocketUpgrade(const RequestHead &request); // Upgrade: websocket is asked for
// The 101 to answer (over HTTP/2 the 200), or what is wrong: 400; 405 for a method other than GET; 426 for another version
// (the answer then carries Sec-WebSocket-Version: 13).
[[nodiscard]] tl::expected<ResponseHead, ProtocolError> acceptWebSocket(const RequestHead &request);
[[nodiscard]] QByteArray webSocketAccept(QByteArrayView key); // Sec-WebSocket-Accept for a key, §4.2.2 /5.4

} // namespace pushscope
