// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/jsonscanner.h"

#include "protocol/utf8.h"

namespace pushscope {

static bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

static bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool JsonScanner::wrong(const char *error)
{
    m_error = atEnd() ? "the text ends too early" : error;
    return false;
}

void JsonScanner::skipSpace()
{
    while (!atEnd() && (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t'))
        ++m_at;
}

bool JsonScanner::scanDocument()
{
    skipSpace();
    m_begin = m_at;
    while (m_valueDue || m_depth > 0) {
        if (!(m_valueDue ? scanValue() : afterValue()))
            return false;
    }
    m_end = m_at;
    skipSpace();
    return atEnd() || wrong("something follows the value");
}

bool JsonScanner::scanValue()
{
    skipSpace();
    if (peek() == '{' || peek() == '[')
        return open(peek() == '{');
    m_valueDue = false;
    return scanScalar();
}

bool JsonScanner::scanScalar()
{
    switch (peek()) {
    case '"':
        return scanString();
    case 't':
        return scanWord("true");
    case 'f':
        return scanWord("false");
    case 'n':
        return scanWord("null");
    default:
        return peek() == '-' || isDigit(peek()) ? scanNumber() : wrong("a value is expected here");
    }
}

// Past the bracket, and past the bracket that closes it if it is empty; in an object past the first key too.
bool JsonScanner::open(bool object)
{
    if (m_depth == MaxDepth)
        return wrong("nested deeper than 512");
    m_objects[std::size_t(m_depth++)] = object;
    ++m_at;
    skipSpace();
    if (peek() == (object ? '}' : ']')) {
        ++m_at;
        --m_depth;
        m_valueDue = false;
        return true;
    }
    m_valueDue = true;
    return !object || scanKey();
}

bool JsonScanner::afterValue()
{
    skipSpace();
    return closeOrNext(inObject() ? '}' : ']');
}

bool JsonScanner::closeOrNext(char close)
{
    if (peek() == close) {
        ++m_at;
        --m_depth;
        return true;
    }
    if (peek() != ',')
        return wrong(close == '}' ? "\",\" or \"}\" is expected here" : "\",\" or \"]\" is expected here");
    ++m_at;
    m_valueDue = true;
    return close != '}' || scanKey();
}

bool JsonScanner::scanKey()
{
    skipSpace();
    if (peek() != '"')
        return wrong("a key in quotes is expected here");
    if (!scanString())
        return false;
    skipSpace();
    if (peek() != ':')
        return wrong("\":\" is expected here");
    ++m_at;
    return true;
}

bool JsonScanner::scanString()
{
    Utf8Checker utf8;
    for (++m_at;;) {
        qsizetype run = m_at;
        while (run < m_text.size() && quint8(m_text[run]) >= 0x20 && m_text[run] != '"' && m_text[run] != '\\')
            ++run;
        m_at += utf8.feed(m_text.sliced(m_at, run - m_at));
        if (m_at < run || !utf8.isComplete())
            return wrong("not UTF-8");
        if (peek() == '"') {
            ++m_at;
            return true;
        }
        if (peek() != '\\')
            return wrong("a control character in a string is to be escaped");
        ++m_at;
        if (!scanEscape())
            return false;
    }
}

bool JsonScanner::scanEscape()
{
    if (atEnd())
        return wrong("");
    if (peek() != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(peek()))
            return wrong("no such escape");
        ++m_at;
        return true;
    }
    ++m_at;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (!isHexDigit(peek()))
            return wrong("\\u is followed by four hexadecimal digits");
    }
    return true;
}

bool JsonScanner::scanDigits()
{
    if (!isDigit(peek()))
        return wrong("a digit is expected here");
    while (isDigit(peek()))
        ++m_at;
    return true;
}

bool JsonScanner::scanNumber()
{
    if (peek() == '-')
        ++m_at;
    if (peek() == '0') {
        ++m_at;
        if (isDigit(peek()))
            return wrong("a number has no leading zero");
    } else if (!scanDigits()) {
        return false;
    }
    if (peek() == '.') {
        ++m_at;
        if (!scanDigits())
            return false;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++m_at;
        if (peek() == '+' || peek() == '-')
            ++m_at;
        return scanDigits();
    }
    return true;
}

bool JsonScanner::scanWord(const char *word)
{
    for (; *word; ++word, ++m_at) {
        if (peek() != *word)
            return wrong("no such word; true, false and null there are");
    }
    return true;
}

} // namespace pushscope
