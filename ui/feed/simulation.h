// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Simulation: the window's simulated clients: a Population on a thread of its own, so that thousands of sockets and timers keep
// the window from nothing and wait for it never. Lives on the GUI thread; owns both. Destroying it ends the clients and joins.

#include "lab/population.h"

#include <QThread>

namespace pushscope {

class Simulation : public QObject
{
    Q_OBJECT
public:
    explicit Simulation(QObject *parent = nullptr);
    ~Simulation() override;

    // What is asked for is done in order, on the clients' thread; plan.token is called there.
    void add(const PopulationPlan &plan);
    void cut(double share, int most = std::numeric_limits<int>::max()); // see Population
    void clear();
    // As last told by the clients' thread: at most four times a second.
    [[nodiscard]] const Population::Figures &figures() const noexcept { return m_figures; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_asked == 0; } // by what was asked for: at once
    [[nodiscard]] const QThread &clientsThread() const noexcept { return m_thread; }

Q_SIGNALS:
    void changed();

private:
    void startThread();
    void take(const Population::Figures &figures);

    QThread m_thread;
    Population *m_population = nullptr; // on m_thread, which ends with it; from the first add() on
    Population::Figures m_figures;
    int m_asked = 0; // clients added since the last clear()
};

} // namespace pushscope
