// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panes/injectpane.h"

#include "ui/delegates/celldelegate.h"
#include "ui/feed/selection.h"
#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/clientsmodel.h"
#include "ui/models/sentmodel.h"
#include "ui/panes/composer.h"
#include "ui/panes/flowlayout.h"
#include "ui/panes/livetable.h"
#include "ui/panes/sharedclients.h"
#include "ui/shell/icons.h"
#include "ui/shell/theme.h"

#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QShortcut>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

namespace pushscope {

namespace {

constexpr int MostUnderWay = 64;
constexpr int ProgressInterval = 100; // ms

} // namespace

InjectPane::InjectPane(const PaneContext &context, QWidget *parent)
    : Pane(parent)
    , m_context(context)
    , m_clients(sharedClients(context, this))
    , m_composer(new Composer)
    , m_sent(new SentModel(this))
    , m_history(new LiveTable(m_sent, LiveTable::Kind::Plain, QStringLiteral("injectHistory"), tr("Sent in this session")))
    , m_times(new QSpinBox)
    , m_every(new QSpinBox)
    , m_send(new QPushButton(themedIcon(QStringLiteral("send")), tr("&Send")))
    , m_stop(new QPushButton(themedIcon(QStringLiteral("stop")), tr("St&op")))
    , m_result(new QLabel)
{
    if (context.controller)
        m_publish = [controller = context.controller](PublishRequest request) { return controller->publish(std::move(request)); };
    m_history->setToolTip(tr("Activate a row to put it into the composer again"));
    auto *splitter = new QSplitter(Qt::Horizontal);
    splitter->setObjectName(QStringLiteral("injectSplitter"));
    splitter->addWidget(makeComposerSide());
    splitter->addWidget(m_history);
    splitter->setSizes({600, 400}); // shares, not pixels
    splitter->setStretchFactor(0, 3);
    splitter->setStretchFactor(1, 2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(6, 4, 0, 4);
    layout->addWidget(splitter);
    setupConnections();
    setupShortcuts();
    updateButtons();
}

QWidget *InjectPane::makeComposerSide()
{
    auto *side = new QWidget;
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 6, 0);
    layout->setSpacing(4);
    m_result->setObjectName(QStringLiteral("injectResult"));
    m_result->setAccessibleName(tr("Result"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_result->hide();
    layout->addWidget(m_composer, 1);
    layout->addWidget(makeSendRow());
    layout->addWidget(m_result);
    return side;
}

QWidget *InjectPane::makeSendRow()
{
    m_times->setObjectName(QStringLiteral("injectTimes"));
    m_times->setRange(1, 1'000'000);
    m_times->setAccessibleName(tr("How many times"));
    m_every->setObjectName(QStringLiteral("injectEvery"));
    m_every->setRange(0, 3'600'000);
    m_every->setValue(50);
    m_every->setAccessibleName(tr("Every how many ms"));
    m_send->setObjectName(QStringLiteral("injectSend"));
    m_send->setToolTip(tr("Send (Ctrl+Return)"));
    m_stop->setObjectName(QStringLiteral("injectStop"));
    m_stop->setToolTip(tr("Stop sending (Esc)"));
    auto *row = new QWidget;
    auto *layout = new FlowLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    m_every->setSuffix(tr(" ms"));
    layout->addWidget(FlowLayout::labelled(tr("&Repeat"), m_times));
    layout->addWidget(FlowLayout::labelled(tr("times, e&very"), m_every));
    layout->addWidget(m_stop);
    layout->addWidget(m_send);
    return row;
}

void InjectPane::setupConnections()
{
    connect(m_send, &QPushButton::clicked, this, &InjectPane::send);
    connect(m_stop, &QPushButton::clicked, this, &InjectPane::stop);
    connect(&m_pace, &QTimer::timeout, this, &InjectPane::sendNext);
    connect(m_composer, &Composer::canSendChanged, this, &InjectPane::updateButtons);
    connect(m_history, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { m_composer->setRequest(m_sent->sentAt(index.row()).request); });
    if (m_context.selection)
        connect(m_context.selection, &Selection::clientChanged, this, &InjectPane::showSelectedUser);
    m_pace.setTimerType(Qt::PreciseTimer);
}

void InjectPane::setupShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto slot) {
        auto *shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, slot);
    };
    add(QKeySequence(Qt::CTRL | Qt::Key_Return), &InjectPane::send);
    add(QKeySequence(Qt::CTRL | Qt::Key_Enter), &InjectPane::send);
    add(QKeySequence(Qt::Key_Escape), &InjectPane::stop);
}

