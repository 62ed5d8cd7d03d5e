// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonEditor: a text that says where it is not JSON: the line is marked, and a message names line and column. GUI thread.

#include "ui/models/jsontext.h"

#include <QPlainTextEdit>
#include <QTimer>

namespace pushscope {

class JsonHighlighter;

class JsonEditor final : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit JsonEditor(QWidget *parent = nullptr);

    // The octets as they stand: no-break spaces included, which toPlainText() would replace. Lines end in \n.
    [[nodiscard]] QByteArray octets() const;
    [[nodiscard]] bool isValid(); // checks now
    [[nodiscard]] QString errorText() const; // "Line 3, column 12: a value is expected"; empty when it is JSON
    void goToError();

Q_SIGNALS:
    void checked(); // errorText() may have changed

protected:
    void changeEvent(QEvent *event) override;

private:
    void check();
    void markError();

    JsonHighlighter *m_highlighter;
    QTimer m_typing; // long texts are read when the typing pauses
    std::optional<JsonError> m_error;
    TextPlace m_place;
    bool m_stale = true;
};

} // namespace pushscope
