// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/jsonhighlighter.h"

#include "ui/shell/theme.h"

namespace pushscope {

// Behind the closing quote, or the end of the line: strings end with it.
int JsonHighlighter::endOfString(const QString &text, int from)
{
    for (int at = from + 1; at < text.size(); ++at) {
        if (text[at] == u'\\')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
    }
    return int(text.size());
}

void JsonHighlighter::highlightBlock(const QString &text)
{
    int at = 0;
    while (at < text.size()) {
        const QChar c = text[at];
        int end = at + 1;
        if (c == u'"') {
            end = endOfString(text, at);
            int next = end;
            while (next < text.size() && text[next].isSpace())
                ++next;
            const bool name = next < text.size() && text[next] == u':';
            setFormat(at, end - at, name ? Theme::color(Theme::Role::Accent) : Theme::color(Theme::Role::Good));
        } else if (c.isDigit() || c == u'-') {
            while (end < text.size() && (text[end].isDigit() || QStringLiteral(".eE+-").contains(text[end])))
                ++end;
            setFormat(at, end - at, Theme::color(Theme::Role::Sse));
        } else if (c.isLetter()) {
            while (end < text.size() && text[end].isLetter())
                ++end;
            setFormat(at, end - at, Theme::color(Theme::Role::Fault));
        }
        at = end;
    }
}

} // namespace pushscope
