// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonHighlighter: colours names, strings, numbers and words of a JSON text, line by line. GUI thread.

#include <QSyntaxHighlighter>

namespace pushscope {

class JsonHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    using QSyntaxHighlighter::QSyntaxHighlighter;

protected:
    void highlightBlock(const QString &text) override;

private:
    [[nodiscard]] static int endOfString(const QString &text, int from);
};

} // namespace pushscope
