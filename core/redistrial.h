// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisTrial: asks a Redis whether a hub could join there: the way in, its version, that it is the one that is written to, and
// that a hub's keys, scripts and channels are allowed. It writes nothing. Owned by who asks, on whose thread it lives.

#include "base/clock.h"
#include "base/result.h"

#include <QObject>
#include <QTimer>
#include <functional>
#include <memory>

namespace pushscope {

class RedisConnection;
class RedisReply;

class RedisTrial final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<QByteArray> &version)>;

    explicit RedisTrial(Milliseconds timeout = Milliseconds(5'000), QObject *parent = nullptr);
    ~RedisTrial() override;

    // Gives up one that is under way. `done` is called once, later: the version of Redis; or Errc::InvalidArgument for the
    // address, Errc::Unavailable with what is wrong, without the password.
    void start(const QByteArray &url, Done done);
    void cancel(); // `done` is not called any more
    [[nodiscard]] bool isRunning() const noexcept { return bool(m_done); }

private:
    void ask();
    void judge(const Result<RedisReply> &hello);
    void finish(const Result<QByteArray> &result);
    void refuse(const QByteArray &why);

    const SystemClock m_clock;
    std::unique_ptr<RedisConnection> m_connection;
    QTimer m_timeout;
    QByteArray m_version;
    Done m_done;
};

} // namespace pushscope
