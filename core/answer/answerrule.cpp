// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer/answerrule.h"
#include "base/units.h"
#include "hub/authorizer.h"
#include "hub/hub.h"
#include "protocol/jsonslice.h"

namespace pushscope {

namespace {

// What a pattern looks at, and how often it may try: no message stops the hub (PCRE2 counts calls of its matching function).
constexpr qsizetype MaxSubject = 64 * 1024;
constexpr auto Effort = "(*LIMIT_MATCH=100000)";
constexpr qsizetype MaxName = 100;

constexpr const char *KindNames[] = {"reply", "broadcast", "delay", "close"};
constexpr const char *OwnTypes[]
    = {"chat:send", "presence:update", "subscribe", "unsubscribe", "ack", "ping", "publish"}; // wire.md, "Client messages"

tl::unexpected<AnswerError> wrong(QByteArray member, const Error &error)
{
    return tl::unexpected<AnswerError>(AnswerError{std::move(member), error.detail, error.offset});
}

tl::unexpected<AnswerError> wrong(QByteArray member, QByteArray detail)
{
    return tl::unexpected<AnswerError>(AnswerError{std::move(member), std::move(detail)});
}

tl::expected<AnswerTemplate, AnswerError> takeTemplate(const char *member, const QByteArray &text, AnswerTemplate::Form form)
{
    if (text.size() > AnswerRule::MaxText)
        return wrong(member, "longer than 64 KiB");
    auto made = AnswerTemplate::parse(text, form);
    if (!made)
        return wrong(member, made.error());
    return std::move(*made);
}

// Codes that a server may send: RFC 6455 section 7.4.
bool isCloseCode(int code)
{
    return (code >= 1000 && code <= 1003) || (code >= 1007 && code <= 1014) || (code >= 3000 && code <= 4999);
}

QString subjectOf(QByteArrayView value, bool isJson)
{
    const QByteArray text
        = isJson && jsonTypeOf(value) == JsonType::String ? jsonString(value).value_or(QByteArray()) : value.toByteArray();
    return QString::fromUtf8(text.left(MaxSubject));
}

} // namespace

const char *answerKindName(AnswerKind kind) noexcept
{
    return KindNames[std::size_t(kind)];
}

tl::expected<AnswerRule, AnswerError> AnswerRule::make(AnswerText text)
{
    using Form = AnswerTemplate::Form;
    AnswerRule rule;
    if (text.name.trimmed().isEmpty() || text.name.size() > MaxName)
        return wrong("name", "a rule has a name of at most 100 octets");
    if (!text.path.isEmpty()) {
        auto path = JsonPath::parse(text.path);
        if (!path)
            return wrong("when.path", path.error());
        rule.m_path = std::move(*path);
    }
    if (!text.matches.isEmpty()) {
        const QRegularExpression plain(QString::fromUtf8(text.matches));
        if (!plain.isValid())
            return wrong("when.matches", Error{Errc::Syntax, plain.errorString().toUtf8(), plain.patternErrorOffset()});
        rule.m_pattern.emplace(QLatin1String(Effort) + QString::fromUtf8(text.matches));
    }
    if (text.type.isEmpty() && text.path.isEmpty() && text.matches.isEmpty())
        return wrong("when.type", "say which messages: a type, a path or a pattern; * is every type");
    if (!text.after.isEmpty()) {
        const auto after = parseDuration(text.after);
        if (!after)
            return wrong("then.after", after.error());
        if (*after > MaxDelay)
            return wrong("then.after", "at most 60s");
        rule.m_after = *after;
    }
    const auto take = [](AnswerTemplate &into, tl::expected<AnswerTemplate, AnswerError> made) {
        if (made)
            into = std::move(*made);
        return made ? tl::expected<void, AnswerError>() : tl::unexpected<AnswerError>(made.error());
    };
    tl::expected<void, AnswerError> taken;
    switch (text.kind) {
    case AnswerKind::Reply:
        taken = take(rule.m_body, takeTemplate("then.message", text.message, Form::Json));
        break;
    case AnswerKind::Broadcast:
        if (text.to.trimmed().isEmpty())
            return wrong("then.to", "name a channel: user:alice, room:lobby or *");
        taken = take(rule.m_to, takeTemplate("then.to", text.to, Form::Text));
        if (taken && !text.eventType.contains("{{")) {
            if (const auto valid = Hub::checkType(text.eventType); !valid)
                return wrong("then.type", valid.error());
        }
        if (taken)
            taken = take(rule.m_eventType, takeTemplate("then.type", text.eventType, Form::Text));
        if (taken)
            taken = take(rule.m_body, takeTemplate("then.data", text.data, Form::Json));
        break;
    case AnswerKind::Delay:
        if (rule.m_after.count() == 0)
            return wrong("then.after", "say for how long: 200ms");
        break;
    case AnswerKind::Close:
        if (!isCloseCode(text.code))
            return wrong("then.code", "a server may close with 1000 to 1003, 1007 to 1014 and 3000 to 4999");
        taken = take(rule.m_body, takeTemplate("then.reason", text.reason, Form::Text));
        break;
    }
    if (!taken)
        return tl::unexpected<AnswerError>(taken.error());
    rule.m_text = std::move(text);
    return rule;
}

bool AnswerRule::fitsType(const QByteArray &type) const
{
    if (m_text.type == type && !type.isEmpty())
        return true;
    const auto isOwn = [&type](const char *own) { return type == own; };
    return std::none_of(std::begin(OwnTypes), std::end(OwnTypes), isOwn)
        && (m_text.type.isEmpty() || (!type.isEmpty() && matchesPattern(m_text.type, type)));
}

std::optional<QStringList> AnswerRule::match(const AnswerMessage &message) const
{
    if (!m_text.on || !fitsType(message.type))
        return {};
    if (m_path && message.json.isEmpty())
        return {};
    const QByteArrayView value = m_path ? m_path->find(message.json) : message.text;
    if (value.isEmpty())
        return {};
    if (!m_pattern)
        return QStringList{QString()};
    const QRegularExpressionMatch found = m_pattern->match(subjectOf(value, m_path.has_value()));
    if (!found.hasMatch())
        return {};
    return found.capturedTexts();
}

} // namespace pushscope
