// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsontext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::JsonText)
};

class Reader
{
public:
    explicit Reader(JsonOutline &outline)
        : m_outline(outline)
        , m_text(outline.text)
    {
    }

    void read()
    {
        skipSpace();
        bool valueNext = true;
        while (!m_outline.error && (valueNext || m_open >= 0))
            valueNext = valueNext ? readValue() : readSeparator();
        skipSpace();
        if (!m_outline.error && m_at < m_text.size())
            fail(Words::tr("nothing may follow the value"));
        if (m_outline.error)
            m_outline.nodes.clear();
    }

private:
    [[nodiscard]] char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }
    void skipSpace()
    {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r')
            ++m_at;
    }
    bool fail(const QString &what)
    {
        if (!m_outline.error)
            m_outline.error = JsonError{m_at, m_at >= m_text.size() ? Words::tr("%1, but the text ends here").arg(what) : what};
        return false;
    }

    // Both give whether a value comes next.
    bool readValue();
    bool readSeparator();
    bool readKey();

    int addNode(JsonKind kind, qsizetype from);
    bool open(JsonKind kind);
    void close();
    bool readString();
    bool readEscape();
    bool readNumber();
    bool readDigits();
    bool readWord(QByteArrayView word);

    JsonOutline &m_outline;
    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_open = -1; // the array or object that is being read
    int m_depth = 0;
    qsizetype m_keyFrom = 0, m_keySize = 0;
};

int Reader::addNode(JsonKind kind, qsizetype from)
{
    JsonNode node;
    node.kind = kind;
    node.from = from;
    node.parent = m_open;
    node.keyFrom = m_keyFrom;
    node.keySize = std::exchange(m_keySize, 0);
    const int index = int(m_outline.nodes.size());
    if (m_open >= 0) {
        std::vector<int> &siblings = m_outline.nodes[size_t(m_open)].children;
        node.row = int(siblings.size());
        siblings.push_back(index);
    }
    m_outline.nodes.push_back(std::move(node));
    return index;
}

bool Reader::open(JsonKind kind)
{
    if (++m_depth > JsonDepth)
        return fail(Words::tr("nested deeper than %1").arg(JsonDepth));
    m_open = addNode(kind, m_at++);
    skipSpace();
    if (peek() == (kind == JsonKind::Object ? '}' : ']')) {
        close();
        return false;
    }
    return kind == JsonKind::Object ? readKey() : true;
}

void Reader::close()
{
    JsonNode &node = m_outline.nodes[size_t(m_open)];
    node.size = ++m_at - node.from;
    m_open = node.parent;
    --m_depth;
    skipSpace();
}

bool Reader::readValue()
{
    const qsizetype from = m_at;
    JsonKind kind{};
    bool good = false;
    switch (peek()) {
    case '{':
        return open(JsonKind::Object);
    case '[':
        return open(JsonKind::Array);
    case '"':
        kind = JsonKind::String;
        good = readString();
        break;
    case 't':
    case 'f':
        kind = JsonKind::Bool;
        good = readWord(peek() == 't' ? "true" : "false");
        break;
    case 'n':
        good = readWord("null");
        break;
    default:
        kind = JsonKind::Number;
        good = readNumber();
    }
    if (!good)
        return false;
    m_outline.nodes[size_t(addNode(kind, from))].size = m_at - from;
    skipSpace();
    return false;
}

bool Reader::readSeparator()
{
    const bool object = m_outline.nodes[size_t(m_open)].kind == JsonKind::Object;
    if (peek() == (object ? '}' : ']')) {
        close();
        return false;
    }
    if (peek() != ',')
        return fail(object ? Words::tr("a comma or } must follow") : Words::tr("a comma or ] must follow"));
    ++m_at;
    skipSpace();
    return object ? readKey() : true;
}

bool Reader::readKey()
{
    if (peek() != '"')
        return fail(Words::tr("a name in quotes is expected"));
    const qsizetype from = m_at;
    if (!readString())
        return false;
    m_keyFrom = from;
    m_keySize = m_at - from;
    skipSpace();
    if (peek() != ':')
        return fail(Words::tr("a colon must follow the name"));
    ++m_at;
    skipSpace();
    return true;
}

bool Reader::readString()
{
    for (++m_at; m_at < m_text.size(); ++m_at) {
        const char c = m_text[m_at];
        if (c == '"') {
            ++m_at;
            return true;
        }
        if (quint8(c) < 0x20)
            return fail(Words::tr("a string may not hold a line break or control character: write \\n and the like"));
        if (c == '\\' && !readEscape())
            return false;
    }
    return fail(Words::tr("the string must be closed by a quote"));
}

// From the backslash to the last character of the escape.
bool Reader::readEscape()
{
    ++m_at;
    if (peek() != 'u') {
        if (m_at < m_text.size() && QByteArrayView("\"\\/bfnrt").contains(peek()))
            return true;
        return fail(Words::tr("no such escape"));
    }
    for (int i = 0; i < 4; ++i) {
        ++m_at;
        if (!std::isxdigit(quint8(peek())))
            return fail(Words::tr("\\u needs four hexadecimal digits"));
    }
    return true;
}

bool Reader::readDigits()
{
    if (!std::isdigit(quint8(peek())))
        return fail(Words::tr("a digit is expected"));
    while (std::isdigit(quint8(peek())))
        ++m_at;
    return true;
}

bool Reader::readNumber()
{
    if (peek() != '-' && !std::isdigit(quint8(peek())))
        return fail(Words::tr("a value is expected"));
    if (peek() == '-')
        ++m_at;
    if (peek() == '0') {
        ++m_at;
        if (std::isdigit(quint8(peek())))
            return fail(Words::tr("a number may not begin with 0"));
    } else if (!readDigits()) {
        return false;
    }
    if (peek() == '.') {
        ++m_at;
        if (!readDigits())
            return false;
    }
    if (peek() != 'e' && peek() != 'E')
        return true;
    ++m_at;
    if (peek() == '+' || peek() == '-')
        ++m_at;
    return readDigits();
}

bool Reader::readWord(QByteArrayView word)
{
    if (!m_text.sliced(m_at).startsWith(word))
        return fail(Words::tr("a value is expected"));
    m_at += word.size();
    return true;
}

} // namespace

JsonOutline readJson(const QByteArray &text)
{
    JsonOutline outline;
    outline.text = text;
    Reader(outline).read();
    return outline;
}

TextPlace placeOf(QByteArrayView text, qsizetype offset)
{
    const QByteArrayView before = text.first(std::min(offset, text.size()));
    TextPlace place;
    const qsizetype lastBreak = before.lastIndexOf('\n');
    place.line += int(std::count(before.begin(), before.end(), '\n'));
    place.column += int(QString::fromUtf8(before.sliced(lastBreak + 1)).size());
    return place;
}

} // namespace pushscope
