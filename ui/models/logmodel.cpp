// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/logmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, LogModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "Time"), QT_TRANSLATE_NOOP("pushscope::LogModel", "When it happened"), true,
     Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "Level"),
     QT_TRANSLATE_NOOP("pushscope::LogModel", "Information, a warning or an error"), false, Face::Text, 11},
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "Category"),
     QT_TRANSLATE_NOOP("pushscope::LogModel", "What part of the hub says it"), false, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "What"), QT_TRANSLATE_NOOP("pushscope::LogModel", "What happened"), false,
     Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "Client"), QT_TRANSLATE_NOOP("pushscope::LogModel", "The client it happened to"),
     false, Face::Id, 16},
    {QT_TRANSLATE_NOOP("pushscope::LogModel", "Cause"), QT_TRANSLATE_NOOP("pushscope::LogModel", "Why, in words"), false,
     Face::Text, 60},
}};

QString levelText(LogModel::Severity level)
{
    switch (level) {
    case LogModel::Severity::Info:
        return LogModel::tr("· info");
    case LogModel::Severity::Warning:
        return LogModel::tr("△ warning");
    case LogModel::Severity::Error:
        return LogModel::tr("✖ error");
    }
    return {};
}

QString whatText(const JournalRow &row)
{
    QString text = lineText(row.kind == JournalRow::Kind::Log ? row.type : row.op);
    if (row.protocol)
        text = protocolShape(*row.protocol) + QChar(u' ') + text;
    return text;
}

// The cause, and what else the row says.
QString causeText(const JournalRow &row)
{
    const QString cause = lineText(row.cause);
    const QString data = lineText(row.data);
    return cause.isEmpty() || data.isEmpty() ? cause + data : cause + QStringLiteral(" · ") + data;
}

} // namespace

LogModel::LogModel(QObject *parent, std::size_t capacity)
    : JournalTableModel(capacity, parent)
{
}

std::span<const TableColumn> LogModel::columns() const
{
    return Columns;
}

LogModel::Severity LogModel::severityOf(const JournalRow &row)
{
    const QByteArray level = journalLevel(row);
    return level == "error" ? Severity::Error : level == "warning" ? Severity::Warning : Severity::Info;
}

QString LogModel::categoryText(JournalRow::Kind kind)
{
    switch (kind) {
    case JournalRow::Kind::Conn:
        return LogModel::tr("connection");
    case JournalRow::Kind::Req:
        return LogModel::tr("request");
    case JournalRow::Kind::Replay:
        return LogModel::tr("replay");
    case JournalRow::Kind::Fault:
        return LogModel::tr("fault");
    case JournalRow::Kind::Mark:
        return LogModel::tr("mark");
    case JournalRow::Kind::Log:
        return LogModel::tr("hub");
    default:
        return QString::fromLatin1(journalKindName(kind));
    }
}

QStringList LogModel::wordsOf(int column) const
{
    QStringList words;
    if (column == Level) {
        for (const Severity level : {Severity::Info, Severity::Warning, Severity::Error})
            words += levelText(level);
    } else if (column == Category) {
        for (const JournalRow::Kind kind : Categories)
            words += categoryText(kind);
    }
    return words;
}

QString LogModel::displayText(int row, int column) const
{
    const JournalRow &entry = rowAt(row);
    switch (column) {
    case Time:
        return clockText(entry.wall);
    case Level:
        return levelText(severityOf(entry));
    case Category:
        return categoryText(entry.kind);
    case What:
        return whatText(entry);
    case Client:
        return lineText(entry.client);
    case Cause:
        return causeText(entry);
    default:
        return {};
    }
}

QString LogModel::toolTipText(int row, int column) const
{
    return column == Time ? dateText(rowAt(row).wall) : displayText(row, column);
}

Tone LogModel::tone(int row, int column) const
{
    const JournalRow &entry = rowAt(row);
    switch (column) {
    case Level:
        return severityOf(entry) == Severity::Error  ? Tone::Bad
            : severityOf(entry) == Severity::Warning ? Tone::Warning
                                                     : Tone::Muted;
    case Category:
        return entry.kind == JournalRow::Kind::Fault ? Tone::Fault : Tone::Plain;
    case What:
        return entry.protocol ? protocolTone(*entry.protocol) : Tone::Plain;
    default:
        return Tone::Plain;
    }
}

int LogModel::fieldOfColumn(int column) const
{
    static constexpr const char *Names[ColumnCount] = {"wall", "level", "kind", "op", "client", "cause"};
    return fieldNamed(filterFields(), Names[column]);
}

bool LogModel::wants(const JournalRow &row) const
{
    if (row.kind == JournalRow::Kind::Replay && row.op.isEmpty())
        return false; // one of its events
    return std::find(Categories.cbegin(), Categories.cend(), row.kind) != Categories.cend();
}

bool LogModel::matches(const JournalRow &row, QByteArrayView needle) const
{
    return containsFolded(row.cause, needle) || containsFolded(row.client, needle) || containsFolded(row.op, needle)
        || containsFolded(row.type, needle) || containsFolded(row.data, needle)
        || containsFolded(journalKindName(row.kind), needle);
}

bool LogModel::isShown(const JournalRow &row) const
{
    return severityOf(row) >= m_leastLevel && (!m_category || *m_category == row.kind);
}

void LogModel::setLeastLevel(Severity level)
{
    if (std::exchange(m_leastLevel, level) != level)
        refilter();
}

void LogModel::setCategory(std::optional<JournalRow::Kind> category)
{
    if (std::exchange(m_category, category) != category)
        refilter();
}

} // namespace pushscope
