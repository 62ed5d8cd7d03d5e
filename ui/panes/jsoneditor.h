// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonEditor: a text that says where it is not JSON: the line is marked, and a message names line and column. Objects and lists
// over several lines can be folded away; what is folded is still part of the text. GUI thread.

#include "ui/models/jsonfolds.h"
#include "ui/models/jsontext.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace pushscope {

class JsonHighlighter;

class JsonEditor : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonEditor(QWidget *parent = nullptr);

    // The octets as they stand: no-break spaces included, which toPlainText() would replace. Lines end in \n.
    [[nodiscard]] QByteArray octets() const;
    [[nodiscard]] bool isValid(); // checks now
    [[nodiscard]] QString errorText() const; // "Line 3, column 12: a value is expected"; empty when it is JSON
    void goToError();

    // By line, from 0. What can't be folded there is left.
    void toggleFold(int line);
    void unfoldAll();
    [[nodiscard]] bool isFolded(int line) const;
    [[nodiscard]] bool isHidden(int line) const; // within something folded

Q_SIGNALS:
    void checked(); // errorText() may have changed

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override; // of the gutter

private:
    void check();
    void markError();

    // jsonfolding.cpp
    void setupFolding();
    void takeFolds();
    void applyFolds();
    void showCursor();
    void paintGutter();
    void placeGutter();
    [[nodiscard]] const JsonFold *foldAt(int line) const;
    [[nodiscard]] int foldAround(int line) const; // the innermost one's first line; -1: none

    JsonHighlighter *m_highlighter;
    QWidget *m_gutter;
    QList<JsonFold> m_folds;
    QTimer m_typing; // long texts are read when the typing pauses
    std::optional<JsonError> m_error;
    TextPlace m_place;
    bool m_stale = true;
};

} // namespace pushscope
