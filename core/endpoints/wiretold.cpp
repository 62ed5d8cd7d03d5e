// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/wiretold.h"

#include "endpoints/context.h"

namespace pushscope {

namespace {

QByteArray versionOf(const Exchange &exchange)
{
    return "HTTP/" + exchange.head().version;
}

QByteArray fieldLines(const QList<HttpField> &fields)
{
    QByteArray lines;
    for (const HttpField &field : fields)
        lines += field.name + ": " + field.value + "\r\n";
    return lines;
}

WireFact factOf(const Exchange &exchange, TimePoint begun, const ResponseHead &head)
{
    const RequestHead &request = exchange.head();
    WireFact fact;
    fact.status = head.status;
    fact.peer = exchange.peer().toByteArray();
    fact.begun = begun;
    fact.requestHead
        = request.method + ' ' + request.target + ' ' + versionOf(exchange) + "\r\n" + fieldLines(request.fields) + "\r\n";
    fact.requestBody = exchange.body();
    fact.answerHead = versionOf(exchange) + ' ' + QByteArray::number(head.status) + ' ' + reasonPhrase(head.status).toByteArray()
        + "\r\n" + fieldLines(head.fields);
    return fact;
}

} // namespace

void tellAnswer(const EndpointContext &context, const Exchange &exchange, TimePoint begun, const ResponseHead &head,
                const QByteArray &body)
{
    if (!context.observer.wantsWire())
        return;
    const bool isPlain = exchange.plainBody().isNull();
    ResponseHead plain = head; // of the body that is told
    if (!isPlain)
        plain.fields.removeIf([](const HttpField &field) { return field.name == "content-encoding"; });
    WireFact fact = factOf(exchange, begun, plain);
    fact.what = WireFact::What::Answer;
    const QByteArray &told = isPlain ? body : exchange.plainBody();
    if (head.status != 204)
        fact.answerHead += "Content-Length: " + QByteArray::number(told.size()) + "\r\n";
    fact.answerHead += "\r\n";
    if (exchange.head().method != "HEAD")
        fact.payload = told;
    context.observer.wirePassed(std::move(fact));
}

void tellStream(const EndpointContext &context, const Exchange &exchange, TimePoint begun, const ResponseHead &head)
{
    if (!context.observer.wantsWire())
        return;
    WireFact fact = factOf(exchange, begun, head);
    fact.what = WireFact::What::Stream;
    if (head.status != 101 && exchange.head().version == "1.1")
        fact.answerHead += "Transfer-Encoding: chunked\r\n";
    fact.answerHead += "\r\n";
    context.observer.wirePassed(std::move(fact));
}

void tellText(const EndpointContext &context, ConnectionId connection, const QByteArray &text)
{
    if (!context.observer.wantsWire())
        return;
    WireFact fact;
    fact.what = WireFact::What::Text;
    fact.connection = connection;
    fact.out = true;
    fact.payload = text;
    context.observer.wirePassed(std::move(fact));
}

void tellFrame(const EndpointContext &context, ConnectionId connection, bool out, WsOpcode opcode, QByteArrayView payload)
{
    if (!context.observer.wantsWire())
        return;
    WireFact fact;
    fact.what = WireFact::What::Frame;
    fact.connection = connection;
    fact.out = out;
    fact.opcode = quint8(opcode);
    fact.payload = payload.toByteArray();
    context.observer.wirePassed(std::move(fact));
}

void tellClose(const EndpointContext &context, ConnectionId connection, bool out, int code, QByteArrayView reason)
{
    QByteArray payload;
    if (code != 0 && code != 1005) // an empty Close, RFC 6455 section 7.1.5
        payload.append(char(code >> 8)).append(char(code & 0xff)).append(reason);
    tellFrame(context, connection, out, WsOpcode::Close, payload);
}

} // namespace pushscope
