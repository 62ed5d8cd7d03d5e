// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/answersmodel.h"

#include <QLocale>

namespace pushscope {

namespace {

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

void AnswersModel::setRules(std::vector<AnswerText> rules)
{
    beginResetModel();
    m_rules = std::move(rules);
    endResetModel();
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
    if (counted && !m_rules.empty())
        Q_EMIT dataChanged(index(0, Answered), index(int(m_rules.size()) - 1, Answered));
}

int AnswersModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rules.size());
}

int AnswersModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
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
    const AnswerText &rule = m_rules[std::size_t(row)];
    switch (column) {
    case Name:
        return QString::fromUtf8(rule.name);
    case When:
        return whenText(rule);
    case Then:
        return thenText(rule);
    case Answered:
        return QLocale().toString(m_answered.value(rule.name));
    default:
        return {};
    }
}

QVariant AnswersModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return displayText(index.row(), index.column());
    case Qt::CheckStateRole:
        if (index.column() != Name)
            return {};
        return m_rules[std::size_t(index.row())].on ? Qt::Checked : Qt::Unchecked;
    case Qt::TextAlignmentRole:
        return int((index.column() == Answered ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

bool AnswersModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || index.column() != Name || !checkIndex(index, CheckIndexOption::IndexIsValid))
        return false;
    m_rules[std::size_t(index.row())].on = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT switched();
    return true;
}

QVariant AnswersModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Name:
        return tr("Rule");
    case When:
        return tr("When a message has");
    case Then:
        return tr("Then");
    case Answered:
        return tr("Answered");
    default:
        return {};
    }
}

Qt::ItemFlags AnswersModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags plain = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? plain | Qt::ItemIsUserCheckable : plain;
}

} // namespace pushscope
