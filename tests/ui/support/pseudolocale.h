// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A language that nobody speaks, for tests: each text of the program with accents and longer by two fifths, so that what is not
// translated, and what has no room for another language, is seen. And the check that finds texts that are cut off.

#include <QTranslator>

class QWidget;

namespace pushscope {

class PseudoTranslator final : public QTranslator
{
    Q_OBJECT
public:
    using QTranslator::QTranslator;

    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation, int n) const override;
    // Leaves %1, %Ln, <b>, {{now}} and & as they are.
    [[nodiscard]] static QString pseudo(const QString &text);
};

// What can be seen of `top` and has not the room for its text, or lies on another one, each as "class "text": needs 120×0, has
// 96×20". Tables and lines of text may elide what they show; their headers may not.
[[nodiscard]] QStringList textsCutOff(const QWidget &top);

} // namespace pushscope
