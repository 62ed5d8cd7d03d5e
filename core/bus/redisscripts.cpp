// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/redisscripts.h"

#include <QCryptographicHash>

namespace pushscope {

RedisScript::RedisScript(QByteArray text)
    : m_text(std::move(text))
    , m_sha(QCryptographicHash::hash(m_text, QCryptographicHash::Sha1).toHex())
{
}

// Trims a log to what is kept and remembers how far: what is gone must be told as a gap. Each entry carries the octets of all
// bodies of its log up to and with itself, `total` is the newest one's, which never goes.
static const QByteArray Trim = R"lua(
local P = 'pushscope:'
local function seqof(id) return tonumber(string.match(id, '^%d+')) end
local function text(n) return string.format('%.0f', n) end
local function sum(entry) return tonumber(entry[2][6] or '0') end
local function trim(channel, most, floor, bytes, total)
    local log = P .. 'log:' .. channel
    local cut = 0
    if most > 0 then
        local excess = math.min(redis.call('XLEN', log) - most, 1000)
        if excess > 0 then
            local old = redis.call('XRANGE', log, '-', '+', 'COUNT', excess)
            cut = seqof(old[#old][1])
        end
    end
    if bytes > 0 and total > bytes then
        local from, count, seen, enough = '-', 2, 0, false
        repeat
            local old = redis.call('XRANGE', log, from, '+', 'COUNT', count)
            for _, e in ipairs(old) do
                enough = sum(e) - #e[2][4] >= total - bytes or sum(e) == total
                if enough then break end
                cut, from = math.max(cut, seqof(e[1])), text(seqof(e[1])) .. '-1'
            end
            seen, count = seen + #old, math.min(2 * count, 64)
        until enough or seen >= 1000
    end
    if floor > cut then
        local old = redis.call('XREVRANGE', log, text(floor) .. '-0', '-', 'COUNT', 1)
        if old[1] then cut = math.max(cut, seqof(old[1][1])) end
    end
    if cut > 0 then
        redis.call('XTRIM', log, 'MINID', text(cut + 1) .. '-0')
        redis.call('SET', P .. 'cut:' .. channel, text(cut))
        local age = tonumber(redis.call('GET', P .. 'age') or '0')
        if age > 0 then redis.call('EXPIRE', P .. 'cut:' .. channel, 2 * age) end
    end
end
local function floorseq() return tonumber(redis.call('GET', P .. 'floor') or '0') end
local function facts(channel, floor)
    trim(channel, 0, floor, 0, 0)
    local cut = redis.call('GET', P .. 'cut:' .. channel) or text(floor)
    local first = redis.call('XRANGE', P .. 'log:' .. channel, '-', '+', 'COUNT', 1)
    return cut, first[1] and text(seqof(first[1][1])) or '0'
end
local function now()
    local t = redis.call('TIME')
    return tonumber(t[1]) * 1000 + math.floor(tonumber(t[2]) / 1000)
end
local function epochseq() return redis.call('GET', P .. 'epoch') or '', redis.call('GET', P .. 'seq') or '0' end
)lua";

static const char *const Attach = R"lua(
local epoch, seq = epochseq()
if epoch == '' then
    epoch = ARGV[1]
    redis.call('SET', P .. 'epoch', epoch)
elseif epoch == ARGV[2] then
    local known = tonumber(seq) >= tonumber(ARGV[3])
    if known and ARGV[4] ~= '' then
        local cut = facts(ARGV[4], floorseq())
        if tonumber(cut) < tonumber(ARGV[5]) then
            local e = redis.call('XRANGE', P .. 'log:' .. ARGV[4], ARGV[5] .. '-0', ARGV[5] .. '-0')
            known = e[1] and string.sub(e[1][2][4], 1, #ARGV[6]) == ARGV[6]
        end
    end
    if not known then
        epoch = ARGV[1]
        redis.call('SET', P .. 'epoch', epoch)
    end
end
return {epoch, seq}
)lua";

static const char *const Publish = R"lua(
local epoch = redis.call('GET', P .. 'epoch')
if not epoch then
    epoch = ARGV[2]
    redis.call('SET', P .. 'epoch', epoch)
end
local done, slot = P .. 'done:' .. ARGV[7], ARGV[8] % 16384
if ARGV[7] ~= '' then
    local before = redis.call('HGET', done, slot)
    local ticket, seq = string.match(before or '', '^(%d+) (%d+)')
    if ticket == ARGV[8] then return {epoch, seq, 0} end
end
local key = P .. 'key:' .. ARGV[4]
if ARGV[4] ~= '' then
    local seq = redis.call('GET', key)
    if seq then return {epoch, seq, 1} end
end
local seq = text(redis.call('INCR', P .. 'seq'))
local ms = text(now())
local most, age, bytes, floor = tonumber(ARGV[5]), tonumber(ARGV[6]), tonumber(ARGV[9]), floorseq()
for i = 10, #ARGV do
    local log = P .. 'log:' .. ARGV[i]
    local before = redis.call('XREVRANGE', log, '+', '-', 'COUNT', 1)
    local total = #ARGV[3] + (before[1] and sum(before[1]) or 0)
    redis.call('XADD', log, seq .. '-0', 't', ms, 'e', ARGV[3], 'b', text(total))
    trim(ARGV[i], most, floor, bytes, total)
    if age > 0 then redis.call('EXPIRE', log, age + 60) end
end
if ARGV[4] ~= '' then redis.call('SET', key, seq, 'EX', 300) end
if ARGV[7] ~= '' then redis.call('HSET', done, slot, ARGV[8] .. ' ' .. seq) end
local message = '\1' .. ARGV[1] .. ' ' .. epoch .. ' ' .. seq .. ' ' .. ms .. '\n' .. ARGV[3]
for i = 10, #ARGV do redis.call('PUBLISH', ARGV[i], message) end
return {epoch, seq, 0}
)lua";

static const char *const Tick = R"lua(
local function tick(database, channel, number, epoch, seq)
    redis.call('PUBLISH', channel, '\2' .. database .. ' ' .. epoch .. ' ' .. seq .. ' ' .. number .. '\n')
end
)lua";

