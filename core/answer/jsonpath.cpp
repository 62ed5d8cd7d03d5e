// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "answer/jsonpath.h"
#include "protocol/jsonslice.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr qsizetype MaxSteps = 64;
constexpr qsizetype MaxDigits = 9;

bool isNameOctet(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
        || quint8(c) >= 0x80;
}

// The octet after the closing quote of the string that begins at `at`; -1: it does not end.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (qsizetype i = at + 1; i < text.size(); ++i) {
        if (text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            return i + 1;
    }
    return -1;
}

} // namespace

Result<JsonPath> JsonPath::parse(QByteArrayView text)
{
    JsonPath path;
    if (!text.startsWith('$'))
        return fail(Errc::Syntax, "a path begins with $, the whole message", 0);
    qsizetype at = 1;
    while (at < text.size()) {
        const qsizetype begin = at + 1;
        qsizetype end = begin;
        if (path.m_steps.size() == MaxSteps)
            return fail(Errc::Syntax, "a path has at most 64 steps", at);
        if (text[at] == '.') {
            while (end < text.size() && isNameOctet(text[end]))
                ++end;
            if (end == begin)
                return fail(Errc::Syntax, "a name follows a dot", end);
            path.m_steps.append(text.sliced(begin, end - begin).toByteArray());
            at = end;
            continue;
        }
        if (text[at] != '[')
            return fail(Errc::Syntax, "a step is .name, [0] or [\"name\"]", at);
        if (begin < text.size() && text[begin] == '"') {
            end = endOfString(text, begin);
            const auto name
                = end < 0 ? Result<QByteArrayView>(fail(Errc::Syntax, {})) : validateJson(text.sliced(begin, end - begin));
            const auto plain = name ? jsonString(*name) : Result<QByteArray>(fail(Errc::Syntax, {}));
            if (!plain)
                return fail(Errc::Syntax, "this name in quotes is no JSON string", begin);
            path.m_steps.append(*plain);
        } else {
            while (end < text.size() && text[end] >= '0' && text[end] <= '9')
                ++end;
            if (end == begin || end - begin > MaxDigits)
                return fail(Errc::Syntax, "in brackets stands a position from 0, or a name in quotes", begin);
            path.m_steps.append(qsizetype(text.sliced(begin, end - begin).toByteArray().toLongLong()));
        }
        if (end >= text.size() || text[end] != ']')
            return fail(Errc::Syntax, "the bracket is not closed", end);
        at = end + 1;
    }
    return path;
}

QByteArrayView JsonPath::find(QByteArrayView json) const
{
    QByteArrayView value = json;
    for (const Step &step : m_steps) {
        const JsonType type = jsonTypeOf(value);
        if (const auto *name = std::get_if<QByteArray>(&step)) {
            if (type != JsonType::Object)
                return {};
            const auto members = jsonMembers(value);
            if (!members)
                return {};
            const auto member
                = std::find_if(members->begin(), members->end(), [name](const JsonMember &m) { return m.key == *name; });
            if (member == members->end())
                return {};
            value = member->value;
        } else {
            if (type != JsonType::Array)
                return {};
            value = jsonElements(value).value(std::get<qsizetype>(step));
            if (value.isEmpty())
                return {};
        }
    }
    return value;
}

} // namespace pushscope
