// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// One event as the hub writes it to each kind of client. Pure.

#include "hub/event.h"

namespace pushscope {

struct WireForms {
    QByteArray sse; // the block of an event stream
    QByteArray webSocket; // a whole text frame, not compressed
    QByteArray poll; // the body of an answer that holds this event alone
};
[[nodiscard]] WireForms encodeWireForms(const Event &event, const Epoch &epoch);

} // namespace pushscope
