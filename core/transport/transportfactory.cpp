// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/transportfactory.h"

#include "transport/qttransport.h"
#ifdef Q_OS_LINUX
#include "transport/linuxtransport.h"
#endif

namespace pushscope {

std::unique_ptr<Transport> makeTransport(TransportKind kind)
{
#ifdef Q_OS_LINUX
    if (kind == TransportKind::Epoll)
        return std::make_unique<LinuxTransport>(std::make_unique<PlainSendBatch>());
    if (kind != TransportKind::Qt)
        return std::make_unique<LinuxTransport>(makeSendBatch());
#else
    if (kind == TransportKind::Linux || kind == TransportKind::Epoll)
        return nullptr;
#endif
    return std::make_unique<QtTransport>();
}

} // namespace pushscope
