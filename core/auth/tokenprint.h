// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TokenPrint: the SHA-256 of a token, for a table that must not hold tokens. OpenSSL's, since Qt's is its portable one and took a
// sixth of what it costs to publish. A value of one thread.

#include <QByteArray>
#include <QByteArrayView>
#include <memory>
#include <openssl/evp.h>

namespace pushscope {

class TokenPrint
{
public:
    TokenPrint();
    [[nodiscard]] QByteArray of(QByteArrayView token); // 32 octets; empty if OpenSSL has no SHA-256, or no memory

private:
    struct Free {
        void operator()(EVP_MD *digest) const noexcept { EVP_MD_free(digest); }
        void operator()(EVP_MD_CTX *context) const noexcept { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD, Free> m_digest; // fetched once: that is the slow part
    std::unique_ptr<EVP_MD_CTX, Free> m_context;
};

} // namespace pushscope
