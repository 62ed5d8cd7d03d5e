// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a client's encryption and compression are, in words and figures. Pure.

#include "observe/snapshot.h"

#include <QString>
#include <optional>

namespace pushscope {

[[nodiscard]] QString encryptionText(const ClientRow &client); // "TLSv1.3, TLS_AES_256_GCM_SHA384", "none"
[[nodiscard]] QString compressionText(const ClientRow &client); // "gzip", "none"
// Octets that its events would have taken without compression.
[[nodiscard]] quint64 plainBytes(const ClientRow &client) noexcept;
// How much smaller compression made its events, in per cent; negative where it cost some. None: it has none, or no event yet.
[[nodiscard]] std::optional<double> savedPercent(const ClientRow &client);
[[nodiscard]] QString savedText(const ClientRow &client); // "71.4 %", "–"
[[nodiscard]] QString gainText(const ClientRow &client); // "gzip: 1,234 of 2,345 bytes saved, 52.6 %"

} // namespace pushscope
