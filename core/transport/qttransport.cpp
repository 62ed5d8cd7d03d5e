// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/qttransport.h"

#include "base/logging.h"
#include "transport/socketcalls.h"

#include <QTcpServer>
#include <cerrno>

namespace pushscope {

namespace {
constexpr Milliseconds AcceptRetry{100};
}

class QtTransport::Listener final : public QTcpServer
{
public:
    Listener(QtTransport &transport, Accept accept)
        : m_transport(transport)
        , m_accept(std::move(accept))
    {
        setListenBacklogSize(4096);
    }

private:
    void incomingConnection(qintptr descriptor) override { m_transport.accepted(descriptor, m_accept); }

    QtTransport &m_transport;
    Accept m_accept;
};

void QtTransport::DeleteLater::operator()(QObject *object) const
{
    if (auto *notifier = qobject_cast<QSocketNotifier *>(object))
        notifier->setEnabled(false); // the descriptor may be closed and used anew before the deletion
    object->deleteLater();
}

QtTransport::QtTransport()
{
    m_retryAccepting.setSingleShot(true);
    m_retryAccepting.setInterval(AcceptRetry);
    QObject::connect(&m_retryAccepting, &QTimer::timeout, context(), [this] { resumeAccepting(); });
}

QtTransport::~QtTransport()
{
    closeListeners();
    while (!m_watches.empty())
        m_watches.begin()->second.link->orphan();
}

Result<SocketAddress> QtTransport::listen(const SocketAddress &address, Accept accept)
{
    std::unique_ptr<Listener, DeleteLater> listener(new Listener(*this, std::move(accept)));
    if (!listener->listen(address.host, address.port)) {
        if (listener->serverError() == QAbstractSocket::AddressInUseError)
            return tl::unexpected(socketcalls::listenError(address, EADDRINUSE));
        return fail(Errc::Io, "cannot listen on " + address.toByteArray() + ": " + listener->errorString().toUtf8());
    }
    QObject::connect(listener.get(), &QTcpServer::acceptError, context(),
                     [this, server = listener.get()] { pauseAccepting(server->errorString()); });
    const SocketAddress bound{listener->serverAddress(), listener->serverPort()};
    m_listeners.push_back(std::move(listener));
    applyAccepting();
    return bound;
}

void QtTransport::closeListeners()
{
    for (const auto &listener : m_listeners)
        listener->close();
    m_listeners.clear();
}

void QtTransport::setAccepting(bool on)
{
    m_accepting = on;
    applyAccepting();
}

void QtTransport::applyAccepting()
{
    for (const auto &listener : m_listeners) {
        if (m_accepting && !m_paused)
            listener->resumeAccepting();
        else
            listener->pauseAccepting();
    }
}

void QtTransport::accepted(qintptr socket, const Accept &accept)
{
    const int descriptor = int(socket);
    socketcalls::prepareAccepted(descriptor);
    m_saidPaused = false;
    auto link = std::make_unique<SocketLink>(*this, descriptor, socketcalls::peerAddress(descriptor));
    m_watches[descriptor].link = link.get();
    updateInterest(*link); // without a handler: a RST is noticed
    accept(std::move(link));
}

QtTransport::Notifier QtTransport::watch(SocketLink &link, QSocketNotifier::Type type, void (QtTransport::*ready)(SocketLink &))
{
    Notifier notifier(new QSocketNotifier(link.descriptor(), type));
    QObject::connect(notifier.get(), &QSocketNotifier::activated, context(), [this, ready, &link] { (this->*ready)(link); });
    return notifier;
}

void QtTransport::updateInterest(SocketLink &link)
{
    Watch &watched = m_watches[link.descriptor()];
    const auto set = [&](Notifier &notifier, QSocketNotifier::Type type, bool on, void (QtTransport::*ready)(SocketLink &)) {
        if (notifier)
            notifier->setEnabled(on);
        else if (on)
            notifier = watch(link, type, ready);
    };
    set(watched.read, QSocketNotifier::Read, link.wantsRead(), &QtTransport::readable);
    set(watched.write, QSocketNotifier::Write, link.wantsWrite(), &QtTransport::writable);
    set(watched.broken, QSocketNotifier::Exception, !link.wantsRead(), &QtTransport::broken);
}

void QtTransport::forget(SocketLink &link) noexcept
{
    m_watches.erase(link.descriptor());
}

void QtTransport::readable(SocketLink &link)
{
    if (link.wantsRead())
        link.becameReadable(false);
}

void QtTransport::writable(SocketLink &link)
{
    if (link.wantsWrite())
        link.becameWritable();
}

void QtTransport::broken(SocketLink &link)
{
    // Both sides have sent FIN and what came before it is not wanted yet: it would be told on and on.
    if (!link.becameBroken())
        m_watches[link.descriptor()].broken->setEnabled(false);
}

void QtTransport::pauseAccepting(const QString &reason)
{
    m_paused = true;
    m_retryAccepting.start();
    applyAccepting();
    if (!std::exchange(m_saidPaused, true))
        qCWarning(lcTransport, "new connections have to wait: %s", qUtf8Printable(reason));
}

void QtTransport::descriptorFreed() noexcept
{
    if (m_paused)
        resumeAccepting();
}

void QtTransport::resumeAccepting()
{
    m_paused = false;
    m_retryAccepting.stop();
    applyAccepting();
}

} // namespace pushscope
