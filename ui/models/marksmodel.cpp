// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/marksmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, MarksModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::MarksModel", "Time"),
     QT_TRANSLATE_NOOP("pushscope::MarksModel", "What it is put to"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::MarksModel", "Kind"),
     QT_TRANSLATE_NOOP("pushscope::MarksModel", "A mark that was set while the hub ran, or a comment of later"),
     false,
     Face::Text,
     12,
     {"what", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::MarksModel", "Text"),
     QT_TRANSLATE_NOOP("pushscope::MarksModel", "What somebody wrote"),
     false,
     Face::Text,
     40,
     {"text", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::MarksModel", "About"),
     QT_TRANSLATE_NOOP("pushscope::MarksModel", "The event or the client that it is about"),
     false,
     Face::Id,
     16,
     {"about", FilterType::String}},
}};

QString aboutText(const SessionNote &note)
{
    const QString event = note.seq.isNull() ? QString() : MarksModel::tr("event %1").arg(note.seq.value);
    const QString client = lineText(note.client);
    return event.isEmpty() || client.isEmpty() ? event + client : event + QStringLiteral(" · ") + client;
}

} // namespace

std::span<const TableColumn> MarksModel::columns() const
{
    return Columns;
}

QString MarksModel::displayText(int row, int column) const
{
    const SessionMark &mark = rowAt(row);
    switch (column) {
    case Time:
        return clockText(mark.at);
    case Kind:
        return mark.recorded ? tr("⚑ mark") : tr("✎ comment");
    case Text:
        return lineText(mark.note.text);
    case About:
        return aboutText(mark.note);
    default:
        return {};
    }
}

FilterValue MarksModel::cellValue(int row, int column) const
{
    const SessionMark &mark = rowAt(row);
    switch (column) {
    case Time:
        return timeValue(mark.at);
    case Kind:
        return QByteArray(mark.recorded ? "mark" : "comment");
    case Text:
        return textValue(mark.note.text);
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

QString MarksModel::toolTipText(int row, int column) const
{
    switch (column) {
    case Time:
        return dateText(rowAt(row).at);
    case Text:
        return QString::fromUtf8(rowAt(row).note.text);
    default:
        return displayText(row, column);
    }
}

} // namespace pushscope
