// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/polltable.h"

#include "endpoints/context.h"
#include "endpoints/pollpreparation.h"
#include "endpoints/router.h"

#include <QMetaObject>

namespace pushscope {

using namespace std::chrono_literals;

namespace {

constexpr std::size_t DefaultLimit = 100;
constexpr std::size_t MaxLimit = 1000;
constexpr Milliseconds MaxTimeout = 60s;

// Errc::InvalidArgument names the parameter first.
Result<PollSession::Wish> readWish(const QueryParameters &query, const EndpointSettings &settings)
{
    PollSession::Wish wish{{}, {}, settings.pollTimeout, DefaultLimit};
    if (query.has("timeout")) {
        bool ok = false;
        const double seconds = query.value("timeout").toDouble(&ok);
        if (!ok || !(seconds >= 0))
            return fail(Errc::InvalidArgument, "timeout is a number of seconds from 0 on");
        wish.timeout = Milliseconds(qint64(std::min(seconds, 60.0) * 1000));
    }
    wish.timeout = std::min(wish.timeout, MaxTimeout);
    if (query.has("limit")) {
        bool ok = false;
        const uint limit = query.value("limit").toUInt(&ok);
        if (!ok || limit == 0)
            return fail(Errc::InvalidArgument, "limit is a number from 1 on");
        wish.limit = std::min<std::size_t>(limit, MaxLimit);
    }
    return wish;
}

} // namespace

void PollTable::handle(EndpointContext &context, Exchange &exchange)
{
    passProxy(context, exchange, ClientProtocol::Poll);
    auto opening = openSubscription(context, exchange, ClientProtocol::Poll, "cursor");
    if (!opening) {
        answerRefusal(context, exchange, opening.error());
        return;
    }
    auto wish = readWish(QueryParameters(exchange.head().query()), context.settings);
    if (!wish) {
        answerRefusal(context, exchange, {wish.error(), {}, opening->subscription.facts, {}});
        return;
    }
    wish->cursor = opening->subscription.cursor;
    wish->types = opening->subscription.types;
    if (!PollPreparation::begin(context, exchange, *opening, *wish))
        context.polls.poll(context, exchange, *opening, std::move(*wish));
}

void PollTable::poll(EndpointContext &context, Exchange &exchange, Opening &opening, PollSession::Wish wish)
{
    sessionFor(context, opening).poll(exchange, opening, std::move(wish));
}

// By clientId where given; else by likeness and the cursor that the last answer gave; else by likeness and the very connection.
PollSession &PollTable::sessionFor(EndpointContext &context, const Opening &opening)
{
    const ConnectionFacts &facts = opening.subscription.facts;
    const bool certain = !facts.clientId.isEmpty();
    const QByteArray key
        = certain ? facts.user + "\n#" + facts.clientId : facts.user + '\n' + facts.host + '\n' + facts.userAgent;
    const auto [first, last] = m_sessions.equal_range(key);
    const QByteArray &cursor = opening.subscription.cursor;
    auto it = std::find_if(
        first, last, [&](const auto &entry) { return !entry.second->hasLeft() && (certain || entry.second->fits(cursor)); });
    if (it == last && !certain) {
        it = std::find_if(first, last, [&](const auto &entry) {
            return !entry.second->hasLeft() && entry.second->fitsLoosely(cursor, facts.address);
        });
    }
    if (it != last)
        return *it->second;
    return *m_sessions.emplace(key, std::make_unique<PollSession>(context, *this, key))->second;
}

void PollTable::removeLater(PollSession &session)
{
    m_removed.push_back(&session);
    if (m_removed.size() == 1)
        QMetaObject::invokeMethod(this, &PollTable::collect, Qt::QueuedConnection);
}

void PollTable::collect()
{
    for (PollSession *session : std::exchange(m_removed, {})) {
        const auto [first, last] = m_sessions.equal_range(session->key());
        const auto it = std::find_if(first, last, [&](const auto &entry) { return entry.second.get() == session; });
        if (it != last)
            m_sessions.erase(it);
    }
}

void PollTable::clear()
{
    m_removed.clear();
    std::exchange(m_sessions, {}).clear();
    m_removed.clear();
}

void PollTable::drainAll()
{
    for (const auto &[key, session] : m_sessions)
        session->drain();
}

} // namespace pushscope
