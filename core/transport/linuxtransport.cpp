// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/linuxtransport.h"

#include <sys/epoll.h>
#include <unistd.h>

namespace pushscope {

namespace {

constexpr int EventsPerTurn = 256;

constexpr quint64 ListenerBit = quint64(1) << 63;
constexpr quint32 GenerationMask = 0x7fffffff;

constexpr quint64 keyOf(int descriptor, quint32 generation)
{
    return quint64(generation & GenerationMask) << 32 | quint32(descriptor);
}

} // namespace

LinuxTransport::LinuxTransport(std::unique_ptr<SendBatch> batch)
    : SocketTransport(std::move(batch))
    , m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    if (m_epoll < 0)
        return; // listen() says so
    m_notifier.emplace(m_epoll, QSocketNotifier::Read);
    QObject::connect(&*m_notifier, &QSocketNotifier::activated, context(), [this] { turn(); });
}

LinuxTransport::~LinuxTransport()
{
    Q_ASSERT(!m_inTurn);
    closeListeners();
    for (std::size_t i = 0; i < m_slots.size(); ++i) {
        if (SocketLink *link = m_slots[i].link)
            link->orphan();
    }
    m_notifier.reset();
    if (m_epoll >= 0)
        ::close(m_epoll);
}

Result<SocketAddress> LinuxTransport::listen(const SocketAddress &address, Accept accept)
{
    if (m_epoll < 0)
        return fail(Errc::Io, "no epoll instance could be made");
    return SocketTransport::listen(address, std::move(accept));
}

void LinuxTransport::watchListener(int descriptor, bool on)
{
    epoll_event event{};
    event.events = on ? quint32(EPOLLIN) : 0;
    event.data.u64 = keyOf(descriptor, 0) | ListenerBit;
    if (::epoll_ctl(m_epoll, EPOLL_CTL_MOD, descriptor, &event) != 0)
        ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, descriptor, &event);
}

// Closing a descriptor takes it out of the epoll instance.
void LinuxTransport::forgetListener(int) { }

void LinuxTransport::adopt(int descriptor, const sockaddr_storage &peer, const Accept &accept)
{
    if (std::size_t(descriptor) >= m_slots.size())
        m_slots.resize(std::size_t(descriptor) + 1);
    auto link = std::make_unique<SocketLink>(*this, descriptor, peer);
    Slot &slot = m_slots[std::size_t(descriptor)];
    slot.link = link.get();
    const quint64 key = keyOf(descriptor, slot.generation);
    // The handler is usually set in here, which starts the watching; so one call to the kernel does.
    accept(std::move(link));
    if (SocketLink *kept = find(key))
        updateInterest(*kept);
}

void LinuxTransport::updateInterest(SocketLink &link)
{
    Slot &slot = m_slots[std::size_t(link.descriptor())];
    const auto wanted = quint16((link.wantsRead() ? quint32(EPOLLIN) : 0) | (link.wantsWrite() ? quint32(EPOLLOUT) : 0));
    if (slot.watched && slot.interest == wanted)
        return;
    epoll_event event{};
    event.events = wanted;
    event.data.u64 = keyOf(link.descriptor(), slot.generation);
    ::epoll_ctl(m_epoll, slot.watched ? EPOLL_CTL_MOD : EPOLL_CTL_ADD, link.descriptor(), &event);
    slot.watched = true;
    slot.interest = wanted;
}

void LinuxTransport::forget(SocketLink &link) noexcept
{
    Slot &slot = m_slots[std::size_t(link.descriptor())];
    slot = {nullptr, slot.generation + 1};
}

SocketLink *LinuxTransport::find(quint64 key) const noexcept
{
    const auto descriptor = quint32(key);
    const Slot &slot = m_slots[descriptor];
    return keyOf(int(descriptor), slot.generation) == key ? slot.link : nullptr;
}

// More than one turn's events keep the epoll descriptor readable, so the event loop comes back here after its
// timers and queued calls; the kernel's ready list rotates, so nobody starves.
void LinuxTransport::turn()
{
    if (m_inTurn)
        return; // a handler runs an event loop of its own
    m_inTurn = true;
    beginTurn();
    epoll_event events[EventsPerTurn];
    const int count = ::epoll_wait(m_epoll, events, EventsPerTurn, 0);
    for (int i = 0; i < count; ++i)
        handle(events[i]);
    endTurn();
    m_inTurn = false;
}

void LinuxTransport::handle(const epoll_event &event)
{
    const quint64 key = event.data.u64;
    if (key & ListenerBit)
        acceptSome(int(quint32(key)));
    else if (SocketLink *link = find(key))
        handle(*link, key, event.events);
}

void LinuxTransport::handle(SocketLink &link, quint64 key, quint32 ready)
{
    if ((ready & EPOLLOUT) && link.wantsWrite()) {
        link.becameWritable();
        if (!find(key))
            return; // destroyed, or ended
    }
    if (!(ready & (EPOLLIN | EPOLLHUP | EPOLLERR)))
        return;
    if (link.wantsRead()) {
        link.becameReadable(ready & EPOLLERR);
    } else if ((ready & (EPOLLHUP | EPOLLERR)) && !link.becameBroken()) {
        // Both sides have sent FIN and what came before it is not wanted yet: epoll would go on and on about it.
        ::epoll_ctl(m_epoll, EPOLL_CTL_DEL, link.descriptor(), nullptr);
        m_slots[std::size_t(link.descriptor())].watched = false;
    }
}

} // namespace pushscope
