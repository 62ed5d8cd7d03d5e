// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionrow.h"

#include "observe/rowjson.h"

#include <QStringDecoder>

namespace pushscope {

namespace {

using Kind = JournalRow::Kind;
using Form = SessionRow::Form;

bool hasDirection(Kind kind)
{
    return kind == Kind::Req || kind == Kind::Frame || kind == Kind::Deliver || kind == Kind::Ack || kind == Kind::Replay;
}

QByteArray directionOf(const JournalRow &row)
{
    return !hasDirection(row.kind) ? QByteArray() : row.out ? QByteArray("out") : QByteArray("in");
}

const char *opcodeName(quint8 opcode)
{
    switch (opcode) {
    case 1:
        return "ws-text";
    case 2:
        return "ws-binary";
    case 8:
        return "ws-close";
    case 9:
        return "ws-ping";
    case 10:
        return "ws-pong";
    default:
        return "ws-other";
    }
}

void setBody(QByteArray &object, const char *name, const QByteArray &body)
{
    if (body.isEmpty())
        return;
    object.append(",\"").append(name);
    if (isText(body))
        object.append("\":").append(quotedJson(body));
    else
        object.append("64\":\"").append(body.toBase64()).append('"');
}

QByteArray answerObject(const WireRecord &record)
{
    const WireFact &fact = record.fact;
    QByteArray object = "{\"peer\":" + quotedJson(fact.peer);
    if (record.begunNs >= 0)
        object += ",\"began\":" + QByteArray::number(record.begunNs);
    object += ",\"request\":" + quotedJson(fact.requestHead);
    setBody(object, "requestBody", fact.requestBody);
    object += ",\"answer\":" + quotedJson(fact.answerHead);
    setBody(object, "answerBody", fact.payload);
    return object + '}';
}

// "GET /api/events": the method and the path.
QByteArray actOf(QByteArrayView requestHead)
{
    const qsizetype method = requestHead.indexOf(' ');
    const qsizetype end = requestHead.indexOf(' ', method + 1);
    QByteArrayView act = requestHead.first(qMax<qsizetype>(0, end));
    if (const qsizetype query = act.indexOf('?'); query >= 0)
        act = act.first(query);
    return act.first(qMin<qsizetype>(200, act.size())).toByteArray();
}

} // namespace

bool isText(QByteArrayView octets)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString ignored = decoder(octets); // decodes only when it is turned into a string
    return !decoder.hasError();
}

SessionRow sessionRowOf(const JournalRow &row, const Epoch &epoch)
{
    const Event *event = row.event.get();
    SessionRow result;
    result.monoNs = row.monoNs;
    result.wall = row.wall;
    result.kind = journalKindName(row.kind);
    result.client = row.client;
    result.connection = row.connection;
    if (row.protocol)
        result.protocol = protocolName(*row.protocol);
    result.direction = directionOf(row);
    result.seq = row.seq.isNull() && event ? event->seq : row.seq;
    if (!result.seq.isNull())
        result.epoch = epoch;
    result.to = row.to.isEmpty() && event ? event->to : row.to;
    result.type = row.type.isEmpty() && event ? event->type : row.type;
    result.op = row.op;
    result.length = row.length < 0 && event ? event->data.size() : row.length;
    result.data = row.data.isEmpty() && event ? event->data : row.data;
    const bool breaksLines = result.data.contains('\n') || result.data.contains('\r');
    if (!result.data.isEmpty())
        result.form = !isText(result.data) || (row.kind == Kind::Event && breaksLines) ? Form::Binary
            : row.kind == Kind::Event                                                  ? Form::Json
                                                                                       : Form::Text;
    result.cause = row.cause;
    result.receivers = row.receivers;
    result.ref = row.ref;
    return result;
}

SessionRow sessionRowOf(const WireRecord &record)
{
    const WireFact &fact = record.fact;
    SessionRow row;
    row.monoNs = record.monoNs;
    row.wall = record.wall;
    row.connection = fact.connection.value;
    row.length = fact.payload.size();
    if (fact.what == WireFact::What::Answer || fact.what == WireFact::What::Stream) {
        row.kind = "req";
        row.direction = "in";
        row.op = fact.what == WireFact::What::Answer ? "answer" : "stream";
        row.type = actOf(fact.requestHead);
        row.form = Form::Json;
        row.data = answerObject(record);
        row.cause = QByteArray::number(fact.status);
        return row;
    }
    row.kind = "frame";
    row.direction = fact.out ? "out" : "in";
    row.op = fact.what == WireFact::What::Text ? "sse" : opcodeName(fact.opcode);
    row.data = fact.payload;
    if (!row.data.isEmpty())
        row.form = isText(row.data) ? Form::Text : Form::Binary;
    return row;
}

bool isWireRow(const SessionRow &row) noexcept
{
    return (row.kind == "req" && (row.op == "answer" || row.op == "stream"))
        || (row.kind == "frame" && (row.op == "sse" || row.op.startsWith("ws-")));
}

std::optional<Kind> journalKindOf(QByteArrayView name) noexcept
{
    for (quint8 kind = 0; kind <= quint8(Kind::Log); ++kind) {
        if (name == QByteArrayView(journalKindName(Kind(kind))))
            return Kind(kind);
    }
    return {};
}

std::optional<ClientProtocol> protocolOf(QByteArrayView name) noexcept
{
    for (quint8 protocol = 0; protocol < ProtocolCount; ++protocol) {
        if (name == QByteArrayView(protocolName(ClientProtocol(protocol))))
            return ClientProtocol(protocol);
    }
    return {};
}

std::optional<JournalRow> journalRowOf(const SessionRow &row)
{
    const auto kind = journalKindOf(row.kind);
    if (!kind || isWireRow(row))
        return {};
    JournalRow result;
    result.ref = row.ref;
    result.kind = *kind;
    result.monoNs = row.monoNs;
    result.wall = row.wall;
    result.client = row.client;
    result.connection = row.connection;
    result.protocol = protocolOf(row.protocol);
    result.out = row.direction == "out";
    result.seq = row.seq;
    result.to = row.to;
    result.type = row.type;
    result.op = row.op;
    result.length = row.length;
    result.cause = row.cause;
    result.receivers = row.receivers;
    if (*kind != Kind::Event) {
        result.data = row.data;
        return result;
    }
    auto event = std::make_shared<Event>();
    event->seq = row.seq;
    event->to = row.to;
    event->type = row.type;
    event->data = row.data;
    event->published = row.wall;
    event->publisher = row.cause;
    result.event = std::move(event);
    return result;
}

} // namespace pushscope
