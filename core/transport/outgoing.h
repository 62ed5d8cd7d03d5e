// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Outgoing: the octets of one link that the kernel has not taken yet. Exists only while there are some.

#include "base/sharedbytes.h"

#include <span>
#include <sys/uio.h>
#include <vector>

namespace pushscope {

class Outgoing
{
public:
    void push(SharedBytes octets);
    [[nodiscard]] qsizetype bytes() const noexcept { return m_bytes; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_bytes == 0; }
    // Points `parts` at the octets from the front on; gives how many parts were used.
    [[nodiscard]] std::size_t gather(std::span<iovec> parts) const;
    // The kernel took so many from the front.
    void take(qsizetype octets);

private:
    std::vector<SharedBytes> m_parts;
    std::size_t m_first = 0; // the parts before it are empty
    qsizetype m_offset = 0; // taken of the first
    qsizetype m_bytes = 0;
};

} // namespace pushscope
