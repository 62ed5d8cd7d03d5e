// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/delegates/celldelegate.h"

#include "ui/shell/theme.h"

namespace pushscope {

QColor toneColor(Tone tone, const QPalette &palette)
{
    switch (tone) {
    case Tone::Plain:
        return palette.color(QPalette::Text);
    case Tone::Muted:
        return Theme::color(Theme::Role::Muted);
    case Tone::Sse:
        return Theme::color(Theme::Role::Sse);
    case Tone::WebSocket:
        return Theme::color(Theme::Role::WebSocket);
    case Tone::Poll:
        return Theme::color(Theme::Role::Poll);
    case Tone::Good:
        return Theme::color(Theme::Role::Good);
    case Tone::Bad:
        return Theme::color(Theme::Role::Lost);
    case Tone::Warning:
        return Theme::color(Theme::Role::Warning);
    case Tone::Fault:
        return Theme::color(Theme::Role::Fault);
    }
    return {};
}

void CellDelegate::takeFonts(const QFont &base) const
{
    if (base == m_base)
        return;
    m_base = base;
    m_monospace = Theme::monospace();
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    option->features |= QStyleOptionViewItem::HasDisplay;
    option->index = index;
    option->text = index.data(Qt::DisplayRole).toString();
    option->displayAlignment = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    takeFonts(option->font);
    const auto face = Face(index.data(FaceRole).toInt());
    option->font = face == Face::Text ? m_base : m_monospace;
    option->fontMetrics = QFontMetrics(option->font);
    option->textElideMode = face == Face::Id ? Qt::ElideMiddle : Qt::ElideRight;
    const auto tone = Tone(index.data(ToneRole).toInt());
    if (tone != Tone::Plain)
        option->palette.setColor(QPalette::Text, toneColor(tone, option->palette));
}

} // namespace pushscope
