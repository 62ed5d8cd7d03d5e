// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/sendbatch.h"

#include "transport/socketcalls.h"

namespace pushscope {

void PlainSendBatch::send(std::span<Send> sends)
{
    for (Send &one : sends)
        one.result = socketcalls::send(one.descriptor, one.parts);
}

std::unique_ptr<SendBatch> makeSendBatch()
{
    return std::make_unique<PlainSendBatch>();
}

} // namespace pushscope
