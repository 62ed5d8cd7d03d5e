// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ServerConfig: everything a hub is started with, as one value. Parsed by app/common/commandline and the settings dialog.

#include "base/clock.h"
#include "base/result.h"
#include "base/units.h"
#include "hub/eventstore.h"
#include "store/durability.h"
#include "transport/transport.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace pushscope {

struct ListenAddress {
    SocketAddress address;
    bool tls = false;
};

struct ServerConfig {
    // Addresses; port 0 picks a free one. "https://" before one means TLS, "http://" clear text. One with neither is TLS where
    // there is a certificate and no other address says https, else clear.
    QList<QByteArray> listen{"127.0.0.1:8090"};
    QList<QByteArray> tlsCertificates, tlsKeys; // PEM files, in pairs; several are chosen from by the name asked for
    bool tlsSelfSigned = false; // make and keep one for localhost
    QString tlsFolder; // where that is kept
    bool expose = false; // an address that is not loopback is refused without it
    QString store = QStringLiteral("memory"); // "memory" or a file
    QByteArray redis; // redis[s]://…: joined with other hubs, and events are kept there; empty: alone
    bool redisWaits = false; // publishing waits while Redis is away, else it fails
    Durability durability = Durability::Committed;
    Retention retention;
    QList<QByteArray> secrets; // HMAC keys, at least one or a public key
    QList<QByteArray> publicKeys; // PEM
    QList<QByteArray> algorithms{"HS256", "HS384", "HS512", "RS256", "ES256"};
    QByteArray audience, issuer; // empty: not checked
    bool requireExpiry = false;
    QList<QByteArray> allowedOrigins; // besides loopback origins; "*" for any
    Milliseconds keepalive{30'000};
    Milliseconds pollTimeout{30'000}; // when the client names none
    Milliseconds idleTimeout{75'000}; // keep-alive between two requests
    Milliseconds headerTimeout{10'000};
    Milliseconds retry{3'000}; // "retry:" of event streams
    qint64 queueLimit = 1024 * 1024; // octets per client
    qint64 maxEvent = 256 * 1024; // octets of data
    // 0: no limit.
    quint64 maxConnections = 0; // event streams, WebSockets and waiting polls
    quint64 maxPerUser = 0, maxPerAddress = 0; // of these
    quint32 publishRate = 0; // events a second of one token
    qint64 memoryLimit = 0; // octets of the process; 0: three quarters of what the machine allows it
    QByteArray transport = "auto"; // "auto", "linux", "qt"

    bool operator==(const ServerConfig &) const;
    [[nodiscard]] bool hasTls() const noexcept { return tlsSelfSigned || !tlsCertificates.isEmpty(); }
    // Whether `redis` says where Redis is. Errc::InvalidArgument says what is wrong, without the option and the password.
    [[nodiscard]] Result<void> checkRedis() const;
    // What `listen` means. Errc::InvalidArgument naming the address.
    [[nodiscard]] Result<QList<ListenAddress>> listenAddresses() const;
    // Every member within its range, and the members fit together; else Errc::InvalidArgument naming the option.
    [[nodiscard]] Result<void> validate() const;
};

} // namespace pushscope
