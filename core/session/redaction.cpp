// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/redaction.h"

#include "protocol/jsonslice.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace pushscope {

namespace {

constexpr int MaxDepth = 16; // of texts within strings within texts; each level doubles the backslashes
constexpr int MostJsonTries = 64; // in a text that is not JSON as a whole
constexpr qsizetype MostEscapedKey = 1024; // octets of a key in quotes of which only the first is escaped
constexpr QByteArrayView JsonBase64 = "eyJ"; // what {" begins with in base 64: a JWT (RFC 7519), or an object

QByteArray redactedText(const QByteArray &text, int depth);

bool isSpace(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool isWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
}

qsizetype skipSpace(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isSpace(text[at]))
        ++at;
    return at;
}

// Of the string literal that begins here: the place behind its closing quote, or the end of the text.
qsizetype endOfString(QByteArrayView text, qsizetype at)
{
    for (++at; at < text.size(); ++at) {
        if (text[at] == '\\')
            ++at;
        else if (text[at] == '"')
            return at + 1;
    }
    return text.size();
}

// Of the JSON value that begins here, however damaged the text is.
qsizetype endOfValue(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = endOfString(text, at);
        } else if (c == '{' || c == '[') {
            ++depth;
            ++at;
        } else if (c == '}' || c == ']') {
            if (depth == 0)
                return at;
            --depth;
            ++at;
        } else if (depth == 0 && (c == ',' || isSpace(c))) {
            return at;
        } else {
            ++at;
            continue; // a number or word goes on
        }
        if (depth == 0)
            return at;
    }
    return at;
}

// The ASCII letters of a key, whose escapes (\u0074oken) must not hide it.
QByteArray unescaped(QByteArrayView key)
{
    QByteArray plain;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i] == '\\' && i + 5 < key.size() && key[i + 1] == 'u') {
            plain += char(key.sliced(i + 2, 4).toByteArray().toUShort(nullptr, 16));
            i += 5;
        } else {
            plain += key[i];
        }
    }
    return plain;
}

// The unit of UTF-16 that an escape here stands for, if it is half a surrogate pair; else 0.
quint16 surrogateAt(QByteArrayView literal, qsizetype at)
{
    if (literal.size() - at < 6 || literal[at] != '\\' || literal[at + 1] != 'u')
        return 0;
    const quint16 unit = literal.sliced(at + 2, 4).toByteArray().toUShort(nullptr, 16);
    return (unit & 0xF800) == 0xD800 ? unit : 0;
}

// What a string of valid JSON stands for. Half a surrogate pair, which JSON may have and UTF-8 may not, becomes the three octets
// ED A0 80 to ED BF BF: no other text has them, so that quotedLiteral() finds it again.
QByteArray textOfLiteral(QByteArrayView literal)
{
    if (auto text = jsonString(literal))
        return *std::move(text);
    QByteArray whole;
    for (qsizetype at = 0; at < literal.size();) {
        const quint16 unit = surrogateAt(literal, at), next = unit == 0 ? 0 : surrogateAt(literal, at + 6);
        if (unit != 0 && (unit >= 0xDC00 || next < 0xDC00)) {
            whole.append('\xED').append(char(0x80 | ((unit >> 6) & 0x3F))).append(char(0x80 | (unit & 0x3F)));
            at += 6;
            continue;
        }
        const QByteArrayView same = literal.sliced(at).first(unit != 0 ? 12 : literal[at] == '\\' ? 2 : 1);
        whole += same;
        at += same.size();
    }
    return jsonString(whole).value_or(QByteArray());
}

QByteArray quotedLiteral(const QByteArray &text)
{
    const QByteArray quoted = jsonQuoted(text);
    QByteArray literal;
    qsizetype copied = 0;
    for (qsizetype at = 0; (at = quoted.indexOf('\xED', at)) >= 0; ++at) {
        if (at + 2 >= quoted.size() || quint8(quoted[at + 1]) < 0xA0)
            continue;
        const uint unit = 0xD000 | ((uint(quoted[at + 1]) & 0x3F) << 6) | (uint(quoted[at + 2]) & 0x3F);
        literal += QByteArrayView(quoted).sliced(copied, at - copied);
        literal += "\\u" + QByteArray::number(unit, 16);
        copied = at + 3;
    }
    literal += QByteArrayView(quoted).sliced(copied);
    return literal;
}

// Of words before a colon, "token: expired" is a sentence and "X-Auth-Token: …" a header.
bool isHeaderName(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    return lower.contains('-') || lower == "authorization" || lower == "cookie";
}

// header.payload.signature
bool isJwt(QByteArrayView word)
{
    constexpr qsizetype LeastPart = 8;
    const qsizetype one = word.indexOf('.'), two = one < 0 ? -1 : word.indexOf('.', one + 1);
    return word.startsWith(JsonBase64) && one >= LeastPart && two > one + LeastPart;
}

