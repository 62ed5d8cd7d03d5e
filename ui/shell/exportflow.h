// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// ExportFlow: an export from the question to the result: dialog, job, progress and what came of it in the message bar. One at a
// time. GUI thread; a child of the window, all it is made with is borrowed.

#include "ui/feed/exportjob.h"

#include <QObject>
#include <memory>

class QWidget;

namespace pushscope {

class FrameFeed;
class MessageBar;
class ServerController;

class ExportFlow : public QObject
{
    Q_OBJECT
public:
    ExportFlow(ServerController &controller, FrameFeed &feed, MessageBar &messages, QWidget &window);

    void ask();
    void start(ExportJob::Plan plan); // without hub and epoch, which are filled in
    [[nodiscard]] bool isBusy() const noexcept { return m_job != nullptr; }

Q_SIGNALS:
    void busyChanged(bool busy);
    void ended(const QString &text); // not when it was cancelled

private:
    void onFinished(quint64 rows, bool cancelled, const QString &error);

    ServerController &m_controller;
    FrameFeed &m_feed;
    MessageBar &m_messages;
    QWidget &m_window;
    std::unique_ptr<ExportJob> m_job;
};

} // namespace pushscope
