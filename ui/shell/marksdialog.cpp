// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/marksdialog.h"

#include "ui/panes/filterbar.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/livetable.h"
#include "ui/shell/icons.h"
#include "ui/shell/notedialog.h"
#include "ui/shell/sessionmarks.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace pushscope {

MarksDialog::MarksDialog(SessionMarks &marks, QWidget *parent)
    : QDialog(parent)
    , m_marks(marks)
    , m_model(new MarksModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("session-marks"), tr("Marks and comments"), this))
    , m_go(new QPushButton(themedIcon(QStringLiteral("open")), tr("&Go to"), this))
    , m_change(new QPushButton(tr("&Change…"), this))
    , m_remove(new QPushButton(themedIcon(QStringLiteral("close")), tr("&Remove"), this))
{
    setWindowTitle(tr("Marks and comments"));
    FilterBar::addShortcuts(this);
    auto *add = new QPushButton(themedIcon(QStringLiteral("mark")), tr("&Add…"), this);
    m_go->setToolTip(tr("The whole window shows the session at this time"));
    auto *row = new QHBoxLayout;
    for (QPushButton *button : {m_go, add, m_change, m_remove})
        row->addWidget(button);
    row->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(new FilteredTable(m_table, nullptr));
    layout->addLayout(row);
    resize(fontMetrics().averageCharWidth() * 90, fontMetrics().lineSpacing() * 18);
    m_go->setDefault(true);
    add->setAutoDefault(false);

    connect(&m_marks, &SessionMarks::changed, this, &MarksDialog::refresh);
    connect(m_table, &LiveTable::currentKeyChanged, this, &MarksDialog::showCurrent);
    connect(m_table, &QAbstractItemView::doubleClicked, m_go, &QPushButton::click);
    connect(m_go, &QPushButton::clicked, this, [this] {
        if (const SessionMark *mark = current())
            Q_EMIT wanted(mark->note.ns);
    });
    connect(add, &QPushButton::clicked, this, &MarksDialog::addRequested);
    connect(m_change, &QPushButton::clicked, this, &MarksDialog::changeCurrent);
    connect(m_remove, &QPushButton::clicked, this, &MarksDialog::removeCurrent);
    refresh();
}

void MarksDialog::refresh()
{
    m_model->setRows(m_marks.marks());
    showCurrent();
}

const SessionMark *MarksDialog::current() const
{
    const int row = m_model->rowOfKey(m_table->currentKey());
    return row < 0 ? nullptr : &m_model->rowAt(row);
}

void MarksDialog::showCurrent()
{
    const SessionMark *mark = current();
    m_go->setEnabled(mark);
    for (QPushButton *button : {m_change, m_remove})
        button->setEnabled(mark && !mark->recorded && m_marks.isOwn());
    const QString why = mark && mark->recorded ? tr("It was recorded, and stays as it was") : QString();
    m_change->setToolTip(why);
    m_remove->setToolTip(why);
}

void MarksDialog::changeCurrent()
{
    const SessionMark *mark = current();
    if (!mark)
        return;
    auto *dialog = new NoteDialog(mark->note, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog, id = mark->note.id] { m_marks.change(id, dialog->note().text); });
    dialog->open();
}

void MarksDialog::removeCurrent()
{
    const SessionMark *mark = current();
    if (!mark)
        return;
    const SessionMark gone = *mark; // it leaves the table
    m_marks.remove(gone.note.id);
    Q_EMIT removed(gone);
}

} // namespace pushscope
