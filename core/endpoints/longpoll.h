// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PollSession: one polling client over all its polls: what it waits for, and what it is answered. Owned by the PollTable.
// Source: wire.md, "GET /api/poll". Hub thread.

#include "base/timerwheel.h"
#include "endpoints/exchange.h"
#include "endpoints/faultport.h"
#include "endpoints/requestparameters.h"
#include "hub/subscriber.h"

#include <deque>
#include <memory>

namespace pushscope {

struct Opening;
class PollTable;

class PollSession final : public FaultTarget, public TimerWheel::Timer
{
public:
    PollSession(EndpointContext &context, PollTable &table, QByteArray key);
    ~PollSession() override;

    struct Wish {
        std::vector<QByteArray> types;
        QByteArray cursor;
        Milliseconds timeout{0};
        std::size_t limit = 0; // events in one answer
    };
    // Begins (or goes on with) waiting for events to answer this exchange with. Another poll that waits is answered empty.
    void poll(Exchange &exchange, Opening &opening, Wish wish);
    // Whether a poll with this cursor may be the next one of this client: it presents what the last answer gave.
    [[nodiscard]] bool fits(const QByteArray &cursor) const { return !m_exchange && cursor == m_given; }
    // Or, over the same connection, an earlier one or none: it has not kept up, but who else would it be?
    [[nodiscard]] bool fitsLoosely(const QByteArray &cursor, const QByteArray &address) const;
    [[nodiscard]] bool hasLeft() const noexcept { return m_left || m_broken; }
    [[nodiscard]] const QByteArray &key() const noexcept { return m_key; }
    void drop(DropHow how, int closeCode, const QByteArray &cause) override;
    void drain();
    void applyFaults(ConnectionFacts facts) override;
    bool breakProtocol() override;
    void closeWith(int, const QByteArray &, const QByteArray &cause) override { drop(DropHow::Fin, 0, cause); }
    void expireToken(const QByteArray &cause) override;
    void endForRestart(Milliseconds retry, const QByteArray &cause) override;

private:
    class Waiting;

    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override;
    [[nodiscard]] bool hasRoom() const override;
    [[nodiscard]] bool takesLive() const override { return m_exchange != nullptr; }
    void beginGroup() override { m_inGroup = true; }
    void endGroup() override;
    void gap(const Gap &gap) override;
    void caughtUp() override;
    void overflowed() override { } // an answer is bounded, nothing overflows
    void parked() override;
    void onTimer(TimePoint now) override;

    void add(const EncodedEvent &event, bool replayed);
    void keepForLater(const EncodedEvent &event);
    void answer();
    [[nodiscard]] TimePoint nextPollDue() const; // after that it has stopped polling
    [[nodiscard]] Exchange *takeExchange(); // null: no poll waits
    void exchangeGone(); // the connection ended while its poll waited
    void leave(const QByteArray &cause);

    EndpointContext &m_context;
    PollTable &m_table;
    QByteArray m_key;
    std::unique_ptr<Admission::Ticket> m_ticket; // of the poll that waits
    Exchange *m_exchange = nullptr; // the poll that waits; null between two
    Waiting *m_waiting = nullptr; // what that exchange holds
    QByteArray m_given; // the cursor of the last answer
    Seq m_givenSeq; // up to here all that is due to it was in some answer
    Seq m_firstSeq; // where it began
    QByteArray m_address; // of its newest poll
    QByteArray m_objects; // of the answer under way, joined by commas
    std::size_t m_count = 0;
    quint64 m_due = 0; // stored events that came since the last answer
    std::size_t m_limit = 0;
    QByteArray m_gap; // data of the gap to be told with it
    bool m_live = false; // the replay of this poll is over
    bool m_inGroup = false; // more belongs into the same answer
    struct Ephemeral {
        EventPtr event;
        QByteArray conflate;
    };
    std::deque<Ephemeral> m_ephemeral; // what came between two polls and is not stored
    TimePoint m_waitEnds;
    Milliseconds m_timeout{0};
    bool m_announced = false;
    bool m_left = false;
    bool m_broken = false; // its answer was; about to leave
};

} // namespace pushscope
