// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PaneContext: what every pane is made with. All are borrowed, live on the GUI thread and outlive the panes.

namespace pushscope {

class FaultDesk;
class FrameFeed;
class Notebook;
class Selection;
class ServerController;

struct PaneContext {
    ServerController *controller = nullptr;
    FrameFeed *feed = nullptr;
    Selection *selection = nullptr;
    FaultDesk *faults = nullptr; // may be null: then no fault can be set
    Notebook *notebook = nullptr; // may be null: then nothing is kept
};

} // namespace pushscope
