// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/jsonfolds.h"

#include <algorithm>

namespace pushscope {

namespace {

// Behind its closing quote, or at the end of the line: strings end with it.
qsizetype endOfString(QStringView text, qsizetype from)
{
    for (qsizetype at = from + 1; at < text.size() && text[at] != u'\n'; ++at) {
        if (text[at] == u'\\' && at + 1 < text.size() && text[at + 1] != u'\n')
            ++at;
        else if (text[at] == u'"')
            return at + 1;
    }
    const qsizetype lineEnd = text.indexOf(u'\n', from);
    return lineEnd < 0 ? text.size() : lineEnd;
}

struct Open {
    QChar bracket;
    int line;
};

} // namespace

QList<JsonFold> foldsOf(QStringView text)
{
    QList<JsonFold> folds;
    QList<Open> open;
    int line = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        if (c == u'\n') {
            ++line;
        } else if (c == u'"') {
            at = endOfString(text, at) - 1;
        } else if (c == u'{' || c == u'[') {
            open.append({c, line});
        } else if (c == u'}' || c == u']') {
            const QChar wanted = c == u'}' ? u'{' : u'[';
            // A bracket that is never closed ends nothing.
            while (!open.isEmpty() && open.last().bracket != wanted)
                open.removeLast();
            if (open.isEmpty())
                continue;
            if (const int first = open.takeLast().line; first < line)
                folds.append({first, line});
        }
    }
    std::stable_sort(folds.begin(), folds.end(), [](const JsonFold &a, const JsonFold &b) {
        return a.first != b.first ? a.first < b.first : a.last > b.last;
    });
    const auto sameLine = [](const JsonFold &a, const JsonFold &b) { return a.first == b.first; };
    folds.erase(std::unique(folds.begin(), folds.end(), sameLine), folds.end());
    return folds;
}

} // namespace pushscope
