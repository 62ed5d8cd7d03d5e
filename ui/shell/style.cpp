// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/style.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QApplication>
#include <QFontMetrics>
#include <QPainter>
#include <QStyleOptionDockWidget>

namespace pushscope {

namespace {

// Between a cell's text and its edge, less the pixel that Qt adds.
int cellMargin()
{
    return QFontMetrics(QApplication::font()).averageCharWidth() * 2 / 3;
}

} // namespace

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

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    if (element == CE_PushButtonLabel && drawMirroredLabel(option, painter))
        return;
    if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option); header && element == CE_HeaderLabel) {
        QStyleOptionHeaderV2 closer; // a title stands where its cells stand
        if (const auto *second = qstyleoption_cast<const QStyleOptionHeaderV2 *>(option))
            closer = *second;
        else
            closer.QStyleOptionHeader::operator=(*header);
        const int more = std::max(0, cellMargin() + 1 - pixelMetric(PM_HeaderMargin, option, widget));
        closer.rect.adjust(more, 0, -more, 0);
        QProxyStyle::drawControl(element, &closer, painter, widget);
        return;
    }
    if (element != CE_DockWidgetTitle) {
        QProxyStyle::drawControl(element, option, painter, widget);
        return;
    }
    // A pane begins at its title: a band in the buttons' colour with a heavier name.
    painter->save();
    painter->fillRect(option->rect, option->palette.color(QPalette::Button));
    QFont font = painter->font();
    font.setWeight(QFont::DemiBold);
    painter->setFont(font);
    if (const auto *title = qstyleoption_cast<const QStyleOptionDockWidget *>(option)) {
        const QRect room = subElementRect(SE_DockWidgetTitleBarText, option, widget);
        const QString text = painter->fontMetrics().elidedText(title->title, Qt::ElideRight, room.width());
        drawItemText(painter, room, Qt::AlignLeft | Qt::AlignVCenter, option->palette, true, text, QPalette::ButtonText);
    }
    painter->restore();
}

// Fusion leaves the text of a button with an icon at the left edge where the icon is at the right.
bool Style::drawMirroredLabel(const QStyleOption *option, QPainter *painter) const
{
    const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
    if (!button || button->direction != Qt::RightToLeft || button->icon.isNull() || button->text.isEmpty()
        || button->features.testFlag(QStyleOptionButton::HasMenu))
        return false;
    constexpr int Gap = 4; // as Fusion has it
    const QSize icon = button->iconSize;
    const QSize text = button->fontMetrics.size(Qt::TextShowMnemonic, button->text);
    QRect room = button->rect;
    room.setWidth(std::min(room.width(), text.width() + Gap + icon.width()));
    room.moveCenter(button->rect.center());
    const bool enabled = button->state.testFlag(State_Enabled);
    const QRect right(QPoint(room.right() - icon.width() + 1, room.center().y() - icon.height() / 2), icon);
    button->icon.paint(painter, right, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled,
                       button->state.testFlag(State_On) ? QIcon::On : QIcon::Off);
    room.setRight(right.left() - Gap);
    drawItemText(painter, room, Qt::AlignCenter | Qt::TextShowMnemonic, button->palette, enabled, button->text,
                 QPalette::ButtonText);
    return true;
}

// Fusion's outline is a darker shade of the window: in the dark, an empty box could not be seen.
void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    if (element != PE_IndicatorCheckBox)
        return;
    painter->save();
    painter->setPen(option->state & State_Enabled ? Theme::color(Theme::Role::Muted) : Theme::gridLine());
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
    painter->restore();
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
    case PM_TabBarTabHSpace: // so that a pane's tabs find room beside each other
        return QFontMetrics(QApplication::font()).averageCharWidth() * (widget && widget->property(CloseTabs).toBool() ? 1 : 2);
    case PM_FocusFrameHMargin:
        return std::max(cellMargin(), QProxyStyle::pixelMetric(metric, option, widget));
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    return type == CT_HeaderSection ? whole + QSize(2 * (cellMargin() + 1), 0) : whole;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const
{
    // Fusion animates little; what it does is not worth a busy GUI thread. Links and text are reachable by keyboard.
    // Fusion's icons of Save and Cancel are not of our set.
    if (hint == SH_Widget_Animation_Duration || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

} // namespace pushscope
