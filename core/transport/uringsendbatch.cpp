// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/uringsendbatch.h"

#include "base/logging.h"
#include "transport/socketcalls.h"

#include <cerrno>
#include <cstring>
#include <limits>

namespace pushscope {

namespace {

// Never waits, so every send completes within the call that submits it: what finds no room gives -EAGAIN.
constexpr unsigned SendFlags = MSG_DONTWAIT | MSG_NOSIGNAL;
// For fewer, the way through the ring is no shorter than as many calls of send().
constexpr std::size_t WorthIt = 4;
// What no completion has touched.
constexpr qsizetype Pending = std::numeric_limits<qsizetype>::min();

} // namespace

std::unique_ptr<UringSendBatch> UringSendBatch::create(int &error)
{
    std::unique_ptr<UringSendBatch> batch(new UringSendBatch);
    // With the first flags, completions are made by this thread when it asks for them and by nothing else (Linux 6.1).
    for (const unsigned flags : {unsigned(IORING_SETUP_SINGLE_ISSUER | IORING_SETUP_DEFER_TASKRUN), 0U}) {
        io_uring_params parameters{};
        parameters.flags = flags;
        error = -io_uring_queue_init_params(unsigned(MaxSends), &batch->m_ring, &parameters);
        batch->m_broken = error != 0;
        if (error == 0)
            return batch;
        if (error != EINVAL)
            break;
    }
    return nullptr;
}

UringSendBatch::~UringSendBatch()
{
    if (!m_broken)
        io_uring_queue_exit(&m_ring);
}

void UringSendBatch::send(std::span<Send> sends)
{
    const bool ring = !m_broken && sends.size() >= WorthIt;
    if (ring) {
        for (std::size_t i = 0; i < sends.size(); ++i)
            prepare(sends[i], i);
        const int error = submit(unsigned(sends.size()));
        reap(sends);
        if (error == 0)
            return;
        giveUp(error);
    }
    for (Send &one : sends) {
        if (!ring || one.result == Pending)
            one.result = socketcalls::send(one.descriptor, one.parts);
    }
}

void UringSendBatch::prepare(Send &send, std::size_t place)
{
    send.result = Pending;
    io_uring_sqe *entry = io_uring_get_sqe(&m_ring); // never null: a batch is no larger than the ring, which is empty
    if (send.parts.size() == 1) {
        io_uring_prep_send(entry, send.descriptor, send.parts[0].iov_base, send.parts[0].iov_len, int(SendFlags));
    } else {
        msghdr &message = m_messages[place];
        message = {};
        message.msg_iov = send.parts.data();
        message.msg_iovlen = send.parts.size();
        io_uring_prep_sendmsg(entry, send.descriptor, &message, SendFlags);
    }
    entry->user_data = place;
}

// The octets stay valid until send() returns, so it waits for all completions; none of them waits for a peer.
int UringSendBatch::submit(unsigned sends)
{
    while (io_uring_cq_ready(&m_ring) < sends) {
        const int result = io_uring_submit_and_wait(&m_ring, sends);
        if (result < 0 && result != -EINTR)
            return -result;
    }
    return 0;
}

void UringSendBatch::reap(std::span<Send> sends)
{
    unsigned head = 0;
    unsigned count = 0;
    io_uring_cqe *entry = nullptr;
    io_uring_for_each_cqe(&m_ring, head, entry)
    {
        const int result = entry->res;
        sends[entry->user_data].result = result == -EINTR || result == -EWOULDBLOCK ? -EAGAIN : result;
        ++count;
    }
    io_uring_cq_advance(&m_ring, count);
}

void UringSendBatch::giveUp(int error)
{
    io_uring_queue_exit(&m_ring);
    m_broken = true;
    qCWarning(lcTransport, "io_uring failed (%s): from here on each connection has a send() of its own", std::strerror(error));
}

} // namespace pushscope
