// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jsoneditor.h"

#include "ui/models/coretext.h"
#include "ui/models/eventvariables.h"
#include "ui/panes/filedrops.h"
#include "ui/panes/jsonhighlighter.h"
#include "ui/shell/theme.h"

#include <QLocale>
#include <QTextBlock>
#include <QTextDocument>

namespace pushscope {

JsonEditor::JsonEditor(QWidget *parent)
    : QPlainTextEdit(parent)
    , m_highlighter(new JsonHighlighter(document()))
    , m_gutter(new QWidget(this))
{
    setFont(Theme::monospace());
    setTabChangesFocus(true);
    setLineWrapMode(NoWrap);
    setMinimumSize(fontMetrics().averageCharWidth() * 16, fontMetrics().height() * 3);
    m_typing.setSingleShot(true);
    m_typing.setInterval(150);
    connect(&m_typing, &QTimer::timeout, this, &JsonEditor::check);
    connect(document(), &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (removed == 0 && added == 0)
            return;
        m_stale = true;
        m_typing.start();
    });
    setupFolding();
    leaveFilesToParent(viewport());
}

QByteArray JsonEditor::octets() const
{
    QString text = document()->toRawText();
    text.replace(QChar::ParagraphSeparator, QChar(u'\n'));
    return text.toUtf8();
}

bool JsonEditor::isValid()
{
    if (m_stale)
        check();
    return !m_error;
}

void JsonEditor::check()
{
    m_typing.stop();
    m_stale = false;
    const QByteArray text = octets();
    m_error = readJson(maskVariables(text)).error;
    if (const Result<void> variables = checkVariables(text); !m_error && !variables)
        m_error = JsonError{variables.error().offset, coreText(variables.error())};
    if (m_error)
        m_place = placeOf(text, m_error->offset);
    markError();
    takeFolds();
    Q_EMIT checked();
}

QString JsonEditor::errorText() const
{
    if (!m_error)
        return {};
    return tr("Line %1, column %2: %3").arg(locale().toString(m_place.line), locale().toString(m_place.column), m_error->what);
}

void JsonEditor::markError()
{
    QList<QTextEdit::ExtraSelection> marks;
    if (m_error) {
        QColor tint = Theme::color(Theme::Role::Error);
        QTextEdit::ExtraSelection line;
        line.cursor = QTextCursor(document()->findBlockByNumber(m_place.line - 1));
        tint.setAlphaF(0.16f);
        line.format.setBackground(tint);
        line.format.setProperty(QTextFormat::FullWidthSelection, true);
        QTextEdit::ExtraSelection place;
        place.cursor = line.cursor;
        place.cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, m_place.column - 1);
        place.cursor.movePosition(QTextCursor::Right, QTextCursor::KeepAnchor);
        place.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        place.format.setUnderlineColor(Theme::color(Theme::Role::Error));
        marks = {line, place};
    }
    setExtraSelections(marks);
}

void JsonEditor::goToError()
{
    if (!m_error)
        return;
    QTextCursor cursor(document()->findBlockByNumber(m_place.line - 1));
    cursor.movePosition(QTextCursor::Right, QTextCursor::MoveAnchor, m_place.column - 1);
    setTextCursor(cursor);
    setFocus();
}

void JsonEditor::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    m_highlighter->rehighlight();
    markError();
}

} // namespace pushscope
