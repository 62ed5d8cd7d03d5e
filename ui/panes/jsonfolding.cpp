// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// JsonEditor's folding: which lines are hidden, the gutter with a triangle at each line that can be folded, and the keys.
#include "ui/panes/jsoneditor.h"
#include "ui/panes/paneshortcut.h"
#include "ui/shell/theme.h"

#include <QMouseEvent>
#include <QPainter>
#include <QTextBlock>

namespace pushscope {

namespace {

// Stays with its line, wherever that moves.
struct Folded final : QTextBlockUserData {
};

bool isMarked(const QTextBlock &block)
{
    return dynamic_cast<const Folded *>(block.userData()) != nullptr;
}

void mark(QTextBlock block, bool folded)
{
    block.setUserData(folded ? new Folded : nullptr); // the block owns it
}

QPolygon triangle(const QRect &in, bool folded)
{
    const int half = in.width() / 4;
    const QPoint middle = in.center();
    if (folded)
        return QPolygon({middle + QPoint(-half / 2, -half), middle + QPoint(half, 0), middle + QPoint(-half / 2, half)});
    return QPolygon({middle + QPoint(-half, -half / 2), middle + QPoint(half, -half / 2), middle + QPoint(0, half)});
}

} // namespace

void JsonEditor::setupFolding()
{
    setLayoutDirection(Qt::LeftToRight); // it is code, in any language
    m_gutter->installEventFilter(this);
    m_gutter->setObjectName(QStringLiteral("gutter"));
    m_gutter->setToolTip(tr("Folds and unfolds what begins in this line"));
    connect(this, &QPlainTextEdit::updateRequest, m_gutter, qOverload<>(&QWidget::update));
    connect(this, &QPlainTextEdit::cursorPositionChanged, this, &JsonEditor::showCursor);
    addPaneShortcut(this, QStringLiteral("json-fold"), tr("Fold or unfold at the cursor"), Qt::CTRL | Qt::Key_Minus, this,
                    [this] {
                        if (const int line = foldAround(textCursor().blockNumber()); line >= 0)
                            toggleFold(line);
                    });
    addPaneShortcut(this, QStringLiteral("json-unfold-all"), tr("Unfold everything"), Qt::CTRL | Qt::Key_Plus, this,
                    &JsonEditor::unfoldAll);
    placeGutter();
}

void JsonEditor::placeGutter()
{
    const int width = Theme::iconExtent(fontMetrics());
    setViewportMargins(width, 0, 0, 0);
    const QRect inside = contentsRect();
    m_gutter->setGeometry(inside.left(), inside.top(), width, inside.height());
}

const JsonFold *JsonEditor::foldAt(int line) const
{
    const auto found = std::find_if(m_folds.begin(), m_folds.end(), [line](const JsonFold &fold) { return fold.first == line; });
    return found == m_folds.end() ? nullptr : &*found;
}

int JsonEditor::foldAround(int line) const
{
    int inner = -1;
    for (const JsonFold &fold : m_folds) {
        if (fold.first <= line && line <= fold.last)
            inner = fold.first; // later ones begin further in
    }
    return inner;
}

bool JsonEditor::isFolded(int line) const
{
    return isMarked(document()->findBlockByNumber(line));
}

bool JsonEditor::isHidden(int line) const
{
    return !document()->findBlockByNumber(line).isVisible();
}

void JsonEditor::takeFolds()
{
    m_folds = foldsOf(QString::fromUtf8(octets()));
    applyFolds();
}

// Makes what can be seen agree with the marks; marks at lines that begin nothing any more, or over an error, go.
void JsonEditor::applyFolds()
{
    const int error = m_error ? m_place.line - 1 : -1;
    int hiddenTo = -1;
    bool changed = false;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        const int line = block.blockNumber();
        const bool visible = line > hiddenTo;
        changed = changed || block.isVisible() != visible;
        block.setVisible(visible);
        if (!isMarked(block))
            continue;
        const JsonFold *fold = foldAt(line);
        if (!fold || (fold->first < error && error <= fold->last))
            mark(block, false);
        else
            hiddenTo = qMax(hiddenTo, fold->last);
    }
    if (changed) {
        document()->markContentsDirty(0, document()->characterCount());
        viewport()->update();
    }
    m_gutter->update();
}

void JsonEditor::toggleFold(int line)
{
    if (m_stale)
        check();
    const JsonFold *fold = foldAt(line);
    if (!fold)
        return;
    const bool folds = !isFolded(line);
    mark(document()->findBlockByNumber(line), folds);
    if (folds && textCursor().blockNumber() > fold->first && textCursor().blockNumber() <= fold->last) {
        QTextCursor cursor(document()->findBlockByNumber(line));
        cursor.movePosition(QTextCursor::EndOfBlock);
        setTextCursor(cursor);
    }
    applyFolds();
}

void JsonEditor::unfoldAll()
{
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        mark(block, false);
    applyFolds();
}

// What is edited is seen, however the cursor came there.
void JsonEditor::showCursor()
{
    if (textCursor().block().isVisible())
        return;
    const int line = textCursor().blockNumber();
    for (const JsonFold &fold : std::as_const(m_folds)) {
        if (fold.first < line && line <= fold.last)
            mark(document()->findBlockByNumber(fold.first), false);
    }
    applyFolds();
}

void JsonEditor::paintGutter()
{
    QPainter painter(m_gutter);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(m_gutter->rect(), palette().color(QPalette::AlternateBase));
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette().color(QPalette::PlaceholderText));
    const int height = fontMetrics().height();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > m_gutter->height())
            break;
        if (block.isVisible() && foldAt(block.blockNumber()))
            painter.drawPolygon(triangle({0, qRound(place.top()), m_gutter->width(), height}, isMarked(block)));
    }
}

// Behind a folded line stands how much it hides.
void JsonEditor::paintEvent(QPaintEvent *event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    painter.setLayoutDirection(layoutDirection()); // a painter has the application's
    painter.setPen(palette().color(QPalette::PlaceholderText));
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QRectF place = blockBoundingGeometry(block).translated(contentOffset());
        if (place.top() > viewport()->height())
            return;
        const JsonFold *fold = block.isVisible() && isMarked(block) ? foldAt(block.blockNumber()) : nullptr;
        if (!fold)
            continue;
        const int gap = fontMetrics().averageCharWidth();
        const int left = qRound(place.left() + block.layout()->lineAt(0).naturalTextWidth()) + gap;
        painter.drawText(QRect(left, qRound(place.top()), viewport()->width() - left, fontMetrics().height()), Qt::AlignVCenter,
                         tr("… %Ln line(s)", nullptr, fold->last - fold->first));
    }
}

void JsonEditor::resizeEvent(QResizeEvent *event)
{
    QPlainTextEdit::resizeEvent(event);
    placeGutter();
}

bool JsonEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_gutter)
        return QPlainTextEdit::eventFilter(watched, event);
    if (event->type() == QEvent::Paint) {
        paintGutter();
        return true;
    }
    if (event->type() == QEvent::MouseButtonPress) {
        const int y = static_cast<QMouseEvent *>(event)->position().toPoint().y();
        toggleFold(cursorForPosition(QPoint(0, y)).blockNumber());
        return true;
    }
    return false;
}

} // namespace pushscope
