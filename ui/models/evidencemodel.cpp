// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/evidencemodel.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"

#include <QCoreApplication>
#include <tuple>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, EvidenceModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "At"),
     QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "When it was seen"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "Evidence"),
     QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "The count, status or time that proves it"),
     false,
     Face::Text,
     36,
     {"evidence", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "Id"),
     QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "The event that proves it"),
     false,
     Face::Id,
     14,
     {"id", FilterType::Id}},
    {QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "Row"),
     QT_TRANSLATE_NOOP("pushscope::EvidenceModel", "Its row in the journal; choosing it goes there"),
     true,
     Face::Text,
     9,
     {"row", FilterType::Number}},
}};

} // namespace

std::vector<EvidenceRow> evidenceRows(const FindingRow &finding)
{
    std::vector<EvidenceRow> rows;
    for (const FindingRow::Evidence &evidence : finding.evidence)
        rows.push_back({rows.size() + 1, evidence});
    return rows;
}

bool EvidenceModel::same(const EvidenceRow &a, const EvidenceRow &b) const
{
    const auto parts = [](const EvidenceRow &row) {
        return std::tie(row.number, row.evidence.at, row.evidence.ref, row.evidence.seq, row.evidence.what);
    };
    return parts(a) == parts(b);
}

std::span<const TableColumn> EvidenceModel::columns() const
{
    return Columns;
}

QString EvidenceModel::displayText(int row, int column) const
{
    const FindingRow::Evidence &evidence = rowAt(row).evidence;
    switch (column) {
    case At:
        return clockText(evidence.at);
    case What:
        return lineText(coreText(evidence.what).toUtf8());
    case Id:
        return idText(m_epoch, evidence.seq);
    case Row:
        return evidence.ref == 0 ? nothingText() : numberText(evidence.ref);
    default:
        return {};
    }
}

FilterValue EvidenceModel::cellValue(int row, int column) const
{
    const FindingRow::Evidence &evidence = rowAt(row).evidence;
    switch (column) {
    case At:
        return timeValue(evidence.at);
    case What:
        return textValue(evidence.what);
    case Id:
        return idValue(evidence.seq);
    default:
        return evidence.ref == 0 ? FilterValue() : FilterValue(double(evidence.ref));
    }
}

QString EvidenceModel::toolTipText(int row, int column) const
{
    return column == At ? dateText(rowAt(row).evidence.at) : displayText(row, column);
}

} // namespace pushscope
