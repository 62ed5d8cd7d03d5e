// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RequestsModel: the HTTP requests of what is selected, newest first, and one of them as fields. GUI thread.

#include "session/requestfinder.h"
#include "ui/models/fieldsmodel.h"
#include "ui/models/rowstablemodel.h"

namespace pushscope {

class RequestsModel final : public RowsTableModel<FoundRequest>
{
    Q_OBJECT
public:
    enum Column : int { Time, Of, Request, Answer, Took, ColumnCount };

    using RowsTableModel::RowsTableModel;

    [[nodiscard]] std::span<const TableColumn> columns() const override;
    [[nodiscard]] QString displayText(int row, int column) const override;
    [[nodiscard]] QString toolTipText(int row, int column) const override;
    [[nodiscard]] Tone tone(int row, int column) const override;

protected:
    [[nodiscard]] FilterValue cellValue(int row, int column) const override;
    [[nodiscard]] quint64 keyOf(const FoundRequest &request) const override { return request.row; }
};

// Its line, each parameter of its query, each header, its body; then the same of its answer.
[[nodiscard]] QList<Field> requestFields(const FoundRequest &request);

} // namespace pushscope
