// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EndpointSettings: what the endpoints are configured with. A value, the same for the life of a server.

#include "base/clock.h"
#include "endpoints/admission.h"
#include "protocol/http1connection.h"

#include <QByteArray>
#include <QList>

namespace pushscope {

struct EndpointSettings {
    Http1Connection::Limits http;
    Milliseconds keepalive{30'000};
    Milliseconds pollTimeout{30'000};
    Milliseconds retry{3'000};
    Milliseconds pongTimeout{10'000};
    qint64 queueLimit = 1024 * 1024; // octets per client
    qint64 maxEvent = 256 * 1024; // octets of data
    qint64 maxMessage = 1024 * 1024; // octets of a WebSocket message
    AdmissionLimits admission;
    QList<QByteArray> allowedOrigins; // besides loopback ones; "*": any
};

} // namespace pushscope
