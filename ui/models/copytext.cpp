// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/copytext.h"

#include "observe/rowjson.h"

#include <QUrl>

namespace pushscope {

namespace {

QByteArray quoted(const QByteArray &text)
{
    return quotedJson(text); // JSON strings are JavaScript strings
}

QByteArray percent(const QByteArray &text)
{
    return text.toPercentEncoding();
}

// Path and query as the client would ask, without the token.
QByteArray addressOf(const ClientRow &client, const QByteArray &path, const CopyTarget &target)
{
    const Seq last = client.lastAcked.isNull() ? client.lastSent : client.lastAcked;
    QByteArray address = target.url + path + "?clientId=" + percent(client.client);
    for (const QByteArray &room : client.rooms)
        address += "&room=" + percent(room);
    if (!last.isNull())
        address += "&lastEventId=" + formatEventId(target.epoch, last);
    return target.token.isEmpty() ? address : address + "&token=" + target.token;
}

// As it is published: without its id, which is the hub's to give.
QByteArray eventJson(const JournalRow &row)
{
    const QList<QByteArray> &to = row.event && row.to.isEmpty() ? row.event->to : row.to;
    QByteArrayList channels;
    for (const QByteArray &channel : to)
        channels += quotedJson(channel);
    const QByteArray &type = row.event && row.type.isEmpty() ? row.event->type : row.type;
    const QByteArray &data = row.event ? row.event->data : row.data;
    return "{\"to\":[" + channels.join(',') + "],\"type\":" + quotedJson(type)
        + ",\"data\":" + (row.event ? data : quotedJson(data)) + (row.seq.isNull() ? ",\"ephemeral\":true}" : "}");
}

} // namespace

QString clientEventSource(const ClientRow &client, const CopyTarget &target)
{
    QByteArrayList types{quoted("message"), quoted("hub.welcome"), quoted("hub.gap")};
    for (const QByteArray &type : target.types) {
        if (!types.contains(quoted(type)))
            types += quoted(type);
    }
    return QString::fromUtf8("const source = new EventSource(" + quoted(addressOf(client, "/api/events", target))
                             + ");\n// An EventSource hears only the types that it is told.\nfor (const type of ["
                             + types.join(", ")
                             + "])\n  source.addEventListener(type, e => console.log(e.lastEventId, e.type, e.data));\n");
}

QString clientWebSocket(const ClientRow &client, const CopyTarget &target)
{
    QByteArray address = addressOf(client, "/ws", target);
    if (address.startsWith("http"))
        address.replace(0, 4, "ws"); // https becomes wss
    return QString::fromUtf8("const socket = new WebSocket(" + quoted(address)
                             + ");\nsocket.onmessage = e => console.log(JSON.parse(e.data));\n"
                               "socket.onclose = e => console.log('closed', e.code, e.reason);\n");
}

QString clientJsonLine(const ClientRow &client, const Epoch &epoch)
{
    return QString::fromUtf8(clientJson(client, epoch));
}

QString eventCurl(const JournalRow &row, const CopyTarget &target)
{
    QByteArray body = eventJson(row);
    body.replace("'", "'\\''");
    QByteArray command = "curl -X POST -H 'Content-Type: application/json'";
    if (!target.token.isEmpty())
        command += " -H 'Authorization: Bearer " + target.token + '\'';
    return QString::fromUtf8(command + " -d '" + body + "' '" + target.url + "/api/publish'");
}

QString eventJsonLine(const JournalRow &row)
{
    return QString::fromUtf8(eventJson(row));
}

} // namespace pushscope
