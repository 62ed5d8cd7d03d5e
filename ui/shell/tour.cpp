// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tour.h"

#include "ui/shell/dockarea.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

struct Step {
    const char *pane; // raised, and stood beside; null: none
    const char *title;
    const char *text;
};
constexpr Step Steps[] = {
    {"clients", QT_TRANSLATE_NOOP("pushscope::Tour", "Who is connected"),
     QT_TRANSLATE_NOOP(
         "pushscope::Tour",
         "Each row is a client, over all its connections and reconnects. While nobody is there, this pane has code to "
         "paste, a test page and simulated clients. Right-click a cell to filter by it.")},
    {"timeline", QT_TRANSLATE_NOOP("pushscope::Tour", "When it happened"),
     QT_TRANSLATE_NOOP(
         "pushscope::Tour",
         "A lane per client on one time axis: events solid, replayed ones hollow, gaps, faults hatched. Drag across a "
         "lane to break that span.")},
    {"inject", QT_TRANSLATE_NOOP("pushscope::Tour", "Send an event"),
     QT_TRANSLATE_NOOP(
         "pushscope::Tour",
         "Write whom it is for, its type and its JSON, and press Ctrl+Return. Then it says who got it and how fast.")},
    {"faults", QT_TRANSLATE_NOOP("pushscope::Tour", "Break things on purpose"),
     QT_TRANSLATE_NOOP(
         "pushscope::Tour",
         "Cut, delay, throttle or lose, for some clients or all. Every rule is shown while it works and can be undone.")},
    {"ledger", QT_TRANSLATE_NOOP("pushscope::Tour", "What became of it"),
     QT_TRANSLATE_NOOP("pushscope::Tour",
                       "A row for each reconnect: what the client missed, got again or lost, and why, id by id.")},
    {"findings", QT_TRANSLATE_NOOP("pushscope::Tour", "What is wrong"),
     QT_TRANSLATE_NOOP("pushscope::Tour",
                       "Mistakes of a client in a sentence, with the evidence one click away and what to change.")},
    {nullptr, QT_TRANSLATE_NOOP("pushscope::Tour", "And the rest"),
     QT_TRANSLATE_NOOP(
         "pushscope::Tour",
         "Ctrl+K finds any command, client, event or setting. F8 freezes the view, F1 lists the keys. The Window menu "
         "has layouts; the manual is in the Help menu.")},
};

} // namespace

int Tour::stepCount()
{
    return int(std::size(Steps));
}

Tour::Tour(DockArea &docks, QWidget *window)
    : QFrame(window)
    , m_docks(docks)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("tour"));
    setAccessibleName(tr("Tour"));
    setFrameShape(StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_text->setWordWrap(true);
    m_text->setMinimumWidth(fontMetrics().averageCharWidth() * 52);
    auto *skip = new QPushButton(tr("&End tour"), this);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(skip);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    connect(skip, &QPushButton::clicked, this, &QObject::deleteLater);
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { go(m_step + 1); });
    for (QPushButton *button : {skip, m_back, m_next})
        button->setAutoDefault(true); // Return presses the one with the focus, as in a dialog
    window->installEventFilter(this);
    go(0);
    show();
    m_next->setFocus(Qt::OtherFocusReason);
}

void Tour::go(int step)
{
    if (step >= stepCount()) {
        deleteLater();
        return;
    }
    m_step = std::max(0, step);
    const Step &now = Steps[m_step];
    m_title->setText(tr("%1 of %2: %3").arg(m_step + 1).arg(stepCount()).arg(tr(now.title)));
    m_text->setText(tr(now.text));
    m_back->setEnabled(m_step > 0);
    m_next->setText(m_step + 1 == stepCount() ? tr("&Done") : tr("&Next"));
    if (now.pane)
        m_docks.showPane(now.pane);
    window()->setAttribute(Qt::WA_KeyboardFocusChange); // a frame shows where Return goes
    m_next->setFocus(Qt::OtherFocusReason);
    place();
}

// Below or above the pane that it is about, within the window.
void Tour::place()
{
    const int wide = sizeHint().width();
    resize(wide, std::max(sizeHint().height(), heightForWidth(wide)));
    const QWidget *window = parentWidget();
    QPoint corner((window->width() - width()) / 2, window->height() - height() - 60);
    if (const char *id = Steps[m_step].pane) {
        const QRect pane = m_docks.placeOf(id, *window);
        corner = {pane.center().x() - width() / 2, pane.bottom() + 8};
        if (corner.y() + height() > window->height())
            corner.setY(pane.top() - height() - 8);
    }
    corner.setX(std::clamp(corner.x(), 8, std::max(8, window->width() - width() - 8)));
    corner.setY(std::clamp(corner.y(), 8, std::max(8, window->height() - height() - 8)));
    move(corner);
    raise();
}

void Tour::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        deleteLater();
    else
        QFrame::keyPressEvent(event);
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

} // namespace pushscope
