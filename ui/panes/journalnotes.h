// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pushscope {

class JournalTableModel;
class TableBar;

// Says in the bar how many rows of the journal are not shown any more, and why.
void showDropped(TableBar &bar, const JournalTableModel &model);

} // namespace pushscope
