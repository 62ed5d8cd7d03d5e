// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The JSON form of an event, {"id":…,"type":…,"data":…}, as WebSocket frames and poll answers carry it. Pure.

#include "base/result.h"
#include "protocol/jsonslice.h"

namespace pushscope {

struct EventJson {
    QByteArray id; // empty: none, or null
    QByteArray type;
    QByteArray data; // its octets, unchanged
};

// Errc::Syntax for anything but an object with a type that is a string. Unknown members are left out.
[[nodiscard]] Result<EventJson> parseEventJson(QByteArrayView object);

} // namespace pushscope
