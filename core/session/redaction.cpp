// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/redaction.h"

#include <optional>

namespace pushscope {

namespace {

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

// Of words before a colon, "token: expired" is a sentence and "X-Auth-Token: …" a header.
bool isHeaderName(QByteArrayView name)
{
    const QByteArray lower = name.toByteArray().toLower();
    return lower.contains('-') || lower == "authorization" || lower == "cookie";
}

class Redactor
{
public:
    explicit Redactor(QByteArrayView text)
        : m_text(text)
    {
    }

    QByteArray run()
    {
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (c == '"' && jsonMember())
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

    // "key" : value
    bool jsonMember()
    {
        const qsizetype keyEnd = endOfString(m_text, m_at);
        const qsizetype colon = skipSpace(m_text, keyEnd);
        if (colon >= m_text.size() || m_text[colon] != ':' || keyEnd - m_at < 2)
            return false;
        if (!looksSecret(unescaped(m_text.sliced(m_at + 1, keyEnd - m_at - 2))))
            return false;
        const qsizetype from = skipSpace(m_text, colon + 1);
        replace(from, endOfValue(m_text, from), '"' + QByteArray(RedactedText) + '"');
        return true;
    }

    // key=value of a query or form, "Key: value" of a header line, "Bearer value"
    bool word()
    {
        qsizetype end = m_at;
        while (end < m_text.size() && isWord(m_text[end]))
            ++end;
        QByteArrayView name = m_text.sliced(m_at, end - m_at);
        // A line end that is escaped in a string of JSON: what is left of it is no part of the header's name.
        for (const QByteArrayView lineEnd : {QByteArrayView("n"), QByteArrayView("r"), QByteArrayView("u000a"),
                                             QByteArrayView("u000d"), QByteArrayView("u000A"), QByteArrayView("u000D")}) {
            const bool escaped = m_at > 0 && m_text[m_at - 1] == '\\' && name.startsWith(lineEnd);
            if (escaped && isHeaderName(name.sliced(lineEnd.size()))) {
                name = name.sliced(lineEnd.size());
                break;
            }
        }
        if (name.compare("bearer", Qt::CaseInsensitive) == 0 && end < m_text.size() && m_text[end] == ' ') {
            const qsizetype from = skipSpace(m_text, end);
            replace(from, endOfToken(from), RedactedText);
            return true;
        }
        if (end < m_text.size() && looksSecret(name)) {
            if (m_text[end] == '=') {
                replace(end + 1, endOfToken(end + 1), RedactedText);
                return true;
            }
            if (m_text[end] == ':' && isHeaderName(name)) {
                const qsizetype from = skipBlank(end + 1);
                replace(from, endOfLine(from), RedactedText);
                return true;
            }
            if (m_text.sliced(end).startsWith("\\\":\\\"")) { // JSON within a string of JSON
                replace(end + 5, endOfToken(end + 5), RedactedText);
                return true;
            }
        }
        m_at = end;
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

    qsizetype endOfLine(qsizetype at) const
    {
        while (at < m_text.size() && m_text[at] != '\r' && m_text[at] != '\n' && m_text[at] != '"' && m_text[at] != '\\')
            ++at;
        return at;
    }

    QByteArrayView m_text;
    QByteArray m_out;
    qsizetype m_at = 0;
    qsizetype m_copied = 0;
};

} // namespace

bool looksSecret(QByteArrayView key)
{
    const QByteArray lower = key.toByteArray().toLower();
    for (const char *word : {"token", "password", "secret", "authorization", "cookie"}) {
        if (lower.contains(word))
            return true;
    }
    return false;
}

QByteArray redacted(const QByteArray &text)
{
    return Redactor(text).run();
}

} // namespace pushscope
