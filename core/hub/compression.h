// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Compression: how what a client is sent is made smaller, as client and hub have agreed.

#include <QtGlobal>
#include <cstddef>

namespace pushscope {

enum class Compression : quint8 {
    None,
    MessageDeflate, // permessage-deflate of a WebSocket, RFC 7692
    Gzip, // content codings of HTTP, RFC 9110 §8.4.1
    Deflate,
};

// As on the wire; null for none.
[[nodiscard]] constexpr const char *compressionName(Compression compression) noexcept
{
    constexpr const char *Names[] = {nullptr, "permessage-deflate", "gzip", "deflate"};
    return Names[std::size_t(compression)];
}

} // namespace pushscope
