// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Owns the precompiled header that all of ui/ shares; holds nothing.
namespace pushscope {
extern const int GuiHeaderOwner;
const int GuiHeaderOwner = 0;
} // namespace pushscope
