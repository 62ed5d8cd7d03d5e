// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/stormspane.h"

#include "ui/charts/picturebutton.h"
#include "ui/charts/stormchart.h"
#include "ui/feed/faultdesk.h"
#include "ui/feed/framefeed.h"
#include "ui/models/coretext.h"
#include "ui/models/stormsmodel.h"
#include "ui/panes/filteredtable.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/panesplitter.h"
#include "ui/panes/panetabs.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QMenu>
#include <QPointer>
#include <QToolButton>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr Milliseconds ShowEvery{250};

} // namespace

StormsPane::StormsPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_model(new StormsModel(this))
    , m_table(new LiveTable(m_model, LiveTable::Kind::Plain, QStringLiteral("stormsTable"), tr("The last storms")))
    , m_steps(new StormStepsModel(this))
    , m_stepsTable(
          new LiveTable(m_steps, LiveTable::Kind::Plain, QStringLiteral("stormSteps"), tr("The chosen storm in steps of 100 ms")))
    , m_chart(new StormChart)
    , m_tabs(new PaneTabs(QStringLiteral("stormTabs"), tr("The chosen storm as")))
    , m_sentence(textLabel(QStringLiteral("stormSentence"), tr("The chosen storm")))
    , m_result(textLabel(QStringLiteral("stormResult"), tr("Result")))
    , m_splitter(new PaneSplitter(Qt::Vertical, QStringLiteral("stormsSplitter")))
{
    m_result->hide();
    m_splitter->addWidget(makeDetail());
    m_splitter->addWidget(new FilteredTable(m_table, context.notebook));
    m_splitter->setPartNames(tr("The chosen storm"), m_table->accessibleName());
    m_splitter->setSizes({750, 250}); // shares, not pixels
    m_splitter->setStretchFactor(0, 3);
    m_splitter->setStretchFactor(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(m_result);
    layout->addWidget(m_splitter, 1);
    connect(m_table, &LiveTable::currentKeyChanged, this, [this](quint64 key) {
        m_chosen = quint32(key);
        showChosen();
    });
    if (context.feed) {
        connect(context.feed, &FrameFeed::snapshotReady, this,
                [this](const Snapshot &snapshot) { m_stale = m_recorder.apply(snapshot) || m_stale; });
    }
    showStorms();
}

QToolButton *StormsPane::makeMenuButton(const QString &icon, const QString &text, const QString &tip)
{
    auto *button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setText(text);
    button->setAccessibleName(text);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAutoRaise(true);
    button->setMenu(new QMenu(button));
    return button;
}

QWidget *StormsPane::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new FlowLayout(bar);
    layout->setContentsMargins(4, 3, 4, 3);
    QToolButton *drop
        = makeMenuButton(QStringLiteral("drop"), tr("Drop all"), tr("End every client's connection and see how they come back"));
    addCommand(drop->menu(), tr("With RST"), tr("all dropped with RST"), R"({"what":{"kind":"rst"}})");
    addCommand(drop->menu(), tr("With FIN"), tr("all dropped with FIN"), R"({"what":{"kind":"fin"}})");
    addCommand(drop->menu(), tr("With close code 1012"), tr("all closed with 1012"),
               R"({"what":{"kind":"close-code","code":1012,"reason":"service restart"}})");
    QToolButton *restart
        = makeMenuButton(QStringLiteral("restart"), tr("Restart as a deployment does"),
                         tr("The hub leaves its clients as a server does that is restarted; it keeps its events"));
    addCommand(restart->menu(), tr("With drain"), tr("hub restarted with drain"), R"({"what":{"kind":"restart","drain":true}})");
    addCommand(restart->menu(), tr("Without drain"), tr("hub restarted without drain"),
               R"({"what":{"kind":"restart","drain":false}})");
    layout->addWidget(drop);
    layout->addWidget(restart);
    auto *picture = new PictureButton(*m_chart, tr("Storm"), QStringLiteral("storm"));
    layout->addWidget(picture);
    connect(picture, &PictureButton::said, this, [this](const QString &text) { showText(m_result, text); });
    return bar;
}

void StormsPane::addCommand(QMenu *menu, const QString &text, const QString &cause, const QByteArray &rule)
{
    menu->addAction(text, this, [this, cause, rule] { this->cause(cause, rule); });
}

QWidget *StormsPane::makeDetail()
{
    m_chart->setAccessibleName(tr("How the clients come back"));
    m_chart->setToolTip(tr("The tab “Figures” has the same figures as a table"));
    m_tabs->addTab(m_chart, tr("Picture"));
    m_tabs->addTab(new FilteredTable(m_stepsTable, m_context.notebook), tr("Figures"));
    auto *detail = new QWidget;
    auto *layout = new QVBoxLayout(detail);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_sentence);
    layout->addWidget(m_tabs, 1);
    return detail;
}

QCoro::Task<> StormsPane::cause(QString name, QByteArray rule)
{
    if (!m_context.faults)
        co_return;
    const QPointer<StormsPane> self = this;
    m_recorder.announce(name, SystemClock().wall());
    m_chosen = 0;
    const auto set = co_await m_context.faults->add(std::move(rule));
    if (self)
        showText(m_result, set ? QString() : tr("✖ Nothing was cut: %1").arg(coreText(set.error())));
}

// Where there is no room for both, the picture is what the pane is for.
void StormsPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_table->setVisible(height() > fontMetrics().height() * 20);
}

QIcon StormsPane::icon() const
{
    return themedIcon(QStringLiteral("storm"));
}

void StormsPane::applySnapshot(const Snapshot &snapshot)
{
    if (!m_stale || snapshot.figures.mono - m_shown < ShowEvery)
        return;
    m_shown = snapshot.figures.mono;
    showStorms();
}

void StormsPane::showStorms()
{
    m_stale = false;
    std::vector<StormRow> rows;
    for (auto storm = m_recorder.storms().crbegin(); storm != m_recorder.storms().crend(); ++storm)
        rows.push_back(stormRow(*storm));
    m_model->setRows(std::move(rows));
    showChosen();
}

void StormsPane::showChosen()
{
    const auto &storms = m_recorder.storms();
    const Storm *chosen = m_recorder.find(m_chosen);
    if (!chosen && !storms.empty())
        chosen = &storms.back();
    showText(m_sentence,
             chosen
                 ? stormSentence(stormRow(*chosen))
                 : tr("Drop all clients, or restart the hub, to see how they come back. When at least %Ln clients are cut within "
                      "two seconds, and a quarter of all, it is recorded by itself.",
                      nullptr, int(StormRecorder::LeastCut)));
    m_tabs->setVisible(chosen != nullptr);
    std::vector<StormStepRow> steps = chosen ? stormSteps(*chosen) : std::vector<StormStepRow>();
    m_chart->setSteps(steps);
    m_steps->setRows(std::move(steps));
}

} // namespace pushscope
