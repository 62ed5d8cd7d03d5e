// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The octets of WebSocket frames. Internal to websocketconnection.cpp. Source: RFC 6455 §5.

#include "protocol/websocketconnection.h"

namespace pushscope {

constexpr qsizetype MaxControlPayload = 125; // §5.5

void appendFrameHead(QByteArray &out, WsOpcode opcode, qsizetype payloadSize, bool masked); // final; without the mask
void appendMaskedFrame(QByteArray &out, WsOpcode opcode, QByteArrayView payload, quint32 mask);
// XORs in place, beginning with octet `at` of the mask; gives the octet that is next.
[[nodiscard]] quint8 applyMask(char *octets, qsizetype count, const quint8 *mask, quint8 at) noexcept;
[[nodiscard]] QByteArray closePayload(int code, QByteArrayView reason); // empty for a code of 0
[[nodiscard]] bool isCloseCodeOnWire(int code) noexcept; // §7.4.1, §7.4.2 and the registry of IANA up to 1014

} // namespace pushscope
