// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportdialog.h"

#include <QDateTime>
#include <QDir>

namespace pushscope {

ExportDialog::ExportDialog(const QString &folder, QWidget *parent)
    : FileExportDialog(tr("Export session log"), parent)
{
    addFormat(tr("JSON lines: everything, one object a line"), QStringLiteral("jsonl"));
    addFormat(tr("CSV: the flat view, for spreadsheets"), QStringLiteral("csv"));
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    layOut(QDir(folder).filePath(QStringLiteral("pushscope-%1").arg(stamp)));
}

ExportJob::Plan ExportDialog::plan() const
{
    ExportJob::Plan plan;
    plan.path = path();
    plan.format = format() == 0 ? ExportFormat::Jsonl : ExportFormat::Csv;
    plan.header.redacted = redacts();
    return plan;
}

} // namespace pushscope
