// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswersModel: the rules that answer, in their order, each with how often it has answered as far as the journal was read. The
// first column switches a rule on and off. GUI thread.

#include "answer/answerrule.h"
#include "observe/snapshot.h"
#include "ui/models/rowstablemodel.h"

#include <QHash>

namespace pushscope {

struct AnsweringRule {
    AnswerText rule;
    quint64 answered = 0;

    bool operator==(const AnsweringRule &) const = default;
};

class AnswersModel final : public RowsTableModel<AnsweringRule>
{
    Q_OBJECT
public:
    enum Column { Name, When, Then, Answered, ColumnCount };

    using RowsTableModel::RowsTableModel;

    void setRules(const std::vector<AnswerText> &rules);
    [[nodiscard]] std::vector<AnswerText> rules() const; // hidden ones too
    void apply(const Snapshot &snapshot); // counts the answers among its new rows

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override; // and Qt::CheckStateRole of Name
    bool setData(const QModelIndex &index, const QVariant &value, int role) override; // Qt::CheckStateRole of Name
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    [[nodiscard]] static QString whenText(const AnswerText &rule);
    [[nodiscard]] static QString thenText(const AnswerText &rule);

Q_SIGNALS:
    void switched(); // a rule, by the user

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const AnsweringRule &row) const override;

private:
    QHash<QByteArray, quint64> m_answered; // by name
    quint64 m_generation = 0;
};

} // namespace pushscope
