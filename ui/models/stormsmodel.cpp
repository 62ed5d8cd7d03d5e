// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/stormsmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, StormsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "At"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "When the first one was cut"),
     true,
     Face::Text,
     12,
     {"at", FilterType::Time}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Cause"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "What cut them"),
     false,
     Face::Text,
     20,
     {"cause", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Cut"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "Clients that were cut"),
     true,
     Face::Text,
     6,
     {"cut", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Back"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "Of these, how many are back"),
     true,
     Face::Text,
     6,
     {"back", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Attempts"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "Requests since then, refused ones too"),
     true,
     Face::Text,
     8,
     {"attempts", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Peak per 100 ms"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "The most attempts within 100 ms"),
     true,
     Face::Text,
     8,
     {"peak", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Back p50, ms"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "Half of them were back so long after their connection ended"),
     true,
     Face::Text,
     8,
     {"backP50", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "p95"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "95 % of them were back"),
     true,
     Face::Text,
     8,
     {"backP95", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "max"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "The last one was back"),
     true,
     Face::Text,
     8,
     {"backMax", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "Caught up p50, ms"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "Half of them had all they missed so long after their connection ended"),
     true,
     Face::Text,
     8,
     {"caughtUpP50", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "p95"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "95 % of them had caught up"),
     true,
     Face::Text,
     8,
     {"caughtUpP95", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormsModel", "max"),
     QT_TRANSLATE_NOOP("pushscope::StormsModel", "The last one had caught up"),
     true,
     Face::Text,
     8,
     {"caughtUpMax", FilterType::Duration}},
}};

constexpr std::array<TableColumn, StormStepsModel::ColumnCount> StepColumns{{
    {QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "From, ms"),
     QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "After the first cut; a step is 100 ms long"),
     true,
     Face::Text,
     9,
     {"from", FilterType::Duration}},
    {QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Attempts"),
     QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Requests within the step, refused ones too"),
     true,
     Face::Text,
     9,
     {"attempts", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Connected"),
     QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Clients connected at its end"),
     true,
     Face::Text,
     9,
     {"connected", FilterType::Number}},
    {QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Caught up"),
     QT_TRANSLATE_NOOP("pushscope::StormStepsModel", "Of those that were cut, how many had all they missed at its end"),
     true,
     Face::Text,
     9,
     {"caughtUp", FilterType::Number}},
}};

QString spreadText(const std::optional<Spread> &spread, qint32 Spread::*figure)
{
    return spread ? numberText(quint64((*spread).*figure)) : nothingText();
}

FilterValue spreadValue(const std::optional<Spread> &spread, qint32 Spread::*figure)
{
    return spread ? FilterValue(double((*spread).*figure)) : FilterValue();
}

QString spreadSentence(const Spread &spread)
{
    return StormsModel::tr("p50 %1, p95 %2, last %3")
        .arg(durationText(Milliseconds(spread.median)), durationText(Milliseconds(spread.p95)),
             durationText(Milliseconds(spread.most)));
}

} // namespace

StormRow stormRow(const Storm &storm)
{
    return {storm.number,
            storm.at,
            storm.cause,
            storm.cut,
            storm.back,
            storm.caughtUp,
            peakAttempts(storm),
            storm.attempts,
            spreadOf(storm.backAfter),
            spreadOf(storm.caughtUpAfter),
            storm.over};
}

QString stormSentence(const StormRow &storm)
{
    QString text = StormsModel::tr("%1: %2 of %3 clients are back after %4 attempts, at most %5 of them within 100 ms.")
                       .arg(storm.cause, numberText(storm.back), numberText(storm.cut), numberText(storm.attempts),
                            numberText(storm.peak));
    if (storm.backAfter)
        text += QChar(u' ') + StormsModel::tr("Back after: %1.").arg(spreadSentence(*storm.backAfter));
    if (storm.caughtUpAfter)
        text += QChar(u' ')
            + StormsModel::tr("Caught up: %1, after %2.").arg(numberText(storm.caughtUp), spreadSentence(*storm.caughtUpAfter));
    if (storm.over && storm.back < storm.cut)
        text += QChar(u' ') + StormsModel::tr("The others did not come back within a minute.");
    return text;
}

std::span<const TableColumn> StormsModel::columns() const
{
    return Columns;
}

QString StormsModel::displayText(int row, int column) const
{
    const StormRow &storm = rowAt(row);
    switch (column) {
    case At:
        return clockText(storm.at);
    case Cause:
        return storm.over ? storm.cause : QStringLiteral("… ") + storm.cause;
    case Cut:
        return numberText(storm.cut);
    case Back:
        return numberText(storm.back);
    case Attempts:
        return numberText(storm.attempts);
    case Peak:
        return numberText(storm.peak);
    case BackMedian:
        return spreadText(storm.backAfter, &Spread::median);
    case BackP95:
        return spreadText(storm.backAfter, &Spread::p95);
    case BackMost:
        return spreadText(storm.backAfter, &Spread::most);
    case CaughtUpMedian:
        return spreadText(storm.caughtUpAfter, &Spread::median);
    case CaughtUpP95:
        return spreadText(storm.caughtUpAfter, &Spread::p95);
    case CaughtUpMost:
        return spreadText(storm.caughtUpAfter, &Spread::most);
    default:
        return {};
    }
}

FilterValue StormsModel::cellValue(int row, int column) const
{
    const StormRow &storm = rowAt(row);
    switch (column) {
    case At:
        return timeValue(storm.at);
    case Cause:
        return textValue(storm.cause);
    case Cut:
        return double(storm.cut);
    case Back:
        return double(storm.back);
    case Attempts:
        return double(storm.attempts);
    case Peak:
        return double(storm.peak);
    case BackMedian:
        return spreadValue(storm.backAfter, &Spread::median);
    case BackP95:
        return spreadValue(storm.backAfter, &Spread::p95);
    case BackMost:
        return spreadValue(storm.backAfter, &Spread::most);
    case CaughtUpMedian:
        return spreadValue(storm.caughtUpAfter, &Spread::median);
    case CaughtUpP95:
        return spreadValue(storm.caughtUpAfter, &Spread::p95);
    default:
        return spreadValue(storm.caughtUpAfter, &Spread::most);
    }
}

QString StormsModel::toolTipText(int row, int column) const
{
    return column == At ? dateText(rowAt(row).at) : displayText(row, column);
}

Tone StormsModel::tone(int row, int column) const
{
    const StormRow &storm = rowAt(row);
    return column == Back && storm.back < storm.cut ? Tone::Warning : Tone::Plain;
}

std::vector<StormStepRow> stormSteps(const Storm &storm)
{
    std::vector<StormStepRow> rows;
    quint32 cut = 0, back = 0, caughtUp = 0;
    for (const Storm::StepFigures &step : storm.steps) {
        cut += step.cut;
        back += step.back;
        caughtUp += step.caughtUp;
        const quint32 gone = std::min(storm.before, cut - std::min(cut, back));
        rows.push_back({qint32(rows.size()) * qint32(Storm::Step.count()), step.attempts, storm.before - gone, caughtUp});
    }
    return rows;
}

std::span<const TableColumn> StormStepsModel::columns() const
{
    return StepColumns;
}

QString StormStepsModel::displayText(int row, int column) const
{
    const StormStepRow &step = rowAt(row);
    switch (column) {
    case From:
        return numberText(quint64(step.from));
    case Attempts:
        return numberText(step.attempts);
    case Connected:
        return numberText(step.connected);
    case CaughtUp:
        return numberText(step.caughtUp);
    default:
        return {};
    }
}

FilterValue StormStepsModel::cellValue(int row, int column) const
{
    const StormStepRow &step = rowAt(row);
    switch (column) {
    case From:
        return double(step.from);
    case Attempts:
        return double(step.attempts);
    case Connected:
        return double(step.connected);
    default:
        return double(step.caughtUp);
    }
}

} // namespace pushscope
