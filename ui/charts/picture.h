// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A picture of what a widget shows, for a file: as points (PNG) or as lines and letters (SVG), which stay sharp at any size. GUI
// thread.

#include "base/result.h"

#include <QRect>
#include <QString>
#include <functional>
#include <vector>

class QPainter;
class QWidget;

namespace pushscope {

// What is painted within a rectangle, and cut off at its edges: an SVG by Qt knows no clipping, so that each part becomes a
// picture within the picture.
struct PicturePart {
    QRect rect;
    std::function<void(QPainter &painter)> paint;
};

// Parts over each other, the first at the bottom. `dpi`: of the screen whose fonts are meant.
[[nodiscard]] QByteArray svgOf(const std::vector<PicturePart> &parts, QSize size, int dpi, const QString &title);
[[nodiscard]] QByteArray svgOf(QWidget &widget, const QString &title); // of one that clips nothing
[[nodiscard]] QByteArray pngOf(QWidget &widget);

} // namespace pushscope
