// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QFontMetrics>

namespace pushscope {

Style::Style()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

QIcon Style::standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const
{
    switch (pixmap) {
    case SP_TitleBarCloseButton:
    case SP_DockWidgetCloseButton:
    case SP_DialogCloseButton:
    case SP_LineEditClearButton:
        return themedIcon(QStringLiteral("close"));
    case SP_TitleBarNormalButton:
        return themedIcon(QStringLiteral("float"));
    case SP_ToolBarHorizontalExtensionButton:
        return themedIcon(QStringLiteral("more"));
    default:
        return QProxyStyle::standardIcon(pixmap, option, widget);
    }
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_TabBarIconSize:
    case PM_ListViewIconSize:
        return Theme::iconExtent(QFontMetrics(QApplication::font()));
    case PM_ToolBarIconSize:
        return Theme::iconExtent(QFontMetrics(QApplication::font())) * 9 / 8;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    // Fusion animates little; what it does is not worth a busy GUI thread. Links and text are reachable by keyboard.
    if (hint == SH_Widget_Animation_Duration)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

} // namespace pushscope
