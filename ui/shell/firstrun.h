// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FirstRun: what Clients shows while nothing is connected: where the hub listens, snippets that work when pasted, and the ways to
// get clients. Follows the controller's state by itself. GUI thread.

#include "ui/panes/panecontext.h"

#include <QList>
#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace pushscope {

class FirstRun : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRun(const PaneContext &context, QWidget *parent = nullptr);

Q_SIGNALS:
    // The window finds this widget and answers.
    void spawnRequested();
    void testPageRequested();
    void startRequested(); // while no hub runs
    void sessionRequested(); // a recorded one, to be opened

private:
    struct Page {
        QPlainTextEdit *text;
        QByteArray user; // whose token it carries
    };
    void setupPages();
    void addPage(const QString &title, const QString &note, const QByteArray &user);
    void refresh();

    PaneContext m_context;
    QLabel *m_heading;
    QLabel *m_address;
    QTabWidget *m_tabs;
    QList<Page> m_pages;
    QPushButton *m_open;
    QPushButton *m_spawn;
    QPushButton *m_start;
    QPushButton *m_session;
};

} // namespace pushscope
