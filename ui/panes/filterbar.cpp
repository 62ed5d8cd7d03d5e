// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/filterbar.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/paneshortcut.h"
#include "ui/panes/savedfilters.h"
#include "ui/panes/textlabel.h"

#include <QApplication>
#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace pushscope {

namespace {

bool holds(const QWidget *part, const QWidget *focused)
{
    return focused && (part == focused || part->isAncestorOf(focused));
}

} // namespace

FilterBar::FilterBar(Subject subject, const QString &hint, Notebook *notebook, Shown shown, QWidget *parent)
    : QWidget(parent)
    , m_subject(std::move(subject))
    , m_shown(shown)
    , m_layout(new FlowLayout(this))
    , m_filter(new FilterEdit(this))
    , m_error(new QLabel(this))
    , m_hidden(new QLabel(this))
{
    m_layout->setContentsMargins(4, 3, 4, 3);
    m_hidden->setObjectName(QStringLiteral("hidden"));
    m_layout->addWidget(m_filter);
    m_layout->addWidget(m_error);
    m_layout->addWidget(m_hidden);
    setupFilter(hint);
    if (notebook) {
        m_saved = new SavedFilters(*this, *notebook, m_subject.view->objectName());
        m_filter->setHistory(m_saved->recent());
    }
    showCounts();
    if (m_shown == Shown::Always)
        return;
    hide();
    m_filter->setLeavable(true);
    connect(m_filter, &FilterEdit::left, this, &FilterBar::leave);
    connect(m_filter, &QLineEdit::textChanged, this, &FilterBar::showOrHide);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (!isVisible() || !now || holds(this, now) || now->window() != window())
            return;
        m_asked = false;
        showOrHide();
    });
}

void FilterBar::setupFilter(const QString &hint)
{
    const QString viewName = m_subject.view->accessibleName();
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(hint);
    m_filter->setAccessibleName(tr("Filter %1").arg(viewName));
    m_filter->setClearName(tr("Clear the filter of %1").arg(viewName));
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    if (!m_subject.fields.empty()) {
        QStringList names;
        for (const FilterField &field : m_subject.fields)
            names += QLatin1String(field.name);
        m_filter->setToolTip(
            tr("Words, or a condition like %1 == …\nFields: %2\nOperators: == != < <= > >= =~ contains && || ! ( )")
                .arg(names.first(), names.join(QStringLiteral(", "))));
        m_filter->setFields(m_subject.fields, m_subject.values);
    }
    m_error->setObjectName(QStringLiteral("filterError"));
    m_error->setAccessibleDescription(tr("Filter error"));
    m_error->setWordWrap(true);
    m_error->hide();
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(m_filter, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            applyFilter(); // the clear button
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &FilterBar::settle);
    connect(m_filter, &QLineEdit::editingFinished, this, [this] {
        if (!m_filter->hasFocus()) // else it was the list of proposals, and there is more to be typed
            settle();
    });
    connect(&m_typing, &QTimer::timeout, this, &FilterBar::applyFilter);
}

void FilterBar::setFilter(const QString &text)
{
    m_filter->replace(text);
    settle();
}

void FilterBar::joinFilter(const QString &condition, FilterJoin join)
{
    setFilter(joinedCondition(m_filter->text(), condition, join, m_subject.fields));
}

void FilterBar::showError(const Result<void> &set)
{
    const QString text = m_filter->text();
    qsizetype column = -1;
    QString said;
    if (!set) {
        column = columnOf(text, set.error().offset);
        said = tr("Column %1: %2").arg(QLocale().toString(column + 1), coreText(set.error()));
    }
    m_filter->setError(column);
    m_filter->setAccessibleDescription(said);
    showOutcome(m_error, said, false);
}

void FilterBar::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_error), widget);
}

QToolButton *FilterBar::addButton(const QIcon &icon, const QString &text, const QString &toolTip)
{
    auto *button = new QToolButton(this);
    button->setIcon(icon);
    button->setText(text);
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    addWidget(button);
    return button;
}

void FilterBar::goTo()
{
    m_asked = true;
    showOrHide();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

// A filter that hides rows is in sight: what is left with one stays, and Esc takes it away.
void FilterBar::leave()
{
    m_asked = false;
    m_subject.view->setFocus(Qt::OtherFocusReason);
    if (!m_filter->text().isEmpty())
        setFilter({});
    showOrHide();
}

void FilterBar::showOrHide()
{
    if (m_shown == Shown::OnDemand)
        setVisible(m_asked || !m_filter->text().isEmpty() || holds(this, QApplication::focusWidget()));
}

FilterBar *FilterBar::nearestIn(const QWidget &pane)
{
    const QWidget *focused = QApplication::focusWidget();
    FilterBar *first = nullptr;
    const QList<FilterBar *> bars = pane.findChildren<FilterBar *>();
    for (FilterBar *bar : bars) {
        if (holds(bar, focused) || holds(bar->view(), focused))
            return bar;
        if (!first && bar->view()->isVisible())
            first = bar;
    }
    return first;
}

void FilterBar::addShortcuts(QWidget *pane)
{
    const auto go = [pane] {
        if (FilterBar *bar = nearestIn(*pane))
            bar->goTo();
    };
    addPaneShortcut(pane, QStringLiteral("filter"), tr("Go to the filter of the pane"), Qt::CTRL | Qt::Key_L, pane, go);
    addPaneShortcut(pane, QStringLiteral("find"), tr("Find in the pane"), QKeySequence::Find, pane, go);
}

void FilterBar::applyFilter()
{
    m_typing.stop();
    const Result<void> set = m_subject.set(m_filter->text());
    if (!set) // the beginning of a condition is words that perhaps nothing has: what was shown is what stood before
        (void)m_subject.set(m_settled);
    showError(set);
    showCounts();
}

void FilterBar::settle()
{
    applyFilter();
    if (m_filter->errorColumn() >= 0)
        return;
    m_settled = m_filter->text();
    if (!m_saved)
        return;
    m_saved->used(m_settled);
    m_filter->setHistory(m_saved->recent());
}

void FilterBar::showCounts()
{
    const qint64 hidden = m_subject.hidden();
    const QString text = hidden == 0
        ? QString()
        : tr("%1 of %2 hidden").arg(numberText(quint64(hidden)), numberText(quint64(m_subject.total())));
    m_hidden->setVisible(!text.isEmpty());
    if (m_hidden->text() != text)
        m_hidden->setText(text);
}

} // namespace pushscope
