// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The cells of ClientsModel: two functions, what is shown and what is sorted by.
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clientwire.h"

#include <QCoreApplication>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, ClientsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "State"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Live, replaying what it missed, waiting for its next poll, or away"), false,
     Face::Text, 13},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Protocol"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "How the client is connected, the version of HTTP, and whether over TLS"),
     false, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Client"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "The clientId it gave, or the name the hub gave it"), false, Face::Id, 16},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "User"), QT_TRANSLATE_NOOP("pushscope::ClientsModel", "The user of its token"),
     false, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Rooms"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "The rooms it listens to"), false, Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Address"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Where its newest connection comes from"), false, Face::Id, 18},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "User agent"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "What it calls itself"), false, Face::Text, 20},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Connected since"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "When its present or last connection began"), true, Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Reconnects"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "How often it came back"), true, Face::Text, 10},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Events out"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Events written to it"), true, Face::Text, 10},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Events in"), QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Messages it sent"),
     true, Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Bytes out"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Octets written to it"), true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Bytes in"), QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Octets it sent"),
     true, Face::Text, 11},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Queue, bytes"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Octets that wait in the hub until the client reads"), true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Lag, ms"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "How long the oldest of its queue has waited"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Last sent"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Id of the last event written to it"), false, Face::Id, 15},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Last acknowledged"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Id of the last event it said it has"), false, Face::Id, 16},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Encryption"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "The version of TLS and the cipher that client and hub agreed on"), false,
     Face::Text, 20},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Compression"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "How what it is sent is made smaller"), false, Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::ClientsModel", "Saved"),
     QT_TRANSLATE_NOOP("pushscope::ClientsModel", "How much smaller its events are by compression"), true, Face::Text, 9},
}};

} // namespace

std::span<const TableColumn> ClientsModel::columns() const
{
    return Columns;
}

QStringList ClientsModel::wordsOf(int column) const
{
    QStringList words;
    if (column == State) {
        for (const auto state : {ClientState::Live, ClientState::Replaying, ClientState::Waiting, ClientState::Away})
            words += clientStateText(state);
    } else if (column == Protocol) {
        for (std::size_t i = 0; i < ProtocolCount; ++i)
            words += protocolText(ClientProtocol(i)) + QStringLiteral(" 1.1 TLS");
    }
    return words;
}

QString clientStateText(ClientState state)
{
    switch (state) {
    case ClientState::Live:
        return ClientsModel::tr("▶ live");
    case ClientState::Replaying:
        return ClientsModel::tr("↻ replaying");
    case ClientState::Waiting:
        return ClientsModel::tr("◔ waiting");
    case ClientState::Away:
        return ClientsModel::tr("○ away");
    }
    return {};
}

QString clientProtocolText(const ClientRow &client)
{
    QString text = protocolText(client.protocol);
    if (!client.http.isEmpty())
        text += QChar(u' ') + QString::fromLatin1(client.http);
    return client.tls ? text + QStringLiteral(" TLS") : text;
}

QString clientText(const ClientRow &client, ClientsModel::Column column, const Epoch &epoch)
{
    switch (column) {
    case ClientsModel::State:
        return clientStateText(client.state);
    case ClientsModel::Protocol:
        return clientProtocolText(client);
    case ClientsModel::Client:
        return lineText(client.client);
    case ClientsModel::User:
        return lineText(client.user);
    case ClientsModel::Rooms:
        return listText(client.rooms);
    case ClientsModel::Address:
        return QString::fromLatin1(client.address);
    case ClientsModel::UserAgent:
        return lineText(client.userAgent);
    case ClientsModel::ConnectedSince:
        return clockText(client.connectedAt);
    case ClientsModel::Reconnects:
        return numberText(client.reconnects);
    case ClientsModel::EventsOut:
        return numberText(client.eventsOut);
    case ClientsModel::EventsIn:
        return numberText(client.eventsIn);
    case ClientsModel::BytesOut:
        return numberText(client.bytesOut);
    case ClientsModel::BytesIn:
        return numberText(client.bytesIn);
    case ClientsModel::Queue:
        return numberText(client.queueBytes);
    case ClientsModel::Lag:
        return numberText(quint64(client.lag.count()));
    case ClientsModel::LastSent:
        return idText(epoch, client.lastSent);
    case ClientsModel::LastAcked:
        return idText(epoch, client.lastAcked);
    case ClientsModel::Encryption:
        return encryptionText(client);
    case ClientsModel::CompressedBy:
        return compressionText(client);
    case ClientsModel::Saved:
        return savedText(client);
    case ClientsModel::ColumnCount:
        break;
    }
    return {};
}

QString ClientsModel::displayText(int row, int column) const
{
    return clientText(clientAt(row), Column(column), m_epoch);
}

QString ClientsModel::toolTipText(int row, int column) const
{
    const ClientRow &client = clientAt(row);
    switch (column) {
    case Client:
        return displayText(row, column)
            + (client.certain ? ClientsModel::tr("\nRecognised by its clientId")
                              : ClientsModel::tr("\nRecognised by likeness only: it gave no clientId"));
    case ConnectedSince:
        return dateText(client.connectedAt);
    case BytesOut:
        return sizeText(client.bytesOut);
    case BytesIn:
        return sizeText(client.bytesIn);
    case Queue:
        return sizeText(client.queueBytes);
    case Saved:
        return gainText(client);
    default:
        return displayText(row, column);
    }
}

Tone ClientsModel::tone(int row, int column) const
{
    const ClientRow &client = clientAt(row);
    if (column == Protocol)
        return protocolTone(client.protocol);
    if (column == State && client.state == ClientState::Replaying)
        return Tone::Warning;
    if (client.state == ClientState::Away)
        return Tone::Muted;
    if (column == State && client.state == ClientState::Live)
        return Tone::Good;
    return Tone::Plain;
}

SortValue ClientsModel::sortValue(Slot slot, int column) const
{
    const ClientRow &client = m_clients[slot];
    switch (column) {
    case State:
        return {qint64(client.state), {}};
    case Protocol:
        return {qint64(client.protocol) * 2 + client.tls, client.http};
    case Client:
        return {0, client.client};
    case User:
        return {0, client.user};
    case Rooms:
        return {0, client.rooms.isEmpty() ? QByteArrayView() : QByteArrayView(client.rooms.first())};
    case Address:
        return {0, client.address};
    case UserAgent:
        return {0, client.userAgent};
    case ConnectedSince:
        return {client.connectedAt.time_since_epoch().count(), {}};
    case Reconnects:
        return {client.reconnects, {}};
    case EventsOut:
        return {qint64(client.eventsOut), {}};
    case EventsIn:
        return {qint64(client.eventsIn), {}};
    case BytesOut:
        return {qint64(client.bytesOut), {}};
    case BytesIn:
        return {qint64(client.bytesIn), {}};
    case Queue:
        return {qint64(client.queueBytes), {}};
    case Lag:
        return {client.lag.count(), {}};
    case LastSent:
        return {qint64(client.lastSent.value), {}};
    case LastAcked:
        return {qint64(client.lastAcked.value), {}};
    case Encryption:
        return {client.tls, client.tlsCipher};
    case CompressedBy:
        return {qint64(client.compression), {}};
    case Saved:
        return {client.bytesSaved, {}};
    default:
        return {};
    }
}

} // namespace pushscope
