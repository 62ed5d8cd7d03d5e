// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keyeditor.h"

#include "ui/panes/flowlayout.h"
#include "ui/shell/keymap.h"
#include "ui/shell/theme.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace pushscope {

namespace {

enum Column { What, Key, Where, ColumnCount }; // lupdate takes what follows an enum with a type for its members

} // namespace

KeyEditor::KeyEditor(Keymap &keymap, QWidget *parent)
    : QWidget(parent)
    , m_keymap(keymap)
    , m_search(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_keys(new QKeySequenceEdit(this))
    , m_conflicts(new QLabel(this))
    , m_set(new QPushButton(tr("S&et key"), this))
    , m_none(new QPushButton(tr("&No key"), this))
    , m_shipped(new QPushButton(tr("S&hipped key"), this))
    , m_take(new QPushButton(tr("&Take it from there"), this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_search->setPlaceholderText(tr("Search a command or a key"));
    m_search->setAccessibleName(tr("Search keys"));
    m_search->setClearButtonEnabled(true);
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addLayout(makeRow());
    setupList();
    setupFields();
    fill();
    setFocusProxy(m_search);
    connect(m_search, &QLineEdit::textChanged, this, &KeyEditor::applySearch);
    connect(&m_keymap, &Keymap::changed, this, &KeyEditor::fill);
}

void KeyEditor::setupList()
{
    m_list->setAccessibleName(tr("Keys"));
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->setAlternatingRowColors(true);
    m_list->setHeaderLabels({tr("What it does"), tr("Key"), tr("Where")});
    m_list->header()->setAccessibleName(tr("Keys, columns"));
    m_list->header()->setSectionResizeMode(What, QHeaderView::Stretch);
    m_list->header()->setStretchLastSection(false);
    m_list->header()->setSectionResizeMode(Key, QHeaderView::ResizeToContents);
    m_list->header()->setSectionResizeMode(Where, QHeaderView::ResizeToContents);
    connect(m_list, &QTreeWidget::currentItemChanged, this, &KeyEditor::showChosen);
}

QHBoxLayout *KeyEditor::makeRow()
{
    m_keys->setAccessibleName(tr("New key"));
    auto *label = new QLabel(tr("New &key:"), this);
    label->setBuddy(m_keys);
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_keys, 1);
    m_keys->setMinimumWidth(fontMetrics().averageCharWidth() * 18); // Ctrl+Alt+Shift+F12
    auto *all = new QPushButton(tr("&All shipped keys"), this);
    auto *buttons = new QWidget(this);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    for (QPushButton *button : {m_set, m_none, m_shipped, all}) {
        button->setAutoDefault(false);
        flow->addWidget(button);
    }
    row->addWidget(buttons, 4);
    connect(all, &QPushButton::clicked, &m_keymap, &Keymap::resetAll);
    return row;
}

void KeyEditor::setupFields()
{
    m_conflicts->setObjectName(QStringLiteral("keyConflicts"));
    m_conflicts->setAccessibleDescription(tr("Conflicts"));
    m_conflicts->setWordWrap(true);
    auto *below = new QHBoxLayout;
    below->addWidget(m_conflicts, 1);
    below->addWidget(m_take);
    static_cast<QVBoxLayout *>(layout())->addLayout(below);
    m_take->setAutoDefault(false);
    m_take->setToolTip(tr("The others have no key then"));
    connect(m_take, &QPushButton::clicked, this, [this] { m_keymap.takeOver(chosen(), m_keys->keySequence()); });
    connect(m_keys, &QKeySequenceEdit::keySequenceChanged, this, &KeyEditor::showConflicts);
    connect(m_set, &QPushButton::clicked, this, [this] { setChosen(m_keys->keySequence()); });
    connect(m_none, &QPushButton::clicked, this, [this] { setChosen({}); });
    connect(m_shipped, &QPushButton::clicked, this, [this] {
        for (const KeyBinding &binding : m_keymap.bindings()) {
            if (binding.id == chosen())
                return setChosen(binding.shipped);
        }
    });
}

void KeyEditor::fill()
{
    const QString id = chosen();
    m_list->clear();
    for (const KeyBinding &binding : m_keymap.bindings()) {
        auto *item = new QTreeWidgetItem(m_list,
                                         {binding.text, binding.keys.toString(QKeySequence::NativeText),
                                          binding.inPane ? tr("in its pane") : tr("everywhere")});
        item->setData(What, Qt::UserRole, binding.id);
        QFont font = item->font(Key);
        font.setBold(binding.keys != binding.shipped);
        item->setFont(Key, font);
        if (!m_keymap.conflicts(binding.id, binding.keys).isEmpty()) {
            item->setForeground(Key, Theme::color(Theme::Role::Error));
            item->setText(Where, tr("△ conflict"));
        }
        if (binding.id == id)
            m_list->setCurrentItem(item);
    }
    if (!m_list->currentItem())
        m_list->setCurrentItem(m_list->topLevelItem(0));
    applySearch();
    showChosen();
}

void KeyEditor::applySearch()
{
    const QString wanted = m_search->text().trimmed();
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_list->topLevelItem(row);
        item->setHidden(!item->text(What).contains(wanted, Qt::CaseInsensitive)
                        && !item->text(Key).contains(wanted, Qt::CaseInsensitive));
    }
    // What the buttons are about is in sight.
    if (const QTreeWidgetItem *item = m_list->currentItem(); !item || item->isHidden())
        m_list->setCurrentItem(*QTreeWidgetItemIterator(m_list, QTreeWidgetItemIterator::NotHidden));
}

QString KeyEditor::chosen() const
{
    const QTreeWidgetItem *item = m_list->currentItem();
    return item ? item->data(What, Qt::UserRole).toString() : QString();
}

void KeyEditor::choose(const QString &id)
{
    for (int row = 0; row < m_list->topLevelItemCount(); ++row) {
        if (m_list->topLevelItem(row)->data(What, Qt::UserRole).toString() == id)
            m_list->setCurrentItem(m_list->topLevelItem(row));
    }
}

void KeyEditor::showChosen()
{
    const QString id = chosen();
    for (const KeyBinding &binding : m_keymap.bindings()) {
        if (binding.id == id)
            m_keys->setKeySequence(binding.keys);
    }
    showConflicts();
}

void KeyEditor::showConflicts()
{
    const QStringList others = m_keymap.conflicts(chosen(), m_keys->keySequence());
    QPalette colours = palette();
    if (!others.isEmpty())
        colours.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_conflicts->setPalette(colours);
    m_take->setVisible(!others.isEmpty());
    m_conflicts->setText(others.isEmpty() ? tr("No other command has this key.")
                                          : tr("△ Also: %1. Then neither is heard.").arg(others.join(QStringLiteral(", "))));
}

void KeyEditor::setChosen(const QKeySequence &keys)
{
    if (!chosen().isEmpty())
        m_keymap.setKeys(chosen(), keys);
}

} // namespace pushscope
