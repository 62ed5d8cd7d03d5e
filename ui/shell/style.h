// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Style: Fusion, with our own icons and outlines where Fusion's are too faint in the dark (the buttons of docks and line edits,
// boxes to be checked), and with room between a column of numbers and the text beside it.

#include <QProxyStyle>

namespace pushscope {

class Style final : public QProxyStyle
{
    Q_OBJECT
public:
    static constexpr auto CloseTabs = "closeTabs"; // property of a tab bar whose names shall stand close

    Style();

    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option, const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *result) const override;

private:
    bool drawMirroredLabel(const QStyleOption *option, QPainter *painter) const; // false: it is none
};

} // namespace pushscope
