// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/permessagedeflate.h"

#include <QByteArrayView>
#include <QList>
#include <algorithm>

namespace pushscope {

namespace {

struct Parameter {
    QByteArray name;
    std::optional<QByteArray> value;
};
struct Offer {
    QByteArray extension;
    QList<Parameter> parameters;
};

bool isTokenOctet(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

// Reads the grammar of RFC 6455 §9.1; every function gives false where the text does not fit.
class OfferReader
{
public:
    explicit OfferReader(QByteArrayView text)
        : m_rest(text)
    {
    }

    bool readAll(QList<Offer> &offers)
    {
        do {
            skipSpace();
            if (m_rest.isEmpty() || m_rest.front() == ',')
                continue; // RFC 9110 §5.6.1.2: empty elements count for nothing
            if (!readOffer(offers.emplaceBack()))
                return false;
        } while (take(','));
        return m_rest.isEmpty();
    }

private:
    bool readOffer(Offer &offer)
    {
        if (!readToken(offer.extension))
            return false;
        while (take(';')) {
            if (!readParameter(offer.parameters.emplaceBack()))
                return false;
        }
        return true;
    }

    bool readParameter(Parameter &parameter)
    {
        if (!readToken(parameter.name))
            return false;
        if (!take('='))
            return true;
        skipSpace();
        return !m_rest.isEmpty() && m_rest.front() == '"' ? readQuoted(parameter.value.emplace())
                                                          : readToken(parameter.value.emplace());
    }

    bool readToken(QByteArray &token)
    {
        skipSpace();
        const auto end = std::find_if_not(m_rest.begin(), m_rest.end(), isTokenOctet);
        token = m_rest.first(end - m_rest.begin()).toByteArray();
        m_rest = m_rest.sliced(token.size());
        return !token.isEmpty();
    }

    bool readQuoted(QByteArray &value)
    {
        m_rest = m_rest.sliced(1);
        while (!m_rest.isEmpty() && m_rest.front() != '"') {
            if (m_rest.front() == '\\' && m_rest.size() > 1)
                m_rest = m_rest.sliced(1);
            value += m_rest.front();
            m_rest = m_rest.sliced(1);
        }
        const bool isToken = !value.isEmpty() && std::all_of(value.begin(), value.end(), isTokenOctet);
        return take('"') && isToken;
    }

    bool take(char c)
    {
        skipSpace();
        if (m_rest.isEmpty() || m_rest.front() != c)
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }

    void skipSpace()
    {
        while (!m_rest.isEmpty() && (m_rest.front() == ' ' || m_rest.front() == '\t'))
            m_rest = m_rest.sliced(1);
    }

    QByteArrayView m_rest;
};

// 8 to 15, without leading zeroes. RFC 7692 §7.1.2.
std::optional<int> windowBits(const QByteArray &value)
{
    const int bits = value.toInt();
    if (bits < 8 || bits > 15 || value != QByteArray::number(bits))
        return {};
    return bits;
}

bool accept(const Parameter &parameter, MessageDeflate &deflate)
{
    if (parameter.name == "server_no_context_takeover" || parameter.name == "client_no_context_takeover")
        return !parameter.value;
    if (parameter.name == "client_max_window_bits") // what it may be told; it is told nothing
        return !parameter.value || windowBits(*parameter.value);
    if (parameter.name != "server_max_window_bits" || !parameter.value)
        return false;
    const auto bits = windowBits(*parameter.value);
    deflate.serverWindowBits = quint8(bits.value_or(15));
    return bits.has_value();
}

std::optional<MessageDeflate> acceptOffer(const Offer &offer)
{
    if (offer.extension.compare("permessage-deflate", Qt::CaseInsensitive) != 0)
        return {};
    MessageDeflate deflate{.serverNoContext = true, .clientNoContext = true};
    QList<QByteArray> seen;
    for (const Parameter &parameter : offer.parameters) {
        if (seen.contains(parameter.name) || !accept(parameter, deflate))
            return {};
        seen.append(parameter.name);
    }
    return deflate;
}

} // namespace

QByteArray MessageDeflate::toField() const
{
    QByteArray field = "permessage-deflate";
    if (serverNoContext)
        field += "; server_no_context_takeover";
    if (clientNoContext)
        field += "; client_no_context_takeover";
    if (serverWindowBits < 15)
        field += "; server_max_window_bits=" + QByteArray::number(serverWindowBits);
    if (clientWindowBits < 15)
        field += "; client_max_window_bits=" + QByteArray::number(clientWindowBits);
    return field;
}

std::optional<MessageDeflate> agreeOnDeflate(const QByteArray &offers)
{
    QList<Offer> all;
    if (!OfferReader(offers).readAll(all))
        return {};
    for (const Offer &offer : all) {
        if (const auto deflate = acceptOffer(offer))
            return deflate;
    }
    return {};
}

} // namespace pushscope
