// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RetentionBar: what the store keeps as a bar over all ids, and where a cursor and a replay stand against its edge.

#include "base/ids.h"

#include <QWidget>

namespace pushscope {

class RetentionBar final : public QWidget
{
    Q_OBJECT
public:
    explicit RetentionBar(QWidget *parent = nullptr);

    struct Span {
        Seq oldest, head; // of the store
        Seq cursor; // presented; null: none
        bool operator==(const Span &) const = default;
    };
    void setSpan(const Span &span);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal xOf(Seq seq) const;

    Span m_span;
};

} // namespace pushscope
