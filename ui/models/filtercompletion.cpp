// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/filtercompletion.h"

#include "ui/models/tablefilter.h"

#include <algorithm>

namespace pushscope {

namespace {

struct Known {
    const char *field;
    std::initializer_list<const char *> values;
};
const Known KnownValues[] = {
    {"protocol", {"sse", "ws", "poll"}},
    {"proto", {"sse", "ws", "poll"}},
    {"http", {"1.1", "2"}},
    {"state", {"live", "replaying", "waiting", "away"}},
    {"verdict", {"recovered", "lost", "fresh"}},
    {"dir", {"in", "out"}},
    {"kind", {"conn", "req", "event", "frame", "deliver", "ack", "replay", "fault", "mark", "stat", "log"}},
    {"level", {"info", "warning", "error"}},
};

bool isSymbol(QChar c)
{
    return QStringLiteral("=!<>&|~").contains(c);
}

// The words of a filter up to the cursor, one after the other, and what each makes the next one.
class Reader
{
public:
    Reader(QStringView text, std::span<const FilterField> fields)
        : m_text(text)
        , m_fields(fields)
    {
    }

    FilterPlace read()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace() || c == u'(')
                skip();
            else if (c == u')')
                close();
            else if (c == u'"' || c == u'\'')
                readQuoted(c);
            else if (isSymbol(c))
                readSymbol();
            else
                readWord();
        }
        return m_place;
    }

private:
    using Wants = FilterPlace::Wants;

    void skip()
    {
        ++m_at;
        startWord();
    }
    void startWord()
    {
        m_place.from = m_at;
        m_place.typed.clear();
    }
    void close()
    {
        m_place.wants = Wants::Connective;
        skip();
    }
    void readQuoted(QChar quote)
    {
        m_place.from = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != quote)
            m_at += m_text[m_at] == u'\\' && m_at + 1 < m_text.size() ? 2 : 1;
        if (m_at >= m_text.size()) { // still open: it is what is being typed
            m_place.typed = m_text.sliced(m_place.from).toString();
            return;
        }
        ++m_at;
        m_place.wants = Wants::Connective;
        startWord();
    }
    void readSymbol()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && isSymbol(m_text[m_at]))
            ++m_at;
        const QStringView symbol = m_text.sliced(from, m_at - from);
        if (symbol == QLatin1String("&&") || symbol == QLatin1String("||") || symbol == QLatin1String("!"))
            m_place.wants = Wants::Field;
        else if (m_place.wants == Wants::Operator)
            m_place.wants = Wants::Value;
        startWord();
    }
    void readWord()
    {
        m_place.from = m_at;
        while (m_at < m_text.size() && !m_text[m_at].isSpace() && !isSymbol(m_text[m_at]) && m_text[m_at] != u'('
               && m_text[m_at] != u')')
            ++m_at;
        const QStringView word = m_text.sliced(m_place.from, m_at - m_place.from);
        if (m_at == m_text.size()) { // under the cursor
            m_place.typed = word.toString();
            return;
        }
        finishWord(word);
        startWord();
    }
    void finishWord(QStringView word)
    {
        switch (m_place.wants) {
        case Wants::Field:
            m_place.field = fieldNamed(m_fields, word.toUtf8());
            m_place.wants = Wants::Operator;
            break;
        case Wants::Operator:
            m_place.wants = Wants::Value; // "contains"
            break;
        case Wants::Value:
            m_place.wants = Wants::Connective;
            break;
        case Wants::Connective:
            break;
        }
    }

    QStringView m_text;
    std::span<const FilterField> m_fields;
    qsizetype m_at = 0;
    FilterPlace m_place;
};

QStringList operatorsOf(FilterType type)
{
    const auto list = [](std::initializer_list<const char *> names) {
        QStringList all;
        for (const char *name : names)
            all += QLatin1String(name);
        return all;
    };
    switch (type) {
    case FilterType::String:
        return list({"==", "!=", "contains", "=~", "<", "<=", ">", ">="});
    case FilterType::List:
        return list({"contains", "=~"});
    case FilterType::Bool:
        return list({"==", "!=", "&&", "||"});
    default:
        return list({"==", "!=", "<", "<=", ">", ">="});
    }
}

} // namespace

FilterPlace placeInFilter(QStringView text, qsizetype cursor, std::span<const FilterField> fields)
{
    return Reader(text.first(std::clamp(cursor, qsizetype(0), text.size())), fields).read();
}

QStringList filterProposals(const FilterPlace &place, std::span<const FilterField> fields, const FilterValues &values)
{
    QStringList all;
    switch (place.wants) {
    case FilterPlace::Wants::Field:
        for (const FilterField &field : fields)
            all += QLatin1String(field.name);
        break;
    case FilterPlace::Wants::Operator:
        if (place.field >= 0)
            all = operatorsOf(fields[size_t(place.field)].type);
        break;
    case FilterPlace::Wants::Value:
        if (place.field >= 0)
            all = values(place.field);
        break;
    case FilterPlace::Wants::Connective:
        all = {QStringLiteral("&&"), QStringLiteral("||")};
        break;
    }
    const QString typed = place.typed.startsWith(u'"') || place.typed.startsWith(u'\'') ? place.typed.mid(1) : place.typed;
    all.removeIf([&typed](const QString &proposal) {
        const QStringView bare = proposal.startsWith(u'"') ? QStringView(proposal).sliced(1) : QStringView(proposal);
        return !bare.startsWith(typed, Qt::CaseInsensitive);
    });
    if (all.size() == 1 && all.first() == place.typed)
        all.clear(); // there is nothing left to complete
    return all;
}

QStringList knownFilterValues(QByteArrayView field)
{
    QStringList values;
    for (const Known &known : KnownValues) {
        if (field != known.field)
            continue;
        for (const char *value : known.values)
            values += QLatin1String(value);
    }
    return values;
}

} // namespace pushscope
