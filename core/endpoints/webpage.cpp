// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/webpage.h"

#include "endpoints/router.h"

#include <QFile>

namespace pushscope {

namespace {

// The files are resources under this prefix; only names without a path are served.
QString resourceOf(QByteArrayView path)
{
    const QByteArrayView name = path == QByteArrayView("/") ? QByteArrayView("index.html") : path.sliced(1);
    if (name.isEmpty() || name.contains('/') || name.contains('%') || name.startsWith('.'))
        return {};
    return QStringLiteral(":/web/") + QString::fromLatin1(name);
}

QByteArray mimeTypeOf(const QString &name)
{
    if (name.endsWith(QLatin1String(".html")))
        return "text/html; charset=utf-8";
    if (name.endsWith(QLatin1String(".js")))
        return "text/javascript; charset=utf-8";
    if (name.endsWith(QLatin1String(".css")))
        return "text/css; charset=utf-8";
    if (name.endsWith(QLatin1String(".svg")))
        return "image/svg+xml";
    return "application/octet-stream";
}

} // namespace

bool isWebFile(QByteArrayView path)
{
    const QString resource = resourceOf(path);
    return !resource.isEmpty() && QFile::exists(resource);
}

void handleWebPage(EndpointContext &context, Exchange &exchange)
{
    QFile file(resourceOf(exchange.head().path()));
    if (!file.open(QIODevice::ReadOnly)) {
        respond(context, exchange, problem(404, "there is nothing at this path"));
        return;
    }
    ResponseHead head{200,
                      {{"content-type", mimeTypeOf(file.fileName())},
                       {"cache-control", "no-cache"},
                       {"x-content-type-options", "nosniff"},
                       {"referrer-policy", "no-referrer"},
                       {"content-security-policy", "default-src 'self'; connect-src 'self' ws: wss:; frame-ancestors 'none'"}},
                      {}};
    respond(context, exchange, {std::move(head), file.readAll()});
}

void handleHealth(EndpointContext &context, Exchange &exchange)
{
    const bool readiness = exchange.head().path() == QByteArrayView("/readyz");
    if (readiness && context.draining)
        respond(context, exchange, problem(503, "the hub is stopping"));
    else if (const Bus *bus = context.hub.bus(); readiness && bus && !bus->isConnected())
        respond(context, exchange, problem(503, "the hub has no connection to its bus"));
    else
        respond(context, exchange, json("{\"status\":\"ok\"}"));
}

void handleMetrics(EndpointContext &context, Exchange &exchange)
{
    respond(context, exchange,
            {ResponseHead{200, {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}}, {}}, context.admin.metricsText()});
}

} // namespace pushscope
