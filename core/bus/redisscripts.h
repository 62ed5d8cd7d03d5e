// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the hubs ask of Redis in one piece, as Lua scripts; each says what it takes and gives. Redis 6.2 or later. The keys:
//   pushscope:epoch, :seq          the store's name and the newest id
//   pushscope:log:<channel>        a stream; the id of an entry is <seq>-0, its fields t (ms since 1970), e (busmessage.h)
//                                  and b (octets of all bodies up to and with this one)
//   pushscope:cut:<channel>        the newest seq that was trimmed off that log
//   pushscope:floor, :times, :age  all up to here is too old; when which seq was the newest; seconds kept
//   pushscope:key:…                the idempotency keys of five minutes
//   pushscope:done:<origin>        what became of a hub's latest publishes, where it asks again
//   pushscope:hubs, :hub:<origin>  who is there

#include <QByteArray>

namespace pushscope {

class RedisScript
{
public:
    explicit RedisScript(QByteArray text);
    [[nodiscard]] const QByteArray &text() const noexcept { return m_text; }
    [[nodiscard]] const QByteArray &sha() const noexcept { return m_sha; } // as EVALSHA takes it

private:
    QByteArray m_text, m_sha;
};

// The field of pushscope:done is the ticket modulo this: so many may be under way.
inline constexpr int DoneSlots = 16'384;

struct RedisScripts {
    // epoch-candidate, epoch known or "", newest seq known, proof: channel or "", seq, token → {epoch, seq}. A store that has not
    // what a hub has seen of it is another one.
    RedisScript attach;
    // database, epoch-candidate, body, key or "", events kept, seconds kept, origin or "", ticket, octets kept, channels… →
    // {epoch, seq, 1 if the key was used before}
    RedisScript publish;
    // database, own channel, number of the tick (0: none), channels… → {epoch, seq, {cut, oldest seq}…}
    RedisScript look;
    // after, limit, channels… → {epoch, seq, {cut, oldest seq, entries}…}
    RedisScript read;
    // database, own channel, number, origin, who it is, seconds kept → {epoch, seq, who is there…}
    RedisScript beat;
    // up to seq, cursor of SCAN → {next cursor}
    RedisScript evict;

    [[nodiscard]] static const RedisScripts &all();
};

} // namespace pushscope
