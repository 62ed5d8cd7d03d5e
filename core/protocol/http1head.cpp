// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1head.h"

#include "protocol/http1lines.h"

#include <algorithm>

namespace pushscope {

namespace {

QList<QByteArray> valuesOf(const RequestHead &head, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const HttpField &field : head.fields) {
        if (field.name == name)
            values.append(field.value);
    }
    return values;
}

std::optional<ProtocolError> checkContentLength(const QList<QByteArray> &lengths)
{
    if (lengths.size() > 1)
        return http1Error(400, "RFC 9112 §6.3", "Content-Length is repeated");
    const QByteArray &length = lengths.front();
    if (length.isEmpty() || !std::all_of(length.begin(), length.end(), [](char c) { return c >= '0' && c <= '9'; }))
        return http1Error(400, "RFC 9110 §8.6", "Content-Length is not a number");
    return std::nullopt;
}

// 400 where the end of the body could not be told; 501 for a coding that is not known here.
std::optional<ProtocolError> checkTransferEncoding(const RequestHead &head)
{
    if (head.version == "1.0")
        return http1Error(400, "RFC 9112 §6.1", "Transfer-Encoding in HTTP/1.0");
    const QByteArray joined = head.joinedField("transfer-encoding");
    const QList<QByteArray> codings = joined.toLower().split(',');
    const auto isChunked = [](const QByteArray &coding) { return coding.trimmed() == "chunked"; };
    const auto first = std::find_if(codings.begin(), codings.end(), isChunked);
    if (first != codings.end() && first + 1 != codings.end())
        return http1Error(400, "RFC 9112 §6.3", "chunked is not the last transfer coding");
    if (joined.trimmed().isEmpty())
        return http1Error(400, "RFC 9112 §6.1", "Transfer-Encoding is empty");
    if (codings.size() > 1 || first == codings.end())
        return http1Error(501, "RFC 9112 §6.1", "the only transfer coding known here is chunked");
    return std::nullopt;
}

std::optional<ProtocolError> checkFraming(const RequestHead &head)
{
    const auto lengths = valuesOf(head, "content-length");
    const bool encoded = !valuesOf(head, "transfer-encoding").isEmpty();
    if (encoded && !lengths.isEmpty())
        return http1Error(400, "RFC 9112 §6.3", "both Content-Length and Transfer-Encoding");
    if (encoded)
        return checkTransferEncoding(head);
    return lengths.isEmpty() ? std::nullopt : checkContentLength(lengths);
}

bool isHostCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
        || QByteArrayView("-._~%!$&'()*+,;=:[]").contains(c);
}

std::optional<ProtocolError> checkHost(const RequestHead &head)
{
    const auto hosts = valuesOf(head, "host");
    if (hosts.size() > 1 || (hosts.isEmpty() && head.version == "1.1"))
        return http1Error(400, "RFC 9112 §3.2", hosts.isEmpty() ? "Host is missing" : "Host is repeated");
    if (!hosts.isEmpty() && !std::all_of(hosts.front().begin(), hosts.front().end(), isHostCharacter))
        return http1Error(400, "RFC 9112 §3.2", "Host is not a host");
    return std::nullopt;
}

std::optional<ProtocolError> checkExpect(const RequestHead &head)
{
    const QByteArray expect = head.joinedField("expect");
    if (head.version == "1.0" || expect.isNull() || expect.compare("100-continue", Qt::CaseInsensitive) == 0)
        return std::nullopt;
    return http1Error(417, "RFC 9110 §10.1.1", "the only expectation known here is 100-continue");
}

// "http://host:80/path?query" → "/path?query"; its host replaces the Host field's. RFC 9112 §3.2.2, §3.2.4.
std::optional<ProtocolError> takeAbsoluteTarget(RequestHead &head, qsizetype schemeSize)
{
    const QByteArray rest = head.target.sliced(schemeSize);
    const auto end = std::find_if(rest.begin(), rest.end(), [](char c) { return c == '/' || c == '?'; });
    const QByteArray host = rest.first(end - rest.begin());
    if (host.isEmpty() || !std::all_of(host.begin(), host.end(), isHostCharacter))
        return http1Error(400, "RFC 9112 §3.2.2", "the target has no host");
    for (HttpField &field : head.fields) {
        if (field.name == "host")
            field.value = host;
    }
    head.target = rest.sliced(host.size());
    if (head.target.isEmpty() && head.method == "OPTIONS")
        head.target = "*";
    else if (!head.target.startsWith('/'))
        head.target.prepend('/');
    return std::nullopt;
}

} // namespace

std::optional<ProtocolError> checkHead(const RequestHead &head)
{
    if (auto error = checkFraming(head))
        return error;
    if (auto error = checkHost(head))
        return error;
    return checkExpect(head);
}

std::optional<ProtocolError> normalizeTarget(RequestHead &head)
{
    const QByteArray &target = head.target;
    if (std::any_of(target.begin(), target.end(), [](char c) { return quint8(c) <= 0x20 || quint8(c) >= 0x7f || c == '#'; }))
        return http1Error(400, "RFC 9112 §3.2", "a character in the target that is to be percent-encoded");
    const bool asterisk = target == "*" && head.method == "OPTIONS";
    if (target.startsWith('/') || asterisk || head.method == "CONNECT") // for CONNECT the router says no
        return std::nullopt;
    for (const QByteArrayView scheme : {QByteArrayView("http://"), QByteArrayView("https://")}) {
        if (QByteArrayView(target).first(std::min(target.size(), scheme.size())).compare(scheme, Qt::CaseInsensitive) == 0)
            return takeAbsoluteTarget(head, scheme.size());
    }
    return http1Error(400, "RFC 9112 §3.2", "the target is no path");
}

bool wantsKeepAlive(const RequestHead &head)
{
    return head.version == "1.1" ? !head.hasToken("connection", "close") : head.hasToken("connection", "keep-alive");
}

} // namespace pushscope
