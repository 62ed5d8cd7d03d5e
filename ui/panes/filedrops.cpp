// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/filedrops.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QWidget>

namespace pushscope {

namespace {

class FilesAway final : public QObject
{
public:
    using QObject::QObject;

    // Qt then asks the widgets around it.
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() != QEvent::DragEnter || !static_cast<QDragEnterEvent *>(event)->mimeData()->hasUrls())
            return false;
        event->ignore();
        return true;
    }
};

} // namespace

void leaveFilesToParent(QWidget *field)
{
    field->installEventFilter(new FilesAway(field));
}

} // namespace pushscope
