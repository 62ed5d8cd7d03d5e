// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// QtTransport: QTcpServer accepts, QSocketNotifiers watch; for platforms without epoll and the hundreds of clients of a
// developer's desk. Not QTcpSocket: it closes when the peer sends FIN, so a client that half-closes after its request
// would get no answer, and it reports a RST as a FIN.

#include "base/clock.h"
#include "transport/sockettransport.h"

#include <QSocketNotifier>
#include <QTimer>
#include <unordered_map>

namespace pushscope {

class QtTransport final : public SocketTransport
{
public:
    QtTransport();
    ~QtTransport() override;

    [[nodiscard]] QByteArray name() const override { return "Qt Network"; }
    [[nodiscard]] Result<SocketAddress> listen(const SocketAddress &address, Accept accept) override;
    void closeListeners() override;
    void setAccepting(bool on) override;

    void updateInterest(SocketLink &link) override;
    void forget(SocketLink &link) noexcept override;
    void descriptorFreed() noexcept override;

private:
    class Listener;
    // A notifier may be dropped from within its own signal.
    struct DeleteLater {
        void operator()(QObject *object) const;
    };
    using Notifier = std::unique_ptr<QSocketNotifier, DeleteLater>;
    struct Watch {
        SocketLink *link = nullptr;
        Notifier read;
        Notifier write; // made when first needed
        Notifier broken; // while not reading: a RST shows as an exception
    };

    void accepted(qintptr descriptor, const Accept &accept);
    [[nodiscard]] Notifier watch(SocketLink &link, QSocketNotifier::Type type, void (QtTransport::*ready)(SocketLink &));
    void readable(SocketLink &link);
    void writable(SocketLink &link);
    void broken(SocketLink &link);
    void pauseAccepting(const QString &reason);
    void resumeAccepting();
    void applyAccepting();

    std::unordered_map<int, Watch> m_watches; // by descriptor
    std::vector<std::unique_ptr<Listener, DeleteLater>> m_listeners;
    QTimer m_retryAccepting;
    bool m_accepting = true;
    bool m_paused = false; // no descriptor or memory for another link
    bool m_saidPaused = false;
};

} // namespace pushscope
