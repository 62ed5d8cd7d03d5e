// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/replayitemsmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/reconnecttext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

using Item = ReconnectRow::Item;

constexpr std::array<TableColumn, ReplayItemsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Id"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "The event that was due"), false, Face::Id, 18},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Replayed at"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "When it was sent from the store"), true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Size, bytes"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Octets written for it"), true, Face::Text, 10},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Why it was replayed"), false, Face::Text, 40},
}};

bool same(const Item &a, const Item &b)
{
    return a.what == b.what && a.seq == b.seq && a.at == b.at && a.bytes == b.bytes;
}

} // namespace

void ReplayItemsModel::setItems(const std::vector<Item> &items, const Epoch &epoch)
{
    if (epoch == m_epoch && std::equal(items.cbegin(), items.cend(), m_items.cbegin(), m_items.cend(), same))
        return;
    beginResetModel();
    m_items = items;
    m_epoch = epoch;
    endResetModel();
    Q_EMIT countsChanged();
}

int ReplayItemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_items.size());
}

int ReplayItemsModel::rowOfKey(quint64 key) const
{
    const auto found = std::find_if(m_items.cbegin(), m_items.cend(), [key](const Item &item) { return item.seq.value == key; });
    return found != m_items.cend() ? int(found - m_items.cbegin()) : -1;
}

std::span<const TableColumn> ReplayItemsModel::columns() const
{
    return Columns;
}

QString ReplayItemsModel::displayText(int row, int column) const
{
    const Item &item = m_items[size_t(row)];
    switch (column) {
    case Id:
        return idText(m_epoch, item.seq);
    case At:
        return clockText(item.at);
    case Size:
        return numberText(quint64(std::max(0, item.bytes)));
    case What:
        switch (item.what) {
        case Item::What::Missed:
            return tr("✔ missed while away, replayed");
        case Item::What::Rewound:
            return tr("↺ written before but never received, replayed");
        case Item::What::Duplicated:
            return tr("⧉ acknowledged before, sent again");
        case Item::What::Lost:
            return tr("✖ lost: %1").arg(lostCauseText(item.cause));
        }
    }
    return {};
}

Tone ReplayItemsModel::tone(int row, int column) const
{
    if (column != What)
        return Tone::Plain;
    switch (m_items[size_t(row)].what) {
    case Item::What::Missed:
        return Tone::Good;
    case Item::What::Rewound:
        return Tone::Plain;
    case Item::What::Duplicated:
        return Tone::Warning;
    case Item::What::Lost:
        return Tone::Bad;
    }
    return Tone::Plain;
}

} // namespace pushscope
