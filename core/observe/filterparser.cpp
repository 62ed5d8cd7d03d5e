// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/filterparser.h"

#include "observe/filterliteral.h"

#include <optional>

namespace pushscope {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool endsWord(char c)
{
    return isBlank(c) || QByteArrayView("()=!<>&|~\"'").contains(c);
}

struct Token {
    enum class Kind : quint8 { End, Word, Quoted, Operator, Not, And, Or, Open, Close };
    Kind kind = Kind::End;
    FilterOperator op{};
    qsizetype offset = 0;
    QByteArray text; // of a Word or, unescaped, of a Quoted
};

struct Symbol {
    QByteArrayView text;
    Token::Kind kind;
    FilterOperator op = FilterOperator::Equal;
};

// Longer ones first.
constexpr Symbol Symbols[] = {
    {"==", Token::Kind::Operator, FilterOperator::Equal},
    {"!=", Token::Kind::Operator, FilterOperator::NotEqual},
    {"=~", Token::Kind::Operator, FilterOperator::Matches},
    {"<=", Token::Kind::Operator, FilterOperator::LessOrEqual},
    {">=", Token::Kind::Operator, FilterOperator::GreaterOrEqual},
    {"&&", Token::Kind::And},
    {"||", Token::Kind::Or},
    {"<", Token::Kind::Operator, FilterOperator::Less},
    {">", Token::Kind::Operator, FilterOperator::Greater},
    {"!", Token::Kind::Not},
    {"(", Token::Kind::Open},
    {")", Token::Kind::Close},
};

// Recursive descent with one token of look-ahead. Every step returns false once an error is set.
class Parser
{
public:
    Parser(QByteArrayView text, std::span<const FilterField> fields)
        : m_text(text)
        , m_fields(fields)
    {
    }

    Result<FilterProgram> parse()
    {
        if (m_text.size() > Filter::MaxOctets)
            return fail(Errc::Syntax, "the filter is longer than 4096 octets", Filter::MaxOctets);
        if (!advance() || (m_token.kind != Token::Kind::End && !parseAll()))
            return tl::unexpected(std::move(*m_error));
        return std::move(m_program);
    }

private:
    bool wrong(QByteArray detail, qsizetype offset)
    {
        m_error = Error{Errc::Syntax, std::move(detail), offset};
        return false;
    }

    bool advance();
    bool readQuoted();
    bool parseAll();
    bool parseOr();
    bool parseAnd();
    bool parseUnary();
    bool parseNested();
    bool parseTest();
    bool parseOperator(const FilterField &field, FilterStep &step);
    bool parseValue(const FilterField &field, FilterStep &step);
    void emitStep(FilterStep::Kind kind) { m_program.steps.push_back(FilterStep{kind, {}, 0, 0, {}}); }
    bool parseChain(Token::Kind connective, FilterStep::Kind skip, bool (Parser::*operand)());

