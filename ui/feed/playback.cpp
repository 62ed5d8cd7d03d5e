// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/playback.h"

#include "ui/models/coretext.h"

#include <QTimerEvent>
#include <algorithm>

namespace pushscope {

Playback::Playback(std::unique_ptr<PlayScript> script, ServerController &controller, QObject *parent)
    : QObject(parent)
    , m_script(std::move(script))
    , m_controller(&controller)
{
    if (const PlayStep *first = m_script->peek())
        m_at = first->ns;
    connect(&controller, &ServerController::stateChanged, this, [this](ServerController::State state) {
        if (state != ServerController::State::Running)
            stop();
    });
}

Playback::~Playback()
{
    removeFaults();
}

void Playback::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

void Playback::setSpeed(double speed)
{
    m_speed = std::clamp(speed, LeastSpeed, MostSpeed);
}

void Playback::play()
{
    if (m_state != State::Paused)
        return;
    m_elapsed.start();
    m_timer.start(Pace, Qt::PreciseTimer, this);
    setState(State::Playing);
}

void Playback::pause()
{
    if (m_state != State::Playing)
        return;
    m_timer.stop();
    setState(State::Paused);
}

void Playback::step()
{
    pause();
    const PlayStep *next = m_state == State::Paused ? m_script->peek() : nullptr;
    if (!next || mustWait(*next))
        return;
    m_at = next->ns;
    take(*next);
    m_script->advance();
    Q_EMIT progressed();
    endIfDone();
}

void Playback::stop()
{
    if (m_state == State::Ended)
        return;
    m_timer.stop();
    removeFaults();
    setState(State::Ended);
}

void Playback::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QObject::timerEvent(event);
    m_at += qint64(double(m_elapsed.nsecsElapsed()) * m_speed);
    m_elapsed.restart();
    for (int taken = 0; taken < MostAtOnce; ++taken) {
        const PlayStep *next = m_script->peek();
        if (!next || next->ns > m_at)
            break;
        if (mustWait(*next)) { // the hub sets the pace
            m_at = next->ns;
            break;
        }
        take(*next);
        m_script->advance();
    }
    Q_EMIT progressed();
    endIfDone();
}

// A rule can't be removed before its id is known, and what comes after it is not done before it.
bool Playback::mustWait(const PlayStep &step) const
{
    return m_underWay >= MostUnderWay || (step.what == PlayStep::What::RemoveFault && m_beingAdded.contains(step.fault));
}

void Playback::endIfDone()
{
    if (m_state != State::Ended && !m_script->peek() && m_underWay == 0)
        stop();
}

void Playback::take(const PlayStep &step)
{
    if (!m_controller)
        return;
    switch (step.what) {
    case PlayStep::What::Publish: {
        PublishRequest request;
        request.to = step.to;
        request.type = step.type;
        request.data = step.data;
        request.ephemeral = step.ephemeral;
        publish(std::move(request));
        return;
    }
    case PlayStep::What::AddFault:
        addFault(step.fault, step.data);
        return;
    case PlayStep::What::RemoveFault:
        if (const QByteArray id = m_faults.take(step.fault); !id.isEmpty())
            removeFault(*m_controller, id);
        return;
    }
}

void Playback::noteRefusal(const Error &error)
{
    ++m_refused;
    m_lastError = coreText(error);
}

void Playback::publish(PublishRequest request)
{
    ++m_underWay;
    QCoro::connect(m_controller->publish(std::move(request)), this, [this](const Result<PublishReceipt> &receipt) {
        --m_underWay;
        if (receipt)
            ++m_published;
        else
            noteRefusal(receipt.error());
        if (m_state == State::Paused)
            Q_EMIT progressed(); // what was under way still counts
        endIfDone();
    });
}

void Playback::addFault(const QByteArray &name, const QByteArray &rule)
{
    ++m_underWay;
    m_beingAdded.insert(name);
    // Not this as the context: a rule that is set when this is gone has to be taken back.
    QCoro::connect(m_controller->addFault(rule), m_controller.data(),
                   [self = QPointer(this), controller = m_controller.data(), name](const Result<QByteArray> &id) {
                       if (self)
                           self->onFaultAdded(name, id);
                       else if (id)
                           removeFault(*controller, *id);
                   });
}

void Playback::onFaultAdded(const QByteArray &name, const Result<QByteArray> &id)
{
    --m_underWay;
    m_beingAdded.remove(name);
    if (!id)
        noteRefusal(id.error());
    else if (m_state == State::Ended)
        removeFault(*m_controller, *id);
    else
        m_faults.insert(name, *id);
    endIfDone();
}

// One that has ended by itself meanwhile is as good as removed.
void Playback::removeFault(ServerController &controller, const QByteArray &id)
{
    QCoro::connect(controller.removeFault(id), &controller, [](const Result<void> &) {});
}

void Playback::removeFaults()
{
    const auto ids = std::exchange(m_faults, {});
    if (!m_controller)
        return;
    for (const QByteArray &id : ids)
        removeFault(*m_controller, id);
}

} // namespace pushscope
