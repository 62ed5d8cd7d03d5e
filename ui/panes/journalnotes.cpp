// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/journalnotes.h"

#include "ui/models/celltext.h"
#include "ui/models/journaltablemodel.h"
#include "ui/panes/tablebar.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::JournalNotes)
};

} // namespace

void showDropped(TableBar &bar, const JournalTableModel &model)
{
    QStringList parts;
    QStringList causes;
    if (model.skippedCount() > 0) {
        parts += Words::tr("%1 rows skipped").arg(numberText(model.skippedCount()));
        causes += Words::tr("Skipped: the hub's journal turned over before the window took these rows.");
    }
    if (model.droppedCount() > 0) {
        parts += Words::tr("%1 older dropped").arg(numberText(model.droppedCount()));
        causes += Words::tr("Dropped: this table keeps the newest rows only.");
    }
    bar.setDropped(parts.join(QStringLiteral(" · ")), causes.join(QChar(u'\n')));
}

} // namespace pushscope
