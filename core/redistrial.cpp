// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "redistrial.h"
#include "bus/redisconnection.h"
#include "bus/redisscripts.h"

#include <QVersionNumber>

namespace pushscope {

namespace {

// A map of names and values, which RESP 2 has as an array.
QByteArray valueOf(const RedisReply &map, QByteArrayView name)
{
    for (std::size_t i = 0; i + 1 < map.size(); i += 2) {
        if (map[i].text() == name)
            return map[i + 1].text().toByteArray();
    }
    return {};
}

} // namespace

RedisTrial::RedisTrial(Milliseconds timeout, QObject *parent)
    : QObject(parent)
{
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(timeout);
    connect(&m_timeout, &QTimer::timeout, this,
            [this] { refuse("no answer within " + QByteArray::number(double(m_timeout.interval()) / 1000) + " s"); });
}

RedisTrial::~RedisTrial() = default;

void RedisTrial::start(const QByteArray &url, Done done)
{
    cancel();
    m_done = std::move(done);
    const Result<RedisAddress> address = RedisAddress::parse(url);
    if (!address) {
        QMetaObject::invokeMethod(
            this, [this, error = address.error()] { finish(tl::unexpected(error)); }, Qt::QueuedConnection);
        return;
    }
    m_connection = std::make_unique<RedisConnection>(m_clock, "pushscope-trial");
    connect(m_connection.get(), &RedisConnection::ready, this, &RedisTrial::ask);
    connect(m_connection.get(), &RedisConnection::failed, this, &RedisTrial::refuse);
    m_timeout.start();
    m_connection->open(*address);
}

void RedisTrial::cancel()
{
    m_timeout.stop();
    m_done = {};
    if (!m_connection)
        return;
    m_connection->disconnect(this);
    m_connection->close();
    m_connection.release()->deleteLater(); // it may be the sender
}

// Everything a hub needs, in turn: what is refused is what is told.
void RedisTrial::ask()
{
    const auto allowed = [this](const Result<RedisReply> &reply) {
        if (!reply)
            refuse(reply.error().detail);
    };
    m_connection->setMessageHandler([this](const RedisReply &) { finish(m_version); });
    m_connection->send({"HELLO", "2"}, [this](const Result<RedisReply> &reply) { judge(reply); });
    m_connection->send({"EXISTS", "pushscope:epoch"}, allowed);
    m_connection->send({"SCRIPT", "LOAD", RedisScripts::all().attach.text()}, allowed);
    m_connection->sendSubscription({"SUBSCRIBE", "pushscope:trial"});
}

void RedisTrial::judge(const Result<RedisReply> &hello)
{
    if (!hello) {
        refuse("a hub needs Redis 6.2 or later: " + hello.error().detail); // HELLO came with 6.0
        return;
    }
    m_version = valueOf(*hello, "version");
    if (QVersionNumber::fromString(QLatin1String(m_version)) < QVersionNumber(6, 2))
        refuse("this is Redis " + m_version + ", and a hub needs 6.2 or later");
    else if (const QByteArray role = valueOf(*hello, "role"); role != "master")
        refuse("this Redis is a " + role + ": a hub needs the one that is written to");
}

void RedisTrial::refuse(const QByteArray &why)
{
    finish(fail(Errc::Unavailable, why));
}

void RedisTrial::finish(const Result<QByteArray> &result)
{
    if (!m_done)
        return; // what was asked after the first that was refused
    const Result<QByteArray> told = result;
    const Done done = std::move(m_done);
    cancel();
    done(told);
}

} // namespace pushscope
