// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FlowLayout: widgets in a line that goes on in the next one where a pane is narrow. What is left of a line goes to the widgets
// in it that want to grow.

#include <QLayout>
#include <span>
#include <vector>

namespace pushscope {

class FlowLayout final : public QLayout
{
    Q_OBJECT
public:
    explicit FlowLayout(QWidget *parent = nullptr);
    ~FlowLayout() override;

    void insertWidget(int index, QWidget *widget);
    // Label and field stay together; the label is the field's buddy. Gives what holds both.
    [[nodiscard]] static QWidget *labelled(const QString &label, QWidget *field);

    void addItem(QLayoutItem *item) override;
    [[nodiscard]] int count() const override { return int(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    [[nodiscard]] static QSize sizeIn(int width, const QLayoutItem *item); // where a line is so wide
    int arrange(const QRect &rect, bool apply) const; // gives the height
    void placeLine(std::span<QLayoutItem *const> line, const QRect &rect) const;

    std::vector<QLayoutItem *> m_items; // owned
};

} // namespace pushscope
