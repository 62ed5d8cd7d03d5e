// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportdialog.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

QString suffixOf(int format)
{
    return format == 0 ? QStringLiteral("jsonl") : QStringLiteral("csv");
}

} // namespace

ExportDialog::ExportDialog(const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_redact(new QCheckBox(tr("&Redact tokens, cookies and secrets"), this))
{
    setWindowTitle(tr("Export session log"));
    m_format->addItems({tr("JSON lines: everything, one object a line"), tr("CSV: the flat view, for spreadsheets")});
    const QString stamp = QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    m_path->setText(QDir(folder).filePath(QStringLiteral("pushscope-%1.%2").arg(stamp, suffixOf(0))));
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_redact->setChecked(true);
    m_redact->setToolTip(tr("Replaces what would let a reader of the file connect or publish as somebody else by “…”"));
    m_error->setWordWrap(true);
    QPalette colours = m_error->palette();
    colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_error->setPalette(colours);

    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAccessibleName(tr("Browse for the export file"));
    auto *row = new QHBoxLayout;
    row->addWidget(m_path, 1);
    row->addWidget(browse);
    auto *form = new QFormLayout;
    form->addRow(tr("F&ormat:"), m_format);
    form->addRow(tr("&File:"), row);
    form->addRow(QString(), m_error);
    form->addRow(QString(), m_redact);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(row)))
        label->setBuddy(m_path);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::followFormat);
    check();
}

ExportJob::Plan ExportDialog::plan() const
{
    ExportJob::Plan plan;
    plan.path = QFileInfo(m_path->text().trimmed()).absoluteFilePath();
    plan.format = m_format->currentIndex() == 0 ? ExportFormat::Jsonl : ExportFormat::Csv;
    plan.header.redacted = m_redact->isChecked();
    return plan;
}

void ExportDialog::check()
{
    const QFileInfo file(m_path->text().trimmed());
    QString error;
    bool wrong = true;
    if (m_path->text().trimmed().isEmpty()) {
        error = tr("Name a file.");
    } else if (file.isDir()) {
        error = tr("This is a folder: add the name of a file.");
    } else if (!file.absoluteDir().exists()) {
        error = tr("There is no folder %1.").arg(file.absolutePath());
    } else if (!QFileInfo(file.absolutePath()).isWritable()) {
        error = tr("The folder %1 may not be written to.").arg(file.absolutePath());
    } else {
        wrong = false;
        error = file.exists() ? tr("The file exists and will be replaced once the export is complete.") : QString();
    }
    m_error->setText(error);
    m_path->setAccessibleDescription(error);
    m_export->setEnabled(!wrong);
}

void ExportDialog::browse()
{
    const QString file
        = QFileDialog::getSaveFileName(this, tr("Export session log"), m_path->text(),
                                       m_format->currentIndex() == 0 ? tr("JSON lines (*.jsonl)") : tr("CSV (*.csv)"), nullptr,
                                       QFileDialog::DontConfirmOverwrite); // said beside the field
    if (!file.isEmpty())
        m_path->setText(file);
}

void ExportDialog::followFormat()
{
    const QString before = suffixOf(1 - m_format->currentIndex());
    QString path = m_path->text();
    if (path.endsWith(u'.' + before))
        m_path->setText(path.chopped(before.size()) + suffixOf(m_format->currentIndex()));
}

} // namespace pushscope