static const char *const Look = R"lua(
local epoch, seq = epochseq()
local floor, found = floorseq(), {epoch, seq}
for i = 4, #ARGV do found[#found + 1] = {facts(ARGV[i], floor)} end
if ARGV[3] ~= '0' then tick(ARGV[1], ARGV[2], ARGV[3], epoch, seq) end
return found
)lua";

static const char *const Read = R"lua(
local epoch, seq = epochseq()
local floor, found = floorseq(), {epoch, seq}
for i = 3, #ARGV do
    local cut, first = facts(ARGV[i], floor)
    found[#found + 1] = {cut, first, redis.call('XRANGE', P .. 'log:' .. ARGV[i], ARGV[1] .. '-1', '+', 'COUNT', ARGV[2])}
end
return found
)lua";

static const char *const Beat = R"lua(
local epoch, seq = epochseq()
local ms, age = now(), tonumber(ARGV[6])
redis.call('SET', P .. 'age', ARGV[6])
if age > 0 then
    local last = redis.call('ZREVRANGE', P .. 'times', 0, 0, 'WITHSCORES')
    if not last[1] or (last[1] ~= seq and ms - tonumber(last[2]) >= age) then redis.call('ZADD', P .. 'times', ms, seq) end
    local old = redis.call('ZREVRANGEBYSCORE', P .. 'times', ms - age * 1000, '-inf', 'LIMIT', 0, 1)
    if old[1] then
        if tonumber(old[1]) > floorseq() then redis.call('SET', P .. 'floor', old[1]) end
        redis.call('ZREMRANGEBYSCORE', P .. 'times', '-inf', ms - age * 1000)
    end
end
redis.call('SET', P .. 'hub:' .. ARGV[4], ARGV[5], 'PX', 5000)
redis.call('ZADD', P .. 'hubs', ms, ARGV[4])
redis.call('ZREMRANGEBYSCORE', P .. 'hubs', '-inf', ms - 5000)
redis.call('EXPIRE', P .. 'done:' .. ARGV[4], 3600)
tick(ARGV[1], ARGV[2], ARGV[3], epoch, seq)
local found = {epoch, seq}
for _, id in ipairs(redis.call('ZRANGE', P .. 'hubs', 0, -1)) do
    local who = redis.call('GET', P .. 'hub:' .. id)
    if who then found[#found + 1] = id .. '\n' .. who end
end
return found
)lua";

static const char *const Evict = R"lua(
local step = redis.call('SCAN', ARGV[2], 'MATCH', P .. 'log:*', 'COUNT', 200)
for _, log in ipairs(step[2]) do trim(string.sub(log, #P + 5), 0, tonumber(ARGV[1]), 0, 0) end
return {step[1]}
)lua";

const RedisScripts &RedisScripts::all()
{
    static const RedisScripts scripts{RedisScript(Trim + Attach),      RedisScript(Trim + Publish),
                                      RedisScript(Trim + Tick + Look), RedisScript(Trim + Read),
                                      RedisScript(Trim + Tick + Beat), RedisScript(Trim + Evict)};
    return scripts;
}

} // namespace pushscope
