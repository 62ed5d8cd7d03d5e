// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Viewer: who is told of changes. Each has its own account of what it was told already, so that neither waits for the other.

#include <QtGlobal>
#include <cstddef>

namespace pushscope {

enum class Viewer : quint8 { Window, Recorder };
inline constexpr std::size_t ViewerCount = 2;

} // namespace pushscope
