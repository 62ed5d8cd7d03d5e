// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/statusline.h"
#include "ui/panes/bustext.h"
#include "ui/shell/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <algorithm>

namespace pushscope {

namespace {

constexpr Milliseconds ShowEvery{250};
constexpr Milliseconds RateWindow{1000};

quint64 totalDelivered(const HubFigures &figures)
{
    quint64 sum = 0;
    for (const ProtocolFigures &protocol : figures.protocols)
        sum += protocol.delivered + protocol.replayed;
    return sum;
}

quint64 totalClients(const HubFigures &figures)
{
    quint64 sum = 0;
    for (const ProtocolFigures &protocol : figures.protocols)
        sum += protocol.clients;
    return sum;
}

QString number(quint64 value)
{
    return QLocale().toString(value);
}

} // namespace

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent)
{
    constexpr const char *Names[] = {QT_TR_NOOP("Hub state"), QT_TR_NOOP("Clients"), QT_TR_NOOP("Rate"),
                                     QT_TR_NOOP("Dropped"),   QT_TR_NOOP("Store"),   QT_TR_NOOP("Freeze")};
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a small window shows a part of it: fit()
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(6, 0, 6, 0);
    layout->setSpacing(fontMetrics().averageCharWidth() * 2);
    for (std::size_t i = 0; i < m_labels.size(); ++i) {
        m_labels[i] = new QLabel(this);
        m_labels[i]->setObjectName(QLatin1String(Names[i]));
    }
    m_faults = addButton(QStringLiteral("statusFaults"), tr("Show the fault rules"));
    m_removeFaults = addButton(QStringLiteral("statusRemoveFaults"), tr("Remove all faults"));
    m_removeFaults->setText(tr("✕ all"));
    m_removeFaults->setAccessibleName(m_removeFaults->toolTip());
    m_findings = addButton(QStringLiteral("statusFindings"), tr("Show what is wrong with the clients"));
    m_bus = addButton(QStringLiteral("statusBus"), tr("Show the bus"));
    m_bus->setAccessibleName(m_bus->toolTip()); // without Redis it has no text
    // Where there is no room, the last go first.
    for (QWidget *widget :
         std::initializer_list<QWidget *>{m_labels[Running], m_faults, m_removeFaults, m_findings, m_labels[Frozen], m_bus,
                                          m_labels[Clients], m_labels[Rate], m_labels[Dropped], m_labels[Store]}) {
        layout->addWidget(widget);
        m_parts.push_back({widget});
    }
    layout->addStretch();
    setWanted(m_bus, false);
    setWanted(m_labels[Frozen], false);
    connect(m_faults, &QToolButton::clicked, this, &StatusLine::faultsRequested);
    connect(m_removeFaults, &QToolButton::clicked, this, &StatusLine::faultsRemovalRequested);
    connect(m_findings, &QToolButton::clicked, this, &StatusLine::findingsRequested);
    connect(m_bus, &QToolButton::clicked, this, &StatusLine::busRequested);
    showState();
    showFigures();
    showBadges();
}

QToolButton *StatusLine::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setToolTip(tip);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void StatusLine::setFindings(qint64 count)
{
    if (std::exchange(m_findingCount, count) != count)
        showBadges();
}

void StatusLine::setBus(const std::optional<BusStatus> &bus, WallTime now)
{
    setWanted(m_bus, bus.has_value());
    if (!bus)
        return;
    QString text = busWords(*bus, now);
    if (!m_secondHub.isEmpty())
        text += QStringLiteral(" · ") + tr("second hub on %1").arg(m_secondHub);
    m_bus->setText(text);
    m_bus->setAccessibleName(text);
    setColour(m_bus, !bus->connected, int(Theme::Role::Error));
}

void StatusLine::setSecondHub(const QByteArray &url)
{
    m_secondHub = QString::fromUtf8(url); // shown with the next figures
}

// What is broken on purpose, and what is wrong by itself.
void StatusLine::showBadges()
{
    const quint32 faults = hasFigures() ? m_figures.activeFaults : 0;
    const auto show = [this](QToolButton *button, const QString &text, bool marked, Theme::Role role) {
        button->setText(text);
        button->setAccessibleName(text);
        setColour(button, marked, int(role));
    };
    show(m_faults, faults == 0 ? tr("no faults") : tr("⚡ %Ln fault(s)", nullptr, int(faults)), faults > 0, Theme::Role::Fault);
    setWanted(m_removeFaults, faults > 0 && m_recorded.isEmpty());
    show(m_findings, m_findingCount == 0 ? tr("no findings") : tr("△ %Ln finding(s)", nullptr, int(m_findingCount)),
         m_findingCount > 0, Theme::Role::Warning);
}

void StatusLine::setState(ServerThread::State state, const QString &address)
{
    m_state = state;
    m_address = address;
    if (state == ServerThread::State::Starting) {
        m_samples.clear();
        m_shownAt = {};
    }
    showState();
    showFigures();
}

void StatusLine::setRecorded(const QString &name)
{
    m_recorded = name;
    showState();
    showFigures();
}

bool StatusLine::hasFigures() const noexcept
{
    return m_state == ServerThread::State::Running || !m_recorded.isEmpty();
}

