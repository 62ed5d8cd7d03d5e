// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/filteredit.h"

#include "ui/models/tablefilter.h"
#include "ui/panes/filedrops.h"
#include "ui/shell/theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QStringListModel>
#include <QToolButton>

namespace pushscope {

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_proposals(new QStringListModel(this))
    , m_completer(new QCompleter(m_proposals, this))
{
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->popup()->setAccessibleName(tr("Proposals"));
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &FilterEdit::take);
    connect(this, &QLineEdit::textEdited, this, &FilterEdit::propose);
    leaveFilesToParent(this);
    setClearButtonEnabled(true);
    setClearName(tr("Clear filter"));
}

void FilterEdit::setClearName(const QString &accessibleName)
{
    if (auto *clear = findChild<QToolButton *>())
        clear->setAccessibleName(accessibleName);
}

// Esc is ours before it is a key of the window or of a dialog.
bool FilterEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && m_leavable && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QLineEdit::event(event);
}

void FilterEdit::setFields(std::span<const FilterField> fields, FilterValues values)
{
    m_fields = fields;
    m_values = std::move(values);
}

QStringList FilterEdit::proposals() const
{
    return m_proposals->stringList();
}

// Words are left alone: only what begins like a field, or is a condition already, is completed.
void FilterEdit::propose()
{
    if (m_replacing)
        return;
    const FilterPlace place = placeInFilter(text(), cursorPosition(), m_fields);
    const bool inCondition = place.wants != FilterPlace::Wants::Field || looksLikeCondition(text(), m_fields);
    if (m_fields.empty() || (!inCondition && place.typed.isEmpty())) {
        showProposals({});
        return;
    }
    m_showsHistory = false;
    showProposals(filterProposals(place, m_fields, m_values));
}

void FilterEdit::showProposals(const QStringList &proposals)
{
    m_proposals->setStringList(proposals);
    if (proposals.isEmpty() || !hasFocus()) {
        m_completer->popup()->hide();
        return;
    }
    int widest = 0;
    for (const QString &proposal : proposals)
        widest = std::max(widest, fontMetrics().horizontalAdvance(proposal));
    QRect place = cursorRect();
    place.setWidth(widest + fontMetrics().averageCharWidth() * 6);
    m_completer->complete(place);
}

void FilterEdit::take(const QString &proposal)
{
    if (m_showsHistory) {
        setText(proposal);
    } else {
        const FilterPlace place = placeInFilter(text(), cursorPosition(), m_fields);
        setSelection(int(place.from), int(cursorPosition() - place.from));
        insert(proposal + u' '); // so that it can be undone
    }
    Q_EMIT textEdited(text());
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    m_wasReplaced = false;
    const bool popupShown = m_completer->popup()->isVisible();
    if (!popupShown && event->key() == Qt::Key_Down) {
        m_showsHistory = text().isEmpty();
        if (m_showsHistory)
            showProposals(m_history);
        else
            propose();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        propose();
        return;
    }
    if (event->key() == Qt::Key_Escape && m_leavable) {
        m_completer->popup()->hide();
        Q_EMIT left();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void FilterEdit::replace(const QString &text)
{
    m_replacing = true;
    if (this->text().isEmpty())
        clear(); // else what was deleted before comes back in the same step
    selectAll();
    insert(text); // setText() would forget what stood here
    m_replacing = false;
    m_wasReplaced = true;
}

void FilterEdit::setError(qsizetype column)
{
    if (std::exchange(m_error, column) != column)
        update();
}

// A wave under the word that is wrong. Where it stands follows from where the cursor stands, which scrolls with the text.
void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_error < 0)
        return;
    const QString all = text();
    const qsizetype from = std::min(m_error, all.size());
    qsizetype to = from;
    while (to < all.size() && !all[to].isSpace())
        ++to;
    const auto advance = [&](qsizetype count) { return fontMetrics().horizontalAdvance(all.left(count)); };
    const QRect cursor = cursorRect();
    const int origin = cursor.center().x() - advance(cursorPosition());
    const int left = origin + advance(from);
    const int right = std::max(origin + advance(to), left + fontMetrics().averageCharWidth());
    const int base = cursor.bottom() - 1;
    QPainterPath wave(QPointF(left, base));
    for (int x = left, up = 1; x < right; x += 2, up = 1 - up)
        wave.lineTo(x + 2, base - 2 * up);
    QPainter painter(this);
    painter.setClipRect(rect().adjusted(2, 1, -2, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::color(Theme::Role::Error), 1.2));
    painter.drawPath(wave);
}

} // namespace pushscope
