// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "overload.h"

#include "base/units.h"
#include "endpoints/admission.h"
#include "observe/observer.h"

#include <utility>

namespace pushscope {

static constexpr quint64 ManyDeliveries = 100'000;
static constexpr quint32 QuietChecks = 8; // some two seconds

Overload::Overload(Observer &observer, Admission &admission, MemoryGuard guard)
    : m_observer(observer)
    , m_admission(admission)
    , m_guard(std::move(guard))
{
}

void Overload::check()
{
    using Level = MemoryGuard::Level;
    const Level before = m_guard.level();
    // Giving memory back takes time, and only then it shows whether it is still short.
    if (m_guard.check() != Level::Calm && (before == Level::Calm || ++m_checks % ChecksPerShed == 0)) {
        MemoryGuard::giveBack(); // what was freed already must not cost anybody its connection
        if (m_guard.check() != Level::Calm)
            shedSlowest();
    }
    m_admission.setShortOfMemory(m_guard.level() == Level::Full);
    tell(before, m_guard.level());
    giveBackWhenQuiet();
}

// What waited for very many clients to read it is free when they have, but stays with the allocator, which takes it for nothing
// else as long as the hub is at rest.
void Overload::giveBackWhenQuiet()
{
    quint64 delivered = 0;
    for (const ProtocolFigures &protocol : m_observer.figures().protocols)
        delivered += protocol.delivered;
    m_quietChecks = std::exchange(m_delivered, delivered) == delivered ? m_quietChecks + 1 : 0;
    if (m_quietChecks < QuietChecks || delivered - m_givenBackAt < ManyDeliveries)
        return;
    m_givenBackAt = delivered;
    MemoryGuard::giveBack();
}

// A tenth of those who have something waiting, the longest queues first.
void Overload::shedSlowest()
{
    std::vector<std::pair<qsizetype, Subscriber *>> waiting;
    m_observer.forEachClient([&](const ClientRecord &record) {
        for (Subscriber *subscriber : record.live) {
            if (const qsizetype queued = subscriber->queuedBytes(); queued > 0)
                waiting.emplace_back(queued, subscriber);
        }
    });
    const std::size_t count = std::min(waiting.size(), waiting.size() / 10 + 1);
    std::partial_sort(waiting.begin(), waiting.begin() + std::ptrdiff_t(count), waiting.end(),
                      [](const auto &a, const auto &b) { return a.first > b.first; });
    waiting.resize(count);
    for (const auto &[queued, subscriber] : waiting) {
        if (!subscriber->record())
            continue; // went with one before it
        ++m_shed;
        subscriber->drop(DropHow::Rst, 0, "memory short, " + formatSize(queued) + " waited");
    }
}

void Overload::tell(MemoryGuard::Level before, MemoryGuard::Level now)
{
    using Level = MemoryGuard::Level;
    if (before == now)
        return;
    const QByteArray used = formatSize(m_guard.lastUsed()) + " of " + formatSize(m_guard.limit());
    if (now == Level::Full)
        m_observer.log("warning", "short of memory (" + used + "): nothing is published until clients have read", "server");
    else if (now == Level::Shedding && before == Level::Calm)
        m_observer.log("warning", "memory runs short (" + used + "): the clients that read slowest are dropped", "server");
    else
        m_observer.log("info", "memory suffices again (" + used + ")", "server");
}

} // namespace pushscope
