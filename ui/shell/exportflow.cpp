// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/exportflow.h"
#include "ui/feed/framefeed.h"
#include "ui/feed/servercontroller.h"
#include "ui/shell/exportdialog.h"
#include "ui/shell/messagebar.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QLocale>
#include <QStandardPaths>

namespace pushscope {

ExportFlow::ExportFlow(ServerController &controller, FrameFeed &feed, MessageBar &messages, QWidget &window)
    : QObject(&window)
    , m_controller(controller)
    , m_feed(feed)
    , m_messages(messages)
    , m_window(window)
{
}

void ExportFlow::ask()
{
    if (isBusy())
        return; // its progress stands in the message bar
    auto *dialog = new ExportDialog(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation), &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { start(dialog->plan()); });
    dialog->open();
}

void ExportFlow::start(ExportJob::Plan plan)
{
    plan.header.hub = m_controller.url();
    plan.header.epoch = m_feed.figures().epoch;
    m_job = std::make_unique<ExportJob>(m_controller.observatory(), plan);
    connect(m_job.get(), &ExportJob::progressed, &m_messages, &MessageBar::setProgress);
    connect(m_job.get(), &ExportJob::finished, this, &ExportFlow::onFinished);
    m_messages.showProgress(tr("Exporting to %1").arg(QDir::toNativeSeparators(plan.path)), [this] {
        if (m_job)
            m_job->cancel();
    });
    Q_EMIT busyChanged(true);
    m_job->start();
}

void ExportFlow::onFinished(quint64 rows, bool cancelled, const QString &error)
{
    const QString path = QDir::toNativeSeparators(m_job->plan().path);
    m_job.release()->deleteLater(); // it is the sender
    Q_EMIT busyChanged(false);
    using Kind = MessageBar::Kind;
    if (!cancelled)
        Q_EMIT ended(error.isEmpty() ? path : error);
    if (cancelled)
        m_messages.showMessage(Kind::Info, tr("The export was cancelled; no file was written."));
    else if (!error.isEmpty())
        m_messages.showMessage(Kind::Error, tr("The export failed: %1").arg(error), {{tr("Try again…"), [this] { ask(); }}});
    else
        m_messages.showMessage(Kind::Good, tr("%1 rows were exported to %2").arg(QLocale().toString(rows), path),
                               {{tr("Copy path"), [path] { QGuiApplication::clipboard()->setText(path); }}});
}

} // namespace pushscope
