// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A certificate and its key, as read from PEM files and made ready to serve. Internal to TlsContext.

#include "base/clock.h"
#include "base/result.h"
#include "transport/tlshandle.h"

#include <QString>

namespace pushscope {

// What the command line names. `certificate` is a PEM chain, the server's own first; `key` its private key, without a password.
struct TlsFiles {
    QString certificate;
    QString key;
    bool operator==(const TlsFiles &) const = default;
};

class TlsIdentity
{
public:
    // Errc::Io for a file that cannot be read; Errc::InvalidArgument for one that is not PEM, or a key that does not match. The
    // text names the file. Files of more than 1 MiB are refused.
    [[nodiscard]] static Result<TlsIdentity> load(const TlsFiles &files);

    [[nodiscard]] SSL_CTX *context() const noexcept { return m_context.get(); }
    // By the names of the certificate (RFC 6125; wildcards too).
    [[nodiscard]] bool covers(const char *serverName) const;
    // What is wrong with its time: "expired on …", "is not valid before …"; empty if nothing.
    [[nodiscard]] QByteArray timeProblem(WallTime now) const;

private:
    explicit TlsIdentity(SslContextPtr context) noexcept
        : m_context(std::move(context))
    {
    }
    SslContextPtr m_context;
};

} // namespace pushscope
