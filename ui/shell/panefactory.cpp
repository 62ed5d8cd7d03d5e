// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panefactory.h"

#include "ui/panes/answerspane.h"
#include "ui/panes/buspane.h"
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/faultspane.h"
#include "ui/panes/filterbar.h"
#include "ui/panes/findingspane.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/logpane.h"
#include "ui/panes/stormspane.h"
#include "ui/panes/throughputpane.h"
#include "ui/timeline/timelinepane.h"

namespace pushscope {

QList<PaneEntry> makePanes(const PaneContext &context, QWidget *parent)
{
    const QList<PaneEntry> panes{
        {"clients", new ClientsPane(context, parent)},
        {"timeline", new TimelinePane(context, parent)},
        {"events", new EventsPane(context, parent)},
        {"inspector", new InspectorPane(context, parent)},
        {"ledger", new LedgerPane(context, parent)},
        {"storms", new StormsPane(context, parent)},
        {"throughput", new ThroughputPane(context, parent)},
        {"inject", new InjectPane(context, parent)},
        {"faults", new FaultsPane(context, parent)},
        {"answers", new AnswersPane(context, parent)},
        {"findings", new FindingsPane(context, parent)},
        {"log", new LogPane(context, parent)},
        {"bus", new BusPane(context, parent)},
    };
    for (const PaneEntry &entry : panes)
        FilterBar::addShortcuts(entry.pane);
    return panes;
}

} // namespace pushscope
