// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/linuxtransport.h"

#include "base/logging.h"
#include "transport/socketcalls.h"

#include <cerrno>
#include <cstring>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pushscope {

namespace {

constexpr int EventsPerTurn = 256;
constexpr int AcceptsPerTurn = 128; // of one listener
constexpr Milliseconds AcceptRetry{100};

constexpr quint64 ListenerBit = quint64(1) << 63;
constexpr quint32 GenerationMask = 0x7fffffff;

constexpr quint64 keyOf(int descriptor, quint32 generation)
{
    return quint64(generation & GenerationMask) << 32 | quint32(descriptor);
}

bool isShortage(int error)
{
    return error == EMFILE || error == ENFILE || error == ENOMEM || error == ENOBUFS;
}

// What accept(2) gives for one connection that went wrong: the next one may be good.
bool concernsOneConnection(int error)
{
    switch (error) {
    case ECONNABORTED:
    case EINTR:
    case EPERM:
    case EPROTO:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EHOSTDOWN:
    case ENONET:
    case EHOSTUNREACH:
    case EOPNOTSUPP:
    case ENETUNREACH:
    case ETIMEDOUT:
        return true;
    default:
        return false;
    }
}

} // namespace

LinuxTransport::LinuxTransport()
    : m_epoll(::epoll_create1(EPOLL_CLOEXEC))
{
    m_retryAccepting.setSingleShot(true);
    m_retryAccepting.setInterval(AcceptRetry);
    QObject::connect(&m_retryAccepting, &QTimer::timeout, context(), [this] { resumeAccepting(); });
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
    const Result<int> descriptor = socketcalls::openListener(address);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    epoll_event event{};
    event.data.u64 = keyOf(*descriptor, 0) | ListenerBit;
    ::epoll_ctl(m_epoll, EPOLL_CTL_ADD, *descriptor, &event);
    m_listeners.push_back(std::make_shared<Listener>(Listener{*descriptor, std::move(accept)}));
    watchListeners();
    return socketcalls::localAddress(*descriptor);
}

void LinuxTransport::closeListeners()
{
    for (const auto &listener : std::exchange(m_listeners, {}))
        ::close(std::exchange(listener->descriptor, -1));
}

void LinuxTransport::setAccepting(bool on)
{
    m_accepting = on;
    watchListeners();
}

void LinuxTransport::watchListeners()
{
    for (const auto &listener : m_listeners) {
        epoll_event event{};
        event.events = m_accepting && !m_paused ? quint32(EPOLLIN) : 0;
        event.data.u64 = keyOf(listener->descriptor, 0) | ListenerBit;
        ::epoll_ctl(m_epoll, EPOLL_CTL_MOD, listener->descriptor, &event);
    }
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

// Closing the descriptor takes it out of the epoll instance.
void LinuxTransport::forget(SocketLink &link) noexcept
{
    Slot &slot = m_slots[std::size_t(link.descriptor())];
    slot = {nullptr, slot.generation + 1};
}

SocketLink *LinuxTransport::find(quint64 key) const noexcept
{
    const Slot &slot = m_slots[quint32(key)];
    return keyOf(int(quint32(key)), slot.generation) == key ? slot.link : nullptr;
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
        acceptBatch(int(quint32(key)));
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

void LinuxTransport::acceptBatch(int descriptor)
{
    const auto found = std::find_if(m_listeners.begin(), m_listeners.end(),
                                    [descriptor](const auto &listener) { return listener->descriptor == descriptor; });
    if (found == m_listeners.end())
        return;
    const std::shared_ptr<Listener> listener = *found;
    for (int i = 0; i < AcceptsPerTurn && listener->descriptor >= 0 && m_accepting && !m_paused; ++i) {
        if (!acceptOne(*listener))
            return;
    }
}

bool LinuxTransport::acceptOne(const Listener &listener)
{
    sockaddr_storage peer{};
    socklen_t length = sizeof peer;
    const int descriptor
        = ::accept4(listener.descriptor, reinterpret_cast<sockaddr *>(&peer), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (descriptor < 0) {
        const int error = errno;
        acceptFailed(error);
        return concernsOneConnection(error);
    }
    if (std::size_t(descriptor) >= m_slots.size())
        m_slots.resize(std::size_t(descriptor) + 1);
    auto link = std::make_unique<SocketLink>(*this, descriptor, peer);
    Slot &slot = m_slots[std::size_t(descriptor)];
    slot.link = link.get();
    const quint64 key = keyOf(descriptor, slot.generation);
    // The handler is usually set in here, which starts the watching; so one call to the kernel does.
    listener.accept(std::move(link));
    if (SocketLink *kept = find(key))
        updateInterest(*kept);
    return true;
}

void LinuxTransport::acceptFailed(int error)
{
    if (error == EAGAIN) {
        if (std::exchange(m_saidPaused, false))
            qCInfo(lcTransport, "accepting again: nobody waits any more");
        return;
    }
    if (!concernsOneConnection(error))
        pauseAccepting(error);
}

void LinuxTransport::pauseAccepting(int error)
{
    m_paused = true;
    m_retryAccepting.start();
    watchListeners();
    if (!std::exchange(m_saidPaused, true))
        qCWarning(lcTransport, "new connections have to wait (%s): %s",
                  isShortage(error) ? "the limit is reached" : "accept failed", std::strerror(error));
}

void LinuxTransport::descriptorFreed() noexcept
{
    if (m_paused)
        resumeAccepting();
}

void LinuxTransport::resumeAccepting()
{
    m_paused = false;
    m_retryAccepting.stop();
    watchListeners();
}

} // namespace pushscope
