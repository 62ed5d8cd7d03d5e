// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/fileexportdialog.h"

#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
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

FileExportDialog::FileExportDialog(const QString &title, QWidget *parent)
    : QDialog(parent)
    , m_path(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_redact(new QCheckBox(tr("&Redact tokens, cookies and secrets"), this))
{
    setWindowTitle(title);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    m_redact->setChecked(true);
    m_redact->setToolTip(tr("Replaces what would let a reader of the file connect or publish as somebody else by “…”"));
    m_error->setWordWrap(true);
    colourText(m_error, Theme::Role::Error);
}

void FileExportDialog::addFormat(const QString &text, const QString &suffix)
{
    m_format->addItem(text, suffix);
}

void FileExportDialog::layOut(const QString &path, const QList<std::pair<QString, QWidget *>> &rows)
{
    m_path->setText(path + u'.' + m_format->currentData().toString());
    auto *browse = new QPushButton(tr("&Browse…"), this);
    browse->setAccessibleName(tr("Browse for the export file"));
    auto *file = new QHBoxLayout;
    file->addWidget(m_path, 1);
    file->addWidget(browse);
    auto *form = new QFormLayout;
    form->addRow(tr("F&ormat:"), m_format);
    QWidget *before = m_format;
    for (const auto &[label, widget] : rows) {
        form->addRow(label, widget);
        setTabOrder(std::exchange(before, widget), widget);
    }
    form->addRow(tr("&File:"), file);
    form->addRow(QString(), m_error);
    form->addRow(QString(), m_redact);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(file)))
        label->setBuddy(m_path);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_export = buttons->addButton(tr("&Export"), QDialogButtonBox::AcceptRole);
    m_export->setIcon(themedIcon(QStringLiteral("export")));
    setTabOrder(before, m_path);
    setTabOrder(m_path, browse);
    setTabOrder(browse, m_redact);
    setTabOrder(m_redact, m_export);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(form);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(browse, &QPushButton::clicked, this, &FileExportDialog::browse);
    connect(m_path, &QLineEdit::textChanged, this, &FileExportDialog::check);
    connect(m_format, &QComboBox::currentIndexChanged, this, &FileExportDialog::followFormat);
    check();
}

QString FileExportDialog::path() const
{
    return QFileInfo(m_path->text().trimmed()).absoluteFilePath();
}

bool FileExportDialog::redacts() const
{
    return m_redact->isChecked();
}

int FileExportDialog::format() const
{
    return m_format->currentIndex();
}

QString FileExportDialog::problemOfFile() const
{
    const QFileInfo file(m_path->text().trimmed());
    if (m_path->text().trimmed().isEmpty())
        return tr("Name a file.");
    if (file.isDir())
        return tr("This is a folder: add the name of a file.");
    if (!file.absoluteDir().exists())
        return tr("There is no folder %1.").arg(file.absolutePath());
    if (!QFileInfo(file.absolutePath()).isWritable())
        return tr("The folder %1 may not be written to.").arg(file.absolutePath());
    return {};
}

void FileExportDialog::check()
{
    QString text = problem();
    if (text.isEmpty())
        text = problemOfFile();
    m_export->setEnabled(text.isEmpty());
    if (text.isEmpty() && QFileInfo::exists(path()))
        text = tr("The file exists and will be replaced once the export is complete.");
    m_error->setText(text);
    m_path->setAccessibleDescription(text);
}

void FileExportDialog::browse()
{
    const QString suffix = m_format->currentData().toString();
    const QString file = QFileDialog::getSaveFileName(this, windowTitle(), m_path->text(),
                                                      tr("Files of this form (*.%1);;All files (*)").arg(suffix), nullptr,
                                                      QFileDialog::DontConfirmOverwrite); // said beside the field
    if (!file.isEmpty())
        m_path->setText(file);
}

void FileExportDialog::followFormat()
{
    const QString path = m_path->text(), suffix = m_format->currentData().toString();
    for (int i = 0; i < m_format->count(); ++i) {
        const QString other = m_format->itemData(i).toString();
        if (path.endsWith(u'.' + other))
            return m_path->setText(path.chopped(other.size()) + suffix);
    }
}

} // namespace pushscope
