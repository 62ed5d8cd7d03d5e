// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A text as one word of a POSIX shell, whatever is in it. Pure.

#include <QByteArray>

namespace pushscope {

[[nodiscard]] inline QByteArray shellQuoted(QByteArray text)
{
    return '\'' + text.replace("'", "'\\''") + '\'';
}

} // namespace pushscope