// What it would be without secrets, and the same if it has none; nothing if it is no base 64.
std::optional<QByteArray> redactedBase64(QByteArrayView text, int depth)
{
    const QByteArray encoded = text.toByteArray();
    for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
        const auto decoded = QByteArray::fromBase64Encoding(encoded, alphabet | QByteArray::AbortOnBase64DecodingErrors);
        if (!decoded)
            continue;
        // What both alphabets can read is the same in both; looked at twice at each depth, it would never end.
        const QByteArray clean = redactedText(*decoded, depth + 1);
        return clean == *decoded ? encoded : clean.toBase64(alphabet);
    }
    return std::nullopt;
}

// Texts that are no JSON as a whole: requests, event streams, sentences, and JSON that is damaged.
class TextRedactor
{
public:
    TextRedactor(QByteArrayView text, int depth)
        : m_text(text)
        , m_depth(depth)
    {
        const qsizetype first = skipSpace(text, 0);
        m_looksJson = first < text.size() && (text[first] == '{' || text[first] == '[' || text[first] == '"');
    }

    QByteArray run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if ((c == '{' || c == '[') && jsonWithin())
                continue;
            if (c == '"' && jsonMember())
                continue;
            if (c == ':' && userInfo())
                continue;
            if (isWord(c) && (m_at == 0 || !isWord(m_text[m_at - 1])) && word())
                continue;
            ++m_at;
        }
        m_out += m_text.sliced(m_copied);
        return m_out;
    }

