// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findingsmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/findingtext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, FindingsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "Code"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "The kind of the fault, as /api/findings names it"), false, Face::Text, 17},
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "Client"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "With whom it is wrong"), false, Face::Id, 14},
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "What is wrong"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "In a sentence, with the figures"), false, Face::Text, 44},
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "Count"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "How often it was seen"), true, Face::Text, 6},
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "First seen"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "When it was seen first"), true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::FindingsModel", "Last seen"),
     QT_TRANSLATE_NOOP("pushscope::FindingsModel", "When it was seen last"), true, Face::Text, 12},
}};

} // namespace

QString findingClientText(const FindingRow &finding)
{
    return finding.client.isEmpty() ? FindingsModel::tr("%Ln client(s)", nullptr, int(finding.clients))
                                    : lineText(finding.client);
}

void FindingsModel::apply(const Snapshot &snapshot, TimePoint now)
{
    m_epoch = snapshot.figures.epoch;
    if (snapshot.generation != m_generation) {
        reset([this] {
            m_findings.clear();
            m_slotOfKey.clear();
        });
        m_generation = snapshot.generation;
    }
    for (const FindingRow &finding : snapshot.changedFindings)
        take(finding);
    for (const quint32 key : snapshot.removedFindings) {
        if (const auto found = m_slotOfKey.constFind(key); found != m_slotOfKey.cend())
            removeSlot(*found);
    }
    commit(now);
}

void FindingsModel::take(const FindingRow &finding)
{
    if (const auto found = m_slotOfKey.constFind(finding.key); found != m_slotOfKey.cend()) {
        m_findings[*found] = finding;
        touchSlot(*found);
        return;
    }
    const Slot slot = addSlot();
    m_slotOfKey.insert(finding.key, slot);
    if (slot < m_findings.size())
        m_findings[slot] = finding;
    else
        m_findings.push_back(finding);
}

void FindingsModel::slotFreed(Slot slot)
{
    m_slotOfKey.remove(m_findings[slot].key);
    m_findings[slot] = {};
}

const FindingRow *FindingsModel::find(quint32 key) const
{
    const auto found = m_slotOfKey.constFind(key);
    return found != m_slotOfKey.cend() ? &m_findings[*found] : nullptr;
}

const FindingRow *FindingsModel::firstOf(quint32 clientKey) const
{
    const FindingRow *first = nullptr;
    for (const FindingRow &finding : m_findings) {
        if (finding.key != 0 && finding.clientKey == clientKey && (!first || finding.key < first->key))
            first = &finding;
    }
    return first;
}

int FindingsModel::rowOfKey(quint64 key) const
{
    const auto found = m_slotOfKey.constFind(quint32(key));
    return found != m_slotOfKey.cend() ? rowOf(*found) : -1;
}

std::span<const TableColumn> FindingsModel::columns() const
{
    return Columns;
}

QString FindingsModel::displayText(int row, int column) const
{
    const FindingRow &finding = m_findings[slotAt(row)];
    switch (column) {
    case Code:
        return QStringLiteral("△ ") + lineText(finding.code);
    case Client:
        return findingClientText(finding);
    case What:
        return lineText(coreText(finding.text).toUtf8());
    case Count:
        return numberText(finding.count);
    case FirstSeen:
        return clockText(finding.firstSeen);
    case LastSeen:
        return clockText(finding.lastSeen);
    default:
        return {};
    }
}

QString FindingsModel::toolTipText(int row, int column) const
{
    const FindingRow &finding = m_findings[slotAt(row)];
    switch (column) {
    case Code:
        return explainFinding(finding.code).title;
    case FirstSeen:
        return dateText(finding.firstSeen);
    case LastSeen:
        return dateText(finding.lastSeen);
    default:
        return displayText(row, column);
    }
}

Tone FindingsModel::tone(int, int column) const
{
    return column == Code ? Tone::Warning : Tone::Plain;
}

SortValue FindingsModel::sortValue(Slot slot, int column) const
{
    const FindingRow &finding = m_findings[slot];
    switch (column) {
    case Code:
        return {0, finding.code};
    case Client:
        return {0, finding.client};
    case What:
        return {0, finding.text};
    case Count:
        return {qint64(finding.count), {}};
    case FirstSeen:
        return {finding.firstSeen.time_since_epoch().count(), {}};
    case LastSeen:
        return {finding.lastSeen.time_since_epoch().count(), {}};
    default:
        return {};
    }
}

// As GET /api/findings names them.
std::span<const FilterField> FindingsModel::filterFields() const
{
    static constexpr FilterField Fields[]
        = {{"client", FilterType::String}, {"code", FilterType::String},    {"text", FilterType::String},
           {"count", FilterType::Number},  {"clients", FilterType::Number}, {"firstSeen", FilterType::Time},
           {"lastSeen", FilterType::Time}};
    return Fields;
}

int FindingsModel::fieldOfColumn(int column) const
{
    static constexpr int FieldOfColumn[ColumnCount] = {1, 0, 2, 3, 5, 6};
    return FieldOfColumn[column];
}

FilterValue FindingsModel::filterValueOf(Slot slot, int field) const
{
    const FindingRow &finding = m_findings[slot];
    switch (field) {
    case 0:
        return finding.client.isEmpty() ? FilterValue() : FilterValue(finding.client);
    case 1:
        return finding.code;
    case 2:
        return finding.text;
    case 3:
        return double(finding.count);
    case 4:
        return double(finding.clients);
    case 5:
        return double(finding.firstSeen.time_since_epoch().count());
    default:
        return double(finding.lastSeen.time_since_epoch().count());
    }
}

bool FindingsModel::matches(Slot slot, QByteArrayView needle) const
{
    const FindingRow &finding = m_findings[slot];
    return containsFolded(finding.code, needle) || containsFolded(finding.client, needle)
        || containsFolded(coreText(finding.text).toUtf8(), needle); // as it is read
}

} // namespace pushscope
