// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// No token passes that was not signed; a signed one with any claims is read or refused, never more.

#include "fuzzinput.h"
#include "protocol/jsonslice.h"
#include "protocol/jwt.h"

#include <QMessageAuthenticationCode>

using namespace pushscope;

namespace {

const QByteArray Secret = "the fuzzer does not know this secret";

QByteArray base64Url(QByteArrayView octets)
{
    return octets.toByteArray().toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

QByteArray signedToken(QByteArrayView header, QByteArrayView payload)
{
    const QByteArray head = base64Url(header) + '.' + base64Url(payload);
    return head + '.' + base64Url(QMessageAuthenticationCode::hash(head, Secret, QCryptographicHash::Sha256));
}

Result<JwtClaims> verify(const QByteArray &token)
{
    static const QList<JwtKey> keys{
        {JwtKey::Kind::Secret, Secret},
        {JwtKey::Kind::PublicKeyPem,
         "-----BEGIN PUBLIC KEY-----\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9\n"
         "q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==\n-----END PUBLIC KEY-----\n"}};
    JwtPolicy policy;
    policy.leeway = std::chrono::seconds(0);
    auto claims = verifyJwt(token, keys, policy, WallTime(Milliseconds(1'790'000'000'000)));
    if (claims) {
        FUZZ_CHECK(!claims->subject.isEmpty());
        FUZZ_CHECK(!claims->expires || *claims->expires > WallTime(Milliseconds(1'790'000'000'000)));
    } else {
        FUZZ_CHECK(claims.error().code == Errc::Unauthorized && !claims.error().detail.isEmpty());
    }
    return claims;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    FUZZ_CHECK(!verify(text.toByteArray()));
    const auto claims = verify(signedToken(R"({"alg":"HS256","typ":"JWT"})", text));
    FUZZ_CHECK(!claims || validateJson(text));
    std::ignore = verify(signedToken(text, R"({"sub":"alice"})"));
    if (claims) {
        const auto again = signJwt(*claims, Secret, WallTime());
        FUZZ_CHECK(!again || verify(*again)->rooms == claims->rooms);
    }
    return 0;
}
