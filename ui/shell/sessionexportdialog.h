// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionExportDialog: what of a recorded session is to be exported, as what, and where to. GUI thread.

#include "session/sessionexport.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushscope {

class Selection;

class SessionExportDialog : public QDialog
{
    Q_OBJECT
public:
    // `path` without a suffix; `shownNs`: the time that the window shows.
    SessionExportDialog(const QString &path, qint64 shownNs, const Selection &selection, QWidget *parent = nullptr);

    [[nodiscard]] SessionExportPlan plan() const; // once accepted
    [[nodiscard]] QString path() const; // absolute

private:
    void layOut();
    void offerSelection(const Selection &selection);
    [[nodiscard]] Result<Filter> filter() const; // of the selection and what is typed
    void check();
    void browse();
    void followFormat();
    [[nodiscard]] SessionFormat format() const;

    QLineEdit *m_path;
    QLineEdit *m_filter;
    QLabel *m_error;
    QComboBox *m_format;
    QComboBox *m_time;
    QComboBox *m_rows; // the data of an item is its condition
    QCheckBox *m_redact;
    QPushButton *m_export = nullptr;
    qint64 m_shownNs;
};

} // namespace pushscope
