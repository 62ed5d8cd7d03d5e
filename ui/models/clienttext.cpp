// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clienttext.h"

#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/clientwire.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::ClientText)
};

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
        const QByteArrayView name = QByteArrayView(channel).sliced(std::min<qsizetype>(5, channel.size()));
        return channel == "*" || (channel.startsWith("user:") && name == client.user)
            || (channel.startsWith("room:") && client.rooms.contains(name));
    });
}

} // namespace pushscope
