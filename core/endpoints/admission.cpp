// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/admission.h"

#include "hub/hubobserver.h"

namespace pushscope {

using namespace std::chrono_literals;

static constexpr std::size_t MaxPublishers = 10'000; // remembered; those who rest are forgotten first

namespace {

void leaveOne(auto &tally, const QByteArray &name)
{
    const auto it = tally.find(name);
    if (it != tally.end() && --it->second == 0)
        tally.erase(it);
}

quint64 countOf(const auto &tally, const QByteArray &name)
{
    const auto it = tally.find(name);
    return it == tally.end() ? 0 : it->second;
}

} // namespace

Admission::Ticket::Ticket(Admission &admission, const ConnectionFacts &facts)
    : m_admission(admission)
{
    ++admission.m_connections;
    // What is not limited is not counted, so that it costs nothing.
    if (admission.m_limits.perUser > 0) {
        m_user = facts.user;
        ++admission.m_users[m_user];
    }
    if (admission.m_limits.perAddress > 0) {
        m_host = facts.host;
        ++admission.m_hosts[m_host];
    }
}

Admission::Ticket::~Ticket()
{
    --m_admission.m_connections;
    if (m_admission.m_limits.perUser > 0)
        leaveOne(m_admission.m_users, m_user);
    if (m_admission.m_limits.perAddress > 0)
        leaveOne(m_admission.m_hosts, m_host);
}

Admission::Admission(AdmissionLimits limits, const Clock &clock)
    : m_limits(limits)
    , m_clock(clock)
{
}

Admission::~Admission() = default;

Admission::Answer Admission::admit(const ConnectionFacts &facts)
{
    if (auto denial = denied(facts))
        return {nullptr, std::move(denial)};
    if (m_limits.connections == 0 && m_limits.perUser == 0 && m_limits.perAddress == 0)
        return {};
    return {std::unique_ptr<Ticket>(new Ticket(*this, facts)), {}};
}

std::optional<Admission::Denial> Admission::denied(const ConnectionFacts &facts)
{
    if (m_shortOfMemory) {
        ++m_counts.forMemory;
        return Denial{503, "the hub is short of memory"};
    }
    if (m_limits.connections > 0 && m_connections >= m_limits.connections) {
        ++m_counts.overConnections;
        return Denial{503, "the hub has its " + QByteArray::number(m_limits.connections) + " connections (--max-connections)"};
    }
    if (m_limits.perUser > 0 && countOf(m_users, facts.user) >= m_limits.perUser) {
        ++m_counts.overUser;
        return Denial{429, "this user has its " + QByteArray::number(m_limits.perUser) + " connections (--max-per-user)"};
    }
    if (m_limits.perAddress > 0 && countOf(m_hosts, facts.host) >= m_limits.perAddress) {
        ++m_counts.overAddress;
        return Denial{429,
                      "this address has its " + QByteArray::number(m_limits.perAddress) + " connections (--max-per-address)"};
    }
    return {};
}

std::optional<Admission::Denial> Admission::publish(quint64 tokenPrint)
{
    if (m_shortOfMemory) {
        ++m_counts.forMemory;
        return Denial{503, "the hub is short of memory"};
    }
    if (m_limits.publishRate == 0)
        return {};
    const TimePoint now = m_clock.now();
    auto it = m_publishers.find(tokenPrint);
    if (it == m_publishers.end()) {
        if (m_publishers.size() >= MaxPublishers)
            forgetIdlePublishers();
        const RateLimit::Rate rate{qint32(m_limits.publishRate), qint32(m_limits.publishRate)};
        it = m_publishers.emplace(tokenPrint, Publisher{RateLimit(rate, now), now}).first;
    }
    it->second.at = now;
    if (it->second.limit.take(now))
        return {};
    it->second.limit.give(1); // what was refused costs nothing
    ++m_counts.overRate;
    return Denial{
        429, "this token publishes more than " + QByteArray::number(m_limits.publishRate) + " events a second (--publish-rate)"};
}

// After a second without an event it may publish as many as a new one.
void Admission::forgetIdlePublishers()
{
    const TimePoint now = m_clock.now();
    std::erase_if(m_publishers, [&](const auto &entry) { return now - entry.second.at >= 1s; });
}

} // namespace pushscope
