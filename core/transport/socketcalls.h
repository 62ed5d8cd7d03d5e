// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The few BSD socket calls that the transports make, with their pitfalls in one place. POSIX.

#include "transport/transport.h"

#include <netinet/in.h>
#include <span>
#include <sys/uio.h>

namespace pushscope::socketcalls {

// Octets taken by the kernel, or -errno; -EAGAIN when it takes none now. Raises no SIGPIPE.
[[nodiscard]] qsizetype send(int descriptor, std::span<iovec> parts);
// Octets received, 0 at the peer's FIN, or -errno; -EAGAIN when there are none now.
[[nodiscard]] qsizetype receive(int descriptor, std::span<char> into);
// The pending error, which is cleared by asking; 0 for none.
[[nodiscard]] int takeError(int descriptor);
void sendFin(int descriptor);
// close() would send FIN, or wait; this sends RST at once (SO_LINGER of zero seconds).
void closeWithReset(int descriptor);

// A listening, non-blocking descriptor.
[[nodiscard]] Result<int> openListener(const SocketAddress &address);
[[nodiscard]] SocketAddress localAddress(int descriptor);
// A new descriptor: non-blocking, without Nagle's delay; or -errno, -EAGAIN when nobody waits.
[[nodiscard]] int accept(int listener, sockaddr_storage &peer);

} // namespace pushscope::socketcalls
