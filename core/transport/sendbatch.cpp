// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sendbatch.h"

#include "base/logging.h"
#include "transport/socketcalls.h"
#ifdef Q_OS_LINUX
#include "transport/uringsendbatch.h"
#endif

#include <cstring>

namespace pushscope {

void PlainSendBatch::send(std::span<Send> sends)
{
    for (Send &one : sends)
        one.result = socketcalls::send(one.descriptor, one.parts);
}

std::unique_ptr<SendBatch> makeSendBatch()
{
#ifdef Q_OS_LINUX
    int error = 0;
    if (auto batch = UringSendBatch::create(error))
        return batch;
    qCInfo(lcTransport, "no io_uring here (%s): each connection has a send() of its own", std::strerror(error));
#endif
    return std::make_unique<PlainSendBatch>();
}

} // namespace pushscope
