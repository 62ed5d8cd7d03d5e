// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneTabs: the pages of a pane. Where a pane is too narrow for the names, they are shortened a little before they have to be
// scrolled to, and are whole in the tool tips.

#include <QTabBar>
#include <QTabWidget>

namespace pushscope {

class PaneTabs : public QTabWidget
{
    Q_OBJECT
public:
    PaneTabs(const QString &objectName, const QString &accessibleName)
    {
        setObjectName(objectName);
        setAccessibleName(accessibleName);
        tabBar()->setAccessibleName(accessibleName);
        setDocumentMode(true);
        setElideMode(Qt::ElideRight);
        setUsesScrollButtons(true);
    }

protected:
    void tabInserted(int index) override
    {
        QTabWidget::tabInserted(index);
        if (tabToolTip(index).isEmpty())
            setTabToolTip(index, tabText(index).remove(QChar(u'&')));
    }
};

} // namespace pushscope
