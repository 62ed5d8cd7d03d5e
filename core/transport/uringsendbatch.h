// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// UringSendBatch: a batch of sends in one system call, through io_uring. Owned by a SocketTransport; used by the thread that
// made it. Source: io_uring_setup(2), io_uring_enter(2).

#include "transport/sendbatch.h"

#include <array>
#include <liburing.h>
#include <sys/socket.h>

namespace pushscope {

class UringSendBatch final : public SendBatch
{
public:
    // Null where the kernel has no io_uring, or a container forbids it; `error` is then its errno.
    [[nodiscard]] static std::unique_ptr<UringSendBatch> create(int &error);
    ~UringSendBatch() override;

    void send(std::span<Send> sends) override;
    [[nodiscard]] QByteArray name() const override { return m_broken ? "send" : "io_uring"; }

private:
    UringSendBatch() = default;
    void prepare(Send &send, std::size_t place);
    [[nodiscard]] int submit(unsigned sends); // 0, or the errno of the ring
    void reap(std::span<Send> sends);
    void giveUp(int error);

    io_uring m_ring{};
    std::array<msghdr, MaxSends> m_messages; // of those that have more than one part
    bool m_broken = true; // there is no ring (any more): all goes by send()
};

} // namespace pushscope
