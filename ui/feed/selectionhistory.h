// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SelectionHistory: back and forward through what was selected. However many parts of the selection change in one turn of the
// event loop, it is one step. GUI thread.

#include "ui/feed/selection.h"

#include <QTimer>
#include <deque>

namespace pushscope {

class SelectionHistory : public QObject
{
    Q_OBJECT
public:
    static constexpr std::size_t MostSteps = 100; // the oldest leave

    explicit SelectionHistory(Selection &selection, QObject *parent = nullptr); // borrowed

    [[nodiscard]] bool canGoBack() const noexcept { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const noexcept { return m_at + 1 < m_states.size(); }
    void back() { go(-1); }
    void forward() { go(+1); }
    void clear(); // what is selected now stays

Q_SIGNALS:
    void changed();

private:
    void go(int step);
    void settle();

    Selection &m_selection;
    std::deque<Selection::State> m_states; // never empty; oldest first
    std::size_t m_at = 0;
    bool m_moving = false; // what changes now was brought back
    QTimer m_settled;
};

} // namespace pushscope
