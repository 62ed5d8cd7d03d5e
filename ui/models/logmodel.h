// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LogModel: what the hub did and refused, with cause: connections, requests, faults, marks and its log. GUI thread.

#include "ui/models/journaltablemodel.h"

namespace pushscope {

class LogModel final : public JournalTableModel
{
    Q_OBJECT
public:
    enum Column : int { Time, Level, Category, What, Client, Cause, ColumnCount };
    enum class Severity : quint8 { Info, Warning, Error };
    static constexpr std::size_t Capacity = 20'000;
    static constexpr std::array Categories{JournalRow::Kind::Log,    JournalRow::Kind::Conn,  JournalRow::Kind::Req,
                                           JournalRow::Kind::Replay, JournalRow::Kind::Fault, JournalRow::Kind::Mark};

    explicit LogModel(QObject *parent = nullptr, std::size_t capacity = Capacity);

    void setLeastLevel(Severity level);
    void setCategory(std::optional<JournalRow::Kind> category); // nothing: all

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] int fieldOfColumn(int column) const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QStringList wordsOf(int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

    [[nodiscard]] static Severity severityOf(const JournalRow &row);
    [[nodiscard]] static QString categoryText(JournalRow::Kind kind);

protected:
    [[nodiscard]] bool wants(const JournalRow &row) const override;
    [[nodiscard]] bool matches(const JournalRow &row, QByteArrayView needle) const override;
    [[nodiscard]] bool isShown(const JournalRow &row) const override;
    [[nodiscard]] bool isAllShown() const override { return m_leastLevel == Severity::Info && !m_category; }

private:
    Severity m_leastLevel = Severity::Info;
    std::optional<JournalRow::Kind> m_category;
};

} // namespace pushscope
