// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jwt.h"

#include "protocol/jsonslice.h"
#include "protocol/jwtclaims.h"
#include "protocol/jwtkeys.h"

#include <jwt.h>
#include <memory>

namespace pushscope {

namespace {

constexpr qsizetype MaxTokenBytes = 64 * 1024;

struct FreeJwt {
    void operator()(jwt_t *jwt) const { jwt_free(jwt); }
    void operator()(char *text) const { free(text); }
};
using JwtPointer = std::unique_ptr<jwt_t, FreeJwt>;

struct NamedAlgorithm {
    JwtAlgorithm algorithm;
    QByteArrayView name;
};
constexpr std::array Algorithms{NamedAlgorithm{JwtAlgorithm::HS256, "HS256"}, NamedAlgorithm{JwtAlgorithm::HS384, "HS384"},
                                NamedAlgorithm{JwtAlgorithm::HS512, "HS512"}, NamedAlgorithm{JwtAlgorithm::RS256, "RS256"},
                                NamedAlgorithm{JwtAlgorithm::ES256, "ES256"}};

struct TokenParts {
    QByteArray header; // decoded
    QByteArray payload;
};

tl::unexpected<Error> unauthorized(QByteArray reason)
{
    return fail(Errc::Unauthorized, std::move(reason));
}

// base64url without padding, RFC 7515 §2. QByteArray alone would take padding and the other alphabet's + and / too.
std::optional<QByteArray> decodePart(QByteArrayView part)
{
    const auto isCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    if (part.size() % 4 == 1 || !std::all_of(part.begin(), part.end(), isCharacter))
        return std::nullopt;
    return QByteArray::fromBase64(part.toByteArray(), QByteArray::Base64UrlEncoding);
}

std::optional<TokenParts> splitToken(QByteArrayView token)
{
    const qsizetype first = token.indexOf('.');
    const qsizetype second = first < 0 ? -1 : token.indexOf('.', first + 1);
    if (second < 0 || second + 1 == token.size() || token.size() > MaxTokenBytes)
        return std::nullopt;
    const auto header = decodePart(token.first(first));
    const auto payload = decodePart(token.sliced(first + 1, second - first - 1));
    if (!header || !payload || !decodePart(token.sliced(second + 1))) // a further dot is no character of it
        return std::nullopt;
    return TokenParts{*header, *payload};
}

Result<JwtAlgorithm> algorithmOfHeader(QByteArrayView header)
{
    const auto members = jwtObject(header);
    if (!members)
        return unauthorized("the token's header is not a JSON object");
    if (jwtMember(*members, "crit")) // RFC 7515 §4.1.11: extensions that must be understood; we know none
        return unauthorized("the token demands an extension");
    const auto alg = jwtMember(*members, "alg");
    const auto name = alg ? jsonString(*alg) : Result<QByteArray>(fail(Errc::Syntax, {}));
    const auto algorithm = name ? parseJwtAlgorithm(*name) : Result<JwtAlgorithm>(fail(Errc::Syntax, {}));
    if (!algorithm)
        return unauthorized("the token's algorithm is none that is known here");
    return algorithm;
}

bool hasGoodSignature(const QByteArray &token, const JwtKey &key, JwtAlgorithm algorithm)
{
    jwt_t *raw = nullptr;
    const auto *material = reinterpret_cast<const unsigned char *>(key.material.constData());
    const bool good = jwt_decode(&raw, token.constData(), material, int(key.material.size())) == 0;
    const JwtPointer jwt(raw);
    const JwtErrorQueueGuard leaveNoErrors;
    return good && jwt_get_alg(jwt.get()) == jwt_str_alg(jwtAlgorithmName(algorithm).data());
}

} // namespace

QByteArrayView jwtAlgorithmName(JwtAlgorithm algorithm)
{
    return Algorithms[std::size_t(algorithm)].name;
}

Result<JwtAlgorithm> parseJwtAlgorithm(QByteArrayView name)
{
    for (const NamedAlgorithm &known : Algorithms) {
        if (known.name == name)
            return known.algorithm;
    }
    return fail(Errc::InvalidArgument, "the algorithms are HS256, HS384, HS512, RS256 and ES256");
}

QList<JwtAlgorithm> allJwtAlgorithms()
{
    QList<JwtAlgorithm> all;
    for (const NamedAlgorithm &known : Algorithms)
        all.append(known.algorithm);
    return all;
}

Result<JwtClaims> verifyJwt(QByteArrayView token, const QList<JwtKey> &keys, const JwtPolicy &policy, WallTime now)
{
    const auto parts = splitToken(token);
    if (!parts)
        return unauthorized("not a signed token");
    const auto algorithm = algorithmOfHeader(parts->header);
    if (!algorithm)
        return tl::unexpected(algorithm.error());
    if (!policy.algorithms.contains(*algorithm)) // before any key is looked at, RFC 8725 §3.1
        return unauthorized("the token's algorithm is not allowed");

    const QByteArray text = token.toByteArray(); // with the NUL that libjwt needs
    const bool good = std::any_of(keys.begin(), keys.end(), [&](const JwtKey &key) {
        return fitsAlgorithm(key, *algorithm) && hasGoodSignature(text, key, *algorithm);
    });
    if (!good)
        return unauthorized("no key confirms the token's signature");
    return readJwtClaims(parts->payload, policy, now);
}

QByteArray claimedJwtSubject(QByteArrayView token)
{
    const auto parts = splitToken(token);
    const auto members = parts ? jwtObject(parts->payload) : std::nullopt;
    const auto subject = members ? jwtMember(*members, "sub") : std::nullopt;
    return subject ? jsonString(*subject).value_or(QByteArray()) : QByteArray();
}

Result<QByteArray> signJwt(const JwtClaims &claims, QByteArrayView secret, WallTime issuedAt, QByteArrayView audience,
                           QByteArrayView issuer)
{
    if (claims.subject.isEmpty() || secret.isEmpty())
        return fail(Errc::InvalidArgument, "a token needs a subject and a secret");
    jwt_t *raw = nullptr;
    if (jwt_new(&raw) != 0)
        return fail(Errc::Unavailable, "no memory for a token");
    const JwtPointer jwt(raw);
    const QByteArray payload = writeJwtClaims(claims, issuedAt, audience, issuer);
    const auto *key = reinterpret_cast<const unsigned char *>(secret.data());
    if (jwt_add_grants_json(raw, payload.constData()) != 0 || jwt_set_alg(raw, JWT_ALG_HS256, key, int(secret.size())) != 0)
        return fail(Errc::InvalidArgument, "a claim is not UTF-8 text");
    const std::unique_ptr<char, FreeJwt> text(jwt_encode_str(raw));
    if (!text)
        return fail(Errc::Unavailable, "the token could not be signed");
    return QByteArray(text.get());
}

} // namespace pushscope
