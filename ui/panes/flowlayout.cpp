// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/flowlayout.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QStyle>

namespace pushscope {

namespace {

constexpr int Gap = 6;

// A sentence that wraps has a line of its own.
bool wraps(const QLayoutItem *item)
{
    return item->hasHeightForWidth();
}

bool grows(const QLayoutItem *item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

} // namespace

FlowLayout::FlowLayout(QWidget *parent)
    : QLayout(parent)
{
    setSpacing(Gap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QWidget *FlowLayout::labelled(const QString &label, QWidget *field)
{
    auto *both = new QWidget;
    auto *layout = new QHBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    auto *caption = new QLabel(label);
    caption->setBuddy(field);
    // A mnemonic undoes the kerning that the size hint counts on.
    caption->setMinimumWidth(caption->sizeHint().width() + caption->fontMetrics().averageCharWidth() / 2);
    layout->addWidget(caption);
    const bool grow = field->sizePolicy().expandingDirections().testFlag(Qt::Horizontal);
    layout->addWidget(field, grow ? 1 : 0);
    both->setSizePolicy(grow ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    return both;
}

void FlowLayout::addItem(QLayoutItem *item)
{
    m_items.push_back(item);
}

void FlowLayout::insertWidget(int index, QWidget *widget)
{
    addWidget(widget);
    std::rotate(m_items.begin() + index, m_items.end() - 1, m_items.end());
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[size_t(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        m_items.erase(m_items.begin() + index);
    return item;
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + spacing();
        height = std::max(height, item->sizeHint().height());
    }
    const QMargins margins = contentsMargins();
    return QSize(width, height).grownBy(margins);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            size = size.expandedTo(item->minimumSize());
    }
    return size.grownBy(contentsMargins());
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, true);
}

int FlowLayout::arrange(const QRect &rect, bool apply) const
{
    const QMargins margins = contentsMargins();
    const QRect area = rect.marginsRemoved(margins);
    std::vector<QLayoutItem *> line;
    int used = 0;
    int y = area.top();
    int height = 0;
    const auto finish = [&] {
        if (line.empty())
            return;
        if (apply)
            placeLine(line, QRect(area.left(), y, area.width(), height));
        y += height + spacing();
        line.clear();
        used = height = 0;
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        const QSize size = sizeIn(area.width(), item);
        if (!line.empty() && used + size.width() > area.width())
            finish();
        line.push_back(item);
        used += size.width() + spacing();
        height = std::max(height, size.height());
    }
    finish();
    return std::max(0, y - spacing() - rect.top() + margins.bottom());
}

QSize FlowLayout::sizeIn(int width, const QLayoutItem *item)
{
    return wraps(item) ? QSize(width, item->heightForWidth(width)) : item->sizeHint();
}

void FlowLayout::placeLine(std::span<QLayoutItem *const> line, const QRect &rect) const
{
    int left = rect.width() - spacing() * (int(line.size()) - 1);
    int growing = 0;
    for (const QLayoutItem *item : line) {
        left -= sizeIn(rect.width(), item).width();
        growing += grows(item);
    }
    int x = rect.left();
    for (QLayoutItem *item : line) {
        const QSize size = sizeIn(rect.width(), item);
        int width = size.width();
        if (left < 0) {
            width = std::min(width, rect.width()); // alone in its line, and too wide for it
        } else if (growing > 0 && grows(item)) {
            const int share = left / growing--;
            const int most = item->maximumSize().width();
            const int more = std::min(share, std::max(0, most - width));
            width += more;
            left -= more;
        }
        const QRect place(x, rect.top() + (rect.height() - size.height()) / 2, width, size.height());
        item->setGeometry(QStyle::visualRect(parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight, rect, place));
        x += width + spacing();
    }
}

} // namespace pushscope
