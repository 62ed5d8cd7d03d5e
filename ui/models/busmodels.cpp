// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/busmodels.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, BusChannelsModel::ColumnCount> ChannelColumns{{
    {QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Channel"),
     QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "The Redis channel of the same name"),
     false,
     Face::Id,
     26,
     {"channel", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Subscribers"),
     QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Connections of this hub that hear it; Redis sees one for all of them"),
     true,
     Face::Text,
     11,
     {"subscribers", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Heard"),
     QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Messages that came on it since this hub subscribed"),
     true,
     Face::Text,
     10,
     {"heard", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "State"),
     QT_TRANSLATE_NOOP("pushscope::BusChannelsModel", "Whether Redis has confirmed the subscription"),
     false,
     Face::Text,
     16,
     {"subscription", FilterType::String}},
}};

constexpr std::array<TableColumn, BusHubsModel::ColumnCount> HubColumns{{
    {QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Hub"),
     QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "The name of this run of the hub"),
     false,
     Face::Id,
     18,
     {"hub", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Clients"),
     QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Clients that it told of, at most a second ago"),
     true,
     Face::Text,
     8,
     {"clients", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Addresses"),
     QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Where it listens"),
     false,
     Face::Id,
     26,
     {"addresses", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Machine"),
     QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "The name of its machine"),
     false,
     Face::Text,
     14,
     {"machine", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Process"),
     QT_TRANSLATE_NOOP("pushscope::BusHubsModel", "Its process on that machine"),
     true,
     Face::Text,
     9,
     {"process", FilterType::Number}},
}};

constexpr std::array<TableColumn, BusDropsModel::ColumnCount> DropColumns{{
    {QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "At"),
     QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "When the message came"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "Channel"),
     QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "The channel on which it was published"),
     false,
     Face::Id,
     18,
     {"channel", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "Why"),
     QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "What is wrong with it"),
     false,
     Face::Text,
     34,
     {"why", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "Message"),
     QT_TRANSLATE_NOOP("pushscope::BusDropsModel", "How it begins"),
     false,
     Face::Payload,
     30,
     {"message", FilterType::String}},
}};

constexpr std::array<TableColumn, BusOutagesModel::ColumnCount> OutageColumns{{
    {QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "From"),
     QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "When the connection was lost"),
     true,
     Face::Text,
     12,
     {"from", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "Lasted"),
     QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "Until all channels were heard again"),
     true,
     Face::Text,
     14,
     {"lasted", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "Why"),
     QT_TRANSLATE_NOOP("pushscope::BusOutagesModel", "What ended the connection"),
     false,
     Face::Text,
     40,
     {"why", FilterType::String}},
}};

// Names keep their row; 0 is no key.
quint64 keyOfName(const QByteArray &name)
{
    return quint64(qHash(name)) | 1;
}

} // namespace

std::span<const TableColumn> BusChannelsModel::columns() const
{
    return ChannelColumns;
}

QString BusChannelsModel::displayText(int row, int column) const
{
    const BusChannel &channel = rowAt(row);
    switch (column) {
    case Name:
        return QString::fromUtf8(channel.name);
    case Subscribers:
        return numberText(channel.subscribers);
    case Heard:
        return numberText(channel.heard);
    case State:
        return channel.subscribers == 0 ? tr("being given up") : channel.confirmed ? tr("subscribed") : tr("asked for");
    default:
        return {};
    }
}

FilterValue BusChannelsModel::cellValue(int row, int column) const
{
    const BusChannel &channel = rowAt(row);
    switch (column) {
    case Name:
        return textValue(channel.name);
    case Subscribers:
        return double(channel.subscribers);
    case Heard:
        return double(channel.heard);
    default:
        return QByteArray(channel.subscribers == 0 ? "leaving" : channel.confirmed ? "confirmed" : "asked");
    }
}

Tone BusChannelsModel::tone(int row, int column) const
{
    const BusChannel &channel = rowAt(row);
    return column == State && !channel.confirmed ? Tone::Warning : channel.subscribers == 0 ? Tone::Muted : Tone::Plain;
}

quint64 BusChannelsModel::keyOf(const BusChannel &row) const
{
    return keyOfName(row.name);
}

std::span<const TableColumn> BusHubsModel::columns() const
{
    return HubColumns;
}

QString BusHubsModel::displayText(int row, int column) const
{
    const BusHub &hub = rowAt(row);
    switch (column) {
    case Who:
        return hub.isSelf ? tr("%1 (this one)").arg(QString::fromUtf8(hub.name)) : QString::fromUtf8(hub.name);
    case Clients:
        return numberText(hub.clients);
    case Addresses:
        return QString::fromUtf8(hub.listen);
    case Host:
        return QString::fromUtf8(hub.host);
    case Process:
        return QString::number(hub.pid);
    default:
        return {};
    }
}

FilterValue BusHubsModel::cellValue(int row, int column) const
{
    const BusHub &hub = rowAt(row);
    switch (column) {
    case Who:
        return textValue(hub.name);
    case Clients:
        return double(hub.clients);
    case Process:
        return double(hub.pid);
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

Tone BusHubsModel::tone(int row, int column) const
{
    return column == Who && rowAt(row).isSelf ? Tone::Good : Tone::Plain;
}

quint64 BusHubsModel::keyOf(const BusHub &row) const
{
    return keyOfName(row.name);
}

std::span<const TableColumn> BusDropsModel::columns() const
{
    return DropColumns;
}

QString BusDropsModel::displayText(int row, int column) const
{
    const BusDrop &drop = rowAt(row);
    switch (column) {
    case At:
        return clockText(drop.at);
    case Channel:
        return QString::fromUtf8(drop.channel);
    case Reason:
        return coreText(drop.reason);
    case Message:
        return lineText(drop.sample);
    default:
        return {};
    }
}

FilterValue BusDropsModel::cellValue(int row, int column) const
{
    const BusDrop &drop = rowAt(row);
    switch (column) {
    case At:
        return timeValue(drop.at);
    case Message:
        return textValue(drop.sample);
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

QString BusDropsModel::toolTipText(int row, int column) const
{
    return column == At ? dateText(rowAt(row).at) : displayText(row, column);
}

std::span<const TableColumn> BusOutagesModel::columns() const
{
    return OutageColumns;
}

QString BusOutagesModel::displayText(int row, int column) const
{
    const BusOutageRow &outage = rowAt(row);
    switch (column) {
    case From:
        return clockText(outage.outage.from);
    case Lasted: {
        const QString lasted = durationText(outage.lasted);
        return outage.outage.until == WallTime() ? tr("%1 so far").arg(lasted) : lasted;
    }
    case Why:
        return QString::fromUtf8(outage.outage.why);
    default:
        return {};
    }
}

FilterValue BusOutagesModel::cellValue(int row, int column) const
{
    const BusOutageRow &outage = rowAt(row);
    switch (column) {
    case From:
        return timeValue(outage.outage.from);
    case Lasted:
        return durationValue(outage.lasted);
    default:
        return textValue(outage.outage.why);
    }
}

QString BusOutagesModel::toolTipText(int row, int column) const
{
    return column == From ? dateText(rowAt(row).outage.from) : displayText(row, column);
}

Tone BusOutagesModel::tone(int row, int column) const
{
    return column == Lasted && rowAt(row).outage.until == WallTime() ? Tone::Bad : Tone::Plain;
}

} // namespace pushscope
