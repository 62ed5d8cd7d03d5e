// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultpath.h"

#include "fault/faultpaths.h"

#include <algorithm>

namespace pushscope {

using namespace std::chrono_literals;
using What = LinkItem::What;

namespace {

constexpr auto LingerTime = 2s; // for what an orphan's inner link has queued, and the peer's FIN

}

// While one is there nothing is armed, and it knows whether the path is gone.
class FaultPath::Guard
{
public:
    explicit Guard(FaultPath &path)
        : m_path(&path)
    {
        path.m_guard = this;
    }
    ~Guard()
    {
        if (m_path)
            m_path->m_guard = nullptr;
    }
    Guard(const Guard &) = delete;
    Guard &operator=(const Guard &) = delete;
    [[nodiscard]] bool isAlone() const noexcept { return !m_path; }
    void leaveAlone() noexcept { m_path = nullptr; }

private:
    FaultPath *m_path;
};

FaultPath::FaultPath(std::unique_ptr<Link> inner, FaultPaths &paths)
    : m_paths(paths)
    , m_inner(std::move(inner))
{
    m_paths.enter(*this);
}

FaultPath::~FaultPath()
{
    m_paths.leave(*this);
    if (m_guard)
        m_guard->leaveAlone();
}

bool FaultPath::hasStage(quint64 rule) const
{
    return std::any_of(m_stages.begin(), m_stages.end(), [&](const Stage &stage) { return stage.rule == rule; });
}

bool FaultPath::hasPeerLeft() const
{
    return std::any_of(m_arrived.begin(), m_arrived.end(), [](const LinkItem &item) { return item.what != What::Octets; });
}

std::vector<quint64> FaultPath::rules() const
{
    std::vector<quint64> rules;
    for (const Stage &stage : m_stages)
        rules.push_back(stage.rule);
    return rules;
}

void FaultPath::addStage(quint64 rule, std::unique_ptr<LinkStage> stage)
{
    m_stages.push_back({rule, std::move(stage)});
    arm();
}

void FaultPath::removeStage(quint64 rule)
{
    const auto it = std::find_if(m_stages.begin(), m_stages.end(), [&](const Stage &stage) { return stage.rule == rule; });
    if (it == m_stages.end())
        return;
    // What becomes due in its neighbours meanwhile goes through it as well.
    do {
        it->stage->release(m_paths.now());
        pump(Lane::Out);
        pump(Lane::In);
    } while (!it->stage->isEmpty(Lane::Out) || !it->stage->isEmpty(Lane::In));
    m_stages.erase(it);
    arm();
}

void FaultPath::setHandler(LinkHandler *handler)
{
    m_handler = handler;
    if (!m_closed)
        m_inner->setHandler(handler ? this : nullptr);
    arm();
}

void FaultPath::setReading(bool on)
{
    m_reading = on;
    if (!m_closed)
        m_inner->setReading(on);
    arm();
}

void FaultPath::write(SharedBytes octets)
{
    if (octets.isEmpty() || m_finishing || m_closed)
        return;
    if (m_stages.empty())
        m_inner->write(std::move(octets));
    else
        send({What::Octets, std::move(octets), {}});
}

void FaultPath::finish()
{
    if (m_closed || std::exchange(m_finishing, true))
        return;
    send({What::Fin, {}, {}});
}

void FaultPath::reset()
{
    m_handler = nullptr;
    m_arrived.clear();
    if (std::exchange(m_closed, true))
        return;
    for (const Stage &stage : m_stages)
        stage.stage->clear(Lane::Out);
    if (isDeaf())
        m_resets = true; // the peer learns of it when the silence ends
    else
        m_inner->reset();
    arm();
}

qsizetype FaultPath::queuedBytes() const noexcept
{
    return (m_inner ? m_inner->queuedBytes() : 0) + stagedBytes();
}

qsizetype FaultPath::stagedBytes() const noexcept
{
    qsizetype octets = 0;
    for (const Stage &stage : m_stages)
        octets += stage.stage->queuedBytes();
    return octets;
}

bool FaultPath::isDeaf() const
{
    return std::any_of(m_stages.begin(), m_stages.end(), [](const Stage &stage) { return stage.stage->isDeaf(); });
}

void FaultPath::send(LinkItem item)
{
    if (m_stages.empty()) {
        leave(std::move(item), 0);
        return;
    }
    m_stages.front().stage->push(Lane::Out, std::move(item), m_paths.now());
    pump(Lane::Out);
    m_waited = m_waited || stagedBytes() > 0;
    arm();
}

void FaultPath::take(LinkItem item)
{
    if (m_stages.empty()) {
        m_arrived.push_back(std::move(item));
    } else {
        m_stages.back().stage->push(Lane::In, std::move(item), m_paths.now());
        pump(Lane::In);
    }
}

void FaultPath::pump(Lane lane)
{
    const TimePoint now = m_paths.now();
    const std::size_t count = m_stages.size();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t at = lane == Lane::Out ? i : count - 1 - i;
        while (auto item = m_stages[at].stage->pop(lane, now)) {
            if (i + 1 < count)
                m_stages[lane == Lane::Out ? at + 1 : at - 1].stage->push(lane, std::move(*item), now);
            else if (lane == Lane::Out)
                leave(std::move(*item), m_stages[at].rule);
            else
                m_arrived.push_back(std::move(*item));
        }
    }
}

