// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jwtclaims.h"

#include <algorithm>
#include <cmath>

namespace pushscope {

namespace {

using Members = QList<JsonMember>;

tl::unexpected<Error> wrongType(const char *claim)
{
    return fail(Errc::Unauthorized, QByteArray("the claim \"") + claim + "\" has a wrong type");
}

Result<std::optional<QByteArray>> textClaim(const Members &members, const char *claim)
{
    const auto value = jwtMember(members, claim);
    if (!value)
        return std::optional<QByteArray>();
    auto text = jsonTypeOf(*value) == JsonType::String ? jsonString(*value) : Result<QByteArray>(wrongType(claim));
    if (!text)
        return wrongType(claim);
    return std::optional<QByteArray>(std::move(*text));
}

Result<QList<QByteArray>> textsOf(QByteArrayView array, const char *claim)
{
    QList<QByteArray> texts;
    for (const QByteArrayView element : jsonElements(array)) {
        auto text = jsonTypeOf(element) == JsonType::String ? jsonString(element) : Result<QByteArray>(wrongType(claim));
        if (!text)
            return wrongType(claim);
        texts.append(std::move(*text));
    }
    return texts;
}

Result<QList<QByteArray>> listClaim(const Members &members, const char *claim)
{
    const auto value = jwtMember(members, claim);
    if (!value)
        return QList<QByteArray>();
    return jsonTypeOf(*value) == JsonType::Array ? textsOf(*value, claim) : Result<QList<QByteArray>>(wrongType(claim));
}

Result<bool> boolClaim(const Members &members, const char *claim)
{
    const auto value = jwtMember(members, claim);
    if (!value)
        return false;
    return jsonTypeOf(*value) == JsonType::Bool ? Result<bool>(*value == "true") : Result<bool>(wrongType(claim));
}

// A NumericDate may have a fraction and an exponent; what lies beyond the year 9999 is cut to it, so that no sum overflows.
Result<std::optional<WallTime>> timeClaim(const Members &members, const char *claim)
{
    static constexpr double LatestSecond = 253'402'300'799.0;
    const auto value = jwtMember(members, claim);
    if (!value)
        return std::optional<WallTime>();
    if (jsonTypeOf(*value) != JsonType::Number)
        return wrongType(claim);
    bool ok = false;
    const double seconds = value->toByteArray().toDouble(&ok);
    if (!ok || !std::isfinite(seconds))
        return wrongType(claim);
    const double bounded = std::clamp(seconds, 0.0, LatestSecond);
    return std::optional<WallTime>(WallTime(Milliseconds(qint64(std::floor(bounded * 1000.0)))));
}

Result<void> checkAudience(const Members &members, const QByteArray &audience)
{
    const auto value = jwtMember(members, "aud");
    if (!value)
        return audience.isEmpty() ? Result<void>() : fail(Errc::Unauthorized, "the token is for another audience");
    // RFC 7519 §4.1.3: one string or a list of them
    Result<QList<QByteArray>> names = wrongType("aud");
    if (jsonTypeOf(*value) == JsonType::Array)
        names = textsOf(*value, "aud");
    else if (const auto one = textClaim(members, "aud"))
        names = QList<QByteArray>{**one};
    if (!names)
        return tl::unexpected(names.error());
    if (!audience.isEmpty() && !names->contains(audience))
        return fail(Errc::Unauthorized, "the token is for another audience");
    return {};
}

Result<void> checkIssuer(const Members &members, const QByteArray &issuer)
{
    const auto claimed = textClaim(members, "iss");
    if (!claimed)
        return tl::unexpected(claimed.error());
    if (!issuer.isEmpty() && (!*claimed || **claimed != issuer))
        return fail(Errc::Unauthorized, "the token is from another issuer");
    return {};
}

// Gives the time of expiry. RFC 7519 §4.1.4: not to be accepted on or after `exp`; §4.1.5: nor before `nbf`.
Result<std::optional<WallTime>> checkTimes(const Members &members, const JwtPolicy &policy, WallTime now)
{
    const auto expires = timeClaim(members, "exp");
    const auto notBefore = timeClaim(members, "nbf");
    const auto issued = timeClaim(members, "iat"); // its type only
    for (const auto *claim : {&expires, &notBefore, &issued}) {
        if (!*claim)
            return tl::unexpected(claim->error());
    }
    if (!*expires && policy.requireExpiry)
        return fail(Errc::Unauthorized, "the token never expires, and must");
    if (*expires && now >= **expires + policy.leeway)
        return fail(Errc::Unauthorized, "the token has expired");
    if (*notBefore && now + policy.leeway < **notBefore)
        return fail(Errc::Unauthorized, "the token is not yet valid");
    return *expires;
}

QByteArray quotedList(const QList<QByteArray> &texts)
{
    QByteArray json = "[";
    for (const QByteArray &text : texts)
        json += (json.size() > 1 ? "," : "") + jsonQuoted(text);
    return json + ']';
}

QByteArray secondsOf(WallTime time)
{
    return QByteArray::number(qint64(std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count()));
}

} // namespace

std::optional<QList<JsonMember>> jwtObject(QByteArrayView text)
{
    auto members = jsonObject(text);
    return members ? std::optional(std::move(*members)) : std::nullopt;
}

std::optional<QByteArrayView> jwtMember(const QList<JsonMember> &members, QByteArrayView key)
{
    for (const JsonMember &member : members) {
        if (member.key == key)
            return member.value;
    }
    return std::nullopt;
}

Result<JwtClaims> readJwtClaims(QByteArrayView payload, const JwtPolicy &policy, WallTime now)
{
    const auto members = jwtObject(payload);
    if (!members)
        return fail(Errc::Unauthorized, "the token's claims are not a JSON object");
    const auto expires = checkTimes(*members, policy, now);
    if (!expires)
        return tl::unexpected(expires.error());
    if (const auto audience = checkAudience(*members, policy.audience); !audience)
        return tl::unexpected(audience.error());
    if (const auto issuer = checkIssuer(*members, policy.issuer); !issuer)
        return tl::unexpected(issuer.error());

    const auto subject = textClaim(*members, "sub");
    const auto rooms = listClaim(*members, "rooms");
    const auto publish = listClaim(*members, "publish");
    const auto admin = boolClaim(*members, "admin");
    if (!subject || !*subject || (*subject)->isEmpty())
        return fail(Errc::Unauthorized, "the token names no subject");
    if (!rooms)
        return tl::unexpected(rooms.error());
    if (!publish)
        return tl::unexpected(publish.error());
    if (!admin)
        return tl::unexpected(admin.error());
    return JwtClaims{**subject, *rooms, *publish, *admin, *expires};
}

QByteArray writeJwtClaims(const JwtClaims &claims, WallTime issuedAt, QByteArrayView audience, QByteArrayView issuer)
{
    QByteArray json = "{\"sub\":" + jsonQuoted(claims.subject) + ",\"iat\":" + secondsOf(issuedAt);
    if (claims.expires)
        json += ",\"exp\":" + secondsOf(*claims.expires);
    if (!audience.isEmpty())
        json += ",\"aud\":" + jsonQuoted(audience);
    if (!issuer.isEmpty())
        json += ",\"iss\":" + jsonQuoted(issuer);
    if (!claims.rooms.isEmpty())
        json += ",\"rooms\":" + quotedList(claims.rooms);
    if (!claims.publish.isEmpty())
        json += ",\"publish\":" + quotedList(claims.publish);
    if (claims.admin)
        json += ",\"admin\":true";
    return json + '}';
}

} // namespace pushscope
