// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/fieldstable.h"

#include "ui/delegates/celldelegate.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace pushscope {

FieldsTable::FieldsTable(const QString &name, const QString &accessibleName, QWidget *parent)
    : QTableView(parent)
    , m_fields(new FieldsModel(this))
{
    setObjectName(name);
    setAccessibleName(accessibleName);
    setModel(m_fields);
    setItemDelegate(new CellDelegate(this));
    setTabKeyNavigation(false);
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(NoFrame);
    setCornerButtonEnabled(false);
    setMinimumSize(80, 40);
    const QFontMetrics metrics(font());
    horizontalHeader()->hide();
    horizontalHeader()->setStretchLastSection(true);
    horizontalHeader()->setObjectName(name + QStringLiteral("Header"));
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(Theme::rowHeight(metrics));
    setColumnWidth(0, metrics.averageCharWidth() * 23);
}

void FieldsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QApplication::clipboard()->setText(m_fields->fields().value(currentIndex().row()).value);
        return;
    }
    QTableView::keyPressEvent(event);
}

} // namespace pushscope
