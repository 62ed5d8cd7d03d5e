// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/tablebar.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/celltext.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/paneshortcut.h"
#include "ui/panes/savedfilters.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QLocale>
#include <QToolButton>

namespace pushscope {

TableBar::TableBar(CellTableModel *model, LiveTable *table, const QString &filterHint, Notebook *notebook, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(table)
    , m_layout(new FlowLayout(this))
    , m_filter(new FilterEdit(this))
    , m_error(new QLabel(this))
    , m_hidden(new QLabel(this))
    , m_dropped(new QLabel(this))
    , m_follow(new QToolButton(this))
{
    m_layout->setContentsMargins(4, 3, 4, 3);
    setupFilter(filterHint);
    m_hidden->setObjectName(QStringLiteral("hidden"));
    m_dropped->setObjectName(QStringLiteral("dropped"));
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setToolTip(tr("Go to the end and follow it (Esc in the table)"));
    m_layout->addWidget(m_filter);
    m_layout->addWidget(m_error);
    m_layout->addWidget(m_hidden);
    m_layout->addWidget(m_dropped);
    m_layout->addWidget(m_follow);
    connect(m_model, &CellTableModel::countsChanged, this, &TableBar::showCounts);
    connect(m_table, &LiveTable::followChanged, this, &TableBar::showFollow);
    connect(m_follow, &QToolButton::clicked, this, [this] {
        m_table->selectionModel()->clear();
        m_table->follow();
    });
    if (notebook) {
        m_saved = new SavedFilters(*this, *notebook, table->objectName());
        m_filter->setHistory(m_saved->recent());
    }
    setDropped({}, {});
    showCounts();
    showFollow();
}

void TableBar::setupFilter(const QString &hint)
{
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(hint);
    m_filter->setAccessibleName(tr("Filter %1").arg(m_table->accessibleName()));
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    const std::span<const FilterField> fields = m_model->filterFields();
    if (!fields.empty()) {
        QStringList names;
        for (const FilterField &field : fields)
            names += QLatin1String(field.name);
        m_filter->setToolTip(
            tr("Words, or a condition like %1 == …\nFields: %2\nOperators: == != < <= > >= =~ contains && || ! ( )")
                .arg(names.first(), names.join(QStringLiteral(", "))));
        m_filter->setFields(fields, [this](int field) { return m_model->valuesOfField(field); });
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
    connect(m_filter, &QLineEdit::returnPressed, this, &TableBar::settle);
    connect(m_filter, &QLineEdit::editingFinished, this, [this] {
        if (!m_filter->hasFocus()) // else it was the list of proposals, and there is more to be typed
            settle();
    });
    connect(&m_typing, &QTimer::timeout, this, &TableBar::applyFilter);
    connect(m_table, &LiveTable::filterRequested, this, &TableBar::joinFilter);
}

void TableBar::setFilter(const QString &text)
{
    m_filter->replace(text);
    settle();
}

void TableBar::joinFilter(const QString &condition, FilterJoin join)
{
    setFilter(joinedCondition(m_filter->text(), condition, join, m_model->filterFields()));
}

// The offset counts octets, a column characters.
void TableBar::showError(const Result<void> &set)
{
    const QString text = m_filter->text();
    qsizetype column = -1;
    QString said;
    if (!set) {
        column = QString::fromUtf8(text.toUtf8().left(set.error().offset)).size();
        said = tr("Column %1: %2").arg(QLocale().toString(column + 1), QString::fromUtf8(set.error().detail));
    }
    m_filter->setError(column);
    m_filter->setAccessibleDescription(said);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_error->setPalette(colours);
    m_error->setText(said);
    m_error->setVisible(!said.isEmpty());
}

void TableBar::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_error), widget);
}

QToolButton *TableBar::addButton(const QIcon &icon, const QString &text, const QString &toolTip)
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

void TableBar::addShortcuts(QWidget *pane)
{
    const auto go = [this] {
        m_filter->setFocus(Qt::ShortcutFocusReason);
        m_filter->selectAll();
    };
    addPaneShortcut(pane, QStringLiteral("filter"), tr("Go to the filter of the pane"), Qt::CTRL | Qt::Key_L, m_filter, go);
    addPaneShortcut(pane, QStringLiteral("find"), tr("Find in the pane"), QKeySequence::Find, m_filter, go);
}

void TableBar::setDropped(const QString &text, const QString &toolTip)
{
    if (m_dropped->text() == text && m_dropped->isHidden() == text.isEmpty())
        return;
    m_dropped->setText(text);
    m_dropped->setToolTip(toolTip);
    m_dropped->setVisible(!text.isEmpty());
}

void TableBar::applyFilter()
{
    m_typing.stop();
    const Result<void> set = m_model->setFilter(m_filter->text());
    if (!set) // the beginning of a condition is words that perhaps nothing has: what was shown is what stood before
        (void)m_model->setFilter(m_settled);
    showError(set);
    showCounts();
}

void TableBar::settle()
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

void TableBar::showCounts()
{
    const qint64 hidden = m_model->hiddenCount();
    const QString text = hidden == 0
        ? QString()
        : tr("%1 of %2 hidden").arg(numberText(quint64(hidden)), numberText(quint64(m_model->totalCount())));
    m_hidden->setVisible(!text.isEmpty());
    if (m_hidden->text() != text)
        m_hidden->setText(text);
}

void TableBar::showFollow()
{
    m_follow->setVisible(!m_table->isFollowing() && m_table->kind() == LiveTable::Kind::Journal);
    const QString text = m_table->unseenCount() > 0 ? tr("▼ %Ln new", nullptr, m_table->unseenCount()) : tr("▼ Follow");
    if (m_follow->text() == text)
        return;
    m_follow->setText(text);
    m_follow->setAccessibleName(text);
}

} // namespace pushscope
