// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RedisReply: a view of one reply; RedisReader: octets in, replies out, around hiredis's reader. Hub thread.

#include "base/result.h"

#include <QByteArrayView>
#include <hiredis/hiredis.h>
#include <memory>

namespace pushscope {

class RedisReply
{
public:
    explicit RedisReply(const redisReply *reply)
        : m_reply(reply)
    {
    }
    [[nodiscard]] bool isError() const { return m_reply->type == REDIS_REPLY_ERROR; }
    [[nodiscard]] bool isArray() const { return m_reply->type == REDIS_REPLY_ARRAY; }
    [[nodiscard]] QByteArrayView text() const // of a string, status or error; else empty
    {
        return m_reply->str ? QByteArrayView(m_reply->str, qsizetype(m_reply->len)) : QByteArrayView();
    }
    [[nodiscard]] qint64 integer() const { return m_reply->integer; } // of an integer; else 0
    [[nodiscard]] quint64 number() const { return text().toByteArray().toULongLong(); } // of digits in a string; else 0
    [[nodiscard]] std::size_t size() const { return isArray() ? m_reply->elements : 0; }
    [[nodiscard]] RedisReply operator[](std::size_t i) const { return RedisReply(m_reply->element[i]); } // i < size()

private:
    const redisReply *m_reply;
};

class RedisReader
{
public:
    RedisReader() { reset(); }
    void reset() { m_reader.reset(redisReaderCreate()); }
    void feed(QByteArrayView octets) { redisReaderFeed(m_reader.get(), octets.data(), std::size_t(octets.size())); }
    struct Free {
        void operator()(redisReply *reply) const { freeReplyObject(reply); }
        void operator()(redisReader *reader) const { redisReaderFree(reader); }
    };
    using Owned = std::unique_ptr<redisReply, Free>;
    // Null: it is not whole yet. Errc::Protocol: not RESP.
    [[nodiscard]] Result<Owned> next()
    {
        void *reply = nullptr;
        if (redisReaderGetReply(m_reader.get(), &reply) != REDIS_OK)
            return fail(Errc::Protocol, QByteArray(m_reader->errstr));
        return Owned(static_cast<redisReply *>(reply));
    }

private:
    std::unique_ptr<redisReader, Free> m_reader;
};

} // namespace pushscope
