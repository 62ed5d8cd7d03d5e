// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/framefeed.h"

#include <QTimerEvent>

namespace pushscope {

FrameFeed::FrameFeed(Observatory &observatory, QObject *parent)
    : QObject(parent)
    , m_observatory(observatory)
{
}

FrameFeed::~FrameFeed() = default;

void FrameFeed::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (!running && !m_frozen)
        takeReady();
    adjust();
}

void FrameFeed::setViewed(bool viewed)
{
    if (m_viewed == viewed)
        return;
    m_viewed = viewed;
    adjust();
    if (viewed && pace() > Milliseconds(0))
        poll(); // what happened meanwhile shows with the first picture, not a second later
}

void FrameFeed::setFrozen(bool frozen)
{
    if (m_frozen == frozen)
        return;
    m_frozen = frozen;
    adjust();
    Q_EMIT frozenChanged(frozen);
}

Milliseconds FrameFeed::pace() const noexcept
{
    if (!m_running || m_frozen)
        return Milliseconds(0);
    return m_viewed ? FramePace : IdlePace;
}

void FrameFeed::poll()
{
    takeReady();
    m_observatory.request();
}

void FrameFeed::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        poll();
    else
        QObject::timerEvent(event);
}

void FrameFeed::takeReady()
{
    const std::unique_ptr<const Snapshot> snapshot = m_observatory.take();
    if (!snapshot)
        return;
    m_figures = snapshot->figures;
    if (snapshot->generation != m_generation) {
        m_generation = snapshot->generation;
        Q_EMIT hubReplaced();
    }
    Q_EMIT snapshotReady(*snapshot);
}

void FrameFeed::adjust()
{
    const Milliseconds wanted = pace();
    if (wanted > Milliseconds(0))
        m_timer.start(int(wanted.count()), wanted == FramePace ? Qt::PreciseTimer : Qt::VeryCoarseTimer, this);
    else
        m_timer.stop();
}

} // namespace pushscope
