// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TlsPeer: a TLS client of OpenSSL's over a Peer, whose octets a test may hold back, cut short or break. Everything but the
// construction is non-blocking: ask again.

#include "transport/peer.h"
#include "transport/tlshandle.h"

namespace pushscope {

class TlsPeer
{
public:
    struct Settings {
        QByteArray serverName{};
        QByteArray protocols{}; // for ALPN, as on the wire
        int maxVersion = TLS1_3_VERSION;
        const char *ciphers = nullptr; // of TLS 1.2; null: OpenSSL's choice
        qsizetype slice = 0; // sends at most so many octets in one write; 0: all
    };
    explicit TlsPeer(const SocketAddress &to)
        : TlsPeer(to, Settings())
    {
    }
    TlsPeer(const SocketAddress &to, Settings settings);

    [[nodiscard]] bool isOpen(); // the handshake is done
    void write(QByteArrayView clear);
    void closeNotify();
    [[nodiscard]] const QByteArray &received(); // in clear
    [[nodiscard]] bool seesCloseNotify();
    [[nodiscard]] QByteArray error(); // of OpenSSL, such as an alert of the server's; empty: none
    [[nodiscard]] QByteArray certificateName(); // the common name of the server's certificate
    [[nodiscard]] SSL *ssl() noexcept { return m_ssl.get(); }
    void pump(); // passes on what there is, both ways
    void feedBroken(); // sends what it would send with one octet changed
    [[nodiscard]] QByteArray takeFlight(); // what it would send next, which it then doesn't

    Peer wire;

private:
    void note(int result);

    Settings m_settings;
    SslContextPtr m_context;
    SslPtr m_ssl;
    qsizetype m_fed = 0; // of what the wire has received
    QByteArray m_received;
    QByteArray m_error;
};

} // namespace pushscope
