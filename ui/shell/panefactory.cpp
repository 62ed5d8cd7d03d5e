// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panefactory.h"

#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/logpane.h"
#if __has_include("ui/panes/inspectorpane.h")
#include "ui/panes/inspectorpane.h"
#define PUSHSCOPE_INSPECTOR InspectorPane
#else
#define PUSHSCOPE_INSPECTOR PlaceholderPane
#endif
#if __has_include("ui/panes/throughputpane.h")
#include "ui/panes/throughputpane.h"
#define PUSHSCOPE_THROUGHPUT ThroughputPane
#else
#define PUSHSCOPE_THROUGHPUT PlaceholderPane
#endif
#if __has_include("ui/panes/injectpane.h")
#include "ui/panes/injectpane.h"
#define PUSHSCOPE_INJECT InjectPane
#else
#define PUSHSCOPE_INJECT PlaceholderPane
#endif

namespace pushscope {

namespace {

// Stands where a pane is still missing.
class [[maybe_unused]] PlaceholderPane final : public Pane
{
public:
    explicit PlaceholderPane(const PaneContext &, QWidget *parent)
        : Pane(parent)
    {
    }
    QString title() const override { return QStringLiteral("…"); }
    void applySnapshot(const Snapshot &) override { }
};

} // namespace

QList<PaneEntry> makePanes(const PaneContext &context, QWidget *parent)
{
    return {
        {"clients", new ClientsPane(context, parent)},
        {"events", new EventsPane(context, parent)},
        {"inspector", new PUSHSCOPE_INSPECTOR(context, parent)},
        {"ledger", new LedgerPane(context, parent)},
        {"throughput", new PUSHSCOPE_THROUGHPUT(context, parent)},
        {"inject", new PUSHSCOPE_INJECT(context, parent)},
        {"log", new LogPane(context, parent)},
    };
}

} // namespace pushscope
