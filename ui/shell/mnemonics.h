// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The letters of the menu bar are the menus' alone, in every language: a pane that has one too would take it, and Alt with it
// would do something there in place of opening the menu. GUI thread.

class QMenuBar;
class QWidget;

namespace pushscope {

// Takes the mark from the labels and buttons within `panes` whose letter is a menu's.
void leaveLettersToMenus(const QMenuBar &bar, const QWidget &panes);

} // namespace pushscope