    QByteArrayView m_text;
    std::span<const FilterField> m_fields;
    qsizetype m_at = 0;
    int m_depth = 0;
    Token m_token;
    FilterProgram m_program;
    std::optional<Error> m_error;
};

bool Parser::advance()
{
    while (m_at < m_text.size() && isBlank(m_text[m_at]))
        ++m_at;
    m_token = Token{Token::Kind::End, {}, m_at, {}};
    if (m_at == m_text.size())
        return true;
    if (m_text[m_at] == '"' || m_text[m_at] == '\'')
        return readQuoted();
    for (const Symbol &symbol : Symbols) {
        if (m_text.sliced(m_at).startsWith(symbol.text)) {
            m_token.kind = symbol.kind;
            m_token.op = symbol.op;
            m_at += symbol.text.size();
            return true;
        }
    }
    if (endsWord(m_text[m_at]))
        return wrong("this is no operator: there are == != < <= > >= =~ contains && || !", m_at);
    m_token.kind = Token::Kind::Word;
    while (m_at < m_text.size() && !endsWord(m_text[m_at]))
        m_token.text += m_text[m_at++];
    return true;
}

// A backslash stands for itself but before a quote or another backslash, so that regular expressions need no doubling.
bool Parser::readQuoted()
{
    m_token.kind = Token::Kind::Quoted;
    const char quote = m_text[m_at++];
    while (m_at < m_text.size() && m_text[m_at] != quote) {
        const bool escaped
            = m_text[m_at] == '\\' && m_at + 1 < m_text.size() && QByteArrayView("\\\"'").contains(m_text[m_at + 1]);
        if (escaped)
            ++m_at;
        m_token.text += m_text[m_at++];
    }
    if (m_at == m_text.size())
        return wrong("this quote is not closed", m_token.offset);
    ++m_at;
    return true;
}

bool Parser::parseAll()
{
    if (!parseOr())
        return false;
    if (m_token.kind == Token::Kind::Close)
        return wrong("this parenthesis was not opened", m_token.offset);
    return m_token.kind == Token::Kind::End || wrong("&& or || is expected here", m_token.offset);
}

bool Parser::parseOr()
{
    return parseChain(Token::Kind::Or, FilterStep::Kind::SkipIfTrue, &Parser::parseAnd);
}

bool Parser::parseAnd()
{
    return parseChain(Token::Kind::And, FilterStep::Kind::SkipIfFalse, &Parser::parseUnary);
}

// All operands of one chain skip to its end as soon as it is decided.
bool Parser::parseChain(Token::Kind connective, FilterStep::Kind skip, bool (Parser::*operand)())
{
    std::vector<std::size_t> skips;
    if (!(this->*operand)())
        return false;
    while (m_token.kind == connective) {
        skips.push_back(m_program.steps.size());
        emitStep(skip);
        if (!advance() || !(this->*operand)())
            return false;
    }
    for (const std::size_t at : skips)
        m_program.steps[at].target = m_program.steps.size();
    return true;
}

bool Parser::parseUnary()
{
    if (m_token.kind != Token::Kind::Not && m_token.kind != Token::Kind::Open)
        return parseTest();
    if (m_depth == Filter::MaxDepth)
        return wrong("nested too deep: at most 64 levels", m_token.offset);
    ++m_depth;
    const bool good = parseNested();
    --m_depth;
    return good;
}

bool Parser::parseNested()
{
    const Token opening = m_token;
    if (!advance())
        return false;
    if (opening.kind == Token::Kind::Not) {
        if (!parseUnary())
            return false;
        emitStep(FilterStep::Kind::Negate);
        return true;
    }
    if (!parseOr())
        return false;
    if (m_token.kind == Token::Kind::End)
        return wrong("this parenthesis is not closed", opening.offset);
    if (m_token.kind != Token::Kind::Close)
        return wrong("&&, || or ) is expected here", m_token.offset);
    return advance();
}

bool Parser::parseTest()
{
    if (m_token.kind != Token::Kind::Word)
        return wrong("the name of a field is expected here", m_token.offset);
    const auto field
        = std::find_if(m_fields.begin(), m_fields.end(), [&](const FilterField &f) { return m_token.text == f.name; });
    if (field == m_fields.end())
        return wrong("there is no such field", m_token.offset);
    FilterStep step;
    step.field = int(field - m_fields.begin());
    if (!advance())
        return false;
    const bool hasOperator = m_token.kind == Token::Kind::Operator || m_token.kind == Token::Kind::Word;
    if (field->type == FilterType::Bool && !hasOperator)
        step.literal = true; // == true
    else if (!parseOperator(*field, step) || !parseValue(*field, step))
        return false;
    m_program.steps.push_back(std::move(step));
    return true;
}

bool Parser::parseOperator(const FilterField &field, FilterStep &step)
{
    if (m_token.kind == Token::Kind::Operator)
        step.op = m_token.op;
    else if (m_token.kind == Token::Kind::Word && m_token.text == "contains")
        step.op = FilterOperator::Contains;
    else
        return wrong("an operator is expected here: == != < <= > >= =~ contains", m_token.offset);
    if (!filterOperatorFits(field.type, step.op))
        return wrong("this operator does not go with the field", m_token.offset);
    return advance();
}

bool Parser::parseValue(const FilterField &field, FilterStep &step)
{
    if (m_token.kind != Token::Kind::Word && m_token.kind != Token::Kind::Quoted)
        return wrong("a value is expected here", m_token.offset);
    auto literal = readFilterLiteral(field.type, step.op, m_token.text, m_token.kind == Token::Kind::Quoted);
    if (!literal)
        return wrong(std::move(literal).error().detail, m_token.offset);
    step.literal = std::move(*literal);
    return advance();
}

} // namespace

Result<FilterProgram> parseFilter(QByteArrayView text, std::span<const FilterField> fields)
{
    return Parser(text, fields).parse();
}

} // namespace pushscope
