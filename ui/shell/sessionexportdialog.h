// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionExportDialog: what of a recorded session is to be exported, as what, and where to. GUI thread.

#include "session/sessionexport.h"
#include "ui/shell/fileexportdialog.h"

namespace pushscope {

class Selection;

class SessionExportDialog : public FileExportDialog
{
    Q_OBJECT
public:
    // `path` without a suffix; `shownNs`: the time that the window shows.
    SessionExportDialog(const QString &path, qint64 shownNs, const Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] SessionExportPlan plan() const; // once accepted

protected:
    [[nodiscard]] QString problem() const override;

private:
    void offerSelection(const Selection &selection);
    [[nodiscard]] Result<Filter> filter() const; // of the selection and what is typed

    QLineEdit *m_filter;
    QComboBox *m_time;
    QComboBox *m_rows; // the data of an item is its condition
    qint64 m_shownNs;
};

} // namespace pushscope
