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
    // The status that a rule answers this request with; counts as a hit.
    [[nodiscard]] virtual std::optional<int> statusFault(const ConnectionFacts &facts) = 0;
    // The link as it is to be used by such a client: delayed by the latency rules that match, or as it was.
    [[nodiscard]] virtual std::unique_ptr<Link> faulted(std::unique_ptr<Link> link, const ConnectionFacts &facts) = 0;
};

} // namespace pushscope
