// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "hub/authorizer.h"

#include <algorithm>

namespace pushscope {

bool matchesPattern(QByteArrayView pattern, QByteArrayView text)
{
    // Greedy with one point of return: linear in practice, never exponential.
    qsizetype p = 0, t = 0, star = -1, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && pattern[p] == text[t]) {
            ++p;
            ++t;
        } else if (star >= 0) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*')
        ++p;
    return p == pattern.size();
}

static bool matchesAny(const QList<QByteArray> &patterns, QByteArrayView text)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QByteArray &pattern) { return matchesPattern(pattern, text); });
}

bool Principal::mayEnter(QByteArrayView room) const
{
    return matchesAny(rooms, room);
}

bool Principal::mayPublishTo(QByteArrayView channel) const
{
    return matchesAny(publish, channel);
}

} // namespace pushscope
