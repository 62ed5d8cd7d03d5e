// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinelook.h"

#include "ui/shell/theme.h"

#include <QPainter>
#include <QPainterPath>
#include <QWidget>

namespace pushscope {

namespace {

QPixmap canvas(int extent, qreal scale)
{
    QPixmap pixmap(QSize(extent, extent) * scale);
    pixmap.setDevicePixelRatio(scale);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

QColor mixed(const QColor &a, const QColor &b, double part) // of a
{
    const auto channel = [part](float x, float y) { return float(part) * x + float(1 - part) * y; };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()), channel(a.blueF(), b.blueF()));
}

QPainterPath shapeOf(ClientProtocol protocol, const QRectF &box)
{
    QPainterPath path;
    switch (protocol) {
    case ClientProtocol::Sse:
        path.addEllipse(box);
        break;
    case ClientProtocol::WebSocket:
        path.addRect(box.adjusted(box.width() * 0.06, box.height() * 0.06, -box.width() * 0.06, -box.height() * 0.06));
        break;
    case ClientProtocol::Poll:
        path.addPolygon(QPolygonF({box.bottomLeft(), QPointF(box.center().x(), box.top()), box.bottomRight()}));
        path.closeSubpath();
        break;
    }
    return path;
}

} // namespace

void TimelineLook::refresh(const QWidget &widget)
{
    const QFontMetrics metrics = widget.fontMetrics();
    font = Theme::tabular(widget.font());
    row = Theme::rowHeight(metrics);
    lane = row + metrics.height() / 4;
    glyphExtent = std::max(7, metrics.height() * 5 / 8) | 1;
    charWidth = metrics.averageCharWidth();
    const QPalette palette = widget.palette();
    base = palette.color(QPalette::Base);
    alternate = palette.color(QPalette::AlternateBase);
    window = palette.color(QPalette::Window);
    text = palette.color(QPalette::Text);
    accent = palette.color(QPalette::Highlight);
    grid = Theme::gridLine();
    muted = Theme::color(Theme::Role::Muted);
    lost = Theme::color(Theme::Role::Lost);
    fault = Theme::color(Theme::Role::Fault);
    good = Theme::color(Theme::Role::Good);
    warning = Theme::color(Theme::Role::Warning);
    error = Theme::color(Theme::Role::Error);
    hatch = QBrush(fault, Qt::BDiagPattern);
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        protocols[p] = Theme::color(ClientProtocol(p));
        bands[p] = mixed(protocols[p], base, 0.28);
    }
    drawGlyphs(widget.devicePixelRatioF());
}

void TimelineLook::drawGlyphs(qreal scale)
{
    const qreal extent = glyphExtent;
    const auto draw = [&](QPixmap &pixmap, auto paint) {
        pixmap = canvas(glyphExtent + 2, scale); // a pixel around for smooth edges
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.translate(1, 1);
        paint(painter);
    };
    for (std::size_t p = 0; p < ProtocolCount; ++p) {
        for (std::size_t k = 0; k < PointKinds; ++k) {
            draw(glyphs[p][k], [&](QPainter &painter) {
                const bool hollow = PointKind(k) == PointKind::Replayed;
                const qreal inset = hollow ? 1 : PointKind(k) == PointKind::Ephemeral ? extent * 0.28 : 0.5;
                painter.setPen(hollow ? QPen(protocols[p], 1.6) : QPen(base, 0.8));
                painter.setBrush(hollow ? base : protocols[p]);
                painter.drawPath(shapeOf(ClientProtocol(p), QRectF(0, 0, extent, extent).adjusted(inset, inset, -inset, -inset)));
            });
        }
    }
    draw(lostGlyph, [&](QPainter &painter) {
        painter.setPen(QPen(base, 4.4));
        const QLineF lines[] = {{1, 1, extent - 1, extent - 1}, {1, extent - 1, extent - 1, 1}};
        painter.drawLines(lines, 2);
        painter.setPen(QPen(lost, 2.4, Qt::SolidLine, Qt::RoundCap));
        painter.drawLines(lines, 2);
    });
    draw(returnGlyph, [&](QPainter &painter) {
        painter.setPen(QPen(text, 1.5));
        painter.setBrush(base);
        painter.drawArc(QRectF(0.5, 1, extent - 2, extent - 2), 60 * 16, 270 * 16); // open at the upper right
        painter.setBrush(text);
        painter.setPen(Qt::NoPen);
        const QPointF tip(extent * 0.62, extent * 0.14);
        const qreal size = extent * 0.42;
        painter.drawPolygon(QPolygonF({tip, tip + QPointF(size, -size * 0.55), tip + QPointF(size * 0.8, size * 0.85)}));
    });
}

} // namespace pushscope
