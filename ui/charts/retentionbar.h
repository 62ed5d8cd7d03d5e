// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RetentionBar: what the store keeps as a bar over all ids, and where the clients and one cursor stand against its edge.

#include "base/ids.h"

#include <QWidget>
#include <vector>

namespace pushscope {

class RetentionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RetentionBar(QWidget *parent = nullptr);

    struct Span {
        Seq oldest, head; // of the store
        Seq cursor; // presented; null: none
        std::vector<Seq> there; // what clients that are connected were sent last: thin lines
        std::vector<Seq> away; // what clients that are away need first: markers, in another colour behind the edge
        bool operator==(const Span &) const = default;
    };
    void setSpan(Span span);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] quint64 leftmost() const;
    [[nodiscard]] qreal xOf(Seq seq) const; // what is further left stands at the margin
    void paintMarker(QPainter &painter, Seq seq, bool fallen, bool fromAbove) const;

    Span m_span;
};

} // namespace pushscope
