// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswersModel: the rules that answer, in their order, each with how often it has answered as far as the journal was read. The
// first column switches a rule on and off. GUI thread.

#include "answer/answerrule.h"
#include "observe/snapshot.h"

#include <QAbstractTableModel>
#include <QHash>

namespace pushscope {

class AnswersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Name, When, Then, Answered, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setRules(std::vector<AnswerText> rules);
    [[nodiscard]] const std::vector<AnswerText> &rules() const noexcept { return m_rules; }
    void apply(const Snapshot &snapshot); // counts the answers among its new rows

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // Qt::CheckStateRole of Name
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] static QString whenText(const AnswerText &rule);
    [[nodiscard]] static QString thenText(const AnswerText &rule);

Q_SIGNALS:
    void switched(); // a rule, by the user

private:
    [[nodiscard]] QString displayText(int row, int column) const;

    std::vector<AnswerText> m_rules;
    QHash<QByteArray, quint64> m_answered; // by name
    quint64 m_generation = 0;
};

} // namespace pushscope
