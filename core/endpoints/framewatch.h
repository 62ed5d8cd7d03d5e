// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Tells a FrameTap the frames of WebSocket within octets that are written. Hub thread.

#include "base/frametap.h"

#include <QByteArrayView>

namespace pushscope {

// Whole frames, one behind the other, as a server or a client writes them. What is no frame is passed over.
void tellWebSocketFrames(FrameTap &tap, QByteArrayView octets, bool out, WallTime at);

} // namespace pushscope
