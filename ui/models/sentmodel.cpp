// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/sentmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/eventsmodel.h"

#include <QCoreApplication>
#include <numeric>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, SentModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "Sent at"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "When it was sent"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "To"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "Whom it was for"),
     false,
     Face::Text,
     14,
     {"to", FilterType::List}},
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "Type"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "Its type"),
     false,
     Face::Text,
     12,
     {"type", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "Id"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "The id that the hub gave it, or why it was not sent"),
     false,
     Face::Id,
     15,
     {"id", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "Receivers"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "Clients that got it live"),
     true,
     Face::Text,
     9,
     {"receivers", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::SentModel", "Took"),
     QT_TRANSLATE_NOOP("pushscope::SentModel", "From the click to the commit"),
     true,
     Face::Text,
     9,
     {"took", FilterType::Duration}},
}};

quint64 sum(const std::array<quint32, ProtocolCount> &receivers)
{
    return std::accumulate(receivers.cbegin(), receivers.cend(), quint64(0));
}

} // namespace

QString receiptText(const PublishReceipt &receipt)
{
    const QString id = receipt.id.isEmpty() ? SentModel::tr("An ephemeral event") : lineText(receipt.id);
    if (receipt.duplicate)
        return SentModel::tr("✔ %1 was published with this key before: nobody gets it again, in %2")
            .arg(id, durationText(receipt.took));
    const QString receivers = SentModel::tr("%Ln receiver(s)", nullptr, int(sum(receipt.receivers)));
    return SentModel::tr("✔ %1 sent to %2: %3, in %4")
        .arg(id, receivers, receiversDetail(receipt.receivers), durationText(receipt.took));
}

void SentModel::add(SentEvent event)
{
    if (rows().size() == Capacity)
        removeRowsAt(Capacity - 1, 1);
    event.key = ++m_lastKey;
    std::vector<SentEvent> newest;
    newest.push_back(std::move(event));
    insertRowsAt(0, std::move(newest));
}

std::span<const TableColumn> SentModel::columns() const
{
    return Columns;
}

QString SentModel::displayText(int row, int column) const
{
    const SentEvent &sent = sentAt(row);
    switch (column) {
    case Time:
        return clockText(sent.at);
    case To:
        return channelsText(sent.request.to);
    case Type:
        return lineText(sent.request.type);
    case Id:
        if (!sent.failure.isEmpty())
            return QStringLiteral("✖ ") + sent.failure;
        return sent.receipt.id.isEmpty() ? nothingText() : lineText(sent.receipt.id);
    case Receivers:
        return sent.failure.isEmpty() ? numberText(sum(sent.receipt.receivers)) : nothingText();
    case Took:
        return sent.failure.isEmpty() ? durationText(sent.receipt.took) : nothingText();
    default:
        return {};
    }
}

FilterValue SentModel::cellValue(int row, int column) const
{
    const SentEvent &sent = sentAt(row);
    const bool failed = !sent.failure.isEmpty();
    switch (column) {
    case Time:
        return timeValue(sent.at);
    case To:
        return sent.request.to;
    case Type:
        return textValue(sent.request.type);
    case Id:
        return failed ? textValue(sent.failure) : textValue(sent.receipt.id);
    case Receivers:
        return failed ? FilterValue() : FilterValue(double(sum(sent.receipt.receivers)));
    default:
        return failed ? FilterValue() : durationValue(sent.receipt.took);
    }
}

QString SentModel::toolTipText(int row, int column) const
{
    const SentEvent &sent = sentAt(row);
    if (column == Receivers && sent.failure.isEmpty())
        return receiversDetail(sent.receipt.receivers);
    return displayText(row, column);
}

Tone SentModel::tone(int row, int column) const
{
    return column == Id && !sentAt(row).failure.isEmpty() ? Tone::Bad : Tone::Plain;
}

} // namespace pushscope
