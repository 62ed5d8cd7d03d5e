// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/findings/onetime.h"

#include <algorithm>
#include <array>

namespace pushscope {

bool asksOnce(const QByteArray &userAgent)
{
    constexpr std::array Tools{"curl/", "Wget/", "HTTPie/"};
    return std::any_of(Tools.begin(), Tools.end(), [&](const char *tool) { return userAgent.startsWith(tool); });
}

} // namespace pushscope
