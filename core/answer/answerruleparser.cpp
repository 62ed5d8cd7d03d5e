// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Rules that answer, from JSON and to JSON.

#include "answer/answerrule.h"
#include "protocol/jsonslice.h"

#include <QSet>

namespace pushscope {

namespace {

using Parsed = tl::expected<AnswerText, AnswerError>;

tl::unexpected<AnswerError> wrong(QByteArray member, QByteArray detail)
{
    return tl::unexpected<AnswerError>(AnswerError{std::move(member), std::move(detail)});
}

// The members of one object, taken one by one; what nobody takes is an error: a slip of the pen must not change a rule's meaning.
class Members
{
public:
    Members(QByteArrayView json, QByteArray prefix)
        : m_prefix(std::move(prefix))
    {
        const auto members = json.isEmpty() || jsonTypeOf(json) != JsonType::Object
            ? Result<QList<JsonMember>>(fail(Errc::Syntax, {}))
            : jsonMembers(json);
        m_isObject = members.has_value();
        m_members = members.value_or(QList<JsonMember>());
    }

    void text(const char *name, QByteArray &into)
    {
        const QByteArrayView value = take(name);
        if (value.isEmpty())
            return;
        const auto string
            = jsonTypeOf(value) == JsonType::String ? jsonString(value) : Result<QByteArray>(fail(Errc::Syntax, {}));
        if (string)
            into = *string;
        else
            complain(name, "is a string");
    }
    void flag(const char *name, bool &into)
    {
        const QByteArrayView value = take(name);
        if (value.isEmpty())
            return;
        into = value == QByteArrayView("true");
        if (jsonTypeOf(value) != JsonType::Bool)
            complain(name, "is true or false");
    }
    void number(const char *name, int &into)
    {
        const QByteArrayView value = take(name);
        bool ok = true;
        if (!value.isEmpty())
            into = value.toByteArray().toInt(&ok);
        if (!ok)
            complain(name, "is a whole number");
    }
    [[nodiscard]] QByteArrayView take(const char *name)
    {
        for (qsizetype i = 0; i < m_members.size(); ++i) {
            if (m_members.at(i).key == name)
                return m_members.takeAt(i).value;
        }
        return {};
    }
    [[nodiscard]] std::optional<AnswerError> error() const
    {
        if (!m_isObject)
            return AnswerError{m_prefix.chopped(m_prefix.isEmpty() ? 0 : 1), "is an object"};
        if (!m_error && !m_members.isEmpty())
            return AnswerError{m_prefix + m_members.first().key, "is not known"};
        return m_error;
    }

private:
    void complain(const char *name, const char *detail)
    {
        if (!m_error)
            m_error = AnswerError{m_prefix + name, detail};
    }

    QByteArray m_prefix;
    QList<JsonMember> m_members;
    bool m_isObject = false;
    std::optional<AnswerError> m_error;
};

Parsed parseText(QByteArrayView json)
{
    AnswerText text;
    Members rule(json, {});
    rule.text("name", text.name);
    rule.flag("on", text.on);
    Members when(rule.take("when"), "when.");
    when.text("type", text.type);
    when.text("path", text.path);
    when.text("matches", text.matches);
    Members then(rule.take("then"), "then.");
    QByteArray kind;
    then.text("kind", kind);
    then.text("message", text.message);
    then.text("to", text.to);
    then.text("type", text.eventType);
    then.text("data", text.data);
    then.number("code", text.code);
    then.text("reason", text.reason);
    then.text("after", text.after);
    for (const Members *members : {&rule, &when, &then}) {
        if (const auto error = members->error())
            return tl::unexpected<AnswerError>(*error);
    }
    constexpr AnswerKind Kinds[] = {AnswerKind::Reply, AnswerKind::Broadcast, AnswerKind::Delay, AnswerKind::Close};
    const auto *known
        = std::find_if(std::begin(Kinds), std::end(Kinds), [&](AnswerKind one) { return kind == answerKindName(one); });
    if (known == std::end(Kinds))
        return wrong("then.kind", "is reply, broadcast, delay or close");
    text.kind = *known;
    return text;
}

void append(QByteArray &json, const char *name, const QByteArray &value)
{
    if (!value.isEmpty())
        json += QByteArray(json.endsWith('{') ? "\"" : ",\"") + name + "\":" + jsonQuoted(value);
}

QByteArray ruleJson(const AnswerText &text)
{
    QByteArray when = "{", then = "{";
    append(when, "type", text.type);
    append(when, "path", text.path);
    append(when, "matches", text.matches);
    append(then, "kind", answerKindName(text.kind));
    switch (text.kind) {
    case AnswerKind::Reply:
        append(then, "message", text.message);
        break;
    case AnswerKind::Broadcast:
        append(then, "to", text.to);
        append(then, "type", text.eventType);
        append(then, "data", text.data);
        break;
    case AnswerKind::Delay:
        break;
    case AnswerKind::Close:
        then += ",\"code\":" + QByteArray::number(text.code);
        append(then, "reason", text.reason);
        break;
    }
    append(then, "after", text.after);
    return "{\"name\":" + jsonQuoted(text.name) + ",\"on\":" + (text.on ? "true" : "false") + ",\"when\":" + when
        + "},\"then\":" + then + "}}";
}

} // namespace

tl::expected<std::vector<AnswerRule>, AnswerListError> parseAnswerList(const QByteArray &json)
{
    const auto noList = [](QByteArray detail) {
        return tl::unexpected<AnswerListError>(AnswerListError{-1, AnswerError{{}, std::move(detail)}});
    };
    const auto value = validateJson(json);
    if (!value)
        return noList(value.error().detail + " at octet " + QByteArray::number(value.error().offset));
    if (jsonTypeOf(*value) != JsonType::Array)
        return noList("a list of rules is a JSON array");
    const QList<QByteArrayView> elements = jsonElements(*value);
    if (elements.size() > MaxAnswerRules)
        return noList("at most 100 rules");
    std::vector<AnswerRule> rules;
    QSet<QByteArray> names;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        auto text = parseText(elements.at(i));
        auto rule = text ? AnswerRule::make(std::move(*text)) : tl::unexpected<AnswerError>(text.error());
        if (!rule)
            return tl::unexpected<AnswerListError>(AnswerListError{i, rule.error()});
        if (names.contains(rule->text().name))
            return tl::unexpected<AnswerListError>(AnswerListError{i, {"name", "another rule has this name"}});
        names.insert(rule->text().name);
        rules.push_back(std::move(*rule));
    }
    return rules;
}

QByteArray answerListJson(std::span<const AnswerText> rules)
{
    QByteArray json = "[";
    for (const AnswerText &rule : rules)
        json += (json.size() > 1 ? ",\n" : "\n") + ruleJson(rule);
    return json + "\n]\n";
}

} // namespace pushscope
