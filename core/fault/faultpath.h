// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FaultPath: an inner link and the stages that what passes over it goes through, each way. Lives on the hub thread; owned by its
// FaultLink, and when that is gone before the last words are out, by FaultPaths until they are.

#include "base/timerwheel.h"
#include "fault/linkstage.h"
#include "observe/snapshot.h"

#include <vector>

namespace pushscope {

class FaultPaths;

class FaultPath final : public LinkHandler, public TimerWheel::Timer
{
public:
    FaultPath(std::unique_ptr<Link> inner, FaultPaths &paths);
    ~FaultPath() override;

    // Whose it is, as rules match it.
    ClientRow client;
    // Those of chance and of the next n that were decided for this path, and how.
    struct Decision {
        quint64 rule;
        bool acts;
    };
    std::vector<Decision> decisions;

    [[nodiscard]] bool hasStage(quint64 rule) const;
    [[nodiscard]] std::vector<quint64> rules() const; // of its stages
    void addStage(quint64 rule, std::unique_ptr<LinkStage> stage); // nearest to the wire
    // What the stage holds goes on; the rule is gone. Nothing is handed to the hub before the next tick.
    void removeStage(quint64 rule);
    [[nodiscard]] bool isIdle() const noexcept { return isStraight() && !m_finishing && !m_closed && !m_waited; }
    [[nodiscard]] std::unique_ptr<Link> takeInner() noexcept { return std::move(m_inner); } // of an idle one, which is then done
    // The peer's end has come through, behind what is being handed over: it may have gone long before.
    [[nodiscard]] bool hasPeerLeft() const;
    [[nodiscard]] quint64 endedBy() const noexcept { return m_endedBy; } // the rule that ended the link; 0: none

    // For its FaultLink.
    void setHandler(LinkHandler *handler);
    void setReading(bool on);
    void write(SharedBytes octets);
    void finish();
    void reset();
    [[nodiscard]] qsizetype queuedBytes() const noexcept;
    [[nodiscard]] SocketAddress peer() const { return m_inner->peer(); }
    [[nodiscard]] TlsFacts tls() const { return m_inner->tls(); }
    [[nodiscard]] bool hasLastWords() const;
    void orphan(); // nobody hears it any more

private:
    using Lane = LinkStage::Lane;
    class Guard;
    struct Stage {
        quint64 rule;
        std::unique_ptr<LinkStage> stage;
    };

    void linkReceived(QByteArrayView octets) override;
    void linkPeerFinished() override;
    void linkDrained() override;
    void linkEnded(LinkEnd how) override;
    void onTimer(TimePoint now) override;

    [[nodiscard]] bool isStraight() const noexcept { return m_stages.empty() && m_arrived.empty(); }
    [[nodiscard]] bool isDeaf() const;
    [[nodiscard]] bool isOutEmpty() const;
    [[nodiscard]] qsizetype stagedBytes() const noexcept;
    void send(LinkItem item);
    void take(LinkItem item);
    void pump(Lane lane); // through the stages, as far as each lets it
    void leave(LinkItem item, quint64 rule); // outwards, past the last stage
    void cut(bool reset, quint64 rule);
    [[nodiscard]] bool deliver(); // false: destroyed
    [[nodiscard]] bool tellDrained(); // false: destroyed
    void settle();
    void settleOrphan();
    void giveUp(TimePoint at);
    void arm();

    FaultPaths &m_paths;
    std::unique_ptr<Link> m_inner;
    LinkHandler *m_handler = nullptr;
    std::vector<Stage> m_stages; // the first is nearest to the hub
    std::deque<LinkItem> m_arrived; // inwards, past all stages
    std::optional<TimePoint> m_patience; // when an orphan that has said all is given up
    quint64 m_endedBy = 0;
    Guard *m_guard = nullptr; // while a handler is called, which may destroy the path
    bool m_reading = true;
    bool m_finishing = false;
    bool m_gone = false; // the inner link has ended
    bool m_closed = false; // ended, cut or reset: nothing goes out any more
    bool m_resets = false; // with a RST once it may
    bool m_waited = false; // octets were held: tell when they are gone
    bool m_orphan = false;
};

} // namespace pushscope
