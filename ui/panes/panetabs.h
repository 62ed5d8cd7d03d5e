// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneTabs: the pages of a pane. Where a pane is too narrow for the names, they stand closer before they have to be scrolled
// to; they are never shortened.

#include "ui/shell/style.h"

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
        setElideMode(Qt::ElideNone);
        setUsesScrollButtons(true);
    }

protected:
    void tabInserted(int index) override
    {
        QTabWidget::tabInserted(index);
        fit();
    }
    void resizeEvent(QResizeEvent *event) override
    {
        fit();
        QTabWidget::resizeEvent(event);
    }

private:
    void fit()
    {
        setClose(false);
        if (tabBar()->sizeHint().width() > width())
            setClose(true);
    }
    void setClose(bool close)
    {
        if (tabBar()->property(Style::CloseTabs).toBool() == close)
            return;
        tabBar()->setProperty(Style::CloseTabs, close);
        setElideMode(Qt::ElideNone); // nothing else makes the bar lay its tabs out again
    }
};

} // namespace pushscope