private:
    // Puts the stand-in for [from, to) and goes on behind it.
    void replace(qsizetype from, qsizetype to, const QByteArray &by)
    {
        m_out += m_text.sliced(m_copied, from - m_copied);
        m_out += by;
        m_copied = m_at = to;
    }

    // A value of JSON that is whole.
    bool jsonWithin()
    {
        if (m_tries >= MostJsonTries)
            return false;
        ++m_tries;
        const qsizetype end = endOfValue(m_text, m_at);
        const QByteArray value = m_text.sliced(m_at, end - m_at).toByteArray();
        if (!validateJson(value))
            return false;
        replace(m_at, end, redactedText(value, m_depth));
        return true;
    }

    // "key" : value
    bool jsonMember()
    {
        // A quote within the string seen last is escaped there, so what it begins ends where that string ends.
        if (m_at >= m_stringEnd - 1) {
            m_stringEnd = endOfString(m_text, m_at);
            m_colon = skipSpace(m_text, m_stringEnd);
        } else if (m_stringEnd - m_at > MostEscapedKey) {
            return false; // each of many quotes would have the rest as its key
        }
        if (m_colon >= m_text.size() || m_text[m_colon] != ':' || m_stringEnd - m_at < 2)
            return false;
        if (!looksSecret(unescaped(m_text.sliced(m_at + 1, m_stringEnd - m_at - 2))))
            return false;
        const qsizetype from = skipSpace(m_text, m_colon + 1);
        replace(from, endOfValue(m_text, from), '"' + QByteArray(RedactedText) + '"');
        return true;
    }

    // ://user:password@host, RFC 3986 section 3.2.1
    bool userInfo()
    {
        if (!m_text.sliced(m_at).startsWith("://"))
            return false;
        const qsizetype from = m_at + 3;
        qsizetype end = from;
        while (end < m_text.size() && !isSpace(m_text[end]) && !QByteArrayView("/?#\"'\\<>").contains(m_text[end]))
            ++end;
        const QByteArrayView authority = m_text.sliced(from, end - from);
        const qsizetype at = authority.lastIndexOf('@'), colon = authority.indexOf(':');
        if (at < 0 || colon < 0 || colon > at)
            return false;
        replace(from + colon + 1, from + at, RedactedText);
        return true;
    }

    // How much of a word is the end of an escape before it: \n in a string of JSON, %22 in a URL.
    qsizetype escapeBefore(QByteArrayView name) const
    {
        const char before = m_at > 0 ? m_text[m_at - 1] : ' ';
        if (before == '%')
            return std::min<qsizetype>(2, name.size());
        if (before != '\\')
            return 0;
        return name.startsWith('u') ? std::min<qsizetype>(5, name.size()) : 1;
    }

    // key=value of a query or form, "Key: value" of a header line, "Bearer value", or a token by its shape
    bool word()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isWord(m_text[end]))
            ++end;
        const QByteArrayView whole = m_text.sliced(m_at, end - m_at);
        if (scheme(whole, end))
            return true;
        const QByteArrayView stripped = whole.sliced(escapeBefore(whole));
        for (const QByteArrayView name : {stripped, whole}) {
            if (token(name, end) || (isFollowed(end) && looksSecret(name) && member(name, end)))
                return true;
            if (stripped.size() == whole.size())
                break;
        }
        m_at = end;
        return true;
    }

    // By what may stand between a key and its value.
    [[nodiscard]] bool isFollowed(qsizetype end) const
    {
        return end < m_text.size() && QByteArrayView("=:\\%").contains(m_text[end]);
    }

    bool scheme(QByteArrayView name, qsizetype end)
    {
        if (end >= m_text.size() || m_text[end] != ' ')
            return false;
        const qsizetype from = skipSpace(m_text, end);
        if (name.compare("bearer", Qt::CaseInsensitive) == 0) {
            replace(from, endOfToken(from), RedactedText);
            return true;
        }
        const qsizetype upTo = endOfToken(from); // RFC 7617: user:password
        if (name.compare("basic", Qt::CaseInsensitive) != 0
            || !QByteArray::fromBase64(m_text.sliced(from, upTo - from).toByteArray()).contains(':'))
            return false;
        replace(from, upTo, RedactedText);
        return true;
    }

    bool token(QByteArrayView name, qsizetype end)
    {
        if (!name.startsWith(JsonBase64))
            return false;
        const qsizetype from = end - name.size();
        if (isJwt(name)) {
            replace(from, end, RedactedText);
            return true;
        }
        while (end < m_text.size() && (isWord(m_text[end]) || QByteArrayView("+/=").contains(m_text[end])))
            ++end;
        const QByteArrayView encoded = m_text.sliced(from, end - from);
        const auto clean = redactedBase64(encoded, m_depth);
        if (!clean || *clean == encoded)
            return false;
        replace(from, end, *clean);
        return true;
    }

    bool member(QByteArrayView name, qsizetype end)
    {
        const QByteArrayView rest = m_text.sliced(end);
        if (rest.startsWith('=')) {
            const qsizetype value = end + 1, quotable = endOfQuotable(value);
            const bool inForm = isInForm(end - name.size(), value);
            replace(value, inForm ? std::max(quotable, endOfFormValue(value)) : quotable, RedactedText);
            return true;
        }
        if (rest.startsWith(':') && isHeaderName(name)) {
            const qsizetype from = skipBlank(end + 1);
            replace(from, endOfLine(from), RedactedText);
            return true;
        }
        if (rest.startsWith("\\\"")) // JSON within a string of JSON that is damaged
            return memberWithin(end, "\\\"", ":");
        return rest.startsWith('%') && (memberWithin(end, "%22", "%3a") || memberWithin(end, {}, "%3d"));
    }

    [[nodiscard]] bool isAt(qsizetype at, QByteArrayView what) const
    {
        return m_text.size() - at >= what.size() && m_text.sliced(at, what.size()).compare(what, Qt::CaseInsensitive) == 0;
    }

    // Of a key in quotes that are escaped: what follows the separator.
    bool memberWithin(qsizetype at, QByteArrayView quote, QByteArrayView separator)
    {
        if (!isAt(at, quote) || !isAt(skipBlank(at + quote.size()), separator))
            return false;
        qsizetype from = skipBlank(skipBlank(at + quote.size()) + separator.size());
        while (isAt(from, "%20"))
            from += 3;
        const bool quoted = !quote.isEmpty() && isAt(from, quote);
        from += quoted ? quote.size() : 0;
        qsizetype end = from;
        const QByteArrayView ends[] = {"%26", "%2c", "%7d", "%0a", "%0d"};
        while (end < m_text.size() && !(quoted && isAt(end, quote)) && !isSpace(m_text[end])
               && !QByteArrayView("&\"'<>#").contains(m_text[end])
               && !(!quoted && std::any_of(std::begin(ends), std::end(ends), [&](QByteArrayView one) { return isAt(end, one); })))
            ++end;
        replace(from, end, RedactedText);
        return true;
    }

    qsizetype skipBlank(qsizetype at) const
    {
        while (at < m_text.size() && (m_text[at] == ' ' || m_text[at] == '\t'))
            ++at;
        return at;
    }

    // A quote ends it too, and a backslash: the text may be inside a string of JSON.
    qsizetype endOfToken(qsizetype at) const
    {
        while (at < m_text.size() && !isSpace(m_text[at]) && !QByteArrayView("&\"'\\;,<>#)").contains(m_text[at]))
            ++at;
        return at;
    }

    // Of a query or a form, where , ; ) and ' are octets like any other (RFC 3986 section 3.4).
    qsizetype endOfFormValue(qsizetype at) const
    {
        while (at < m_text.size() && !isSpace(m_text[at]) && !QByteArrayView("&\"\\<>#").contains(m_text[at]))
            ++at;
        return at;
    }

    // Behind ? or &; or first in a text or line that goes on as a form does, and not as a sentence.
    bool isInForm(qsizetype name, qsizetype value) const
    {
        if (name > 0 && m_text[name - 1] != '\n')
            return m_text[name - 1] == '?' || m_text[name - 1] == '&';
        const qsizetype end = endOfFormValue(value);
        return end == m_text.size() || m_text[end] == '&';
    }

    // As endOfToken(), or all that stands in quotes.
    qsizetype endOfQuotable(qsizetype at) const
    {
        for (const QByteArrayView quote : {QByteArrayView("\\\""), QByteArrayView("\""), QByteArrayView("'")}) {
            if (!isAt(at, quote) || (m_looksJson && quote.size() == 1 && quote[0] == '"'))
                continue;
            const qsizetype end = m_text.indexOf(quote, at + quote.size());
            return end < 0 ? m_text.size() : end + quote.size();
        }
        return endOfToken(at);
    }

    // In JSON that is damaged a quote ends the string that the line is in, unless it is escaped.
    qsizetype endOfLine(qsizetype at) const
    {
        for (; at < m_text.size() && m_text[at] != '\r' && m_text[at] != '\n'; ++at) {
            if (m_looksJson && m_text[at] == '"')
                break;
            if (m_text[at] != '\\' || !m_looksJson)
                continue;
            if (isAt(at, "\\r") || isAt(at, "\\n") || isAt(at, "\\u000a") || isAt(at, "\\u000d"))
                break;
            ++at; // an escape of something else
        }
        return std::min(at, m_text.size());
    }

    QByteArrayView m_text;
    const int m_depth;
    bool m_looksJson = false;
    int m_tries = 0;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_copied = 0;
    qsizetype m_stringEnd = 0, m_colon = 0; // of the string seen last: behind it, and what is not blank there
};

