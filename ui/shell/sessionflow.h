// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionFlow: what a window makes of its session file, from the question to the result: exports and copies, one at a time, with
// progress and cancel in the message bar. A child of the window. GUI thread.

#include "session/sessionexport.h"
#include "ui/feed/filejob.h"

#include <QObject>
#include <memory>

namespace pushscope {

class MainWindow;

class SessionFlow : public QObject
{
    Q_OBJECT
public:
    explicit SessionFlow(MainWindow &window); // borrowed

    // Of the session file; `name`: what it is called, without a suffix; `shownNs`: the time that the window shows.
    void askExport(const QString &file, const QString &name, qint64 shownNs);
    void startExport(const QString &file, const QString &target, const SessionExportPlan &plan);
    void askCopy(const QString &file, const QString &name);
    void startCopy(const QString &file, const QString &target);
    [[nodiscard]] bool isBusy() const noexcept { return m_job != nullptr; }

Q_SIGNALS:
    // Once for each that was started. `error`: empty after success or a cancel.
    void ended(quint64 rows, bool cancelled, const QString &error);

private:
    void run(const QString &target, const QString &doing, const QString &done, FileJob::Work work);
    void onFinished(const QString &target, const QString &done, quint64 rows, bool cancelled, const QString &error);

    MainWindow &m_window;
    std::unique_ptr<FileJob> m_job;
};

} // namespace pushscope
