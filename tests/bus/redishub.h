// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisHub: a hub on a Redis, asked over HTTP; RedisStream: an event stream of one, read by hand.

#include "server/hubfixture.h"
#include "support/rawsocket.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

using namespace std::chrono_literals;

inline ServerConfig onRedis(const QByteArray &url)
{
    ServerConfig config;
    config.redis = url;
    return config;
}

inline QJsonObject parsed(const HttpAnswer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

struct RedisHub : HubFixture {
    using HubFixture::HubFixture;

    HttpAnswer ask(QByteArrayView method, const QByteArray &target, const QByteArray &body = {}, const QByteArray &user = "admin")
    {
        RawSocket socket;
        if (!socket.connectTo(port()))
            return {};
        return exchange(socket, method, target, body, "Authorization: Bearer " + token(user, true) + "\r\n");
    }
    HttpAnswer publish(const QByteArray &json) { return ask("POST", "/api/publish", json); }
    [[nodiscard]] QJsonObject bus() { return parsed(ask("GET", "/api/hub")).value(QLatin1String("bus")).toObject(); }
    [[nodiscard]] bool isReady() { return ask("GET", "/readyz").status == 200; }
    [[nodiscard]] quint64 metric(const QByteArray &name)
    {
        const QByteArray text = '\n' + ask("GET", "/metrics").body;
        const qsizetype at = text.indexOf('\n' + name + ' ');
        return at < 0 ? ~quint64(0)
                      : text.mid(at + name.size() + 2, text.indexOf('\n', at + 1) - at - name.size() - 2).toULongLong();
    }
};

// An event stream that is read by hand.
struct RedisStream {
    RawSocket socket;
    QByteArray all;

    bool open(RedisHub &hub, const QByteArray &user, const QByteArray &query = {})
    {
        return socket.connectTo(hub.port())
            && socket.send("GET /api/events?token=" + hub.token(user) + query + " HTTP/1.1\r\nHost: hub\r\n\r\n");
    }
    // Everything up to this text.
    QByteArray until(QByteArrayView text)
    {
        const QByteArray got = socket.receiveUntil(text, 20s);
        all += got;
        return got;
    }
    bool isGreeted() { return !until(": ping").isEmpty(); }
};

} // namespace pushscope
