// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The stages, one for each kind of fault that holds links: when what went in is due.
#include "base/timerwheel.h"
#include "fault/faultrule.h"
#include "fault/linkstage.h"

#include <QRandomGenerator>

namespace pushscope {

namespace {

using namespace std::chrono_literals;
using What = LinkItem::What;

class LatencyStage final : public LinkStage
{
public:
    LatencyStage(Milliseconds delay, Milliseconds jitter)
        : m_delay(delay)
        , m_jitter(jitter)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        const qint64 spread = m_jitter.count();
        const Milliseconds offset(spread > 0 ? QRandomGenerator::global()->bounded(-spread, spread + 1) : 0);
        enqueue(lane, now + std::max(m_delay + offset, 0ms), std::move(item));
    }

private:
    Milliseconds m_delay, m_jitter;
};

// A line on which each octet takes its time; in pieces of about a tick, so that it flows.
class BandwidthStage final : public LinkStage
{
public:
    explicit BandwidthStage(qint64 bytesPerSecond)
        : m_perOctet(std::chrono::nanoseconds(1s) / bytesPerSecond)
        , m_piece(std::max<qsizetype>(1, bytesPerSecond * TimerWheel::Tick / 1s))
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        if (item.what == What::Octets)
            enqueue(lane, {m_piece, m_perOctet, 0ns}, std::move(item), now);
        else
            enqueue(lane, now, std::move(item));
    }

private:
    std::chrono::nanoseconds m_perOctet;
    qsizetype m_piece;
};

// One piece a tick: pieces that leave together would arrive as one.
class SliceStage final : public LinkStage
{
public:
    explicit SliceStage(qsizetype size)
        : m_size(size)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        if (lane == Lane::Out && item.what == What::Octets)
            enqueue(lane, {m_size, 0ns, TimerWheel::Tick}, std::move(item), now);
        else
            enqueue(lane, now, std::move(item));
    }

private:
    qsizetype m_size;
};

class BlackholeStage final : public LinkStage
{
public:
    void push(Lane lane, LinkItem item, TimePoint) override { enqueue(lane, TimePoint::max(), std::move(item)); }
    [[nodiscard]] bool isDeaf() const noexcept override { return true; }
};

class SlowCloseStage final : public LinkStage
{
public:
    explicit SlowCloseStage(Milliseconds wait)
        : m_wait(wait)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        const bool late = lane == Lane::Out && item.what == What::Fin;
        enqueue(lane, late ? now + m_wait : now, std::move(item));
    }

private:
    Milliseconds m_wait;
};

// What it holds is in the proxy's memory, of which the hub knows nothing.
class BufferStage final : public LinkStage
{
public:
    BufferStage(qsizetype size, Milliseconds longest)
        : m_size(size)
        , m_longest(longest)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        if (lane == Lane::In || item.what != What::Octets) {
            enqueue(lane, now, std::move(item));
            if (lane == Lane::Out)
                release(now); // the end takes along what there is
            return;
        }
        const TimePoint due = m_longest == 0ms ? TimePoint::max() : isEmpty(lane) ? now + m_longest : now;
        enqueue(lane, due, std::move(item));
        if (LinkStage::queuedBytes() >= m_size)
            release(now);
    }
    [[nodiscard]] qsizetype queuedBytes() const noexcept override { return 0; }

private:
    qsizetype m_size;
    Milliseconds m_longest;
};

class CutAfterStage final : public LinkStage
{
public:
    explicit CutAfterStage(qint64 bytes)
        : m_left(bytes)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        if (lane == Lane::In || item.what != What::Octets) {
            enqueue(lane, now, std::move(item));
            return;
        }
        if (m_left < 0)
            return; // it is cut
        const bool cuts = item.octets.size() > m_left;
        if (cuts)
            item.octets.truncate(m_left);
        m_left -= item.octets.size();
        if (!item.octets.isEmpty())
            enqueue(lane, now, std::move(item));
        if (cuts) {
            m_left = -1;
            enqueue(lane, now, {What::CutRst, {}, {}});
        }
    }

private:
    qint64 m_left; // -1: cut
};

class IdleTimeoutStage final : public LinkStage
{
public:
    IdleTimeoutStage(Milliseconds longest, TimePoint now)
        : m_longest(longest)
        , m_last(now)
    {
    }
    void push(Lane lane, LinkItem item, TimePoint now) override
    {
        m_last = now;
        enqueue(lane, now, std::move(item));
    }

private:
    [[nodiscard]] std::optional<TimePoint> cutsAt() const override { return m_last + m_longest; }

    Milliseconds m_longest;
    TimePoint m_last;
};

} // namespace

std::unique_ptr<LinkStage> LinkStage::make(const FaultRule &rule, TimePoint now)
{
    switch (rule.kind) {
    case FaultKind::Latency:
        return std::make_unique<LatencyStage>(rule.time(0), rule.time(1));
    case FaultKind::Bandwidth:
        return std::make_unique<BandwidthStage>(rule.number(0));
    case FaultKind::Slice:
        return std::make_unique<SliceStage>(rule.number(0));
    case FaultKind::Blackhole:
        return std::make_unique<BlackholeStage>();
    case FaultKind::SlowClose:
        return std::make_unique<SlowCloseStage>(rule.time(0));
    case FaultKind::Buffer:
        return std::make_unique<BufferStage>(rule.number(0), rule.time(1));
    case FaultKind::CutAfter:
        return std::make_unique<CutAfterStage>(rule.number(0));
    case FaultKind::IdleTimeout:
        return std::make_unique<IdleTimeoutStage>(rule.time(0), now);
    default:
        Q_ASSERT(false);
        return nullptr;
    }
}

} // namespace pushscope