void StatusLine::setFrozen(bool frozen)
{
    setItem(Frozen, frozen ? tr("❄ view frozen, capture goes on") : QString(), tr("F8 goes on; nothing is lost meanwhile"));
    setWanted(m_labels[Frozen], frozen);
}

void StatusLine::applyFigures(const HubFigures &figures)
{
    if (figures.mono < m_figures.mono) { // a recording that went back
        m_samples.clear();
        m_shownAt = {};
    }
    m_figures = figures;
    m_samples.push_back({figures.mono, figures.published, totalDelivered(figures)});
    while (m_samples.size() > 2 && m_samples[1].at <= figures.mono - RateWindow)
        m_samples.pop_front();
    if (figures.mono - m_shownAt < ShowEvery)
        return;
    m_shownAt = figures.mono;
    showFigures();
}

QString StatusLine::text() const
{
    QStringList parts;
    for (const QLabel *label : m_labels) {
        if (!label->text().isEmpty())
            parts.append(label->text());
    }
    parts += {m_faults->text(), m_findings->text()};
    if (!m_bus->text().isEmpty())
        parts.append(m_bus->text());
    return parts.join(QStringLiteral(" · "));
}

void StatusLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        showState();
        showFigures();
        showBadges();
    }
}

bool StatusLine::event(QEvent *event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize || event->type() == QEvent::Show)
        fit();
    return done;
}

void StatusLine::setWanted(QWidget *widget, bool wanted)
{
    const auto part = std::find_if(m_parts.begin(), m_parts.end(), [widget](const Part &p) { return p.widget == widget; });
    if (std::exchange(part->wanted, wanted) != wanted || !wanted)
        fit();
}

// A part that would be cut off is not shown, and neither is what comes behind it.
void StatusLine::fit()
{
    int room = isVisible() ? contentsRect().width() - layout()->contentsMargins().left() - layout()->contentsMargins().right()
                           : QWIDGETSIZE_MAX;
    for (const Part &part : m_parts) {
        if (part.wanted)
            room -= qMax(part.widget->sizeHint().width(), part.widget->minimumWidth());
        part.widget->setVisible(part.wanted && room >= 0);
        if (part.wanted)
            room -= layout()->spacing();
    }
}

void StatusLine::showState()
{
    const auto [text, role] = [this]() -> std::pair<QString, Theme::Role> {
        if (!m_recorded.isEmpty())
            return {tr("◷ recorded: %1").arg(m_recorded), Theme::Role::Muted};
        switch (m_state) {
        case ServerThread::State::Running:
            return {tr("● running on %1").arg(m_address), Theme::Role::Good};
        case ServerThread::State::Starting:
            return {tr("◌ starting"), Theme::Role::Warning};
        case ServerThread::State::Stopping:
            return {tr("◌ draining"), Theme::Role::Warning};
        case ServerThread::State::Stopped:
            break;
        }
        return {tr("○ stopped"), Theme::Role::Muted};
    }();
    setItem(Running, text);
    setColour(m_labels[Running], true, int(role));
}

void StatusLine::showFigures()
{
    const bool known = m_figures.mono != TimePoint{};
    const bool running = hasFigures();
    double published = 0, delivered = 0;
    if (running && m_samples.size() > 1) {
        const Sample &first = m_samples.front(), &last = m_samples.back();
        const double seconds = std::chrono::duration<double>(last.at - first.at).count();
        if (seconds > 0) {
            published = double(last.published - first.published) / seconds;
            delivered = double(last.delivered - first.delivered) / seconds;
        }
    }
    setItem(Clients, tr("clients %1").arg(number(running ? totalClients(m_figures) : 0)));
    setItem(Rate, tr("%1 events/s → %2 deliveries/s").arg(number(quint64(published + 0.5)), number(quint64(delivered + 0.5))),
            tr("Published and delivered, over the last second"));
    setItem(Dropped, tr("dropped %1").arg(number(m_figures.droppedSlow)), tr("Clients dropped because they read too slowly"));
    setColour(m_labels[Dropped], m_figures.droppedSlow > 0, int(Theme::Role::Lost));
    const QByteArray oldest = m_figures.oldest.isNull() ? QByteArray() : formatEventId(m_figures.epoch, m_figures.oldest);
    const QString stored = number(m_figures.stored);
    setItem(Store,
            oldest.isEmpty() ? tr("store %1").arg(stored) : tr("store %1 (oldest %2)").arg(stored, QString::fromLatin1(oldest)),
            known ? tr("Events kept in the store: %1").arg(QString::fromLatin1(m_figures.storeKind)) : QString());
    showBadges();
}

void StatusLine::setItem(Item item, const QString &text, const QString &tip)
{
    QLabel *label = m_labels[item];
    label->setText(text); // does nothing where it is the same
    label->setToolTip(tip);
    // Numbers that change often keep their width: it only grows.
    label->setMinimumWidth(qMax(label->minimumWidth(), label->sizeHint().width()));
}

void StatusLine::setColour(QWidget *widget, bool marked, int role)
{
    QPalette colours = QPalette();
    for (const QPalette::ColorRole text : {QPalette::WindowText, QPalette::ButtonText}) {
        if (marked)
            colours.setColor(text, Theme::color(Theme::Role(role)));
    }
    if (widget->palette().color(QPalette::WindowText) != colours.color(QPalette::WindowText))
        widget->setPalette(colours);
}

} // namespace pushscope
