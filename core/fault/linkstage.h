// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LinkStage: what one fault rule does to what passes over a link: each item goes in, and comes out when it is due, in order. No
// timer and no clock of its own. Owned by a FaultPath; hub thread.

#include "base/clock.h"
#include "transport/transport.h"

#include <array>
#include <deque>
#include <optional>

namespace pushscope {

struct FaultRule;

struct LinkItem {
    enum class What : quint8 {
        Octets,
        Fin,
        End, // inwards: the link ended, as `how` says
        CutFin, // outwards: the fault ends the link, after what went before, with a FIN
        CutRst, // or with a RST
    } what{};
    QByteArray octets;
    LinkEnd how{};
};

class LinkStage
{
public:
    enum class Lane : quint8 { Out, In }; // towards the peer, towards the hub

    virtual ~LinkStage() = default;
    LinkStage() = default;
    LinkStage(const LinkStage &) = delete;
    LinkStage &operator=(const LinkStage &) = delete;
    // Of a rule whose kind holds links. `now` is when it begins.
    [[nodiscard]] static std::unique_ptr<LinkStage> make(const FaultRule &rule, TimePoint now);

    virtual void push(Lane lane, LinkItem item, TimePoint now) = 0;
    [[nodiscard]] std::optional<LinkItem> pop(Lane lane, TimePoint now); // the next one that is due
    [[nodiscard]] std::optional<TimePoint> due(Lane lane) const; // when there is a next one; max: time alone won't bring it
    [[nodiscard]] bool isEmpty(Lane lane) const noexcept { return queue(lane).items.empty(); }
    // Outward octets that the hub is to count as not taken yet.
    [[nodiscard]] virtual qsizetype queuedBytes() const noexcept { return m_outBytes; }
    // Nothing comes through, not even a RST.
    [[nodiscard]] virtual bool isDeaf() const noexcept { return false; }
    void release(TimePoint now); // all that is held is due
    void clear(Lane lane); // nobody is there to get it

protected:
    // Due then, but not before what went before it.
    void enqueue(Lane lane, TimePoint due, LinkItem item);
    // Octets come out in pieces, each so long after the one before.
    struct Pace {
        qsizetype piece = 0; // octets; 0: all at once
        std::chrono::nanoseconds perOctet{0}, perPiece{0};
        [[nodiscard]] std::chrono::nanoseconds timeOf(qsizetype octets) const; // of the first piece of so many
    };
    void enqueue(Lane lane, const Pace &pace, LinkItem item, TimePoint now);
    // An end that the stage makes by itself once this time has come.
    [[nodiscard]] virtual std::optional<TimePoint> cutsAt() const { return {}; }

private:
    struct Held {
        TimePoint due; // of its next piece
        LinkItem item;
        Pace pace;
        qsizetype taken = 0;
    };
    struct Queue {
        std::deque<Held> items;
        TimePoint last{};
    };
    [[nodiscard]] static LinkItem takePiece(Held &held);
    [[nodiscard]] const Queue &queue(Lane lane) const noexcept { return m_queues[std::size_t(lane)]; }

    std::array<Queue, 2> m_queues;
    qsizetype m_outBytes = 0;
    bool m_cut = false;
};

} // namespace pushscope
