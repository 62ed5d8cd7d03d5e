// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Files that are dropped on a field of text are meant for the pane or the window around it, and not to be inserted as an address.

class QWidget;

namespace pushscope {

// `field` is what drops come to: of a scroll area, its viewport. Texts are still dropped on it. GUI thread.
void leaveFilesToParent(QWidget *field);

} // namespace pushscope
