// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http2request.h"

#include "protocol/http2guard.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr qsizetype FieldOverhead = 32; // RFC 9113 §6.5.2

bool isToBeEncoded(char c)
{
    return quint8(c) <= 0x20 || quint8(c) >= 0x7f || c == '#';
}

ProtocolError malformed(QByteArray section, QByteArray detail)
{
    return http2Error(Http2Error::Protocol, std::move(section), std::move(detail));
}

} // namespace

void Http2Request::addField(QByteArrayView name, QByteArrayView value, const Http2Limits &limits)
{
    m_listBytes += name.size() + value.size() + FieldOverhead;
    if (m_listBytes > limits.headerListBytes || m_head.fields.size() >= limits.fieldCount) {
        m_error = ProtocolError{431, "RFC 9113 §10.5.1", "the request has too many fields, or too long ones"};
        return; // nothing more is kept
    }
    if (name == ":path" && value.size() > limits.targetBytes)
        m_error = ProtocolError{414, "RFC 9110 §15.5.15", "the target is too long"};
    else if (name == ":path")
        m_head.target = value.toByteArray();
    else if (name == ":method")
        m_head.method = value.toByteArray();
    else if (name == ":authority")
        m_authority = value.toByteArray();
    else if (name == ":protocol")
        m_protocol = value.toByteArray();
    else if (name != ":scheme") // http or https, as the connection is
        m_head.fields.append(HttpField{name.toByteArray(), value.toByteArray()});
}

std::optional<ProtocolError> Http2Request::finishHead()
{
    headIsIn = true;
    if (auto error = checkHost())
        return error;
    if (m_error)
        return m_error;
    m_isTunnel = !m_protocol.isNull();
    if (m_isTunnel)
        m_head.fields.append(HttpField{":protocol", m_protocol});
    else if (m_head.method == "CONNECT")
        return ProtocolError{501, "RFC 9110 §9.3.6", "this is no proxy"};
    if (std::any_of(m_head.target.begin(), m_head.target.end(), isToBeEncoded))
        return ProtocolError{400, "RFC 9110 §4.2.3", "a character in the target that is to be percent-encoded"};
    return checkExpect();
}

// An authority takes the place of Host, which then may not say anything else. RFC 9113 §8.3.1.
std::optional<ProtocolError> Http2Request::checkHost()
{
    const auto host
        = std::find_if(m_head.fields.begin(), m_head.fields.end(), [](const HttpField &f) { return f.name == "host"; });
    if (m_authority.contains('@'))
        return malformed("RFC 9113 §8.3.1", "the authority has user information");
    if (host != m_head.fields.end() && !m_authority.isEmpty() && host->value.compare(m_authority, Qt::CaseInsensitive) != 0)
        return malformed("RFC 9113 §8.3.1", "Host is not the authority");
    if (host == m_head.fields.end() && !m_authority.isEmpty())
        m_head.fields.append(HttpField{"host", m_authority});
    return std::nullopt;
}

std::optional<ProtocolError> Http2Request::checkExpect()
{
    const QByteArray expect = m_head.joinedField("expect");
    m_expectsContinue = expect.compare("100-continue", Qt::CaseInsensitive) == 0;
    if (expect.isNull() || m_expectsContinue)
        return std::nullopt;
    return ProtocolError{417, "RFC 9110 §10.1.1", "the only expectation known here is 100-continue"};
}

bool Http2Request::addBody(qsizetype octets, const Http2Limits &limits) noexcept
{
    m_bodyBytes += octets;
    return m_bodyBytes <= limits.bodyBytes;
}

} // namespace pushscope
