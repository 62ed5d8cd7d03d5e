// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SendBatch: hands the kernel what many links have to send. A port, so that a fan-out can leave in fewer
// system calls than one per link where the platform has a way; owned by a SocketTransport.

#include <QByteArray>
#include <memory>
#include <span>
#include <sys/uio.h>

namespace pushscope {

class SendBatch
{
public:
    // One link's octets, and what became of them.
    struct Send {
        int descriptor = -1;
        std::span<iovec> parts; // not empty; they stay valid until send() returns
        qsizetype result = 0; // octets taken by the kernel, or -errno
    };
    static constexpr std::size_t MaxSends = 256;

    virtual ~SendBatch() = default;
    // Never waits for a peer. A descriptor occurs once in `sends`; the order among them is free. At most MaxSends.
    virtual void send(std::span<Send> sends) = 0;
    // For logs and the window: "io_uring", "send".
    [[nodiscard]] virtual QByteArray name() const = 0;
};

// One send() or sendmsg() per link.
class PlainSendBatch final : public SendBatch
{
public:
    void send(std::span<Send> sends) override;
    [[nodiscard]] QByteArray name() const override { return "send"; }
};

// The best that works here; says in the log what was not allowed. To be called by the thread that will use it.
[[nodiscard]] std::unique_ptr<SendBatch> makeSendBatch();

} // namespace pushscope
