// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/simulatedclientsdialog.h"

#include "ui/feed/servercontroller.h"
#include "ui/feed/simulation.h"
#include "ui/models/findingtext.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QShowEvent>
#include <QSpinBox>
#include <QVBoxLayout>

namespace pushscope {

SimulatedClientsDialog::SimulatedClientsDialog(ServerController &controller, Simulation &simulation, QWidget *parent)
    : QDialog(parent)
    , m_controller(controller)
    , m_simulation(simulation)
{
    setWindowTitle(tr("Simulated clients"));
    auto *columns = new QHBoxLayout;
    columns->addWidget(makeCounts());
    columns->addWidget(makeBehaviour(), 1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    auto *layout = new QVBoxLayout(this);
    layout->addLayout(columns);
    layout->addWidget(makeMisbehaviour());
    layout->addWidget(makeFigures());
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&m_simulation, &Simulation::changed, this, &SimulatedClientsDialog::refresh);
    connect(&m_controller, &ServerController::stateChanged, this, &SimulatedClientsDialog::refresh);
    refresh();
}

// Typing replaces the first number, as after a Tab.
void SimulatedClientsDialog::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    m_counts.front()->setFocus(Qt::TabFocusReason);
    QMetaObject::invokeMethod(m_counts.front(), &QSpinBox::selectAll, Qt::QueuedConnection); // once the window is active
}

QSpinBox *SimulatedClientsDialog::addCount(QFormLayout *form, const QString &label, int value)
{
    auto *box = new QSpinBox(this);
    box->setRange(0, 5000); // each is a socket at both ends, in one process
    box->setValue(value);
    box->setGroupSeparatorShown(true);
    form->addRow(label, box);
    return box;
}

QWidget *SimulatedClientsDialog::makeCounts()
{
    auto *group = new QGroupBox(tr("How many"), this);
    auto *form = new QFormLayout(group);
    const QString labels[] = {tr("%1 Event &streams:"), tr("%1 &WebSockets:"), tr("%1 &Long pollers:")};
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        m_counts[i] = addCount(form, labels[i].arg(Theme::protocolShape(ClientProtocol(i))), 5);
    m_prefix = new QLineEdit(QStringLiteral("sim-"), this);
    form->addRow(tr("&User names begin with:"), m_prefix);
    m_rooms = new QLineEdit(QStringLiteral("lobby"), this);
    m_rooms->setToolTip(tr("Separated by spaces"));
    form->addRow(tr("&Rooms:"), m_rooms);
    return group;
}

