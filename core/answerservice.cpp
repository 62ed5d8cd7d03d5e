// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answerservice.h"
#include "hub/hub.h"
#include "observe/observer.h"
#include "protocol/jsonslice.h"

#include <algorithm>

namespace pushscope {

qsizetype AnswerService::Act::octets() const noexcept
{
    qsizetype sum = body.size() + type.size();
    for (const QByteArray &channel : to)
        sum += channel.size();
    return sum;
}

class AnswerService::Waiting final : public TimerWheel::Timer
{
public:
    Waiting(AnswerService &service, Act act, Subscriber &subscriber, AnswerTarget &target)
        : service(service)
        , act(std::move(act))
        , subscriber(subscriber)
        , target(target)
    {
    }
    AnswerService &service;
    Act act;
    Subscriber &subscriber;
    AnswerTarget &target;

protected:
    void onTimer(TimePoint) override { service.onDue(*this); }
};

namespace {

QByteArray typeOf(QByteArrayView json)
{
    if (json.isEmpty() || jsonTypeOf(json) != JsonType::Object)
        return {};
    const auto members = jsonMembers(json);
    if (!members)
        return {};
    const auto type
        = std::find_if(members->begin(), members->end(), [](const JsonMember &member) { return member.key == "type"; });
    if (type == members->end() || jsonTypeOf(type->value) != JsonType::String)
        return {};
    return jsonString(type->value).value_or(QByteArray());
}

QList<QByteArray> channelsIn(const QByteArray &text)
{
    QList<QByteArray> channels;
    const QList<QByteArray> words = text.simplified().split(' ');
    for (const QByteArray &word : words) {
        if (!word.isEmpty() && !channels.contains(word))
            channels.append(word);
    }
    return channels;
}

QByteArray textOf(const AnswerListError &error)
{
    const QByteArray where
        = error.index < 0 ? QByteArray() : "rule " + QByteArray::number(error.index + 1) + ", " + error.error.member + ": ";
    return where + error.error.detail;
}

} // namespace

AnswerService::AnswerService(Hub &hub, Observer &observer, TimerWheel &timers, const Clock &clock, Limits limits)
    : m_hub(hub)
    , m_observer(observer)
    , m_timers(timers)
    , m_clock(clock)
    , m_limits(limits)
{
}

AnswerService::~AnswerService() = default;

Result<void> AnswerService::setRules(const QByteArray &json)
{
    auto rules = parseAnswerList(json);
    if (!rules)
        return fail(Errc::InvalidArgument, textOf(rules.error()));
    m_rules.clear();
    QHash<QByteArray, quint64> answered; // a rule that is edited goes on counting
    for (AnswerRule &rule : *rules) {
        answered.insert(rule.text().name, m_answered.value(rule.text().name));
        if (rule.text().on)
            m_rules.push_back(std::move(rule));
    }
    m_answered = std::move(answered);
    return {};
}

// Every rule that fits acts, in the order of the list; what they do is decided before the first acts, which may end the target.
bool AnswerService::take(const QByteArray &text, Subscriber &subscriber, const QByteArray &user, AnswerTarget &target)
{
    const auto valid = validateJson(text);
    const AnswerMessage message{text, valid ? *valid : QByteArrayView(), valid ? typeOf(*valid) : QByteArray()};
    std::vector<std::pair<const AnswerRule *, Act>> acts;
    bool taken = false;
    for (const AnswerRule &rule : m_rules) {
        auto captures = rule.match(message);
        if (!captures)
            continue;
        if (!std::exchange(taken, true))
            m_observer.messageReceived(subscriber, message.type, text.size());
        const QByteArray client = subscriber.record()->client;
        const AnswerFacts facts{message.json,        message.type, user, client, m_clock.wall(), ++m_answered[rule.text().name],
                                std::move(*captures)};
        auto act = actOf(rule, facts, text);
        if (act)
            acts.emplace_back(&rule, std::move(*act));
        else
            note(Act{rule.text().name, rule.text().kind, {}, {}, {}, {}, 0}, subscriber, "warning", act.error().detail);
    }
    for (auto &[rule, act] : acts) {
        if (!subscriber.record())
            break; // it was ended by one before
        act.user = user;
        begin(*rule, std::move(act), subscriber, target);
    }
    return taken;
}

Result<AnswerService::Act> AnswerService::actOf(const AnswerRule &rule, const AnswerFacts &facts, QByteArrayView text) const
{
    Act act;
    act.rule = rule.text().name;
    act.kind = rule.text().kind;
    act.code = rule.text().code;
    if (act.kind == AnswerKind::Delay) {
        act.body = text.toByteArray();
        return act;
    }
    auto body = rule.body().render(facts, act.kind == AnswerKind::Broadcast ? m_limits.event : m_limits.message);
    if (!body)
        return tl::unexpected(body.error());
    act.body = std::move(*body);
    if (act.kind != AnswerKind::Broadcast)
        return act;
    const auto to = rule.to().render(facts, AnswerRule::MaxText);
    const auto type = rule.eventType().render(facts, AnswerRule::MaxText);
    if (!to || !type)
        return tl::unexpected(to ? type.error() : to.error());
    act.to = channelsIn(*to);
    act.type = *type;
    return act;
}

void AnswerService::begin(const AnswerRule &rule, Act act, Subscriber &subscriber, AnswerTarget &target)
{
    if (rule.after().count() == 0) {
        perform(act, subscriber, target);
        return;
    }
    const bool tooMany = m_waiting.size() >= MaxWaiting;
    if (tooMany || m_waitingOctets + act.octets() > MaxWaitingOctets) {
        note(act, subscriber, "warning",
             QByteArray(tooMany ? "10,000" : "64 MiB of") + " answers wait already: this one is not given");
        return;
    }
    m_waitingOctets += act.octets();
    auto waiting = std::make_unique<Waiting>(*this, std::move(act), subscriber, target);
    m_timers.arm(*waiting, m_clock.now() + rule.after());
    m_waiting.emplace(&target, std::move(waiting));
}

void AnswerService::onDue(Waiting &waiting)
{
    const auto [first, last] = m_waiting.equal_range(&waiting.target);
    const auto found = std::find_if(first, last, [&waiting](const auto &entry) { return entry.second.get() == &waiting; });
    const std::unique_ptr<Waiting> due = std::move(found->second);
    m_waiting.erase(found);
    m_waitingOctets -= due->act.octets();
    if (due->subscriber.record())
        perform(due->act, due->subscriber, due->target);
}

void AnswerService::perform(const Act &act, Subscriber &subscriber, AnswerTarget &target)
{
    const QByteArray octets = QByteArray::number(act.body.size());
    switch (act.kind) {
    case AnswerKind::Reply:
        note(act, subscriber, "info", "replied with " + octets + " octets");
        target.reply(act.body);
        break;
    case AnswerKind::Broadcast:
        broadcast(act, subscriber);
        break;
    case AnswerKind::Delay:
        note(act, subscriber, "info", "handed over after its delay");
        target.handleText(act.body);
        break;
    case AnswerKind::Close:
        note(act, subscriber, "info", "closed with " + QByteArray::number(act.code));
        target.endWith(act.code, act.body.left(120), "rule " + act.rule);
        break;
    }
}

void AnswerService::broadcast(const Act &act, Subscriber &subscriber)
{
    Draft draft;
    draft.to = act.to;
    draft.type = act.type;
    draft.data = act.body;
    draft.publisher = act.user;
    if (const Result<void> fits = Hub::check(draft); !fits) {
        note(act, subscriber, "warning", "not published: " + fits.error().detail);
        return;
    }
    // The publisher may be dropped by its own fan-out, so the row comes first; what went wrong is added.
    note(act, subscriber, "info", "published " + act.type + " to " + act.to.join(' '));
    const auto published = m_hub.publish(std::move(draft));
    if (!published && subscriber.record())
        note(act, subscriber, "warning", "not published: " + published.error().detail);
}

void AnswerService::note(const Act &act, Subscriber &subscriber, const char *level, const QByteArray &text)
{
    m_observer.answered(*subscriber.record(), level, text, "rule " + act.rule + ' ' + answerKindName(act.kind));
}

void AnswerService::closed(AnswerTarget &target)
{
    const auto [first, last] = m_waiting.equal_range(&target);
    for (auto it = first; it != last; ++it)
        m_waitingOctets -= it->second->act.octets();
    m_waiting.erase(first, last);
}

} // namespace pushscope
