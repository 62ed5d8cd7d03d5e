// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer/answertemplate.h"
#include "protocol/jsonslice.h"

#include <QDateTime>
#include <QUuid>

namespace pushscope {

namespace {

constexpr const char *Known
    = "there is no such variable: {{$.payload.name}} {{1}} {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}";

bool beginsName(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '$';
}

QByteArray isoText(WallTime time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC).toString(Qt::ISODateWithMs).toUtf8();
}

// Of a JSON value, what a person would read: a string's text, else its octets.
QByteArray plainText(QByteArrayView value)
{
    if (value.isEmpty() || jsonTypeOf(value) == JsonType::Null)
        return {};
    if (jsonTypeOf(value) == JsonType::String)
        return jsonString(value).value_or(QByteArray());
    return value.toByteArray();
}

// Puts what is right wherever any value is and nowhere else, as long as the variable: an array, which joins with no digit before
// or behind it, and within a string letters that no escape has.
void mask(QByteArray &text, qsizetype from, qsizetype to, bool quoted)
{
    std::fill(text.begin() + from, text.begin() + to, quoted ? 'x' : '1');
    if (quoted)
        return;
    text[from] = '[';
    text[to - 1] = ']';
}

} // namespace

Result<AnswerTemplate::Part> AnswerTemplate::variable(QByteArrayView name, qsizetype offset)
{
    constexpr std::pair<const char *, Kind> Names[] = {{"user", Kind::User}, {"client", Kind::Client}, {"type", Kind::Type},
                                                       {"now", Kind::Now},   {"uuid", Kind::Uuid},     {"seq", Kind::Seq}};
    Part part;
    if (name.startsWith('$')) {
        auto path = JsonPath::parse(name);
        if (!path)
            return fail(Errc::Syntax, path.error().detail, offset + path.error().offset);
        part.kind = Kind::Path;
        part.path = std::move(*path);
        return part;
    }
    bool isNumber = false;
    const int number = name.toByteArray().toInt(&isNumber);
    if (isNumber && number >= 0 && number < 100) {
        part.kind = Kind::Capture;
        part.capture = number;
        return part;
    }
    for (const auto &[known, kind] : Names) {
        if (name != QByteArrayView(known))
            continue;
        part.kind = kind;
        return part;
    }
    return fail(Errc::Syntax, Known, offset);
}

Result<AnswerTemplate> AnswerTemplate::parse(const QByteArray &text, Form form)
{
    AnswerTemplate made;
    made.m_form = form;
    QByteArray masked = text;
    Part part;
    bool quoted = false;
    qsizetype i = 0;
    for (; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '{' && i + 2 < text.size() && text[i + 1] == '{' && beginsName(text[i + 2])) {
            const qsizetype end = text.indexOf("}}", i);
            if (end < 0)
                return fail(Errc::Syntax, "the variable is not closed by }}", i);
            auto found = variable(QByteArrayView(text).sliced(i + 2, end - i - 2), i + 2);
            if (!found)
                return tl::unexpected(found.error());
            found->before = std::move(part.before);
            found->quoted = quoted;
            made.m_parts.push_back(std::move(*found));
            part = {};
            mask(masked, i, end + 2, quoted);
            i = end + 1;
            continue;
        }
        part.before += c;
        if (form == Form::Json && quoted && c == '\\' && i + 1 < text.size())
            part.before += text[++i];
        else if (c == '"')
            quoted = !quoted;
    }
    made.m_parts.push_back(std::move(part));
    if (form == Form::Json) {
        if (const auto valid = validateJson(masked); !valid)
            return tl::unexpected(valid.error());
    }
    return made;
}

QByteArray AnswerTemplate::valueOf(const Part &part, const AnswerFacts &facts, bool &isJson)
{
    isJson = false;
    switch (part.kind) {
    case Kind::None:
        break;
    case Kind::Path:
        isJson = true;
        return facts.message.isEmpty() ? QByteArray() : part.path.find(facts.message).toByteArray();
    case Kind::Capture:
        return facts.captures.value(part.capture).toUtf8();
    case Kind::User:
        return facts.user.toByteArray();
    case Kind::Client:
        return facts.client.toByteArray();
    case Kind::Type:
        return facts.type.toByteArray();
    case Kind::Now:
        return isoText(facts.now);
    case Kind::Uuid:
        return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    case Kind::Seq:
        isJson = true;
        return QByteArray::number(facts.seq);
    }
    return {};
}

Result<QByteArray> AnswerTemplate::render(const AnswerFacts &facts, qsizetype limit) const
{
    QByteArray text;
    for (const Part &part : m_parts) {
        text += part.before;
        if (part.kind != Kind::None) {
            bool isJson = false;
            const QByteArray value = valueOf(part, facts, isJson);
            if (m_form == Form::Text)
                text += isJson ? plainText(value) : value;
            else if (part.quoted)
                text += jsonQuoted(isJson ? plainText(value) : value).chopped(1).sliced(1);
            else if (isJson)
                text += value.isEmpty() ? QByteArray("null") : value;
            else
                text += jsonQuoted(value);
        }
        if (text.size() > limit)
            return fail(Errc::TooLarge,
                        "what the rule makes of this message is larger than " + QByteArray::number(limit) + " octets");
    }
    return text;
}

} // namespace pushscope
