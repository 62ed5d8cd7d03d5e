// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Which lines of a JSON text can be folded away: those from an opening bracket to its closing one on a later line. Pure; works on
// what is not JSON yet, too.

#include <QList>
#include <QStringView>

namespace pushscope {

struct JsonFold {
    int first = 0; // line, from 0, with the opening bracket; it stays
    int last = 0; // with the closing one

    bool operator==(const JsonFold &) const = default;
};

// In the order of their first lines; of several that begin on one line only the largest. Lines are parted by '\n'.
[[nodiscard]] QList<JsonFold> foldsOf(QStringView text);

} // namespace pushscope
