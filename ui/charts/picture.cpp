// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/picture.h"

#include <QBuffer>
#include <QPainter>
#include <QPixmap>
#include <QSvgGenerator>
#include <QWidget>

namespace pushscope {

namespace {

QByteArray rectangle(const QRect &rect)
{
    return QByteArray::number(rect.x()) + ' ' + QByteArray::number(rect.y()) + ' ' + QByteArray::number(rect.width()) + ' '
        + QByteArray::number(rect.height());
}

// What stands in the document of one part.
QByteArray bodyOf(const PicturePart &part, int dpi)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setResolution(dpi);
    generator.setSize(part.rect.size());
    generator.setViewBox(part.rect);
    QPainter painter(&generator);
    painter.setLayoutDirection(Qt::LeftToRight); // what is painted is time
    part.paint(painter);
    painter.end();
    const qsizetype begin = octets.indexOf("<defs>"), end = octets.lastIndexOf("</svg>");
    return begin < 0 || end < begin ? QByteArray() : octets.sliced(begin, end - begin);
}

} // namespace

QByteArray svgOf(const std::vector<PicturePart> &parts, QSize size, int dpi, const QString &title)
{
    const QRect whole(QPoint(0, 0), size);
    QByteArray svg = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
                     "xmlns:xlink=\"http://www.w3.org/1999/xlink\" width=\""
        + QByteArray::number(size.width()) + "\" height=\"" + QByteArray::number(size.height()) + "\" viewBox=\""
        + rectangle(whole) + "\">\n<title>" + title.toHtmlEscaped().toUtf8() + "</title>\n";
    int number = 0;
    for (const PicturePart &part : parts) {
        if (part.rect.isEmpty())
            continue;
        // Names of gradients and patterns begin anew in each part.
        const QByteArray own = "part" + QByteArray::number(++number) + '-';
        QByteArray body = bodyOf(part, dpi);
        body.replace("url(#", "url(#" + own).replace(" id=\"", " id=\"" + own);
        svg += "<svg x=\"" + QByteArray::number(part.rect.x()) + "\" y=\"" + QByteArray::number(part.rect.y()) + "\" width=\""
            + QByteArray::number(part.rect.width()) + "\" height=\"" + QByteArray::number(part.rect.height()) + "\" viewBox=\""
            + rectangle(part.rect) + "\">\n" + body + "</svg>\n";
    }
    return svg + "</svg>\n";
}

QByteArray svgOf(QWidget &widget, const QString &title)
{
    const auto paint = [&widget](QPainter &painter) { widget.render(&painter, QPoint(), QRegion(), QWidget::DrawChildren); };
    return svgOf({{widget.rect(), paint}}, widget.size(), widget.logicalDpiX(), title);
}

QByteArray pngOf(QWidget &widget)
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    return widget.grab().save(&buffer, "PNG") ? octets : QByteArray();
}

} // namespace pushscope
