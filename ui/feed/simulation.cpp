// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/simulation.h"

namespace pushscope {

Simulation::Simulation(QObject *parent)
    : QObject(parent)
{
    m_thread.setObjectName(QStringLiteral("simulation"));
}

Simulation::~Simulation()
{
    if (!m_population)
        return;
    m_population->deleteLater(); // on its thread, after what was asked for before; its end ends the thread
    m_thread.wait();
}

// Most windows simulate nobody.
void Simulation::startThread()
{
    m_population = new Population;
    m_population->moveToThread(&m_thread);
    connect(m_population, &QObject::destroyed, &m_thread, &QThread::quit, Qt::DirectConnection);
    connect(m_population, &Population::changed, m_population, [this, population = m_population] {
        Q_ASSERT(QThread::currentThread() == &m_thread);
        const auto tell = [this, figures = population->figures()] { take(figures); };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
    m_thread.start();
}

void Simulation::add(const PopulationPlan &plan)
{
    if (!m_population)
        startThread();
    m_asked += plan.sse + plan.webSocket + plan.poll;
    QMetaObject::invokeMethod(
        m_population, [population = m_population, plan] { population->add(plan); }, Qt::QueuedConnection);
}

void Simulation::cut(double share, int most)
{
    if (m_population)
        QMetaObject::invokeMethod(
            m_population, [population = m_population, share, most] { population->cut(share, most); }, Qt::QueuedConnection);
}

void Simulation::clear()
{
    m_asked = 0;
    if (m_population)
        QMetaObject::invokeMethod(
            m_population, [population = m_population] { population->clear(); }, Qt::QueuedConnection);
}

void Simulation::take(const Population::Figures &figures)
{
    Q_ASSERT(QThread::currentThread() == QObject::thread());
    m_figures = figures;
    Q_EMIT changed();
}

} // namespace pushscope
