// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/admin.h"

#include "endpoints/router.h"

#include <QUrl>

namespace pushscope {

namespace {

Answer done(const Result<void> &result)
{
    return result ? Answer{ResponseHead{204, {}, {}}, {}} : problem(result.error());
}

QByteArray lastSegment(QByteArrayView path)
{
    return QByteArray::fromPercentEncoding(path.sliced(path.lastIndexOf('/') + 1).toByteArray());
}

Answer clients(EndpointContext &context, const QueryParameters &query)
{
    auto list = context.admin.clientsJson(query.value("filter"));
    if (list)
        return json(std::move(*list));
    // The column is the filter's, from 1.
    auto [head, body] = problem(400, list.error().detail, "filter");
    body.chop(1);
    body += ",\"column\":" + QByteArray::number(list.error().offset + 1) + '}';
    return {std::move(head), std::move(body)};
}

Answer dropClient(EndpointContext &context, const QByteArray &client, const QByteArray &how)
{
    if (how.isEmpty() || how == "fin")
        return done(context.admin.dropClient(client, DropHow::Fin, 0));
    if (how == "rst")
        return done(context.admin.dropClient(client, DropHow::Rst, 0));
    bool ok = false;
    const int code = how.toInt(&ok);
    if (!ok || code < 1000 || code > 4999 || (code >= 1004 && code <= 1006) || (code >= 1015 && code < 3000))
        return problem(400, "\"how\" is fin, rst or a close code that may be sent (1000-1003, 1007-1014, 3000-4999)", "how");
    return done(context.admin.dropClient(client, DropHow::CloseCode, code));
}

// The detail begins with the member that is wrong, in quotes.
Answer addFault(EndpointContext &context, const QByteArray &rule)
{
    auto added = context.admin.addFault(rule);
    if (added)
        return json(std::move(*added), 201);
    const QByteArray &detail = added.error().detail;
    const qsizetype end = detail.startsWith('"') ? detail.indexOf('"', 1) : -1;
    return problem(statusOf(added.error().code), detail, end > 0 ? detail.mid(1, end - 1) : QByteArray());
}

Answer journal(EndpointContext &context, const QueryParameters &query)
{
    bool okAfter = true, okLimit = true;
    const quint64 after = query.has("after") ? query.value("after").toULongLong(&okAfter) : 0;
    const uint limit = query.has("limit") ? query.value("limit").toUInt(&okLimit) : 1000;
    if (!okAfter || !okLimit)
        return problem(400, "\"after\" and \"limit\" are whole numbers", okAfter ? "limit" : "after");
    return json(context.admin.journalJson(after, std::min<std::size_t>(limit, 10'000)));
}

Answer answer(EndpointContext &context, const Exchange &exchange, const QueryParameters &query)
{
    const QByteArrayView path = exchange.head().path();
    const QByteArray &method = exchange.head().method;
    if (path == QByteArrayView("/api/hub"))
        return json(context.admin.hubJson());
    if (path == QByteArrayView("/api/clients"))
        return clients(context, query);
    if (path.startsWith("/api/clients/"))
        return dropClient(context, lastSegment(path), query.value("how"));
    if (path == QByteArrayView("/api/reconnects"))
        return json(context.admin.reconnectsJson(query.value("client")));
    if (path == QByteArrayView("/api/findings"))
        return json(context.admin.findingsJson());
    if (path == QByteArrayView("/api/journal"))
        return journal(context, query);
    if (path.startsWith("/api/faults/"))
        return done(context.admin.removeFault(lastSegment(path)));
    if (method == "POST")
        return addFault(context, exchange.body());
    return json(context.admin.faultsJson());
}

} // namespace

void handleAdmin(EndpointContext &context, Exchange &exchange)
{
    const QueryParameters query(exchange.head().query());
    const auto principal = authorizeRequest(exchange, query, context.authorizer, context.settings, context.clock.wall());
    if (!principal)
        respond(context, exchange, problem(principal.error()));
    else if (!principal->admin)
        respond(context, exchange, problem(403, "the token is not an admin's"));
    else
        respond(context, exchange, answer(context, exchange, query));
}

} // namespace pushscope
