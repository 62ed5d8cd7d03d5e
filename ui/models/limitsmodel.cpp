// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/limitsmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <array>

namespace pushscope {

namespace {

using L = LimitRow::Limit;

constexpr std::array<TableColumn, LimitsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::LimitsModel", "Limit"),
     QT_TRANSLATE_NOOP("pushscope::LimitsModel", "What is limited"),
     false,
     Face::Text,
     18,
     {"limit", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::LimitsModel", "Reached"),
     QT_TRANSLATE_NOOP("pushscope::LimitsModel", "How often the limit was met since the hub started"),
     true,
     Face::Text,
     9,
     {"reached", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::LimitsModel", "Now"),
     QT_TRANSLATE_NOOP("pushscope::LimitsModel", "As much is in use"),
     true,
     Face::Text,
     10,
     {"now", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::LimitsModel", "At most"),
     QT_TRANSLATE_NOOP("pushscope::LimitsModel", "As the running hub was started"),
     true,
     Face::Text,
     10,
     {"atMost", FilterType::Number}},
}};

const char *wordOf(L limit) // in conditions
{
    constexpr const char *Words[] = {"connections", "user", "address", "publishRate", "queue", "memory", "shed", "descriptors"};
    return Words[std::size_t(limit)];
}

bool isOctets(L limit)
{
    return limit == L::Queue || limit == L::Memory;
}

QString amountText(L limit, qint64 amount)
{
    if (isOctets(limit))
        return sizeText(quint64(amount));
    return limit == L::PublishRate ? LimitsModel::tr("%1/s").arg(numberText(quint64(amount))) : numberText(quint64(amount));
}

} // namespace

std::vector<LimitRow> limitRows(const HubFigures &figures, const ServerConfig &config)
{
    if (!figures.limits)
        return {};
    const LimitFigures &limits = *figures.limits;
    qint64 connections = 0, queued = 0;
    for (const ProtocolFigures &protocol : figures.protocols) {
        connections += qint64(protocol.connections);
        queued += qint64(protocol.queueBytes);
    }
    return {{L::Connections, qint64(config.maxConnections), connections, limits.overConnections},
            {L::User, qint64(config.maxPerUser), -1, limits.overUser},
            {L::Address, qint64(config.maxPerAddress), -1, limits.overAddress},
            {L::PublishRate, qint64(config.publishRate), -1, limits.overRate},
            {L::Queue, config.queueLimit, queued, figures.droppedSlow},
            {L::Memory, limits.memoryLimit, limits.memory, limits.forMemory},
            {L::Shed, 0, -1, limits.shed},
            {L::Descriptors, 0, -1, limits.acceptPauses, limits.acceptPaused}};
}

std::span<const TableColumn> LimitsModel::columns() const
{
    return Columns;
}

QString LimitsModel::displayText(int row, int column) const
{
    const LimitRow &limit = rowAt(row);
    switch (column) {
    case Limit:
        switch (limit.limit) {
        case L::Connections:
            return tr("Connections");
        case L::User:
            return tr("Connections of a user");
        case L::Address:
            return tr("Connections of an address");
        case L::PublishRate:
            return tr("Publishing by a token");
        case L::Queue:
            return tr("Queue of a client");
        case L::Memory:
            return tr("Memory");
        case L::Shed:
            return tr("Dropped for memory");
        case L::Descriptors:
            return tr("Descriptors");
        }
        return {};
    case AtMost:
        return limit.atMost > 0 ? amountText(limit.limit, limit.atMost) : nothingText();
    case Now:
        if (limit.limit == L::Descriptors)
            return limit.reached ? tr("none left") : nothingText();
        return limit.now < 0 ? nothingText() : amountText(limit.limit, limit.now);
    case Hits:
        return numberText(limit.hits);
    default:
        return {};
    }
}

FilterValue LimitsModel::cellValue(int row, int column) const
{
    const LimitRow &limit = rowAt(row);
    switch (column) {
    case Limit:
        return QByteArray(wordOf(limit.limit));
    case Hits:
        return double(limit.hits);
    case Now:
        return limit.now < 0 ? FilterValue() : FilterValue(double(limit.now));
    default:
        return limit.atMost > 0 ? FilterValue(double(limit.atMost)) : FilterValue();
    }
}

QString LimitsModel::toolTipText(int row, int column) const
{
    if (column == AtMost)
        return rowAt(row).atMost > 0 ? displayText(row, column) : tr("No limit is set");
    switch (rowAt(row).limit) {
    case L::Connections:
    case L::User:
    case L::Address:
        return tr("Event streams, WebSockets and waiting polls; those turned away get 503 or 429");
    case L::PublishRate:
        return tr("Events that were answered 429");
    case L::Queue:
        return tr("A client that reads too slowly is dropped; now: what waits for all clients together");
    case L::Memory:
        return tr("Of the process; events and clients that were answered 503");
    case L::Shed:
        return tr("The slowest clients, dropped when memory ran short");
    case L::Descriptors:
        return tr("Times that new connections had to wait since no file descriptor was left");
    }
    return {};
}

Tone LimitsModel::tone(int row, int column) const
{
    const LimitRow &limit = rowAt(row);
    if (column == Now && limit.reached)
        return Tone::Bad;
    return column == Hits && limit.hits > 0 ? Tone::Warning : Tone::Plain;
}

} // namespace pushscope
