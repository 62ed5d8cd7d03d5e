// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/attemptsmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, AttemptsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "Attempt"),
     QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "Its number since the connection ended"),
     true,
     Face::Text,
     7,
     {"attempt", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "At"),
     QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "When it came in"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "Waited, ms"),
     QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "Since the attempt before, or since the connection ended"),
     true,
     Face::Text,
     10,
     {"waited", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "Outcome"),
     QT_TRANSLATE_NOOP("pushscope::AttemptsModel", "What it was answered"),
     false,
     Face::Text,
     30,
     {"outcome", FilterType::String}},
}};

QString outcomeText(const QByteArray &outcome)
{
    if (outcome == "ok")
        return AttemptsModel::tr("✔ came back");
    bool isStatus = false;
    const int status = outcome.toInt(&isStatus);
    return isStatus ? AttemptsModel::tr("✖ refused with %1").arg(status) : QStringLiteral("✖ ") + lineText(outcome);
}

} // namespace

std::vector<AttemptRow> attemptRows(const ReconnectRow &reconnect)
{
    std::vector<AttemptRow> rows;
    const auto kept = quint32(reconnect.tries.size());
    const quint32 left = std::max(reconnect.attempts, kept) - kept; // that are not kept any more
    WallTime before = left == 0 ? reconnect.at - reconnect.away : WallTime{};
    for (const ReconnectRow::Attempt &attempt : reconnect.tries) {
        const Milliseconds waited = before == WallTime{} ? Milliseconds(-1) : std::max(Milliseconds(0), attempt.at - before);
        rows.push_back({left + quint32(rows.size()) + 1, attempt.at, waited, attempt.outcome});
        before = attempt.at;
    }
    return rows;
}

std::span<const TableColumn> AttemptsModel::columns() const
{
    return Columns;
}

QString AttemptsModel::displayText(int row, int column) const
{
    const AttemptRow &attempt = rowAt(row);
    switch (column) {
    case Number:
        return numberText(attempt.number);
    case At:
        return clockText(attempt.at);
    case Waited:
        return attempt.waited < Milliseconds(0) ? nothingText() : numberText(quint64(attempt.waited.count()));
    case Outcome:
        return outcomeText(attempt.outcome);
    default:
        return {};
    }
}

FilterValue AttemptsModel::cellValue(int row, int column) const
{
    const AttemptRow &attempt = rowAt(row);
    switch (column) {
    case Number:
        return double(attempt.number);
    case At:
        return timeValue(attempt.at);
    case Waited:
        return durationValue(attempt.waited);
    default:
        return textValue(attempt.outcome);
    }
}

QString AttemptsModel::toolTipText(int row, int column) const
{
    switch (column) {
    case At:
        return dateText(rowAt(row).at);
    case Waited:
        return rowAt(row).waited < Milliseconds(0) ? QString() : durationText(rowAt(row).waited);
    default:
        return displayText(row, column);
    }
}

Tone AttemptsModel::tone(int row, int column) const
{
    if (column != Outcome)
        return Tone::Plain;
    return rowAt(row).outcome == "ok" ? Tone::Good : Tone::Bad;
}

} // namespace pushscope
