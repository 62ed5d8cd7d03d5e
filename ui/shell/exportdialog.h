// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ExportDialog: asks for file, format and redaction. The writing is ExportJob's.

#include "ui/feed/exportjob.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace pushscope {

class ExportDialog : public QDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] ExportJob::Plan plan() const; // without hub and epoch

private:
    void check();
    void browse();
    void followFormat();

    QLineEdit *m_path;
    QLabel *m_error;
    QComboBox *m_format;
    QCheckBox *m_redact;
    QPushButton *m_export = nullptr;
};

} // namespace pushscope
