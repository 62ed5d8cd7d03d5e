// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// QtTransport: Qt's own notifiers, one or two per descriptor, for platforms without epoll and the hundreds of clients of
// a developer's desk. Not on QTcpSocket: it closes when the peer sends FIN, so a client that half-closes after its
// request would get no answer, and it reports a RST as a FIN. Not on QTcpServer: once it has run out of descriptors, it
// takes each "nobody waits" for another failure (both seen with Qt 6.4).

#include "transport/sockettransport.h"

#include <QSocketNotifier>
#include <unordered_map>

namespace pushscope {

class QtTransport final : public SocketTransport
{
public:
    QtTransport();
    ~QtTransport() override;

    [[nodiscard]] QByteArray name() const override { return "Qt notifiers"; }

    void watchListener(int descriptor, bool on) override;
    void forgetListener(int descriptor) override;
    void adopt(int descriptor, const sockaddr_storage &peer, const Accept &accept) override;
    void updateInterest(SocketLink &link) override;
    void forget(SocketLink &link) noexcept override;

private:
    // A notifier may be dropped from within its own signal, and its descriptor closed and used anew before it is gone.
    struct DisableAndDeleteLater {
        void operator()(QSocketNotifier *notifier) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, DisableAndDeleteLater>;
    using Ready = void (QtTransport::*)(SocketLink &);
    struct Watch {
        SocketLink *link = nullptr;
        // Each is made when first needed.
        Notifier read;
        Notifier write;
        Notifier broken; // while not reading: a RST shows as an exception
    };

    void readable(SocketLink &link);
    void writable(SocketLink &link);
    void broken(SocketLink &link);
    void enable(Notifier &notifier, SocketLink &link, QSocketNotifier::Type type, bool on, Ready ready);

    std::unordered_map<int, Watch> m_watches; // by descriptor
    std::unordered_map<int, Notifier> m_listening;
};

} // namespace pushscope
