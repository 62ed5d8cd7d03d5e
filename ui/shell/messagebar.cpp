// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/messagebar.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QStyle>
#include <QTimerEvent>
#include <QToolButton>

namespace pushscope {

namespace {

constexpr int RevealAfterMs = 200;

Theme::Role roleOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Good:
        return Theme::Role::Good;
    case MessageBar::Kind::Warning:
        return Theme::Role::Warning;
    case MessageBar::Kind::Error:
        return Theme::Role::Error;
    case MessageBar::Kind::Info:
        break;
    }
    return Theme::Role::Accent;
}

QString iconOf(MessageBar::Kind kind)
{
    constexpr const char *Names[] = {"info", "ok", "warning", "error"};
    return QLatin1String(Names[std::size_t(kind)]);
}

} // namespace

MessageBar::MessageBar(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_offers(new QHBoxLayout)
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    setAccessibleName(tr("Message"));
    setAutoFillBackground(true);
    setFrameShape(QFrame::StyledPanel);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setAccessibleName(tr("Progress"));
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_close->setIcon(themedIcon(QStringLiteral("close")));
    m_close->setAutoRaise(true);
    m_close->setAccessibleName(tr("Close message"));
    m_close->setToolTip(tr("Close message"));
    connect(m_close, &QToolButton::clicked, this, &MessageBar::clear);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(8, 3, 4, 3);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_progress);
    layout->addLayout(m_offers);
    layout->addWidget(m_close);
    hide();
}

void MessageBar::showMessage(Kind kind, const QString &text, const QList<Offer> &offers, About about)
{
    m_isNotice = false;
    m_about = about;
    setKind(kind);
    m_text->setText(text);
    m_progress->hide();
    m_close->show();
    setOffers(offers);
    reveal();
}

void MessageBar::showNotice(Kind kind, const QString &text, const QList<Offer> &offers)
{
    if (!m_text->text().isEmpty() && !(m_isNotice && m_kind == kind)) {
        m_waiting.removeIf([kind](const Notice &one) { return one.kind == kind; });
        m_waiting.append({kind, text, offers});
        return;
    }
    showMessage(kind, text, offers);
    m_isNotice = true;
}

void MessageBar::showProgress(const QString &text, const std::function<void()> &cancel)
{
    m_isNotice = false;
    m_about = About::Other;
    setKind(Kind::Info);
    m_text->setText(text);
    m_progress->setRange(0, 0);
    m_progress->show();
    m_close->hide(); // what runs is cancelled, not hidden
    setOffers({{tr("Cancel"), cancel}});
    m_revealTimer = startTimer(RevealAfterMs);
}

void MessageBar::setProgress(int value, int maximum)
{
    m_progress->setRange(0, maximum);
    m_progress->setValue(value);
}

void MessageBar::clear()
{
    if (m_revealTimer)
        killTimer(std::exchange(m_revealTimer, 0));
    setOffers({});
    m_text->clear();
    m_isNotice = false;
    m_about = About::Other;
    hide();
    if (m_waiting.isEmpty())
        return;
    const Notice next = m_waiting.takeFirst();
    showNotice(next.kind, next.text, next.offers);
}

void MessageBar::clearAbout(About about)
{
    if (m_about == about)
        clear();
}

QString MessageBar::text() const
{
    return m_text->text();
}

void MessageBar::setKind(Kind kind)
{
    m_kind = kind;
    const QScopedValueRollback rollback(m_tinting, true);
    // A tint of the kind's colour; the text keeps the window's colour, and the icon says the same by its shape.
    const QPalette base = Theme::palette(Theme::current());
    const QColor tint = Theme::color(roleOf(kind)), ground = base.color(QPalette::Base);
    const auto mix = [](int a, int b) { return a + (b - a) / 8; };
    QPalette own = palette();
    own.setColor(QPalette::Window,
                 QColor(mix(ground.red(), tint.red()), mix(ground.green(), tint.green()), mix(ground.blue(), tint.blue())));
    setPalette(own);
    const int extent = Theme::iconExtent(fontMetrics());
    m_icon->setPixmap(themedIcon(iconOf(kind)).pixmap(QSize(extent, extent), devicePixelRatioF()));
}

void MessageBar::setOffers(const QList<Offer> &offers)
{
    while (QLayoutItem *item = m_offers->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater(); // it may be the one being clicked
        delete item;
    }
    for (const Offer &offer : offers) {
        auto *button = new QPushButton(offer.text, this);
        button->setAutoDefault(true); // Return presses the one with the focus, as in a dialog
        connect(button, &QPushButton::clicked, this, [this, act = offer.act] {
            clear();
            act();
        });
        m_offers->addWidget(button);
    }
}

void MessageBar::reveal()
{
    if (m_revealTimer)
        killTimer(std::exchange(m_revealTimer, 0));
    show();
    // A screen reader says it at once: it was asked for by nobody and has no focus.
    setAccessibleDescription(m_text->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void MessageBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting) // the theme's, not our own
        setKind(m_kind);
}

void MessageBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_revealTimer)
        reveal();
    else
        QFrame::timerEvent(event);
}

} // namespace pushscope
