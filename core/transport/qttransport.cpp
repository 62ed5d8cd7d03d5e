// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "transport/qttransport.h"

namespace pushscope {

void QtTransport::DisableAndDeleteLater::operator()(QSocketNotifier *notifier) const
{
    notifier->setEnabled(false);
    notifier->deleteLater();
}

QtTransport::QtTransport()
    : SocketTransport(std::make_unique<PlainSendBatch>())
{
}

QtTransport::~QtTransport()
{
    closeListeners();
    while (!m_watches.empty())
        m_watches.begin()->second.link->orphan();
}

void QtTransport::watchListener(int descriptor, bool on)
{
    Notifier &notifier = m_listening[descriptor];
    if (!notifier) {
        notifier.reset(new QSocketNotifier(descriptor, QSocketNotifier::Read));
        QObject::connect(notifier.get(), &QSocketNotifier::activated, context(), [this, descriptor] { acceptSome(descriptor); });
    }
    notifier->setEnabled(on);
}

void QtTransport::forgetListener(int descriptor)
{
    m_listening.erase(descriptor);
}

void QtTransport::adopt(int descriptor, const sockaddr_storage &peer, const Accept &accept)
{
    auto link = std::make_unique<SocketLink>(*this, descriptor, peer);
    m_watches[descriptor].link = link.get();
    updateInterest(*link); // also without a handler a RST is noticed
    accept(std::move(link));
}

void QtTransport::enable(Notifier &notifier, SocketLink &link, QSocketNotifier::Type type, bool on, Ready ready)
{
    if (!notifier && on) {
        notifier.reset(new QSocketNotifier(link.descriptor(), type));
        QObject::connect(notifier.get(), &QSocketNotifier::activated, context(), [this, ready, &link] { (this->*ready)(link); });
    } else if (notifier) {
        notifier->setEnabled(on);
    }
}

void QtTransport::updateInterest(SocketLink &link)
{
    Watch &watch = m_watches[link.descriptor()];
    enable(watch.read, link, QSocketNotifier::Read, link.wantsRead(), &QtTransport::readable);
    enable(watch.write, link, QSocketNotifier::Write, link.wantsWrite(), &QtTransport::writable);
    enable(watch.broken, link, QSocketNotifier::Exception, !link.wantsRead(), &QtTransport::broken);
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

} // namespace pushscope
