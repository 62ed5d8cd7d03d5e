// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jwtkeys.h"

#include <array>
#include <memory>
#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <string_view>

namespace pushscope {

namespace {

struct FreeOpenSsl {
    void operator()(BIO *bio) const { BIO_free(bio); }
    void operator()(EVP_PKEY *key) const { EVP_PKEY_free(key); }
};

// Never asks at the terminal, as OpenSSL does without a callback.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

std::unique_ptr<EVP_PKEY, FreeOpenSsl> readPublicKey(const QByteArray &pem)
{
    const std::unique_ptr<BIO, FreeOpenSsl> bio(BIO_new_mem_buf(pem.constData(), int(pem.size())));
    return std::unique_ptr<EVP_PKEY, FreeOpenSsl>(bio ? PEM_read_bio_PUBKEY(bio.get(), nullptr, noPassphrase, nullptr) : nullptr);
}

bool isP256(const EVP_PKEY *key)
{
    std::array<char, 64> name{};
    std::size_t size = 0;
    return EVP_PKEY_get_group_name(key, name.data(), name.size(), &size) == 1
        && std::string_view(name.data(), size) == "prime256v1";
}

bool isPublicKeyFor(const QByteArray &pem, JwtAlgorithm algorithm)
{
    const JwtErrorQueueGuard leaveNoErrors;
    const auto key = readPublicKey(pem);
    if (!key)
        return false;
    if (algorithm == JwtAlgorithm::RS256)
        return EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_RSA && EVP_PKEY_get_bits(key.get()) >= 2048;
    return EVP_PKEY_get_base_id(key.get()) == EVP_PKEY_EC && isP256(key.get());
}

} // namespace

JwtErrorQueueGuard::~JwtErrorQueueGuard()
{
    ERR_clear_error();
}

bool fitsAlgorithm(const JwtKey &key, JwtAlgorithm algorithm)
{
    switch (algorithm) {
    case JwtAlgorithm::HS256:
    case JwtAlgorithm::HS384:
    case JwtAlgorithm::HS512:
        return key.kind == JwtKey::Kind::Secret && !key.material.isEmpty();
    case JwtAlgorithm::RS256:
    case JwtAlgorithm::ES256:
        return key.kind == JwtKey::Kind::PublicKeyPem && isPublicKeyFor(key.material, algorithm);
    }
    return false;
}

} // namespace pushscope
