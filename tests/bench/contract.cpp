// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/contract.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace pushscope::bench {

namespace {

// Of no worth: it lives as long as the benchmark, on a loopback port.
constexpr const char *Secret = "only-for-the-benchmark-0123456789abcdef";
constexpr const char *UpgradeHeaders = "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"; // RFC 6455 §1.3

// A JWT (RFC 7519) signed with HS256, as `pushscope-hub token` prints it.
QByteArray token(const QByteArray &claims)
{
    const auto encode = [](const QByteArray &octets) {
        return octets.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    };
    const QByteArray signedPart = encode(R"({"alg":"HS256","typ":"JWT"})") + '.' + encode(claims);
    return signedPart + '.' + encode(QMessageAuthenticationCode::hash(signedPart, Secret, QCryptographicHash::Sha256));
}

QByteArray get(const QByteArray &target, const QByteArray &headers)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &headers, const QByteArray &body)
{
    return "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n"
        + headers + "\r\n" + body;
}

} // namespace

QByteArray ReferenceContract::subscribe(Protocol protocol, int index, const QByteArray &cursor) const
{
    const QByteArray channel = m_channels == Channels::One ? QByteArray("all") : "u" + QByteArray::number(index);
    switch (protocol) {
    case Protocol::Sse:
        return get("/sse?u=" + channel, {});
    case Protocol::WebSocket:
        return get("/ws?u=" + channel, UpgradeHeaders);
    case Protocol::Poll:
        return get("/lp?u=" + channel + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor), {});
    }
    Q_UNREACHABLE();
}

QByteArray ReferenceContract::readyMark(Protocol protocol) const
{
    return protocol == Protocol::Sse ? ": ok" : protocol == Protocol::WebSocket ? "\r\n\r\n" : "";
}

QByteArray ReferenceContract::publish(const QByteArray &event) const
{
    return post("/pub?u=all", {}, event);
}

QByteArray ReferenceContract::publishTo(int index, const QByteArray &event) const
{
    return post("/pub?u=u" + QByteArray::number(index), {}, event);
}

QStringList HubContract::arguments() const
{
    return QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),  QStringLiteral("--store"),
                       QStringLiteral("memory"),   QStringLiteral("--jwt-secret"), QString::fromLatin1(Secret)}
    + m_extraArguments;
}

QByteArray HubContract::subscribe(Protocol protocol, int index, const QByteArray &cursor) const
{
    const QByteArray id = QByteArray::number(index);
    const QByteArray query = "?clientId=c" + id + "&token=" + token("{\"sub\":\"u" + id + "\"}");
    switch (protocol) {
    case Protocol::Sse:
        return get("/api/events" + query, "Accept: text/event-stream\r\n");
    case Protocol::WebSocket:
        return get("/ws" + query, UpgradeHeaders);
    case Protocol::Poll:
        return get("/api/poll" + query + (cursor.isEmpty() ? QByteArray() : "&cursor=" + cursor), {});
    }
    Q_UNREACHABLE();
}

QByteArray HubContract::readyMark(Protocol protocol) const
{
    return protocol == Protocol::Poll ? "" : "hub.welcome";
}

QByteArray HubContract::publish(const QByteArray &channel, const QByteArray &event)
{
    static const QByteArray headers
        = "Content-Type: application/json\r\nAuthorization: Bearer " + token(R"({"sub":"publisher","publish":["*"]})") + "\r\n";
    return post("/api/publish", headers, R"({"to":")" + channel + R"(","type":"load","data":")" + event + "\"}");
}

QByteArray HubContract::publish(const QByteArray &event) const
{
    return publish("*", event);
}

QByteArray HubContract::publishTo(int index, const QByteArray &event) const
{
    return publish("user:u" + QByteArray::number(index), event);
}

} // namespace pushscope::bench