// Valid JSON: each string is looked at as the text that it stands for.
class JsonRedactor
{
public:
    JsonRedactor(QByteArrayView text, int depth) noexcept
        : m_text(text)
        , m_depth(depth)
    {
    }

    QByteArray run()
    {
        qsizetype copied = 0, at = 0;
        const auto replace = [&](qsizetype from, qsizetype to, const QByteArray &by) {
            m_out += m_text.sliced(copied, from - copied);
            m_out += by;
            copied = at = to;
        };
        QByteArray key;
        while (at < m_text.size()) {
            if (m_text[at] != '"') {
                ++at;
                continue;
            }
            const qsizetype from = at, end = endOfString(m_text, at), colon = skipSpace(m_text, end);
            const QByteArray plain = textOfLiteral(m_text.sliced(from, end - from));
            const bool isKey = colon < m_text.size() && m_text[colon] == ':';
            if (isKey && looksSecret(plain)) {
                const qsizetype value = skipSpace(m_text, colon + 1);
                replace(value, endOfValue(m_text, value), '"' + QByteArray(RedactedText) + '"');
                continue;
            }
            std::optional<QByteArray> clean;
            if (!isKey && key.endsWith("64")) // data64, answerBody64
                clean = redactedBase64(plain, m_depth);
            if (!clean)
                clean = redactedText(plain, m_depth + 1);
            key = isKey ? plain : QByteArray();
            at = end;
            if (*clean != plain)
                replace(from, end, quotedLiteral(*clean));
        }
        m_out += m_text.sliced(copied);
        return m_out;
    }

private:
    QByteArrayView m_text;
    const int m_depth;
    QByteArray m_out;
};

QByteArray redactedText(const QByteArray &text, int depth)
{
    if (depth > MaxDepth)
        return RedactedText;
    const qsizetype first = skipSpace(text, 0);
    const bool json = first < text.size() && QByteArrayView("{[\"").contains(text[first]) && validateJson(text);
    return json ? JsonRedactor(text, depth).run() : TextRedactor(text, depth).run();
}

} // namespace

bool looksSecret(QByteArrayView key)
{
    constexpr std::size_t Longest = 256;
    std::array<char, Longest> buffer;
    std::size_t size = 0;
    for (const char c : key) {
        if (c != '-' && c != '_' && size < Longest)
            buffer[size++] = c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
    }
    const std::string_view letters(buffer.data(), size);
    for (const std::string_view word : {"auth", "jwt", "pass", "pwd", "sid"}) {
        if (letters == word)
            return true;
    }
    for (const std::string_view word : {"token", "password", "passwd", "passphrase", "secret", "authorization", "cookie",
                                        "credential", "apikey", "privatekey", "sessionid", "signature"}) {
        if (letters.find(word) != std::string_view::npos)
            return true;
    }
    return false;
}

QByteArray redacted(const QByteArray &text)
{
    return redactedText(text, 0);
}

} // namespace pushscope
