// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// MemoryGuard: how near the process is to the memory it may use, so that the slowest clients go, and publishing stops, before it
// is in danger. Owned by PushServer; hub thread.

#include <QtGlobal>
#include <functional>

namespace pushscope {

class MemoryGuard
{
public:
    enum class Level : quint8 {
        Calm,
        Shedding, // above 85 % (until below 80 %): clients for which most is waiting are to go
        Full, // above 95 % (until below 90 %): nothing new is taken as well
    };
    using Read = std::function<qint64()>;

    // `limit` in octets; 0: three quarters of what the machine, or the control group, has. `read` gives what is used.
    explicit MemoryGuard(qint64 limit, Read read = &MemoryGuard::used);
    Level check();
    [[nodiscard]] Level level() const noexcept { return m_level; }
    [[nodiscard]] qint64 limit() const noexcept { return m_limit; }
    [[nodiscard]] qint64 lastUsed() const noexcept { return m_used; }

    // Octets of this process that are its own; 0 where that is not known.
    [[nodiscard]] static qint64 used();
    // What freed memory the allocator keeps goes back to the system, where it can.
    static void giveBack();

private:
    qint64 m_limit;
    Read m_read;
    qint64 m_used = 0;
    Level m_level = Level::Calm;
};

} // namespace pushscope
