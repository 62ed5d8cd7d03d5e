// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The WebSocket handshake over HTTP/1.1 as pure functions. Source: RFC 6455 §4.2.

#include "base/result.h"
#include "protocol/httpmessage.h"
#include "protocol/protocolerror.h"

namespace pushscope {

[[nodiscard]] bool isWebSocketUpgrade(const RequestHead &request); // Upgrade: websocket is asked for
// The 101 to answer, or what is wrong: 400; 405 for a method other than GET; 426 for another version
// (the answer then carries Sec-WebSocket-Version: 13).
[[nodiscard]] tl::expected<ResponseHead, ProtocolError> acceptWebSocket(const RequestHead &request);
[[nodiscard]] QByteArray webSocketAccept(QByteArrayView key); // Sec-WebSocket-Accept for a key, §4.2.2 /5.4

} // namespace pushscope
