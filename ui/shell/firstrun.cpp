// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/firstrun.h"
#include "ui/feed/servercontroller.h"
#include "ui/feed/snippets.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/scrolled.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

FirstRun::FirstRun(const PaneContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_heading(new QLabel(this))
    , m_address(new QLabel(this))
    , m_tabs(new PaneTabs(QStringLiteral("firstRunTabs"), tr("Ways to connect")))
    , m_open(new QPushButton(themedIcon(QStringLiteral("open")), tr("Open &test page"), this))
    , m_spawn(new QPushButton(themedIcon(QStringLiteral("spawn")), tr("S&pawn simulated clients"), this))
    , m_start(new QPushButton(themedIcon(QStringLiteral("start")), tr("Start &hub"), this))
    , m_session(new QPushButton(themedIcon(QStringLiteral("timeline")), tr("Open a session…"), this))
{
    setAccessibleName(tr("No clients yet"));
    QFont large = font();
    large.setPointSizeF(large.pointSizeF() * 1.25);
    m_heading->setFont(large);
    m_heading->setWordWrap(true);
    m_address->setWordWrap(true);
    m_address->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_address->setAccessibleDescription(tr("Hub address"));
    setupPages();

    auto *bar = new QWidget(this); // its buttons stand below each other where they don't fit in a row
    auto *buttons = new FlowLayout(bar);
    buttons->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_start, m_open, m_spawn, m_session})
        buttons->addWidget(button);
    m_open->setToolTip(tr("Opens a page in the browser that listens over all three protocols and logs what arrives"));
    m_session->setToolTip(tr("Shows a recorded session, or a log of JSON lines or a HAR, in a window of its own"));
    m_spawn->setToolTip(tr("Adds clients that live in this program and connect over real sockets"));

    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_heading);
    layout->addWidget(m_address);
    layout->addWidget(bar);
    layout->addWidget(m_tabs, 1);
    layout->addStretch(0); // takes the room while there are no tabs

    connect(m_open, &QPushButton::clicked, this, &FirstRun::testPageRequested);
    connect(m_spawn, &QPushButton::clicked, this, &FirstRun::spawnRequested);
    connect(m_start, &QPushButton::clicked, this, &FirstRun::startRequested);
    connect(m_session, &QPushButton::clicked, this, &FirstRun::sessionRequested);
    connect(m_context.controller, &ServerController::stateChanged, this, &FirstRun::refresh);
    refresh();
}

void FirstRun::setupPages()
{
    addPage(
        tr("EventSource"),
        tr("Paste into a browser's console: an event stream. The browser reconnects by itself and says which event it saw last."),
        "eve");
    addPage(tr("WebSocket"),
            tr("Paste into a browser's console: a socket that comes back with growing, random pauses and resumes at its cursor."),
            "wanda");
    addPage(tr("Long polling"),
            tr("Paste into a browser's console: one request after the other; each waits until something happens."), "paul");
    addPage(tr("curl"), tr("Paste into a shell: prints the bytes of the event stream as they arrive. Ctrl+C leaves."), "carl");
    addPage(tr("Publish"),
            tr("Paste into a shell: sends an event to everybody in the room “lobby”, as your app's back end would."), "backend");
}

void FirstRun::addPage(const QString &title, const QString &note, const QByteArray &user)
{
    auto *page = new QWidget(m_tabs);
    auto *label = new QLabel(note, page);
    label->setWordWrap(true);
    auto *text = new Modest<QPlainTextEdit>(page);
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    text->setWordWrapMode(QTextOption::WrapAnywhere);
    text->setFont(Theme::monospace());
    text->setAccessibleName(tr("%1 snippet").arg(title));
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLeastLines(text, 3);
    label->setBuddy(text);
    auto *copy = new QPushButton(themedIcon(QStringLiteral("copy")), tr("Copy"), page);
    copy->setAccessibleName(tr("Copy %1 snippet").arg(title));
    connect(copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text->toPlainText()); });

    auto *layout = new QVBoxLayout(page);
    layout->addWidget(label);
    layout->addWidget(copy, 0, Qt::AlignLeft);
    layout->addWidget(text, 1);
    m_tabs->addTab(page, title);
    m_pages.append(Page{text, user});
}

void FirstRun::refresh()
{
    using Make = QString (*)(const SnippetTarget &);
    constexpr Make Makers[] = {eventSourceSnippet, webSocketSnippet, pollSnippet, curlSnippet, publishSnippet};
    ServerController &hub = *m_context.controller;
    const bool running = hub.isRunning();
    m_heading->setText(running ? tr("Waiting for the first client") : tr("No hub runs"));
    const QString address = QString::fromUtf8(hub.urls().join(", "));
    m_address->setText(running ? tr("The hub listens on %1. Connect your app, or take one of these:").arg(address)
                               : tr("Start one, then point your app at it."));
    m_start->setVisible(!running);
    m_open->setVisible(running);
    m_spawn->setVisible(running);
    m_tabs->setVisible(running);
    if (!running)
        return;
    for (int i = 0; i < m_pages.size(); ++i) {
        const Page &page = m_pages[i];
        const bool publishes = Makers[i] == Make(publishSnippet);
        const QByteArray token = hub.makeToken(page.user, publishes);
        page.text->setPlainText(Makers[i]({hub.url(), token}));
    }
}

} // namespace pushscope
