// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TlsFacts: what the two ends of an encrypted link have agreed on.

#include <QByteArray>

namespace pushscope {

struct TlsFacts {
    const char *version = nullptr; // static, "TLSv1.3"; null: the link is in clear, or not agreed on anything yet
    const char *cipher = nullptr; // static, the name that IANA has for the suite
    QByteArray protocol; // chosen by ALPN (RFC 7301): "h2", "http/1.1"; empty: the client named none
    QByteArray serverName; // that the client asked for (SNI, RFC 6066 §3); empty: none

    explicit operator bool() const noexcept { return version != nullptr; }
};

} // namespace pushscope
