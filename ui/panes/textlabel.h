// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A label for a sentence that changes: it wraps, and its text can be selected and copied. A screen reader reads the text as its
// name: an accessible name would stand in the text's place. What the sentence is about is its description.

#include "ui/shell/theme.h"

#include <QLabel>

namespace pushscope {

[[nodiscard]] inline QLabel *textLabel(const QString &name, const QString &about)
{
    auto *label = new QLabel;
    label->setObjectName(name);
    label->setAccessibleDescription(about);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setContentsMargins(6, 3, 6, 3);
    return label;
}

// An empty text takes no room.
inline void showText(QLabel *label, const QString &text)
{
    if (label->text() != text)
        label->setText(text);
    label->setVisible(!text.isEmpty());
}

// In the theme's colour for it, as the theme is now.
inline void colourText(QLabel *label, Theme::Role role)
{
    QPalette colours = label->palette();
    colours.setColor(QPalette::WindowText, Theme::color(role));
    label->setPalette(colours);
}

// How something went that was asked for.
inline void showOutcome(QLabel *label, const QString &text, bool good)
{
    colourText(label, good ? Theme::Role::Good : Theme::Role::Error);
    showText(label, text);
}

} // namespace pushscope
