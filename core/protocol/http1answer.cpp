// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1answer.h"

#include "protocol/http1connection.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr qsizetype UsualHead = 384; // octets

bool isTokenCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("!#$%&'*+-.^_`|~").contains(c);
}

// A line end in a value would begin another field, or another answer.
bool isSendable(const HttpField &field)
{
    const bool name = !field.name.isEmpty() && std::all_of(field.name.begin(), field.name.end(), isTokenCharacter);
    return name
        && std::none_of(field.value.begin(), field.value.end(), [](char c) { return c == '\r' || c == '\n' || c == '\0'; });
}

bool isNamed(const HttpField &field, QByteArrayView name)
{
    return QByteArrayView(field.name).compare(name, Qt::CaseInsensitive) == 0;
}

// Fields that the engine alone may set.
bool isFraming(const HttpField &field, bool closes)
{
    return isNamed(field, "content-length") || isNamed(field, "transfer-encoding") || (closes && isNamed(field, "connection"));
}

void appendFields(const ResponseHead &head, bool closes, QByteArray &out)
{
    for (const HttpField &field : head.fields) {
        if (!isFraming(field, closes))
            out.append(field.name).append(": ").append(field.value).append("\r\n");
    }
}

} // namespace

void Http1Answer::chooseFraming(const ResponseHead &head, Request request)
{
    m_keepAlive = request.keepAlive;
    m_left = head.contentLength.value_or(0);
    if (head.status == 101)
        m_framing = Framing::UntilClose;
    else if (request.isHead || head.status == 204 || head.status == 304)
        m_framing = Framing::Dropped;
    else if (head.contentLength)
        m_framing = Framing::Length;
    else
        m_framing = request.isHttp10 ? Framing::UntilClose : Framing::Chunked;
    m_keepAlive = m_keepAlive && m_framing != Framing::UntilClose;
}

Result<void> Http1Answer::begin(const ResponseHead &head, Request request, QByteArray &out)
{
    if (head.status < 101 || head.status > 999 || (head.status > 101 && head.status < 200))
        return fail(Errc::InvalidArgument, "no status of a final answer: " + QByteArray::number(head.status));
    if (!std::all_of(head.fields.begin(), head.fields.end(), isSendable) || head.contentLength.value_or(0) < 0)
        return fail(Errc::InvalidArgument, "a field of the answer is malformed");
    chooseFraming(head, request);

    const bool closes = !m_keepAlive && head.status != 101;
    out.reserve(out.size() + UsualHead + head.contentLength.value_or(0));
    out.append("HTTP/1.1 ").append(QByteArray::number(head.status)).append(' ').append(reasonPhrase(head.status)).append("\r\n");
    appendFields(head, closes, out);
    if (head.contentLength && head.status != 204 && head.status != 101)
        out.append("Content-Length: ").append(QByteArray::number(*head.contentLength)).append("\r\n");
    if (m_framing == Framing::Chunked)
        out += "Transfer-Encoding: chunked\r\n";
    if (closes)
        out += "Connection: close\r\n";
    else if (request.isHttp10) // HTTP/1.0 closes unless told
        out += "Connection: keep-alive\r\n";
    out += "\r\n";
    return {};
}

Result<void> Http1Answer::body(const QByteArray &octets, QByteArray &out)
{
    if (octets.isEmpty() || m_framing == Framing::Dropped)
        return {};
    if (m_framing == Framing::Length) {
        if (octets.size() > m_left)
            return fail(Errc::InvalidArgument, "more octets than Content-Length announced");
        m_left -= octets.size();
    }
    out += isChunked() ? Http1Connection::chunkOf(octets) : octets; // shares the octets where `out` is empty
    return {};
}

Result<void> Http1Answer::end(QByteArray &out)
{
    if (isChunked())
        out += "0\r\n\r\n";
    if (m_framing != Framing::Length || m_left == 0)
        return {};
    m_keepAlive = false;
    return fail(Errc::InvalidArgument, "fewer octets than Content-Length announced");
}

} // namespace pushscope