void FaultPath::leave(LinkItem item, quint64 rule)
{
    if (m_closed)
        return;
    switch (item.what) {
    case What::Octets:
        m_inner->write(std::move(item.octets));
        break;
    case What::Fin:
        m_inner->finish();
        break;
    case What::CutFin:
    case What::CutRst:
        cut(item.what == What::CutRst, rule);
        break;
    case What::End:
        break;
    }
}

// The hub is told with the next tick; the peer gets what went before.
void FaultPath::cut(bool reset, quint64 rule)
{
    m_closed = true;
    m_endedBy = rule;
    m_resets = reset;
    m_arrived.clear();
    for (const Stage &stage : m_stages) {
        stage.stage->clear(Lane::Out);
        stage.stage->clear(Lane::In);
    }
    if (!reset)
        m_inner->finish();
    if (m_orphan)
        return;
    m_arrived.push_back({What::End, {}, LinkEnd::Cut});
}

void FaultPath::linkReceived(QByteArrayView octets)
{
    if (m_closed)
        return;
    if (isStraight() && m_handler) {
        m_handler->linkReceived(octets);
        return;
    }
    take({What::Octets, octets.toByteArray(), {}});
    settle();
}

void FaultPath::linkPeerFinished()
{
    if (m_orphan && isDeaf())
        giveUp(m_paths.now()); // it has gone, and there is nothing that it might still hear
    if (m_closed || m_orphan)
        return;
    take({What::Fin, {}, {}});
    settle();
}

void FaultPath::linkDrained()
{
    if (m_handler && !m_closed && stagedBytes() == 0)
        m_handler->linkDrained();
    else
        arm();
}

void FaultPath::linkEnded(LinkEnd how)
{
    m_gone = true;
    if (m_orphan) {
        giveUp(m_paths.now());
        return;
    }
    if (std::exchange(m_closed, true))
        return; // cut by us: that is told already
    for (const Stage &stage : m_stages)
        stage.stage->clear(Lane::Out); // nobody is there to get it
    take({What::End, {}, how});
    settle();
}

void FaultPath::giveUp(TimePoint at)
{
    m_patience = at;
    arm();
}

void FaultPath::onTimer(TimePoint)
{
    pump(Lane::Out);
    pump(Lane::In);
    settle();
}

