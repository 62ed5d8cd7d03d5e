// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jsonslice.h"

#include "protocol/jsonscanner.h"

#include <QSet>
#include <algorithm>

namespace pushscope {

namespace {

bool isSpace(char c)
{
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// The end of a string that begins at `at`, which is valid: past its closing quote.
qsizetype stringEnd(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size() && text[at] != '"'; ++at) {
        if (text[at] == '\\')
            ++at;
    }
    return std::min(at + 1, text.size());
}

// The end of the valid value that begins at `at`, found by its brackets.
qsizetype valueEnd(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = stringEnd(text, at);
            if (depth == 0)
                return at;
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if (c == '}' || c == ']') {
            if (depth <= 1)
                return depth == 0 ? at : at + 1;
            --depth;
        } else if (depth == 0 && (c == ',' || isSpace(c))) {
            return at;
        }
        ++at;
    }
    return at;
}

// The next octet from `at` that is none of the separators between keys and values.
qsizetype skipSeparators(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && (isSpace(text[at]) || text[at] == ',' || text[at] == ':'))
        ++at;
    return at;
}

quint32 hexValue(QByteArrayView digits)
{
    quint32 value = 0;
    for (const char c : digits)
        value = value * 16 + quint32(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
    return value;
}

void appendUtf8(QByteArray &out, quint32 c)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += char(0xC0 | (c >> 6));
        out += char(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        out += char(0xE0 | (c >> 12));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    } else {
        out += char(0xF0 | (c >> 18));
        out += char(0x80 | ((c >> 12) & 0x3F));
        out += char(0x80 | ((c >> 6) & 0x3F));
        out += char(0x80 | (c & 0x3F));
    }
}

char simpleEscape(char c)
{
    switch (c) {
    case 'b':
        return '\b';
    case 'f':
        return '\f';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    case 't':
        return '\t';
    default:
        return c; // a quote, a backslash, a slash
    }
}

bool isLowSurrogateEscape(QByteArrayView text)
{
    return text.size() >= 6 && text[0] == '\\' && text[1] == 'u' && (hexValue(text.sliced(2, 4)) & 0xFC00) == 0xDC00;
}

// The keys of an object so far. Most have a few, which are compared faster than hashed.
class SeenKeys
{
public:
    [[nodiscard]] bool contains(const QList<JsonMember> &members, const QByteArray &key)
    {
        if (members.size() <= Few)
            return std::any_of(members.begin(), members.end(), [&](const JsonMember &member) { return member.key == key; });
        for (; m_hashed < members.size(); ++m_hashed)
            m_keys.insert(members[m_hashed].key);
        return m_keys.contains(key);
    }

private:
    static constexpr qsizetype Few = 16;
    QSet<QByteArray> m_keys; // of the first m_hashed members
    qsizetype m_hashed = 0;
};

// Past the escape that begins at `at`, with its character(s) in `out`; -1 for a lone surrogate.
qsizetype unescape(QByteArrayView text, qsizetype at, QByteArray &out)
{
    if (text.size() - at < 2)
        return text.size();
    if (text[at + 1] != 'u') {
        out += simpleEscape(text[at + 1]);
        return at + 2;
    }
    if (text.size() - at < 6)
        return text.size();
    const quint32 unit = hexValue(text.sliced(at + 2, 4));
    if ((unit & 0xF800) != 0xD800) {
        appendUtf8(out, unit);
        return at + 6;
    }
    const QByteArrayView rest = text.sliced(at + 6);
    if ((unit & 0xFC00) != 0xD800 || !isLowSurrogateEscape(rest))
        return -1;
    appendUtf8(out, 0x10000 + ((unit & 0x3FF) << 10) + (hexValue(rest.sliced(2, 4)) & 0x3FF));
    return at + 12;
}

} // namespace

Result<QByteArrayView> validateJson(QByteArrayView text)
{
    JsonScanner scanner(text);
    if (!scanner.scanDocument())
        return fail(Errc::Syntax, scanner.errorText(), scanner.errorOffset());
    return text.sliced(scanner.valueBegin(), scanner.valueEnd() - scanner.valueBegin());
}

JsonType jsonTypeOf(QByteArrayView value)
{
    switch (value.isEmpty() ? 'n' : value.front()) {
    case '{':
        return JsonType::Object;
    case '[':
        return JsonType::Array;
    case '"':
        return JsonType::String;
    case 't':
    case 'f':
        return JsonType::Bool;
    case 'n':
        return JsonType::Null;
    default:
        return JsonType::Number;
    }
}

Result<QList<JsonMember>> jsonMembers(QByteArrayView object)
{
    QList<JsonMember> members;
    SeenKeys keys;
    qsizetype at = skipSeparators(object, 1);
    while (at < object.size() && object[at] == '"') {
        const qsizetype keyEnd = stringEnd(object, at);
        auto key = jsonString(object.sliced(at, keyEnd - at));
        if (!key)
            return fail(key.error().code, key.error().detail, at + key.error().offset);
        if (keys.contains(members, *key))
            return fail(Errc::Syntax, "the key \"" + *key + "\" occurs twice", at);
        const qsizetype begin = skipSeparators(object, keyEnd);
        const qsizetype end = valueEnd(object, begin);
        members.append({std::move(*key), object.sliced(begin, end - begin)});
        at = skipSeparators(object, end);
    }
    return members;
}

Result<QList<JsonMember>> jsonObject(QByteArrayView text)
{
    const auto whole = validateJson(text);
    if (!whole)
        return tl::unexpected(whole.error());
    if (jsonTypeOf(*whole) != JsonType::Object)
        return fail(Errc::Syntax, "not an object");
    return jsonMembers(*whole);
}

QList<QByteArrayView> jsonElements(QByteArrayView array)
{
    QList<QByteArrayView> elements;
    qsizetype at = skipSeparators(array, 1);
    while (at < array.size() && array[at] != ']') {
        const qsizetype end = valueEnd(array, at);
        elements.append(array.sliced(at, end - at));
        at = skipSeparators(array, end);
    }
    return elements;
}

Result<QByteArray> jsonString(QByteArrayView string)
{
    if (string.size() < 2 || string.front() != '"')
        return fail(Errc::Syntax, "a string is expected", 0);
    QByteArray out;
    out.reserve(string.size() - 2);
    const QByteArrayView text = string.chopped(1);
    for (qsizetype at = 1; at < text.size();) {
        const qsizetype escape = text.indexOf('\\', at);
        const qsizetype end = escape < 0 ? text.size() : escape;
        out += text.sliced(at, end - at);
        at = end;
        if (at == text.size())
            break;
        const qsizetype next = unescape(text, at, out);
        if (next < 0)
            return fail(Errc::Syntax, "half of a surrogate pair", at);
        at = next;
    }
    return out;
}

LineColumn lineColumnOf(QByteArrayView text, qsizetype offset)
{
    LineColumn place;
    offset = std::clamp(offset, qsizetype(0), text.size());
    for (qsizetype i = 0; i < offset; ++i) {
        const bool lineEnd = text[i] == '\n' || (text[i] == '\r' && (i + 1 == text.size() || text[i + 1] != '\n'));
        place.line += lineEnd;
        place.column = lineEnd ? 1 : place.column + 1;
    }
    return place;
}

} // namespace pushscope
