// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SharedBytes: octets encoded once and sent to many. QByteArray shares its buffer by reference count,
// so copying one is a pointer and an increment; nobody may detach a shared one by writing to it.

#include <QByteArray>

namespace pushscope {

using SharedBytes = QByteArray;

} // namespace pushscope
