// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ExportDialog: asks for file, format and redaction of a journal. The writing is ExportJob's.

#include "ui/feed/exportjob.h"
#include "ui/shell/fileexportdialog.h"

namespace pushscope {

class ExportDialog : public FileExportDialog
{
    Q_OBJECT
public:
    explicit ExportDialog(const QString &folder, QWidget *parent = nullptr);

    [[nodiscard]] ExportJob::Plan plan() const; // without hub and epoch
};

} // namespace pushscope
