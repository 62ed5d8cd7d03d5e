// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/replayitemsmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/reconnecttext.h"

#include <QCoreApplication>
#include <tuple>

namespace pushscope {

namespace {

using Item = ReconnectRow::Item;

constexpr std::array<TableColumn, ReplayItemsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Id"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "The event that was due"),
     false,
     Face::Id,
     18,
     {"id", FilterType::Id}},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "What became of it, and why"),
     false,
     Face::Text,
     40,
     {"what", FilterType::List}},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Acknowledged"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Whether the client has said that it has it"),
     false,
     Face::Text,
     13,
     {"acked", FilterType::Bool}},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "At"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "When it was written from the store; of a lost one, when that was known"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Size, bytes"),
     QT_TRANSLATE_NOOP("pushscope::ReplayItemsModel", "Octets written for it"),
     true,
     Face::Text,
     10,
     {"bytes", FilterType::Size}},
}};

QString whatText(const Item &item)
{
    switch (item.what) {
    case Item::What::Missed:
        return ReplayItemsModel::tr("✔ missed while away, replayed");
    case Item::What::Rewound:
        return ReplayItemsModel::tr("↺ written before but never received, replayed");
    case Item::What::Duplicated:
        return ReplayItemsModel::tr("⧉ acknowledged before, sent again");
    case Item::What::Lost:
        return ReplayItemsModel::tr("✖ lost: %1").arg(lostCauseText(item.cause));
    }
    return {};
}

QByteArray wordOf(Item::What what) // in conditions
{
    switch (what) {
    case Item::What::Missed:
        return "missed";
    case Item::What::Rewound:
        return "rewound";
    case Item::What::Duplicated:
        return "duplicated";
    case Item::What::Lost:
        return "lost";
    }
    return {};
}

} // namespace

bool ReplayItemsModel::same(const Item &a, const Item &b) const
{
    return std::tie(a.what, a.seq, a.at, a.bytes, a.acked, a.cause) == std::tie(b.what, b.seq, b.at, b.bytes, b.acked, b.cause);
}

std::span<const TableColumn> ReplayItemsModel::columns() const
{
    return Columns;
}

QString ReplayItemsModel::displayText(int row, int column) const
{
    const Item &item = rowAt(row);
    const bool lost = item.what == Item::What::Lost;
    switch (column) {
    case Id:
        return idText(m_epoch, item.seq);
    case What:
        return whatText(item);
    case Acked:
        return item.acked ? tr("✔ yes") : nothingText();
    case At:
        return clockText(item.at);
    case Size:
        return lost ? nothingText() : numberText(quint64(std::max(0, item.bytes)));
    default:
        return {};
    }
}

FilterValue ReplayItemsModel::cellValue(int row, int column) const
{
    const Item &item = rowAt(row);
    switch (column) {
    case Id:
        return idValue(item.seq);
    case What:
        return item.what == Item::What::Lost ? QList<QByteArray>{wordOf(item.what), item.cause} : QList{wordOf(item.what)};
    case Acked:
        return item.acked;
    case At:
        return timeValue(item.at);
    default:
        return item.what == Item::What::Lost ? FilterValue() : FilterValue(double(std::max(0, item.bytes)));
    }
}

Tone ReplayItemsModel::tone(int row, int column) const
{
    if (column != What)
        return Tone::Plain;
    switch (rowAt(row).what) {
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
