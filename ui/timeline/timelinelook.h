// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TimelineLook: the sizes, colours and drawn shapes of the timeline, from its font and palette. GUI thread.

#include "hub/event.h"
#include "ui/timeline/lane.h"

#include <QBrush>
#include <QFont>
#include <QPixmap>

class QWidget;

namespace pushscope {

struct TimelineLook {
    void refresh(const QWidget &widget); // after a change of font, palette or scale

    [[nodiscard]] const QPixmap &glyph(ClientProtocol protocol, PointKind kind) const noexcept
    {
        return glyphs[std::size_t(protocol)][std::size_t(kind)];
    }

    // Pixels
    int row = 22; // of the ruler and the overview
    int lane = 26;
    int glyphExtent = 9;
    int charWidth = 7;
    QFont font; // tabular
    QColor base, alternate, window, text, muted, grid, accent, lost, fault, good, warning, error;
    std::array<QColor, ProtocolCount> protocols;
    std::array<QColor, ProtocolCount> bands; // the same, quieter: a connection without its events
    QBrush hatch; // of faults
    std::array<std::array<QPixmap, PointKinds>, ProtocolCount> glyphs;
    QPixmap lostGlyph; // ✖
    QPixmap returnGlyph; // ↻

private:
    void drawGlyphs(qreal scale);
};

} // namespace pushscope
