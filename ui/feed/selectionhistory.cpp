// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/selectionhistory.h"

namespace pushscope {

SelectionHistory::SelectionHistory(Selection &selection, QObject *parent)
    : QObject(parent)
    , m_selection(selection)
    , m_states{selection.state()}
{
    m_settled.setSingleShot(true);
    m_settled.setInterval(0);
    connect(&m_settled, &QTimer::timeout, this, &SelectionHistory::settle);
    connect(&selection, &Selection::changed, &m_settled, qOverload<>(&QTimer::start));
}

void SelectionHistory::settle()
{
    m_settled.stop();
    const Selection::State now = m_selection.state();
    if (std::exchange(m_moving, false)) {
        m_states[m_at] = now; // panes may have completed what was brought back
        return;
    }
    if (now == m_states[m_at])
        return;
    m_states.erase(m_states.begin() + qsizetype(m_at) + 1, m_states.end());
    m_states.push_back(now);
    if (m_states.size() > MostSteps)
        m_states.pop_front();
    m_at = m_states.size() - 1;
    Q_EMIT changed();
}

void SelectionHistory::go(int step)
{
    if (m_settled.isActive())
        settle();
    if (step < 0 ? !canGoBack() : !canGoForward())
        return;
    m_at = step < 0 ? m_at - 1 : m_at + 1;
    m_moving = true;
    m_selection.restore(m_states[m_at]);
    m_settled.start(); // also where nothing has changed
    Q_EMIT changed();
}

void SelectionHistory::clear()
{
    m_settled.stop();
    m_moving = false;
    m_states = {m_selection.state()};
    m_at = 0;
    Q_EMIT changed();
}

} // namespace pushscope
