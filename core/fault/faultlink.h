// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultLink: a Link around a Link that holds back what passes, each way, in order. Lives on the hub thread; owned by
// whom it was given to. Without latency it passes everything through as it comes and keeps nothing.

#include "base/clock.h"
#include "base/timerwheel.h"
#include "transport/transport.h"

namespace pushscope {

class FaultLink final : public Link, private LinkHandler
{
public:
    // Wheel and clock are borrowed and outlive the link.
    FaultLink(std::unique_ptr<Link> inner, TimerWheel &wheel, const Clock &clock);
    ~FaultLink() override;

    // From now on each write, FIN and arrival takes delay ± jitter, a RST of the peer too. What is under way keeps its
    // time, and nothing overtakes it. A TimerWheel::Tick may be added. Zero and zero: off.
    void setLatency(Milliseconds delay, Milliseconds jitter);

    void setHandler(LinkHandler *handler) override;
    void write(SharedBytes octets) override;
    [[nodiscard]] qsizetype queuedBytes() const noexcept override; // those held back included
    void setReading(bool on) override;
    void finish() override;
    void reset() override; // at once
    [[nodiscard]] SocketAddress peer() const override { return m_inner->peer(); }

private:
    class Delayed;

    void linkReceived(QByteArrayView octets) override;
    void linkPeerFinished() override;
    void linkDrained() override;
    void linkEnded(LinkEnd how) override;

    [[nodiscard]] bool passesThrough() const noexcept { return !m_delayed && m_delay + m_jitter == Milliseconds(0); }
    Delayed &delayed();
    [[nodiscard]] TimePoint due(TimePoint notBefore) const;
    void holdOut(SharedBytes octets);
    void holdIn(QByteArray octets);
    void release(TimePoint now); // may destroy the link
    void releaseOut(TimePoint now);
    [[nodiscard]] bool releaseIn(TimePoint now); // false: the link was destroyed
    void armOrDrop();

    std::unique_ptr<Link> m_inner;
    TimerWheel &m_wheel;
    const Clock &m_clock;
    LinkHandler *m_handler = nullptr;
    std::unique_ptr<Delayed> m_delayed; // while something is held back
    Milliseconds m_delay{0};
    Milliseconds m_jitter{0};
    bool m_reading = true;
    bool m_finishing = false;
    bool m_closed = false; // ended or reset
};

} // namespace pushscope
