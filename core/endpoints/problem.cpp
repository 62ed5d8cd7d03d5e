// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/problem.h"

#include "protocol/jsonslice.h"

namespace pushscope {

Answer problem(int status, QByteArrayView detail, QByteArrayView member, int line)
{
    QByteArray body = "{\"type\":\"about:blank\",\"title\":" + jsonQuoted(reasonPhrase(status))
        + ",\"status\":" + QByteArray::number(status) + ",\"detail\":" + jsonQuoted(detail);
    if (!member.isEmpty())
        body += ",\"member\":" + jsonQuoted(member);
    if (line > 0)
        body += ",\"line\":" + QByteArray::number(line);
    body += '}';
    ResponseHead head{status, {{"content-type", "application/problem+json"}, {"cache-control", "no-store"}}, {}};
    if (status == 401)
        head.fields.append(HttpField{"www-authenticate", "Bearer"});
    return {std::move(head), std::move(body)};
}

int statusOf(Errc code) noexcept
{
    switch (code) {
    case Errc::InvalidArgument:
    case Errc::Syntax:
    case Errc::Protocol:
        return 400;
    case Errc::Unauthorized:
        return 401;
    case Errc::Forbidden:
        return 403;
    case Errc::NotFound:
        return 404;
    case Errc::Exists:
        return 409;
    case Errc::TooLarge:
        return 413;
    case Errc::Unavailable:
    case Errc::Cancelled:
        return 503;
    case Errc::Io:
    case Errc::Corrupt:
        return 503;
    }
    return 500;
}

Answer problem(const Error &error)
{
    Answer answer = problem(statusOf(error.code), error.detail);
    if (answer.first.status == 503)
        answer.first.fields.append(HttpField{"retry-after", "1"});
    return answer;
}

Answer problem(const Admission::Denial &denial)
{
    Answer answer = problem(denial.status, denial.detail);
    answer.first.fields.append(HttpField{"retry-after", "1"});
    return answer;
}

Answer json(QByteArray body, int status)
{
    return {ResponseHead{status, {{"content-type", "application/json"}, {"cache-control", "no-store"}}, {}}, std::move(body)};
}

QByteArray plainResponse(const ResponseHead &head, const QByteArray &body)
{
    QByteArray octets = "HTTP/1.1 " + QByteArray::number(head.status) + ' ' + reasonPhrase(head.status).toByteArray() + "\r\n";
    for (const HttpField &field : head.fields)
        octets += field.name + ": " + field.value + "\r\n";
    octets += "content-length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    return octets;
}

} // namespace pushscope
