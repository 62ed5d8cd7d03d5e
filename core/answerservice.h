// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerService: the rules that answer, at work: finds those that a message matches and does what they say, at once or later,
// with a row in the journal that names the rule. Owned by PushServer. Hub thread.

#include "answer/answerrule.h"
#include "base/timerwheel.h"
#include "endpoints/answerport.h"

#include <QHash>
#include <memory>
#include <unordered_map>

namespace pushscope {

class Hub;
class Observer;

class AnswerService final : public AnswerPort
{
public:
    static constexpr std::size_t MaxWaiting = 10'000; // answers that are due later, of all clients
    static constexpr qsizetype MaxWaitingOctets = 64 * 1024 * 1024; // of their texts; past either bound one is not given

    struct Limits {
        qsizetype message = 1024 * 1024; // octets of a reply
        qsizetype event = 256 * 1024; // octets of an event's data
    };
    AnswerService(Hub &hub, Observer &observer, TimerWheel &timers, const Clock &clock, Limits limits);
    ~AnswerService() override;

    // A list as parseAnswerList() reads it, instead of the present one; what waits is done as it was decided.
    // Errc::InvalidArgument, and the present one stays.
    [[nodiscard]] Result<void> setRules(const QByteArray &json);

    [[nodiscard]] bool hasRules() const noexcept override { return !m_rules.empty(); }
    [[nodiscard]] bool take(const QByteArray &text, Subscriber &subscriber, const QByteArray &user,
                            AnswerTarget &target) override;
    void closed(AnswerTarget &target) override;

private:
    // What is to be done, with all variables filled in.
    struct Act {
        QByteArray rule;
        AnswerKind kind{};
        QByteArray body; // Reply, Delay: the message; Broadcast: the data; Close: the reason
        QList<QByteArray> to;
        QByteArray type, user;
        int code = 0;
        [[nodiscard]] qsizetype octets() const noexcept; // of what it alone holds
    };
    class Waiting;

    [[nodiscard]] Result<Act> actOf(const AnswerRule &rule, const AnswerFacts &facts, QByteArrayView text) const;
    void begin(const AnswerRule &rule, Act act, Subscriber &subscriber, AnswerTarget &target);
    void perform(const Act &act, Subscriber &subscriber, AnswerTarget &target);
    void broadcast(const Act &act, Subscriber &subscriber);
    void note(const Act &act, Subscriber &subscriber, const char *level, const QByteArray &text);
    void onDue(Waiting &waiting);

    Hub &m_hub;
    Observer &m_observer;
    TimerWheel &m_timers;
    const Clock &m_clock;
    const Limits m_limits;
    std::vector<AnswerRule> m_rules; // those that are on
    QHash<QByteArray, quint64> m_answered; // by the name of a rule; of all in the list
    std::unordered_multimap<AnswerTarget *, std::unique_ptr<Waiting>> m_waiting;
    qsizetype m_waitingOctets = 0; // of these
};

} // namespace pushscope
