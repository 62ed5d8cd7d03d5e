// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Events that apps publish into Redis themselves, as ioredis apps do: {"type":…,"data":…} on a channel. Pure.

#include "hub/event.h"

#include "base/result.h"

namespace pushscope {

// The event without an id. Errc::Syntax: it is none; Errc::TooLarge: more data than `maxData` octets; Errc::Forbidden: a type
// that is the hub's own. Other members are passed over.
[[nodiscard]] Result<std::shared_ptr<Event>> parseForeignEvent(const QByteArray &channel, QByteArrayView payload, qint64 maxData);

} // namespace pushscope
