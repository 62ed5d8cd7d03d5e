// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/requestparameters.h"

#include "endpoints/exchange.h"

#include <QRandomGenerator>
#include <QUrl>

namespace pushscope {

namespace {

// Of this run alone: a print that is written down somewhere tells nothing.
const std::size_t PrintSeed = std::size_t(QRandomGenerator::system()->generate64());

bool isClientId(QByteArrayView id)
{
    return id.size() >= 1 && id.size() <= 64 && std::all_of(id.begin(), id.end(), [](char c) {
               return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
                   || c == '-';
           });
}

QByteArray cookieToken(const RequestHead &head)
{
    for (const HttpField &field : head.fields) {
        if (field.name != "cookie")
            continue;
        for (const QByteArray &pair : field.value.split(';')) {
            const QByteArray trimmed = pair.trimmed();
            if (trimmed.startsWith("token="))
                return trimmed.mid(6);
        }
    }
    return {};
}

bool isOwnOrigin(const QUrl &origin, const RequestHead &head)
{
    return origin.authority().toLatin1() == head.field("host");
}

} // namespace

QueryParameters::QueryParameters(QByteArrayView query)
    : m_members(queryMembers(query))
{
}

QByteArray QueryParameters::value(QByteArrayView name) const
{
    const auto it = std::find_if(m_members.begin(), m_members.end(), [&](const auto &member) { return member.name == name; });
    return it == m_members.end() ? QByteArray() : it->value;
}

QList<QByteArray> QueryParameters::values(QByteArrayView name) const
{
    QList<QByteArray> values;
    for (const auto &[key, value] : m_members) {
        if (key == name)
            values.append(value);
    }
    return values;
}

bool QueryParameters::has(QByteArrayView name) const
{
    return std::any_of(m_members.begin(), m_members.end(), [&](const auto &member) { return member.name == name; });
}

Credentials credentialsOf(const RequestHead &head, const QueryParameters &query)
{
    const QByteArray authorization = head.field("authorization");
    if (authorization.size() > 7 && authorization.first(7).toLower() == "bearer ")
        return {authorization.mid(7).trimmed(), false};
    if (query.has("token"))
        return {query.value("token"), false};
    return {cookieToken(head), true};
}

bool isAllowedOrigin(const RequestHead &head, const EndpointSettings &settings)
{
    const QByteArray text = head.field("origin");
    if (text.isEmpty())
        return true;
    if (settings.allowedOrigins.contains("*") || settings.allowedOrigins.contains(text))
        return true;
    const QUrl origin(QString::fromLatin1(text), QUrl::StrictMode);
    if (!origin.isValid() || origin.host().isEmpty())
        return false; // "null" among them
    const QString host = origin.host();
    return host == QLatin1String("localhost") || host.endsWith(QLatin1String(".localhost")) || QHostAddress(host).isLoopback()
        || isOwnOrigin(origin, head);
}

Result<Principal> authorizeRequest(const Exchange &exchange, const QueryParameters &query, const Authorizer &authorizer,
                                   const EndpointSettings &settings, WallTime now)
{
    const Credentials credentials = credentialsOf(exchange.head(), query);
    if (credentials.token.isEmpty())
        return fail(Errc::Unauthorized, "a token is needed");
    auto principal = authorizer.authorize(credentials.token, now);
    const bool changesSomething = exchange.head().method != "GET" && exchange.head().method != "HEAD";
    if (principal && credentials.fromCookie && changesSomething
        && (exchange.head().field("origin").isEmpty() || !isAllowedOrigin(exchange.head(), settings)))
        return fail(Errc::Forbidden, "with a cookie alone, the request must come from an allowed origin");
    return principal;
}

quint64 tokenPrintOf(const Exchange &exchange, const QueryParameters &query)
{
    const QByteArray token = credentialsOf(exchange.head(), query).token;
    return token.isEmpty() ? 0 : qHash(token, PrintSeed) | 1;
}

ConnectionFacts factsOf(const Exchange &exchange, const QueryParameters &query, ClientProtocol protocol)
{
    ConnectionFacts facts;
    facts.protocol = protocol;
    const SocketAddress peer = exchange.peer();
    facts.address = peer.toByteArray();
    facts.host = peer.host.toString().toLatin1();
    const RequestHead &head = exchange.head();
    facts.userAgent = head.field("user-agent");
    facts.authority = head.field("host");
    facts.eventSource = head.field("accept").contains("text/event-stream");
    facts.proxied
        = !head.field("via").isEmpty() || !head.field("forwarded").isEmpty() || !head.field("x-forwarded-for").isEmpty();
    facts.tokenPrint = tokenPrintOf(exchange, query);
    facts.http = exchange.head().version;
    const TlsFacts tls = exchange.tls();
    facts.tls = bool(tls);
    facts.tlsVersion = tls.version;
    facts.tlsCipher = tls.cipher;
    facts.serverName = tls.serverName;
    if (const QByteArray id = query.value("clientId"); isClientId(id))
        facts.clientId = id;
    return facts;
}

Result<void> readSubscription(const Exchange &exchange, const QueryParameters &query, const Principal &principal,
                              QByteArrayView cursorName, Subscription &subscription)
{
    if (query.has("clientId") && !isClientId(query.value("clientId")))
        return fail(Errc::InvalidArgument, "clientId is 1 to 64 of A-Z a-z 0-9 . _ -");
    subscription.facts.user = principal.user;
    subscription.channels = {"user:" + principal.user, "*"};
    for (const QByteArray &room : query.values("room")) {
        if (!Hub::checkChannel("room:" + room))
            return fail(Errc::InvalidArgument, "a room's name has 1 to 250 octets without CR, LF and NUL");
        if (!principal.mayEnter(room))
            return fail(Errc::Forbidden, "the token does not cover the room " + room);
        subscription.channels.push_back("room:" + room);
        subscription.facts.rooms.append(room);
    }
    const auto types = query.values("type");
    subscription.types.assign(types.begin(), types.end());
    const QByteArray header = exchange.head().field("last-event-id");
    subscription.cursor = header.isEmpty() ? query.value(cursorName) : header;
    subscription.facts.cursor = subscription.cursor;
    return {};
}

} // namespace pushscope
