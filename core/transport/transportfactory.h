// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which Transport a hub runs on.

#include "transport/transport.h"

namespace pushscope {

enum class TransportKind : quint8 {
    Auto, // the fastest of this platform
    Linux, // epoll, and io_uring where it is allowed
    Epoll, // epoll alone
    Qt, // Qt's notifiers, everywhere
};

// To be called on the hub thread, which must have an event loop. Null where the kind is not of this platform.
[[nodiscard]] std::unique_ptr<Transport> makeTransport(TransportKind kind);

} // namespace pushscope