// Where there is no room for both, the composer is what the pane is for.
void InjectPane::resizeEvent(QResizeEvent *event)
{
    Pane::resizeEvent(event);
    m_history->setVisible(width() > fontMetrics().averageCharWidth() * 80);
}

QIcon InjectPane::icon() const
{
    return themedIcon(QStringLiteral("inject"));
}

void InjectPane::applySnapshot(const Snapshot &)
{
    showSelectedUser();
}

void InjectPane::showSelectedUser()
{
    const ClientRow *client = m_context.selection ? m_clients->find(m_context.selection->clientKey()) : nullptr;
    m_composer->setSelectedUser(client ? client->user : QByteArray());
}

void InjectPane::send()
{
    if (m_left > 0 || !m_publish)
        return;
    const std::optional<PublishRequest> request = m_composer->request();
    if (!request)
        return;
    m_composer->remember(*request);
    m_repeated = *request;
    m_wanted = m_left = m_times->value();
    m_done = m_failed = 0;
    m_shown.invalidate();
    updateButtons();
    sendNext();
    if (m_left > 0)
        m_pace.start(m_every->value());
}

// One a tick; a hub that answers more slowly than that is waited for.
void InjectPane::sendNext()
{
    if (m_left == 0 || m_underWay >= MostUnderWay)
        return;
    --m_left;
    ++m_underWay;
    if (m_left == 0)
        m_pace.stop();
    sendOne(m_repeated);
    updateButtons();
}

QCoro::Task<> InjectPane::sendOne(PublishRequest request)
{
    const QPointer<InjectPane> self = this;
    SentEvent event;
    event.at = SystemClock().wall();
    event.request = request;
    const Result<PublishReceipt> receipt = co_await m_publish(std::move(request));
    if (!self)
        co_return;
    if (receipt)
        event.receipt = *receipt;
    else
        event.failure = QString::fromUtf8(receipt.error().detail);
    finished(std::move(event));
}

void InjectPane::finished(SentEvent event)
{
    --m_underWay;
    ++m_done;
    const bool good = event.failure.isEmpty();
    if (!good) {
        ++m_failed;
        m_wanted -= std::exchange(m_left, 0); // what fails once is not tried a hundred times
        m_pace.stop();
    }
    const QString what = good ? receiptText(event.receipt) : tr("✖ Not sent: %1").arg(event.failure);
    m_last = std::move(event);
    const bool last = m_left == 0 && m_underWay == 0;
    if (last)
        m_sent->add(m_last); // one row for a burst
    if (last || !m_shown.isValid() || m_shown.elapsed() >= ProgressInterval) {
        const QString progress = m_wanted <= 1
            ? what
            : tr("%1 of %2 sent. Last: %3").arg(numberText(quint64(m_done - m_failed)), numberText(quint64(m_wanted)), what);
        say(progress, good);
        m_shown.start();
    }
    updateButtons();
}

void InjectPane::stop()
{
    if (m_left == 0)
        return;
    m_pace.stop();
    m_wanted -= std::exchange(m_left, 0);
    say(tr("Stopped after %Ln event(s).", nullptr, m_done), true);
    if (m_underWay == 0 && m_done > 0)
        m_sent->add(m_last);
    updateButtons();
}

void InjectPane::say(const QString &text, bool good)
{
    m_result->setText(text);
    QPalette colors = palette();
    if (!good)
        colors.setColor(QPalette::WindowText, Theme::color(Theme::Role::Error));
    m_result->setPalette(colors);
    m_result->show();
}

void InjectPane::updateButtons()
{
    m_send->setEnabled(m_left == 0 && m_composer->canSend());
    m_stop->setEnabled(m_left > 0);
}

} // namespace pushscope
