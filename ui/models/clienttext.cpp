// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clienttext.h"

#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clientwire.h"

#include <QCoreApplication>
#include <QUrl>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::ClientText)
};

QString shellQuoted(QByteArray text)
{
    return QString::fromUtf8("'" + text.replace("'", "'\\''") + "'");
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

QByteArray queryOf(const ClientRow &client, const QByteArray &cursor)
{
    QByteArray query = "?clientId=" + QUrl::toPercentEncoding(QString::fromUtf8(client.client));
    for (const QByteArray &room : client.rooms)
        query += "&room=" + QUrl::toPercentEncoding(QString::fromUtf8(room));
    if (!cursor.isEmpty())
        query += (client.protocol == ClientProtocol::Poll ? "&cursor=" : "&lastEventId=") + cursor;
    return query;
}

} // namespace

QList<Field> clientFields(const ClientRow &client, const Epoch &epoch)
{
    using Model = ClientsModel;
    const auto text = [&](Model::Column column) { return clientText(client, column, epoch); };
    const QString how = client.certain ? Words::tr("by its clientId") : Words::tr("by likeness only");
    const QString since = dateText(client.connectedAt);
    return {
        {Words::tr("Client"), text(Model::Client), Tone::Plain, Face::Id},
        {Words::tr("Recognised"), how},
        {Words::tr("State"), text(Model::State)},
        {Words::tr("Protocol"), text(Model::Protocol), protocolTone(client.protocol)},
        {Words::tr("Encryption"), encryptionText(client)},
        {Words::tr("Compression"), gainText(client)},
        {Words::tr("User"), text(Model::User)},
        {Words::tr("Rooms"), text(Model::Rooms)},
        {Words::tr("Address"), text(Model::Address), Tone::Plain, Face::Id},
        {Words::tr("User agent"), text(Model::UserAgent)},
        {Words::tr("Connected since"), since},
        {Words::tr("Connection"), client.connection == 0 ? nothingText() : numberText(client.connection)},
        {Words::tr("Reconnects"), text(Model::Reconnects)},
        {Words::tr("Events out"), text(Model::EventsOut)},
        {Words::tr("Events in"), text(Model::EventsIn)},
        {Words::tr("Bytes out"), text(Model::BytesOut)},
        {Words::tr("Bytes in"), text(Model::BytesIn)},
        {Words::tr("Queue, bytes"), text(Model::Queue)},
        {Words::tr("Lag, ms"), text(Model::Lag)},
        {Words::tr("Last sent"), text(Model::LastSent), Tone::Plain, Face::Id},
        {Words::tr("Last acknowledged"), text(Model::LastAcked), Tone::Plain, Face::Id},
    };
}

bool isAddressed(const QList<QByteArray> &channels, const ClientRow &client)
{
    return std::any_of(channels.cbegin(), channels.cend(), [&client](const QByteArray &channel) {
        return channel == "*" || channel == "user:" + client.user
            || (channel.startsWith("room:") && client.rooms.contains(channel.mid(5)));
    });
}

QString clientCurl(const ClientRow &client, const Epoch &epoch, const QByteArray &url, const QByteArray &token)
{
    const Seq last = client.lastAcked.isNull() ? client.lastSent : client.lastAcked;
    const QByteArray cursor = last.isNull() ? QByteArray() : formatEventId(epoch, last);
    const QByteArray target = url + pathOf(client.protocol) + queryOf(client, cursor);
    QString command = QStringLiteral("curl -N");
    if (client.protocol == ClientProtocol::WebSocket) // curl shows the handshake and the frames as they come
        command += QStringLiteral(" -i --http1.1 -H 'Connection: Upgrade' -H 'Upgrade: websocket' -H 'Sec-WebSocket-Version: 13'"
                                  " -H 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=='");
    if (!token.isEmpty())
        command += QStringLiteral(" -H ") + shellQuoted("Authorization: Bearer " + token);
    return command + QChar(u' ') + shellQuoted(target);
}

} // namespace pushscope