QWidget *SimulatedClientsDialog::makeBehaviour()
{
    auto *group = new QGroupBox(tr("When the connection ends"), this);
    auto *form = new QFormLayout(group);
    m_policy = new QComboBox(this);
    m_policy->addItems(
        {tr("Stay away"), tr("Come back at once"), tr("Come back at a fixed pace"), tr("Come back with growing pauses")});
    m_policy->setCurrentIndex(int(ReconnectPolicy::Kind::Exponential));
    form->addRow(tr("&Policy:"), m_policy);
    const auto milliseconds = [this, form](const QString &label, int value, int most) {
        auto *box = new QSpinBox(this);
        box->setRange(0, most);
        box->setValue(value);
        box->setSuffix(tr(" ms"));
        form->addRow(label, box);
        return box;
    };
    m_base = milliseconds(tr("&First pause:"), 500, 60'000);
    m_cap = milliseconds(tr("Lon&gest pause:"), 30'000, 600'000);
    m_factor = new QDoubleSpinBox(this);
    m_factor->setRange(1.0, 10.0);
    m_factor->setValue(2.0);
    m_factor->setSingleStep(0.5);
    form->addRow(tr("Gro&ws by the factor:"), m_factor);
    const auto check = [this, form](const QString &text) {
        auto *box = new QCheckBox(text, this);
        box->setChecked(true);
        form->addRow(QString(), box);
        return box;
    };
    m_jitter = check(tr("Pauses are &random up to this"));
    m_honourRetry = check(tr("Event streams heed “re&try:”"));
    m_resume = check(tr("Res&ume with the cursor they had"));
    m_clientId = check(tr("Say who they are (client&Id)"));
    const auto follow = [this] {
        const auto kind = ReconnectPolicy::Kind(m_policy->currentIndex());
        const bool grows = kind == ReconnectPolicy::Kind::Exponential;
        m_base->setEnabled(grows || kind == ReconnectPolicy::Kind::Fixed);
        m_cap->setEnabled(grows);
        m_factor->setEnabled(grows);
        m_jitter->setEnabled(grows || kind == ReconnectPolicy::Kind::Fixed);
    };
    connect(m_policy, &QComboBox::currentIndexChanged, this, follow);
    return group;
}

// Each by the finding that says so.
QWidget *SimulatedClientsDialog::makeMisbehaviour()
{
    auto *group = new QGroupBox(tr("What they do wrong"), this);
    auto *form = new QFormLayout(group);
    m_misbehaviour = new QComboBox(this);
    m_misbehaviour->setObjectName(QStringLiteral("misbehaviour"));
    m_misbehaviour->addItem(tr("nothing"));
    for (int i = 1; i < MisbehaviourCount; ++i) {
        const QByteArray code = misbehaviourName(Misbehaviour(i));
        m_misbehaviour->addItem(QStringLiteral("%1: %2").arg(QString::fromLatin1(code), explainFinding(code).title));
    }
    m_misbehaviour->setMaxVisibleItems(MisbehaviourCount);
    m_whoCan = new QLabel(group);
    m_whoCan->setObjectName(QStringLiteral("whoCan"));
    m_whoCan->setWordWrap(true);
    form->addRow(tr("&Misbehaviour:"), m_misbehaviour);
    form->addRow(m_whoCan);
    connect(m_misbehaviour, &QComboBox::currentIndexChanged, this, &SimulatedClientsDialog::showWhoCan);
    showWhoCan();
    return group;
}

void SimulatedClientsDialog::showWhoCan()
{
    const auto misbehaviour = Misbehaviour(m_misbehaviour->currentIndex());
    QStringList able;
    for (std::size_t i = 0; i < ProtocolCount; ++i) {
        if (canMisbehave(LabProtocol(i), misbehaviour))
            able += Theme::protocolShape(ClientProtocol(i)) + QChar(u' ') + Theme::protocolLabel(ClientProtocol(i));
    }
    const QString note = misbehaviour == Misbehaviour::None
        ? tr("They behave well. Where thousands are too many for this machine they answer late, and findings may say so.")
        : able.size() == int(ProtocolCount)
        ? tr("The Findings pane names them after a while.")
        : tr("Only %1 can; the others behave well. The Findings pane names them after a while.")
              .arg(able.join(QStringLiteral(", ")));
    m_whoCan->setText(note);
}

QWidget *SimulatedClientsDialog::makeFigures()
{
    auto *group = new QGroupBox(tr("At work"), this);
    m_figures = new QLabel(group);
    m_figures->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_state = new QLabel(group);
    m_add = new QPushButton(themedIcon(QStringLiteral("spawn")), tr("&Add clients"), this);
    m_cut = new QPushButton(themedIcon(QStringLiteral("drop")), tr("&Cut half of them"), this);
    m_cut->setToolTip(tr("Half of the simulated clients drop their connection and come back by their policy"));
    m_stop = new QPushButton(themedIcon(QStringLiteral("stop")), tr("Stop a&ll"), this);
    m_add->setDefault(true);
    auto *row = new QHBoxLayout;
    row->addWidget(m_state, 1);
    for (QPushButton *button : {m_add, m_cut, m_stop})
        row->addWidget(button);
    auto *layout = new QVBoxLayout(group);
    layout->addWidget(m_figures);
    layout->addLayout(row);
    connect(m_add, &QPushButton::clicked, this, &SimulatedClientsDialog::addClients);
    connect(m_cut, &QPushButton::clicked, this, [this] { m_simulation.cut(0.5); });
    connect(m_stop, &QPushButton::clicked, this, [this] {
        m_simulation.clear();
        refresh();
    });
    return group;
}

PopulationPlan SimulatedClientsDialog::plan() const
{
    PopulationPlan plan;
    plan.hub = QUrl(QString::fromUtf8(m_controller.url()));
    plan.sse = m_counts[std::size_t(ClientProtocol::Sse)]->value();
    plan.webSocket = m_counts[std::size_t(ClientProtocol::WebSocket)]->value();
    plan.poll = m_counts[std::size_t(ClientProtocol::Poll)]->value();
    plan.userPrefix = m_prefix->text().toUtf8();
    plan.rooms.clear();
    const QStringList rooms = m_rooms->text().split(u' ', Qt::SkipEmptyParts);
    for (const QString &room : rooms)
        plan.rooms.append(room.toUtf8());
    plan.policy = {ReconnectPolicy::Kind(m_policy->currentIndex()),
                   Milliseconds(m_base->value()),
                   Milliseconds(m_cap->value()),
                   m_factor->value(),
                   m_jitter->isChecked(),
                   m_honourRetry->isChecked()};
    plan.misbehaviour = Misbehaviour(m_misbehaviour->currentIndex());
    plan.resume = m_resume->isChecked();
    plan.sendClientId = m_clientId->isChecked();
    plan.token = m_controller.tokenMaker();
    return plan;
}

void SimulatedClientsDialog::addClients()
{
    m_simulation.add(plan());
    refresh();
}

void SimulatedClientsDialog::refresh()
{
    const Population::Figures &f = m_simulation.figures();
    const QLocale locale;
    const auto number = [&locale](auto value) { return locale.toString(value); };
    m_figures->setText(tr("%1 of %2 connected · %3 events received · %4 twice · %5 gaps · %6 out of order · %7 reconnects")
                           .arg(number(f.connected), number(f.clients), number(f.received), number(f.duplicates), number(f.gaps),
                                number(f.outOfOrder), number(f.reconnects)));
    const bool running = m_controller.isRunning();
    m_state->setText(running ? QString() : tr("Start the hub first."));
    m_add->setEnabled(running);
    m_cut->setEnabled(f.connected > 0);
    m_stop->setEnabled(!m_simulation.isEmpty());
}

} // namespace pushscope
