// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/retentionmodel.h"

#include "observe/rowjson.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, RetentionModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Client"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "The client"),
     false,
     Face::Id,
     16,
     {"client", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "User"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Its user"),
     false,
     Face::Text,
     10,
     {"user", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Protocol"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "How it is or was connected"),
     false,
     Face::Text,
     8,
     {"protocol", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "State"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Whether it is there now"),
     false,
     Face::Text,
     11,
     {"state", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Last sent"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "The newest id that was written to it: its cursor, if it received it"),
     false,
     Face::Id,
     14,
     {"lastSent", FilterType::Id}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Oldest missed"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "The first stored event that it has missed since it left"),
     false,
     Face::Id,
     14,
     {"oldestMissed", FilterType::Id}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "From the edge, ids"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "How many ids are older in the store than the first one that it missed"),
     true,
     Face::Text,
     9,
     {"margin", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::RetentionModel", "Loses it in"),
     QT_TRANSLATE_NOOP("pushscope::RetentionModel", "When that event is evicted, at the present rate"),
     true,
     Face::Text,
     12,
     {"losesIn", FilterType::Duration}},
}};

QString losesText(const RetentionRow &row)
{
    if (row.oldestMissed.isNull())
        return nothingText();
    if (row.margin < 0)
        return RetentionModel::tr("✖ lost");
    return row.losesIn ? aboutText(*row.losesIn) : RetentionModel::tr("not now");
}

} // namespace

std::span<const TableColumn> RetentionModel::columns() const
{
    return Columns;
}

QString RetentionModel::displayText(int row, int column) const
{
    const RetentionRow &client = rowAt(row);
    switch (column) {
    case Client:
        return lineText(client.client);
    case User:
        return lineText(client.user);
    case Protocol:
        return protocolText(client.protocol);
    case State:
        return clientStateText(client.state);
    case LastSent:
        return idText(m_epoch, client.last);
    case OldestMissed:
        return idText(m_epoch, client.oldestMissed);
    case Margin:
        return client.oldestMissed.isNull() ? nothingText() : QLocale().toString(client.margin);
    case LosesIn:
        return losesText(client);
    default:
        return {};
    }
}

FilterValue RetentionModel::cellValue(int row, int column) const
{
    const RetentionRow &client = rowAt(row);
    switch (column) {
    case Client:
        return textValue(client.client);
    case User:
        return textValue(client.user);
    case Protocol:
        return QByteArray(protocolName(client.protocol));
    case State:
        return QByteArray(clientStateName(client.state));
    case LastSent:
        return idValue(client.last);
    case OldestMissed:
        return idValue(client.oldestMissed);
    case Margin:
        return client.oldestMissed.isNull() ? FilterValue() : FilterValue(double(client.margin));
    default:
        return client.losesIn ? durationValue(*client.losesIn) : FilterValue();
    }
}

Tone RetentionModel::tone(int row, int column) const
{
    const RetentionRow &client = rowAt(row);
    switch (column) {
    case Protocol:
        return protocolTone(client.protocol);
    case Margin:
    case LosesIn:
        return client.oldestMissed.isNull() ? Tone::Muted
            : client.margin < 0             ? Tone::Bad
            : client.losesIn                ? Tone::Warning
                                            : Tone::Plain;
    default:
        return Tone::Plain;
    }
}

} // namespace pushscope
