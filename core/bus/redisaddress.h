// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisAddress: where Redis is and how to get in, from "redis[s]://[[user]:password@]host[:port][/database]",
// with TLS also "?ssl_ca_certs=FILE", as redis-py has it. A value; pure.
// Source: the "redis" and "rediss" URI schemes as IANA lists them.

#include "base/result.h"

#include <QByteArray>

namespace pushscope {

struct RedisAddress {
    QByteArray host = "127.0.0.1";
    quint16 port = 6379;
    QByteArray user; // empty: the default user
    QByteArray password; // empty: none
    int database = 0; // 0 to 9999; what it allows, the server says
    bool tls = false;
    QByteArray caFile; // PEM, of whom to trust besides those that the system does; empty: nobody

    bool operator==(const RedisAddress &) const = default;
    // Errc::InvalidArgument says which part is wrong; the password is in no text.
    [[nodiscard]] static Result<RedisAddress> parse(const QByteArray &url);
    [[nodiscard]] QByteArray withoutPassword() const; // for people
};

} // namespace pushscope