// Hands over what has arrived; the handler may destroy all this.
void FaultPath::settle()
{
    if (m_orphan) {
        settleOrphan();
        return;
    }
    if (deliver() && tellDrained())
        arm();
}

bool FaultPath::tellDrained()
{
    if (!m_waited || stagedBytes() > 0)
        return true;
    m_waited = false;
    const Guard guard(*this);
    // It had to wait. If some of it has to wait in the inner link too, that one will say so again.
    if (m_handler && !m_closed)
        m_handler->linkDrained();
    return !guard.isAlone();
}

bool FaultPath::deliver()
{
    const Guard guard(*this);
    while (!guard.isAlone() && m_handler && !m_arrived.empty()) {
        // As with any link, what was not read before its end is lost.
        const bool ends = m_arrived.back().what == What::End;
        if (!m_reading && !ends)
            break;
        const LinkItem item = m_reading ? std::move(m_arrived.front()) : std::move(m_arrived.back());
        m_reading ? m_arrived.pop_front() : m_arrived.clear();
        if (item.what == What::Octets)
            m_handler->linkReceived(item.octets);
        else if (item.what == What::Fin)
            m_handler->linkPeerFinished();
        else
            m_handler->linkEnded(item.how);
    }
    return !guard.isAlone();
}

bool FaultPath::isOutEmpty() const
{
    return std::all_of(m_stages.begin(), m_stages.end(), [](const Stage &stage) { return stage.stage->isEmpty(Lane::Out); });
}

bool FaultPath::hasLastWords() const
{
    if (m_gone || !m_inner)
        return false;
    return isDeaf() || m_endedBy != 0 || (m_finishing && !m_closed && !isOutEmpty());
}

void FaultPath::orphan()
{
    m_orphan = true;
    m_handler = nullptr;
    m_arrived.clear();
    // Destroyed without an end: as far as it is not silent, the peer sees the end of the connection at once.
    if (!m_finishing && !m_closed)
        m_finishing = m_closed = m_resets = true;
    for (const Stage &stage : m_stages) {
        stage.stage->clear(Lane::In);
        if (m_closed)
            stage.stage->clear(Lane::Out);
    }
    m_inner->setHandler(this);
    m_inner->setReading(true);
    arm();
}

// Over once all is said and the peer has answered, or was given time to.
void FaultPath::settleOrphan()
{
    const TimePoint now = m_paths.now();
    m_arrived.clear();
    const bool passed = !isDeaf() && isOutEmpty();
    const bool said = passed && m_inner->queuedBytes() == 0;
    if ((said && m_resets) || (m_patience && now >= *m_patience)) {
        if (m_resets && !m_gone)
            m_inner->reset();
        m_paths.discard(*this);
        return;
    }
    if (passed && !m_patience)
        m_patience = now + LingerTime;
    arm();
}

void FaultPath::arm()
{
    if (m_guard)
        return; // settle() ends with it
    std::optional<TimePoint> first;
    const auto consider = [&first](std::optional<TimePoint> due) {
        if (due && *due != TimePoint::max())
            first = first ? std::min(*first, *due) : *due;
    };
    for (const Stage &stage : m_stages) {
        consider(m_closed ? std::nullopt : stage.stage->due(Lane::Out));
        consider(stage.stage->due(Lane::In));
    }
    const bool ends = !m_arrived.empty() && m_arrived.back().what == What::End;
    if (m_handler && !m_arrived.empty() && (m_reading || ends))
        consider(m_paths.now());
    if (m_waited && m_handler && stagedBytes() == 0)
        consider(m_paths.now());
    if (m_orphan && (m_patience || (!isDeaf() && isOutEmpty())))
        consider(m_resets || !m_patience ? std::min(m_paths.now() + TimerWheel::Tick, m_patience.value_or(TimePoint::max()))
                                         : *m_patience);
    if (first)
        m_paths.wheel().arm(*this, *first);
    else
        TimerWheel::disarm(*this);
}

} // namespace pushscope
