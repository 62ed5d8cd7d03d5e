// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Makes tokens for tests, good and bad ones, with keys generated for the run.

#include <QByteArray>
#include <memory>
#include <openssl/types.h>

namespace pushscope {

class TestKeyPair
{
public:
    [[nodiscard]] static TestKeyPair rsa(unsigned bits = 2048);
    [[nodiscard]] static TestKeyPair ec(const char *curve = "P-256");
    [[nodiscard]] QByteArray publicPem() const;
    [[nodiscard]] QByteArray sign(const QByteArray &octets) const; // RS256, or ES256 as r and s side by side

private:
    explicit TestKeyPair(EVP_PKEY *key);
    std::shared_ptr<EVP_PKEY> m_key;
};

[[nodiscard]] QByteArray base64Url(const QByteArray &octets);
[[nodiscard]] QByteArray tokenHead(const QByteArray &header, const QByteArray &payload); // what is signed
[[nodiscard]] QByteArray hmacToken(const QByteArray &algorithm, const QByteArray &payload, const QByteArray &secret);
[[nodiscard]] QByteArray keyPairToken(const QByteArray &algorithm, const QByteArray &payload, const TestKeyPair &keys);

} // namespace pushscope
