// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/panefactory.h"

#if __has_include("ui/panes/clientspane.h")
#include "ui/panes/clientspane.h"
#include "ui/panes/eventspane.h"
#include "ui/panes/injectpane.h"
#include "ui/panes/inspectorpane.h"
#include "ui/panes/ledgerpane.h"
#include "ui/panes/logpane.h"
#include "ui/panes/throughputpane.h"

namespace pushscope {

QList<PaneEntry> makePanes(const PaneContext &context, QWidget *parent)
{
    return {{"clients", new ClientsPane(context, parent)},
            {"events", new EventsPane(context, parent)},
            {"inspector", new InspectorPane(context, parent)},
            {"ledger", new LedgerPane(context, parent)},
            {"throughput", new ThroughputPane(context, parent)},
            {"inject", new InjectPane(context, parent)},
            {"log", new LogPane(context, parent)}};
}

} // namespace pushscope
#else
#include "ui/panes/pane.h"
#include "ui/shell/firstrun.h"
#include "ui/shell/icons.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pushscope {

namespace {

class PlaceholderPane final : public Pane
{
public:
    PlaceholderPane(const QString &title, const QString &icon, QWidget *parent)
        : Pane(parent)
        , m_title(title)
        , m_icon(icon)
        , m_label(new QLabel(this))
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(m_label);
    }
    QString title() const override { return m_title; }
    QIcon icon() const override { return themedIcon(m_icon); }
    void applySnapshot(const Snapshot &snapshot) override { m_label->setText(QString::number(snapshot.figures.published)); }

private:
    QString m_title, m_icon;
    QLabel *m_label;
};

} // namespace

QList<PaneEntry> makePanes(const PaneContext &context, QWidget *parent)
{
    QList<PaneEntry> panes;
    for (const char *title : {"Clients", "Events", "Inspector", "Ledger", "Throughput", "Inject", "Log"}) {
        const QString name = QLatin1String(title);
        panes.append({name.toLower().toLatin1(), new PlaceholderPane(name, name.toLower(), parent)});
    }
    panes.first().pane->layout()->addWidget(new FirstRun(context, panes.first().pane));
    return panes;
}

} // namespace pushscope
#endif
