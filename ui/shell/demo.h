// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Demo: something to see in every pane: clients of each protocol, a steady mix of events, and a share of the clients that lose
// their connection every few seconds. Runs on the hub of the window. GUI thread.

#include "serverconfig.h"

#include <QBasicTimer>
#include <QCoroTask>
#include <QObject>
#include <QRandomGenerator>

namespace pushscope {

class FrameFeed;
class Simulation;
class Selection;
class ServerController;
struct PublishRequest;

class Demo : public QObject
{
    Q_OBJECT
public:
    Demo(ServerController &controller, Simulation &simulation, QObject *parent = nullptr); // both borrowed

    // A hub in memory on a free port of loopback; the rest is as in `base`.
    [[nodiscard]] static ServerConfig config(ServerConfig base);
    void start(); // begins once the hub runs
    // Selects an event and a reconnect as soon as there are some, once and where nobody selected anything, so that the panes that
    // show a selection have something to show.
    void selectFirst(FrameFeed &feed, Selection &selection);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void populate();
    [[nodiscard]] PublishRequest nextEvent();

    ServerController &m_controller;
    Simulation &m_simulation;
    QRandomGenerator m_random;
    QBasicTimer m_publish;
    QBasicTimer m_cut;
    QCoro::Task<void> m_sending; // the last one; finishes by itself
    quint64 m_sent = 0;
};

} // namespace pushscope
