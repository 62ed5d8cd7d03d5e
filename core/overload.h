// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Overload: while memory is short, lets go of the clients for which most is waiting, a share at a time, and stops publishing.
// They come back with a cursor and get all they missed. After fan-outs to many it gives back what they took. Owned by PushServer;
// hub thread.

#include "memoryguard.h"

namespace pushscope {

class Admission;
class Observer;

class Overload
{
public:
    // Borrows what it is given.
    Overload(Observer &observer, Admission &admission, MemoryGuard guard);
    void check(); // a few times a second
    [[nodiscard]] quint64 shed() const noexcept { return m_shed; }
    [[nodiscard]] const MemoryGuard &guard() const noexcept { return m_guard; }

private:
    void giveBackWhenQuiet();
    void shedSlowest();
    void tell(MemoryGuard::Level before, MemoryGuard::Level now);

    Observer &m_observer;
    Admission &m_admission;
    MemoryGuard m_guard;
    static constexpr quint32 ChecksPerShed = 4;
    quint32 m_checks = 0; // while it is short
    quint64 m_shed = 0;
    quint64 m_delivered = 0; // events, when last looked at
    quint64 m_givenBackAt = 0; // deliveries, when memory was given back last
    quint32 m_quietChecks = 0; // since something was delivered
};

} // namespace pushscope
