// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What doesn't fit into a small pane is scrolled to instead of cut off. An editor or a table inside must not ask for more height
// than it needs: as Modest it asks for its least one, and takes what is left.

#include <QLayout>
#include <QScrollArea>

namespace pushscope {

class ScrolledArea final : public QScrollArea
{
protected:
    void showEvent(QShowEvent *event) override
    {
        forgetHeights();
        QScrollArea::showEvent(event);
    }
    void resizeEvent(QResizeEvent *event) override
    {
        forgetHeights();
        QScrollArea::resizeEvent(event);
    }

private:
    // Layouts keep what height they need for a width also from before their widgets were polished. Not for each request for a
    // layout: what is forgotten asks for one itself, and that would never end.
    void forgetHeights()
    {
        const QList<QLayout *> layouts = widget() ? widget()->findChildren<QLayout *>() : QList<QLayout *>();
        for (QLayout *layout : layouts)
            layout->invalidate();
    }
};

// The area owns `content`, and is known to a screen reader by the same name.
[[nodiscard]] inline QScrollArea *scrolled(QWidget *content, const QString &accessibleName)
{
    auto *area = new ScrolledArea;
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setAccessibleName(accessibleName);
    area->setWidgetResizable(true);
    area->setWidget(content);
    return area;
}

template<typename Widget> class Modest final : public Widget
{
public:
    using Widget::Widget;

    [[nodiscard]] QSize sizeHint() const override { return {Widget::sizeHint().width(), this->minimumHeight()}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }
};

inline void setLeastLines(QWidget *widget, int lines) // of its font
{
    const QFontMetrics metrics(widget->font());
    widget->setMinimumHeight(metrics.lineSpacing() * lines + 2 * metrics.descent());
}

} // namespace pushscope
