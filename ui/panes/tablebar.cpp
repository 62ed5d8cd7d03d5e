// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/tablebar.h"

#include "ui/models/celltablemodel.h"
#include "ui/models/celltext.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QShortcut>
#include <QToolButton>

namespace pushscope {

TableBar::TableBar(CellTableModel *model, LiveTable *table, const QString &filterHint, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_table(table)
    , m_layout(new FlowLayout(this))
    , m_filter(new QLineEdit(this))
    , m_hidden(new QLabel(this))
    , m_dropped(new QLabel(this))
    , m_follow(new QToolButton(this))
{
    m_layout->setContentsMargins(4, 3, 4, 3);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setPlaceholderText(filterHint);
    m_filter->setAccessibleName(tr("Filter %1").arg(table->accessibleName()));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMinimumWidth(fontMetrics().averageCharWidth() * 12);
    m_filter->setMaximumWidth(fontMetrics().averageCharWidth() * 44);
    m_hidden->setObjectName(QStringLiteral("hidden"));
    m_dropped->setObjectName(QStringLiteral("dropped"));
    m_follow->setObjectName(QStringLiteral("follow"));
    m_follow->setToolTip(tr("Go to the end and follow it (Esc in the table)"));
    m_layout->addWidget(m_filter);
    m_layout->addWidget(m_hidden);
    m_layout->addWidget(m_dropped);
    m_layout->addWidget(m_follow);
    m_typing.setSingleShot(true);
    m_typing.setInterval(120);
    connect(m_filter, &QLineEdit::textEdited, &m_typing, qOverload<>(&QTimer::start));
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text.isEmpty())
            applyFilter(); // the clear button
    });
    connect(m_filter, &QLineEdit::returnPressed, this, &TableBar::applyFilter);
    connect(&m_typing, &QTimer::timeout, this, &TableBar::applyFilter);
    connect(m_model, &CellTableModel::countsChanged, this, &TableBar::showCounts);
    connect(m_table, &LiveTable::followChanged, this, &TableBar::showFollow);
    connect(m_follow, &QToolButton::clicked, this, [this] {
        m_table->selectionModel()->clear();
        m_table->follow();
    });
    setDropped({}, {});
    showCounts();
    showFollow();
}

void TableBar::addWidget(QWidget *widget)
{
    m_layout->insertWidget(m_layout->indexOf(m_hidden), widget);
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
    for (const QKeySequence &keys : {QKeySequence(Qt::CTRL | Qt::Key_L), QKeySequence(QKeySequence::Find)}) {
        auto *shortcut = new QShortcut(keys, pane);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, m_filter, [this] {
            m_filter->setFocus(Qt::ShortcutFocusReason);
            m_filter->selectAll();
        });
    }
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
    m_model->setFilter(m_filter->text());
    showCounts();
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
