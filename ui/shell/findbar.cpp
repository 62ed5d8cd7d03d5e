// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/findbar.h"

#include "ui/models/coretext.h"
#include "ui/models/tablefilter.h"
#include "ui/panes/filteredit.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QTimerEvent>

namespace pushscope {

namespace {

constexpr int TypingMs = 300;

} // namespace

FindBar::FindBar(SessionSearch &search, QWidget *parent)
    : QToolBar(tr("Find"), parent)
    , m_search(search)
    , m_text(new FilterEdit)
    , m_state(new QLabel)
    , m_hit(new QLabel)
    , m_progress(new QProgressBar)
{
    setObjectName(QStringLiteral("toolbar-find"));
    setAccessibleName(tr("Find in the session"));
    setMovable(false);
    setContextMenuPolicy(Qt::PreventContextMenu);
    m_text->setObjectName(QStringLiteral("findText"));
    m_text->setPlaceholderText(tr("Words in any row of the session; or: kind == event && len > 1KiB"));
    m_text->setAccessibleName(tr("Find in all rows"));
    m_text->setClearButtonEnabled(true);
    m_text->setFields(sessionFilterFields(), {});
    m_state->setObjectName(QStringLiteral("findState"));
    m_state->setMargin(fontMetrics().averageCharWidth());
    m_hit->setObjectName(QStringLiteral("findHit"));
    m_hit->setTextFormat(Qt::PlainText);
    m_hit->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_hit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long one is cut off
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    m_progress->setAccessibleName(tr("Searched"));
    m_progress->setMaximumWidth(fontMetrics().averageCharWidth() * 20);
    setupButtons();
    hide();
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_typing.start(TypingMs, this); });
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        if (m_typing.isActive())
            startNow();
        else
            step(+1);
    });
    connect(&m_search, &SessionSearch::changed, this, &FindBar::onChanged);
    showState();
}

void FindBar::setupButtons()
{
    addWidget(m_text);
    m_previous = addAction(themedIcon(QStringLiteral("previous")), tr("Previous hit"), this, [this] { step(-1); });
    m_previous->setShortcut(QKeySequence::FindPrevious);
    m_next = addAction(themedIcon(QStringLiteral("next")), tr("Next hit"), this, [this] { step(+1); });
    m_next->setShortcut(QKeySequence::FindNext);
    m_previous->setObjectName(QStringLiteral("previous-hit"));
    m_next->setObjectName(QStringLiteral("next-hit"));
    addWidget(m_state);
    m_progressAction = addWidget(m_progress);
    addWidget(m_hit);
    m_cancel = addAction(themedIcon(QStringLiteral("stop")), tr("Stop searching"), &m_search, &SessionSearch::cancel);
    addAction(themedIcon(QStringLiteral("close")), tr("Close the search"), this, [this] {
        m_search.cancel();
        hide();
    });
}

void FindBar::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void FindBar::find(const QString &text)
{
    m_text->setText(text);
    startNow();
}

void FindBar::showHit(const QString &text)
{
    m_hit->setText(text);
    m_hit->setToolTip(text);
}

void FindBar::setPlace(qint64 ns)
{
    m_place = ns;
}

void FindBar::startNow()
{
    m_typing.stop();
    showHit({});
    m_current = -1;
    m_wantsFirst = true;
    const auto begun = m_search.start(m_text->text());
    const qsizetype column = begun ? -1 : columnOf(m_text->text(), begun.error().offset);
    m_text->setError(column);
    if (begun)
        return;
    m_wantsFirst = false;
    m_state->setText(tr("Wrong at column %1: %2").arg(column + 1).arg(coreText(begun.error())));
}

// The first hit at or after the time shown.
qsizetype FindBar::firstFromPlace() const
{
    const std::vector<SearchHit> &hits = m_search.hits();
    const auto found = std::find_if(hits.cbegin(), hits.cend(), [this](const SearchHit &hit) { return hit.ns >= m_place; });
    return found == hits.cend() ? -1 : qsizetype(found - hits.cbegin());
}

void FindBar::onChanged()
{
    if (m_wantsFirst) {
        qsizetype first = firstFromPlace();
        if (first < 0 && !m_search.isUnderWay() && !m_search.hits().empty())
            first = 0; // from the beginning again
        if (first >= 0)
            reach(first);
    }
    showState();
}

void FindBar::step(int by)
{
    if (m_typing.isActive())
        return startNow();
    const auto count = qsizetype(m_search.hits().size());
    if (count == 0)
        return;
    if (m_current < 0)
        return reach(std::max<qsizetype>(0, firstFromPlace()));
    const qsizetype next = m_current + by;
    if (next >= count && m_search.isUnderWay())
        return; // there may be more soon
    reach((next + count) % count);
}

void FindBar::reach(qsizetype hit)
{
    m_wantsFirst = false;
    m_current = hit;
    showState();
    Q_EMIT hitReached(m_search.hits()[std::size_t(hit)]);
}

void FindBar::showState()
{
    const auto count = qsizetype(m_search.hits().size());
    const QString number = QLocale().toString(count);
    QString text;
    if (!m_search.error().isEmpty())
        text = m_search.error();
    else if (m_current >= 0)
        text = tr("%1 of %2").arg(QLocale().toString(m_current + 1), number);
    else if (count > 0)
        text = tr("%Ln hit(s)", nullptr, int(count));
    else if (!m_text->text().trimmed().isEmpty())
        text = m_search.isUnderWay() ? tr("Searching…") : tr("Nothing found");
    if (m_search.wasCancelled())
        text = tr("%1 (stopped)").arg(text);
    else if (count >= qsizetype(SessionSearch::MaxHits))
        text = tr("%1 (there may be more)").arg(text);
    m_state->setText(text);
    m_progressAction->setVisible(m_search.isUnderWay());
    m_progress->setValue(m_search.progress());
    m_cancel->setVisible(m_search.isUnderWay());
    m_next->setEnabled(count > 0);
    m_previous->setEnabled(count > 0);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QToolBar::keyPressEvent(event);
    if (m_search.isUnderWay())
        m_search.cancel();
    else
        hide();
}

void FindBar::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_typing.timerId())
        startNow();
    else
        QToolBar::timerEvent(event);
}

} // namespace pushscope
