// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/faultsmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/faulttext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, FaultsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::FaultsModel", "Whom"),
     QT_TRANSLATE_NOOP("pushscope::FaultsModel", "Which clients it concerns"),
     false,
     Face::Text,
     18,
     {"whom", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FaultsModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::FaultsModel", "What it breaks"),
     false,
     Face::Text,
     24,
     {"what", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FaultsModel", "When"),
     QT_TRANSLATE_NOOP("pushscope::FaultsModel", "From when, for how long, how likely"),
     false,
     Face::Text,
     18,
     {"when", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::FaultsModel", "Hits"),
     QT_TRANSLATE_NOOP("pushscope::FaultsModel", "How often it has acted"),
     true,
     Face::Text,
     6,
     {"hits", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::FaultsModel", "Ends in"),
     QT_TRANSLATE_NOOP("pushscope::FaultsModel", "When it is removed by itself"),
     true,
     Face::Text,
     9,
     {"endsIn", FilterType::Duration}},
}};

FaultEntry entryOf(const FaultRow &fault)
{
    const Result<FaultRule> rule = FaultRule::parse(fault.json);
    if (!rule) // of another version of the hub
        return {fault.id, fault.json, {}, lineText(fault.json), {}};
    return {fault.id, fault.json, faultWhomText(*rule), faultWhatText(*rule), faultWhenText(*rule)};
}

} // namespace

void FaultsModel::apply(const std::vector<FaultRow> &faults, WallTime now)
{
    std::vector<FaultEntry> entries;
    for (const FaultRow &fault : faults) {
        const auto known = std::find_if(rows().cbegin(), rows().cend(), [&](const FaultEntry &entry) {
            return entry.id == fault.id && entry.json == fault.json;
        });
        FaultEntry entry = known != rows().cend() ? *known : entryOf(fault);
        entry.hits = fault.hits;
        entry.left = fault.endsAt == WallTime{}
            ? std::chrono::seconds(-1)
            : std::max(std::chrono::seconds(0), std::chrono::ceil<std::chrono::seconds>(fault.endsAt - now));
        entries.push_back(std::move(entry));
    }
    setRows(std::move(entries));
}

FaultRow FaultsModel::faultAt(int row) const
{
    FaultRow fault;
    fault.id = rowAt(row).id;
    fault.json = rowAt(row).json;
    return fault;
}

quint64 FaultsModel::keyOf(const FaultEntry &entry) const
{
    bool isNumber = false;
    const quint64 number = entry.id.toULongLong(&isNumber);
    return isNumber && number != 0 ? number : qHash(entry.id) | 1U;
}

QStringList FaultsModel::wordsOf(int column) const
{
    return column == When ? QStringList(faultWhenText(FaultRule())) : QStringList(); // as most are
}

std::span<const TableColumn> FaultsModel::columns() const
{
    return Columns;
}

QString FaultsModel::displayText(int row, int column) const
{
    const FaultEntry &entry = rowAt(row);
    switch (column) {
    case Whom:
        return entry.whom;
    case What:
        return QStringLiteral("⚡ ") + entry.what;
    case When:
        return entry.when;
    case Hits:
        return numberText(entry.hits);
    case EndsIn:
        return entry.left < std::chrono::seconds(0) ? nothingText() : durationText(entry.left);
    default:
        return {};
    }
}

FilterValue FaultsModel::cellValue(int row, int column) const
{
    const FaultEntry &entry = rowAt(row);
    switch (column) {
    case What:
        return textValue(entry.what);
    case Hits:
        return double(entry.hits);
    case EndsIn:
        return durationValue(entry.left);
    default:
        return RowsTableModel::cellValue(row, column);
    }
}

QString FaultsModel::toolTipText(int row, int column) const
{
    return column == What ? lineText(rowAt(row).json) : displayText(row, column);
}

Tone FaultsModel::tone(int, int column) const
{
    return column == What ? Tone::Fault : Tone::Plain;
}

} // namespace pushscope
