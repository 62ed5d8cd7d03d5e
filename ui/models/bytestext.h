// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Octets for people: as text in which nothing is invisible, and as a hex dump. Pure.

#include <QByteArrayView>
#include <QString>

namespace pushscope {

// UTF-8 as it is; CR as ⇤, LF as ↵ before the break; other control characters and octets that are no UTF-8 as \x81.
[[nodiscard]] QString bytesText(QByteArrayView bytes);
// "00000010  64 61 74 61 …  data…", 16 octets a line.
[[nodiscard]] QString hexText(QByteArrayView bytes);

} // namespace pushscope
