// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/fieldstable.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QKeyEvent>

namespace pushscope {

FieldsTable::FieldsTable(const QString &name, const QString &accessibleName)
    : FieldsTable(new FieldsModel, name, accessibleName)
{
}

FieldsTable::FieldsTable(FieldsModel *fields, const QString &name, const QString &accessibleName)
    : LiveTable(fields, Kind::Plain, name, accessibleName)
    , m_fields(fields)
{
    fields->setParent(this);
    setAlternatingRowColors(false);
    setMinimumSize(80, 40);
    horizontalHeader()->hide();
}

void FieldsTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy) && currentIndex().isValid()) {
        QApplication::clipboard()->setText(m_fields->rowAt(currentIndex().row()).field.value);
        return;
    }
    LiveTable::keyPressEvent(event);
}

} // namespace pushscope
