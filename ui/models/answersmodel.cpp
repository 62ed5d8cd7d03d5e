// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/answersmodel.h"

#include "ui/models/celltext.h"

#include <QCoreApplication>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, AnswersModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::AnswersModel", "Rule"),
     QT_TRANSLATE_NOOP("pushscope::AnswersModel", "Its name; the box switches it on and off"),
     false,
     Face::Text,
     20,
     {"rule", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::AnswersModel", "When a message has"),
     QT_TRANSLATE_NOOP("pushscope::AnswersModel", "The type, the path and the pattern by which a message matches"),
     false,
     Face::Text,
     30,
     {"when", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::AnswersModel", "Then"),
     QT_TRANSLATE_NOOP("pushscope::AnswersModel", "What the hub does"),
     false,
     Face::Text,
     40,
     {"then", FilterType::String}},
    {QT_TRANSLATE_NOOP("pushscope::AnswersModel", "Answered"),
     QT_TRANSLATE_NOOP("pushscope::AnswersModel", "How often it has done so"),
     true,
     Face::Text,
     12,
     {"answered", FilterType::Number}},
}};

// The rule's name out of "rule NAME kind".
QByteArray ruleOf(const QByteArray &cause)
{
    constexpr qsizetype Begin = 5; // "rule "
    const qsizetype end = cause.lastIndexOf(' ');
    return end > Begin ? cause.sliced(Begin, end - Begin) : QByteArray();
}

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8).simplified();
}

} // namespace

void AnswersModel::setRules(const std::vector<AnswerText> &rules)
{
    std::vector<AnsweringRule> rows;
    for (const AnswerText &rule : rules)
        rows.push_back({rule, m_answered.value(rule.name)});
    setRows(std::move(rows));
}

std::vector<AnswerText> AnswersModel::rules() const
{
    std::vector<AnswerText> rules;
    for (const AnsweringRule &row : rows())
        rules.push_back(row.rule);
    return rules;
}

void AnswersModel::apply(const Snapshot &snapshot)
{
    bool counted = std::exchange(m_generation, snapshot.generation) != snapshot.generation && !m_answered.isEmpty();
    if (counted)
        m_answered.clear();
    for (const JournalRow &row : snapshot.journal) {
        if (row.kind != JournalRow::Kind::Log || row.type != "answer" || row.op != "info")
            continue;
        ++m_answered[ruleOf(row.cause)];
        counted = true;
    }
    if (counted)
        setRules(rules());
}

std::span<const TableColumn> AnswersModel::columns() const
{
    return Columns;
}

QString AnswersModel::whenText(const AnswerText &rule)
{
    QStringList parts;
    if (!rule.type.isEmpty())
        parts += text(rule.type);
    if (!rule.path.isEmpty())
        parts += text(rule.path);
    QString what = parts.join(QStringLiteral(", "));
    if (!rule.matches.isEmpty())
        what += (what.isEmpty() ? QString() : QStringLiteral(" ")) + QStringLiteral("=~ ") + text(rule.matches);
    return what;
}

QString AnswersModel::thenText(const AnswerText &rule)
{
    QString what;
    switch (rule.kind) {
    case AnswerKind::Reply:
        what = tr("reply %1").arg(text(rule.message));
        break;
    case AnswerKind::Broadcast:
        what = tr("send %1 to %2").arg(text(rule.eventType), text(rule.to));
        break;
    case AnswerKind::Delay:
        return tr("let the hub answer after %1").arg(text(rule.after));
    case AnswerKind::Close:
        what = tr("close with %1").arg(rule.code) + (rule.reason.isEmpty() ? QString() : u' ' + text(rule.reason));
        break;
    }
    return rule.after.isEmpty() ? what : tr("after %1: %2").arg(text(rule.after), what);
}

QString AnswersModel::displayText(int row, int column) const
{
    const AnsweringRule &answering = rowAt(row);
    switch (column) {
    case Name:
        return QString::fromUtf8(answering.rule.name);
    case When:
        return whenText(answering.rule);
    case Then:
        return thenText(answering.rule);
    case Answered:
        return numberText(answering.answered);
    default:
        return {};
    }
}

FilterValue AnswersModel::cellValue(int row, int column) const
{
    return column == Answered ? FilterValue(double(rowAt(row).answered)) : RowsTableModel::cellValue(row, column);
}

quint64 AnswersModel::keyOf(const AnsweringRule &row) const
{
    return quint64(qHash(row.rule.name)) | 1;
}

QVariant AnswersModel::data(const QModelIndex &index, int role) const
{
    if (role != Qt::CheckStateRole || index.column() != Name)
        return RowsTableModel::data(index, role);
    return rowAt(index.row()).rule.on ? Qt::Checked : Qt::Unchecked;
}

bool AnswersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    AnsweringRule changed = rowAt(index.row());
    changed.rule.on = value.toInt() == Qt::Checked;
    replaceRowAt(indexOfRow(index.row()), std::move(changed));
    Q_EMIT switched();
    return true;
}

Qt::ItemFlags AnswersModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = RowsTableModel::flags(index);
    return index.isValid() && index.column() == Name ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace pushscope
