// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FrameFeed: pulls snapshots from the hub at frame rate while somebody looks, once a second while nobody does, and not at all
// while the view is frozen or no hub runs. Freezing stops the view, never the capture: what was missed comes with the first
// snapshot afterwards. Lives on the GUI thread.

#include "observe/observatory.h"

#include <QBasicTimer>
#include <QObject>

namespace pushscope {

class FrameFeed : public QObject
{
    Q_OBJECT
public:
    static constexpr Milliseconds FramePace{33};
    static constexpr Milliseconds IdlePace{1000};

    explicit FrameFeed(Observatory &observatory, QObject *parent = nullptr); // borrowed
    ~FrameFeed() override;

    // Whether a hub runs. When it stops, what is still on its way is taken once more.
    void setRunning(bool running);
    // Whether the window can be seen.
    void setViewed(bool viewed);
    void setFrozen(bool frozen);
    [[nodiscard]] bool isFrozen() const noexcept { return m_frozen; }
    // How often it asks now; 0 ms: not at all.
    [[nodiscard]] Milliseconds pace() const noexcept;
    [[nodiscard]] Observatory &observatory() const noexcept { return m_observatory; }

    // The figures of the newest snapshot; all zero before the first.
    [[nodiscard]] const HubFigures &figures() const noexcept { return m_figures; }
    [[nodiscard]] quint64 generation() const noexcept { return m_generation; }

    void poll(); // one tick: takes what is ready, asks for the next; called by the timer

Q_SIGNALS:
    // Another run of the hub: all keys of clients and reconnects seen so far are void. Before its first snapshotReady.
    void hubReplaced();
    void snapshotReady(const pushscope::Snapshot &snapshot);
    void frozenChanged(bool frozen);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void takeReady();
    void adjust();

    Observatory &m_observatory;
    QBasicTimer m_timer;
    HubFigures m_figures;
    quint64 m_generation = 0;
    bool m_running = false;
    bool m_viewed = false;
    bool m_frozen = false;
};

} // namespace pushscope
