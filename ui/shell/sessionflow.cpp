// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionflow.h"

#include "session/sessioncopy.h"
#include "ui/feed/selection.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/notifier.h"
#include "ui/shell/sessionexportdialog.h"

#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLocale>
#include <QStandardPaths>

namespace pushscope {

namespace {

QString documents(const QString &name)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QDir(QDir(folder).exists() ? folder : QDir::homePath()).filePath(name); // not everybody has one
}

} // namespace

SessionFlow::SessionFlow(MainWindow &window)
    : QObject(&window)
    , m_window(window)
{
}

void SessionFlow::askExport(const QString &file, const QString &name, qint64 shownNs)
{
    if (isBusy())
        return; // its progress stands in the message bar
    auto *dialog = new SessionExportDialog(documents(name), shownNs, m_window.selection(), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, file] { startExport(file, dialog->path(), dialog->plan()); });
    dialog->open();
}

void SessionFlow::startExport(const QString &file, const QString &target, const SessionExportPlan &plan)
{
    run(target, tr("Exporting to %1").arg(QDir::toNativeSeparators(target)), tr("%1 rows were exported to %2"),
        [file, target, plan](const FileJob::Progress &progress) -> Result<quint64> {
            auto reader = SessionReader::open(file); // one of the job's thread
            if (!reader)
                return tl::unexpected(reader.error());
            return exportSession(**reader, plan, target, progress);
        });
}

void SessionFlow::askCopy(const QString &file, const QString &name)
{
    if (isBusy())
        return;
    const QString target
        = QFileDialog::getSaveFileName(&m_window, tr("Save session as"), documents(name + QStringLiteral(".pushscope")),
                                       tr("Sessions (*.pushscope);;All files (*)"));
    if (!target.isEmpty())
        startCopy(file, target);
}

void SessionFlow::startCopy(const QString &file, const QString &target)
{
    run(target, tr("Saving %1").arg(QDir::toNativeSeparators(target)), tr("%1 rows were saved in %2"),
        [file, target](const FileJob::Progress &progress) { return copySession(file, target, progress); });
}

void SessionFlow::run(const QString &target, const QString &doing, const QString &done, FileJob::Work work)
{
    if (isBusy())
        return;
    m_job = std::make_unique<FileJob>(std::move(work));
    connect(m_job.get(), &FileJob::progressed, &m_window.messages(), &MessageBar::setProgress);
    connect(m_job.get(), &FileJob::finished, this, [this, target, done](quint64 rows, bool cancelled, const QString &error) {
        m_job.release()->deleteLater(); // it is the sender
        onFinished(QDir::toNativeSeparators(target), done, rows, cancelled, error);
    });
    m_window.messages().showProgress(doing, [this] {
        if (m_job)
            m_job->cancel();
    });
    m_job->start();
}

void SessionFlow::onFinished(const QString &target, const QString &done, quint64 rows, bool cancelled, const QString &error)
{
    using Kind = MessageBar::Kind;
    MessageBar &bar = m_window.messages();
    if (!cancelled)
        m_window.notifier().exportEnded(error.isEmpty() ? target : error);
    if (cancelled)
        bar.showMessage(Kind::Info, tr("Cancelled; no file was written."));
    else if (!error.isEmpty())
        bar.showMessage(Kind::Error, tr("The file was not written: %1").arg(error));
    else
        bar.showMessage(Kind::Good, done.arg(QLocale().toString(rows), target),
                        {{tr("Copy path"), [target] { QGuiApplication::clipboard()->setText(target); }}});
    Q_EMIT ended(rows, cancelled, error);
}

} // namespace pushscope
