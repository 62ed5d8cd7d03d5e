// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Admission: how many may come in, in all, of one user and from one address, and how fast one token may publish. Counts what it
// turns away. Owned by PushServer; hub thread.

#include "base/clock.h"
#include "protocol/ratelimit.h"

#include <QByteArray>
#include <QHashFunctions>
#include <memory>
#include <optional>
#include <unordered_map>

namespace pushscope {

struct ConnectionFacts;

// 0: no limit.
struct AdmissionLimits {
    quint64 connections = 0; // event streams, WebSockets and waiting polls
    quint64 perUser = 0;
    quint64 perAddress = 0;
    quint32 publishRate = 0; // events a second of one token, as many at once
};

class Admission
{
public:
    // Why one is turned away, in the words of HTTP.
    struct Denial {
        int status = 503;
        QByteArray detail;
    };
    struct Counts {
        quint64 overConnections = 0, overUser = 0, overAddress = 0; // requests turned away, by which limit
        quint64 overRate = 0; // events that were not published
        quint64 forMemory = 0; // events and connections turned away for want of memory
    };
    // One connection that was let in, for as long as it lives.
    class Ticket
    {
    public:
        ~Ticket();
        Ticket(const Ticket &) = delete;
        Ticket &operator=(const Ticket &) = delete;

    private:
        friend class Admission;
        Ticket(Admission &admission, const ConnectionFacts &facts);
        Admission &m_admission;
        QByteArray m_user, m_host;
    };

    Admission(AdmissionLimits limits, const Clock &clock);
    ~Admission();
    Admission(const Admission &) = delete;
    Admission &operator=(const Admission &) = delete;

    // Null where nothing is limited: then nobody is counted. Or why it may not come in.
    struct Answer {
        std::unique_ptr<Ticket> ticket;
        std::optional<Denial> denial;
    };
    [[nodiscard]] Answer admit(const ConnectionFacts &facts);
    // One event of the token of which this is the print.
    [[nodiscard]] std::optional<Denial> publish(quint64 tokenPrint);
    // While the process is short of memory nobody publishes, and nobody new comes in.
    void setShortOfMemory(bool isShort) noexcept { m_shortOfMemory = isShort; }
    [[nodiscard]] const Counts &counts() const noexcept { return m_counts; }

private:
    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    using Tally = std::unordered_map<QByteArray, quint64, Hash>;
    [[nodiscard]] std::optional<Denial> denied(const ConnectionFacts &facts);
    void forgetIdlePublishers();

    const AdmissionLimits m_limits;
    const Clock &m_clock;
    Counts m_counts;
    quint64 m_connections = 0;
    Tally m_users, m_hosts;
    struct Publisher {
        RateLimit limit;
        TimePoint at; // its newest event
    };
    std::unordered_map<quint64, Publisher> m_publishers; // by the print of their token
    bool m_shortOfMemory = false;
};

} // namespace pushscope
