// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A text as a JSON string literal. Source: RFC 8259 §7. Pure.

#include <QByteArray>
#include <QByteArrayView>

namespace pushscope {

// With its quotes; only what has to be escaped is. The text must be UTF-8.
[[nodiscard]] QByteArray jsonQuoted(QByteArrayView utf8);

} // namespace pushscope
