// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What doesn't fit into a small pane is scrolled to instead of cut off. An editor or a table inside must not ask for more height
// than it needs: lendHeight() has it take what is left.

#include <QScrollArea>

namespace pushscope {

// The area owns `content`, and is known to a screen reader by the same name.
[[nodiscard]] inline QScrollArea *scrolled(QWidget *content, const QString &accessibleName)
{
    auto *area = new QScrollArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(accessibleName);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

// At least so many lines of its font.
inline void lendHeight(QWidget *widget, int lines)
{
    widget->setMinimumHeight(QFontMetrics(widget->font()).lineSpacing() * lines + 2 * QFontMetrics(widget->font()).descent());
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
}

} // namespace pushscope
