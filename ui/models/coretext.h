// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What core says in words, its errors and findings, in the language of the window. core says it in English, for logs and JSON,
// and knows of no language: the sentence is found again by the pattern that it was made after, and its values are set into the
// translation.

#include "base/result.h"

#include <QString>

namespace pushscope {

// `words` are UTF-8. What stands for a value may be words of core's too: "cannot open the store x: it is a folder". What no
// pattern knows, the system's own words above all, stays as it is. Any thread.
[[nodiscard]] QString coreText(QByteArrayView words);
[[nodiscard]] inline QString coreText(const Error &error)
{
    return coreText(error.detail);
}

} // namespace pushscope
