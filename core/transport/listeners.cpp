// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/listeners.h"

#include "base/logging.h"
#include "transport/socketcalls.h"
#include "transport/sockettransport.h"

#include <cerrno>
#include <cstring>
#include <unistd.h>

namespace pushscope {

namespace {

constexpr int AcceptsPerTurn = 128; // of one listener

// What accept(2) gives for one connection that went wrong: the next one may be good.
bool concernsOneConnection(int error)
{
    switch (error) {
    case ECONNABORTED:
    case EPERM:
    case EPROTO:
    case ENETDOWN:
    case ENOPROTOOPT:
    case EHOSTDOWN:
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

Listeners::Listeners(SocketTransport &transport)
    : m_transport(transport)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(Retry);
    QObject::connect(&m_retry, &QTimer::timeout, &m_retry, [this] { resume(); });
}

Listeners::~Listeners()
{
    Q_ASSERT(m_listeners.empty()); // the transport closes them while it is still whole
}

Result<SocketAddress> Listeners::listen(const SocketAddress &address, Transport::Accept accept)
{
    const Result<int> descriptor = socketcalls::openListener(address);
    if (!descriptor)
        return tl::unexpected(descriptor.error());
    m_listeners.push_back(std::make_shared<Listener>(Listener{*descriptor, std::move(accept)}));
    m_transport.watchListener(*descriptor, wantsAccept());
    return socketcalls::localAddress(*descriptor);
}

void Listeners::close()
{
    for (const auto &listener : std::exchange(m_listeners, {})) {
        m_transport.forgetListener(listener->descriptor);
        ::close(std::exchange(listener->descriptor, -1));
    }
}

void Listeners::setAccepting(bool on)
{
    m_accepting = on;
    watchAll();
}

void Listeners::watchAll()
{
    for (const auto &listener : m_listeners)
        m_transport.watchListener(listener->descriptor, wantsAccept());
}

void Listeners::acceptSome(int descriptor)
{
    const auto found = std::find_if(m_listeners.begin(), m_listeners.end(),
                                    [descriptor](const auto &listener) { return listener->descriptor == descriptor; });
    if (found == m_listeners.end())
        return;
    const std::shared_ptr<Listener> listener = *found;
    for (int i = 0; i < AcceptsPerTurn && listener->descriptor >= 0 && wantsAccept(); ++i) {
        if (!acceptOne(*listener))
            return;
    }
}

bool Listeners::acceptOne(const Listener &listener)
{
    sockaddr_storage peer{};
    const int descriptor = socketcalls::accept(listener.descriptor, peer);
    if (descriptor < 0) {
        failed(-descriptor);
        return concernsOneConnection(-descriptor);
    }
    m_transport.adopt(descriptor, peer, listener.accept);
    return true;
}

void Listeners::failed(int error)
{
    if (error == EAGAIN) {
        if (std::exchange(m_saidPaused, false))
            qCInfo(lcTransport, "accepting again: no connection waits any more");
    } else if (!concernsOneConnection(error)) {
        pause(error); // EMFILE, ENFILE, ENOMEM, ENOBUFS; and for what cannot be, rather wait than spin
    }
}

void Listeners::pause(int error)
{
    m_paused = true;
    m_retry.start();
    watchAll();
    if (std::exchange(m_saidPaused, true))
        return;
    ++m_pauses;
    qCWarning(lcTransport, "new connections have to wait: accept: %s", std::strerror(error));
}

void Listeners::descriptorFreed()
{
    if (m_paused)
        resume();
}

void Listeners::resume()
{
    m_paused = false;
    m_retry.stop();
    watchAll();
}

} // namespace pushscope
