// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPort: the port through which the endpoints meet the faults that are injected on purpose. Implemented beside PushServer.

#include "hub/hubobserver.h"
#include "transport/transport.h"

#include <optional>

namespace pushscope {

class FaultPort
{
public:
    virtual ~FaultPort() = default;
    // What a rule does to this request instead of an answer. Counts as a hit.
    struct RequestFault {
        enum class Kind : quint8 { Status, Fin, Rst, CloseCode } kind{};
        int code = 0; // HTTP status, or WebSocket close code
        QByteArray reason;
    };
    [[nodiscard]] virtual std::optional<RequestFault> requestFault(const ConnectionFacts &facts) = 0;
    // The link as it is to be used by such a client: delayed by the latency rules that match, or as it was.
    [[nodiscard]] virtual std::unique_ptr<Link> faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts) = 0;
};

} // namespace pushscope
