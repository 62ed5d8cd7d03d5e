// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "jwtsigner.h"

#include <QMessageAuthenticationCode>
#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>

namespace pushscope {

TestKeyPair::TestKeyPair(EVP_PKEY *key)
    : m_key(key, EVP_PKEY_free)
{
    if (!key)
        qFatal("OpenSSL made no key");
}

TestKeyPair TestKeyPair::rsa(unsigned bits)
{
    return TestKeyPair(EVP_RSA_gen(bits));
}

TestKeyPair TestKeyPair::ec(const char *curve)
{
    return TestKeyPair(EVP_EC_gen(curve));
}

QByteArray TestKeyPair::publicPem() const
{
    const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), BIO_free);
    PEM_write_bio_PUBKEY(bio.get(), m_key.get());
    char *text = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &text);
    return QByteArray(text, qsizetype(size));
}

// The signature of JWS is r and s of 32 octets each, RFC 7518 §3.4; that of OpenSSL is DER.
static QByteArray joinedSignature(const QByteArray &der)
{
    const auto *begin = reinterpret_cast<const unsigned char *>(der.constData());
    const std::unique_ptr<ECDSA_SIG, decltype(&ECDSA_SIG_free)> signature(d2i_ECDSA_SIG(nullptr, &begin, long(der.size())),
                                                                          ECDSA_SIG_free);
    QByteArray joined(64, '\0');
    auto *out = reinterpret_cast<unsigned char *>(joined.data());
    BN_bn2binpad(ECDSA_SIG_get0_r(signature.get()), out, 32);
    BN_bn2binpad(ECDSA_SIG_get0_s(signature.get()), out + 32, 32);
    return joined;
}

QByteArray TestKeyPair::sign(const QByteArray &octets) const
{
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    const auto *data = reinterpret_cast<const unsigned char *>(octets.constData());
    std::size_t size = 0;
    EVP_DigestSignInit(context.get(), nullptr, EVP_sha256(), nullptr, m_key.get());
    EVP_DigestSign(context.get(), nullptr, &size, data, std::size_t(octets.size()));
    QByteArray signature(qsizetype(size), '\0');
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &size, data, std::size_t(octets.size()));
    signature.resize(qsizetype(size));
    return EVP_PKEY_get_base_id(m_key.get()) == EVP_PKEY_EC ? joinedSignature(signature) : signature;
}

QByteArray base64Url(const QByteArray &octets)
{
    return octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray tokenHead(const QByteArray &header, const QByteArray &payload)
{
    return base64Url(header) + '.' + base64Url(payload);
}

static QByteArray headerOf(const QByteArray &algorithm)
{
    return R"({"alg":")" + algorithm + R"(","typ":"JWT"})";
}

QByteArray hmacToken(const QByteArray &algorithm, const QByteArray &payload, const QByteArray &secret)
{
    const auto hash = algorithm == "HS512" ? QCryptographicHash::Sha512
        : algorithm == "HS384"             ? QCryptographicHash::Sha384
                                           : QCryptographicHash::Sha256;
    const QByteArray head = tokenHead(headerOf(algorithm), payload);
    return head + '.' + base64Url(QMessageAuthenticationCode::hash(head, secret, hash));
}

QByteArray keyPairToken(const QByteArray &algorithm, const QByteArray &payload, const TestKeyPair &keys)
{
    const QByteArray head = tokenHead(headerOf(algorithm), payload);
    return head + '.' + base64Url(keys.sign(head));
}

} // namespace pushscope
