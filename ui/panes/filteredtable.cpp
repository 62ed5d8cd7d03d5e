// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/filteredtable.h"

#include "ui/models/celltablemodel.h"
#include "ui/panes/filteredit.h"
#include "ui/panes/livetable.h"
#include "ui/panes/tablebar.h"

#include <QEvent>
#include <QVBoxLayout>

namespace pushscope {

FilteredTable::FilteredTable(LiveTable *table, Notebook *notebook)
{
    auto *bar = new TableBar(table->cells(), table, tr("Filter by words or a condition"), notebook, FilterBar::Shown::OnDemand);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(bar);
    layout->addWidget(table, 1);
    setSizePolicy(table->sizePolicy());
    if (table->isHidden() && table->testAttribute(Qt::WA_WState_ExplicitShowHide))
        hide();
    table->installEventFilter(this);
}

bool FilteredTable::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent)
        show();
    else if (event->type() == QEvent::HideToParent)
        hide();
    return QWidget::eventFilter(watched, event);
}

} // namespace pushscope
