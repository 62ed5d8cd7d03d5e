// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// A file of rules or of events to send that is dropped on the hub's window: it says what is in it and offers to use it, or what
// is wrong with it. GUI thread.

#include <QString>

namespace pushscope {

class MainWindow;

// True if the file is a list of rules that answer or of fault rules, as the panes save them, or has publish bodies as lines;
// nothing is set or sent before the offer is taken. False for any other file.
[[nodiscard]] bool offerDropped(const QString &path, MainWindow &window);

} // namespace pushscope
