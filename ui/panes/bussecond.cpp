// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The Bus pane's second hub: started and stopped, and events sent across.

#include "ui/feed/servercontroller.h"
#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/panes/buspane.h"
#include "ui/panes/textlabel.h"
#include "ui/shell/icons.h"

#include <QMenu>
#include <QPointer>
#include <QToolButton>

namespace pushscope {

void BusPane::setupSecondHub()
{
    m_crossing->hide();
    connect(m_second, &SecondHub::changed, this, &BusPane::showSecondHub);
    connect(m_second, &SecondHub::crossed, this, &BusPane::showCrossing);
    if (!m_context.controller)
        return;
    connect(m_context.controller, &ServerController::configChanged, this, &BusPane::showSecondHub);
    connect(m_context.controller, &ServerController::stateChanged, this, [this](ServerThread::State state) {
        if (state == ServerThread::State::Stopped || state == ServerThread::State::Stopping)
            m_second->stop(); // it is there beside the first
        showSecondHub();
    });
}

void BusPane::toggleSecondHub()
{
    if (!m_context.controller)
        return;
    showText(m_crossing, {});
    if (m_second->state() == SecondHub::State::Stopped)
        m_second->start(m_context.controller->config());
    else
        m_second->stop();
}

void BusPane::showSecondHub()
{
    const SecondHub::State state = m_second->state();
    const bool runs = state == SecondHub::State::Running;
    // With settings that the first does not have yet, the second would be another sort of hub.
    const bool mayStart
        = m_bus && m_context.controller && m_context.controller->isRunning() && !m_context.controller->needsRestart();
    m_startStop->setVisible(m_bus.has_value() || state != SecondHub::State::Stopped);
    m_startStop->setEnabled(runs || (state == SecondHub::State::Stopped && mayStart));
    m_startStop->setText(runs ? tr("Stop second hub") : tr("Start second hub"));
    m_startStop->setAccessibleName(m_startStop->text());
    m_startStop->setIcon(themedIcon(runs ? QStringLiteral("stop") : QStringLiteral("start")));
    m_startStop->setToolTip(runs ? tr("Its clients are told to come back, and it leaves the Redis")
                                 : tr("Starts another hub in this program, on the same Redis and a free port"));
    for (QToolButton *button : {m_send, m_page, m_copy})
        button->setVisible(runs);
    QString text;
    if (runs)
        text = tr("● The second hub runs on %1, with the same secret: a token is good for both.")
                   .arg(QString::fromUtf8(m_second->url()));
    else if (state == SecondHub::State::Starting)
        text = tr("◌ The second hub starts…");
    else if (state == SecondHub::State::Stopping)
        text = tr("◌ The second hub drains…");
    else if (!m_second->error().isEmpty())
        text = tr("✖ The second hub did not start: %1").arg(m_second->error());
    showText(m_secondState, text);
}

QCoro::Task<> BusPane::sendAcross(bool toSecond)
{
    if (!m_context.controller)
        co_return;
    const QPointer<BusPane> self = this;
    showText(m_crossing, tr("Publishing…"));
    const Result<PublishReceipt> receipt = co_await m_second->sendAcross(*m_context.controller, toSecond);
    if (!self)
        co_return;
    if (!receipt)
        showText(m_crossing, tr("✖ Nothing was published: %1").arg(coreText(receipt.error())));
    else if (m_second->isUnderWay(toSecond))
        showText(m_crossing,
                 (toSecond
                      ? tr("%1 is published. The second hub hears it once a client of it is connected: a hub subscribes only "
                           "what its clients have.")
                      : tr("%1 is published. The first hub hears it once a client of it is connected: a hub subscribes only "
                           "what its clients have."))
                     .arg(QString::fromUtf8(receipt->id)));
}

void BusPane::showCrossing(const SecondHub::Crossing &crossing)
{
    const QString id = QString::fromUtf8(crossing.id), took = durationText(crossing.took);
    const QString receivers = tr("%Ln receiver(s) there", nullptr, int(crossing.receivers));
    showText(m_crossing,
             crossing.toSecond ? tr("✔ %1 went from the first hub to the second in %2: %3.").arg(id, took, receivers)
                               : tr("✔ %1 went from the second hub to the first in %2: %3.").arg(id, took, receivers));
}

} // namespace pushscope
