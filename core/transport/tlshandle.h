// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Owners of OpenSSL's objects, and its errors in words. Internal to the TLS files of transport/.

#include <QByteArray>
#include <memory>
#include <openssl/evp.h>
#include <openssl/ssl.h>
#include <openssl/x509.h>

namespace pushscope {

template<auto Free> struct OpenSslFree {
    template<typename T> void operator()(T *object) const noexcept { Free(object); }
};
using SslPtr = std::unique_ptr<SSL, OpenSslFree<SSL_free>>;
using SslContextPtr = std::unique_ptr<SSL_CTX, OpenSslFree<SSL_CTX_free>>;
using CertificatePtr = std::unique_ptr<X509, OpenSslFree<X509_free>>;
using KeyPtr = std::unique_ptr<EVP_PKEY, OpenSslFree<EVP_PKEY_free>>;
using BioPtr = std::unique_ptr<BIO, OpenSslFree<BIO_free>>;

// Takes the oldest error of this thread's queue and clears the rest; "unknown reason" where there is none.
[[nodiscard]] QByteArray takeOpenSslError();

} // namespace pushscope
