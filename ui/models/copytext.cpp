// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/copytext.h"

#include "base/shellquoted.h"
#include "observe/rowjson.h"
#include "session/redaction.h"

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

QByteArray header(const QByteArray &line)
{
    return " -H " + shellQuoted(line);
}

QByteArray authorization(const CopyTarget &target)
{
    return target.token.isEmpty() ? QByteArray() : header("Authorization: Bearer " + target.token);
}

QByteArray pathOf(ClientProtocol protocol)
{
    switch (protocol) {
    case ClientProtocol::Sse:
        return "/api/events";
    case ClientProtocol::WebSocket:
        return "/ws";
    case ClientProtocol::Poll:
        return "/api/poll";
    }
    return {};
}

// As the client would ask over this protocol, without the token.
QByteArray addressOf(const ClientRow &client, ClientProtocol protocol, const CopyTarget &target)
{
    const Seq last = client.lastAcked.isNull() ? client.lastSent : client.lastAcked;
    QByteArray address = target.url + pathOf(protocol) + "?clientId=" + percent(client.client);
    for (const QByteArray &room : client.rooms)
        address += "&room=" + percent(room);
    if (!last.isNull())
        address += (protocol == ClientProtocol::Poll ? "&cursor=" : "&lastEventId=") + formatEventId(target.epoch, last);
    return address;
}

// For what can't send a header.
QByteArray addressWithToken(const ClientRow &client, ClientProtocol protocol, const CopyTarget &target)
{
    const QByteArray address = addressOf(client, protocol, target);
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

// A recorded request on its way to be a command.
class RequestCurl
{
public:
    RequestCurl(const QByteArray &head, const CopyTarget &target)
        : m_target(target)
    {
        const QByteArrayList lines = head.split('\n');
        for (const QByteArray &line : lines.mid(1))
            takeField(line.trimmed());
        takeFirstLine(lines.value(0).trimmed());
    }

    [[nodiscard]] QByteArray command(const QByteArray &body) const
    {
        QByteArray text = "curl -N" + m_options;
        if (m_method == "HEAD")
            text += " -I";
        else if (m_method != "GET")
            text += " -X " + shellQuoted(m_method);
        text += m_headers + (m_hadSecret ? authorization(m_target) : QByteArray());
        if (!body.isEmpty())
            text += " --data-binary " + shellQuoted(body);
        return text + ' ' + shellQuoted(m_url);
    }

private:
    static constexpr const char *CurlsOwn[] = {"content-length", "transfer-encoding"}; // it writes them itself

    void takeField(const QByteArray &line)
    {
        const QByteArray name = line.left(line.indexOf(':')).toLower();
        if (name == "host")
            m_host = line.mid(name.size() + 1).trimmed();
        else if (name == "accept-encoding")
            m_options += " --compressed"; // so that it can be read
        else if (line.contains(RedactedText))
            m_hadSecret = true;
        else if (!line.isEmpty() && std::find(std::begin(CurlsOwn), std::end(CurlsOwn), name) == std::end(CurlsOwn))
            m_headers += header(line);
        if (name == "upgrade")
            m_options += " -i --http1.1"; // shows the handshake and the frames as they come
    }

    // "GET /api/events?room=a HTTP/1.1"
    void takeFirstLine(const QByteArray &line)
    {
        m_method = line.left(line.indexOf(' '));
        const QByteArray address = line.mid(m_method.size() + 1, line.lastIndexOf(' ') - m_method.size() - 1);
        const qsizetype mark = address.indexOf('?');
        m_url = (m_target.url.isEmpty() ? "http://" + m_host : m_target.url) + address.left(mark < 0 ? address.size() : mark);
        QByteArrayList members = mark < 0 ? QByteArrayList() : address.mid(mark + 1).split('&');
        m_hadSecret |= members.removeIf([](const QByteArray &member) { return member.contains(RedactedText); }) > 0;
        if (!members.isEmpty())
            m_url += '?' + members.join('&');
    }

    const CopyTarget &m_target;
    QByteArray m_method, m_url, m_host;
    QByteArray m_options, m_headers; // of curl, as they stand in the command
    bool m_hadSecret = false;
};

} // namespace

QString clientCurl(const ClientRow &client, const CopyTarget &target)
{
    QByteArray command = "curl -N";
    if (client.protocol == ClientProtocol::WebSocket) // curl shows the handshake and the frames as they come
        command += " -i --http1.1" + header("Connection: Upgrade") + header("Upgrade: websocket")
            + header("Sec-WebSocket-Version: 13") + header("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==");
    return QString::fromUtf8(command + authorization(target) + ' ' + shellQuoted(addressOf(client, client.protocol, target)));
}

QString clientEventSource(const ClientRow &client, const CopyTarget &target)
{
    QByteArrayList types{quoted("message"), quoted("hub.welcome"), quoted("hub.gap")};
    for (const QByteArray &type : target.types) {
        if (!types.contains(quoted(type)))
            types += quoted(type);
    }
    return QString::fromUtf8("const source = new EventSource(" + quoted(addressWithToken(client, ClientProtocol::Sse, target))
                             + ");\n// An EventSource hears only the types that it is told.\nfor (const type of ["
                             + types.join(", ")
                             + "])\n  source.addEventListener(type, e => console.log(e.lastEventId, e.type, e.data));\n");
}

QString clientWebSocket(const ClientRow &client, const CopyTarget &target)
{
    QByteArray address = addressWithToken(client, ClientProtocol::WebSocket, target);
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
    return QString::fromUtf8("curl -X POST" + header("Content-Type: application/json") + authorization(target) + " -d "
                             + shellQuoted(eventJson(row)) + ' ' + shellQuoted(target.url + "/api/publish"));
}

QString eventJsonLine(const JournalRow &row)
{
    return QString::fromUtf8(eventJson(row));
}

QString requestCurl(const QByteArray &head, const QByteArray &body, const CopyTarget &target)
{
    return QString::fromUtf8(RequestCurl(head, target).command(body));
}

} // namespace pushscope
