// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// DeliveryLedger: for every reconnect what the client missed while it was away and what became of it. Memory by clients and the
// newest reconnects, never by events. Source: design.md §7. Hub thread.

#include "hub/hub.h"
#include "observe/clientrecord.h"
#include "observe/viewer.h"

#include <deque>

namespace pushscope {

class DeliveryLedger
{
public:
    static constexpr std::size_t MaxReconnects = 10'000;
    static constexpr std::size_t MaxItems = 1'000; // kept id by id of one reconnect, and as many lost ones
    static constexpr std::size_t MaxItemsInAll = 1'000'000; // beyond, the oldest reconnects lose theirs
    static constexpr std::size_t MaxTries = 100; // kept of one reconnect
    static constexpr std::size_t MaxWithheld = 1'000; // of one client between two reconnects; the oldest go

    explicit DeliveryLedger(const Clock &clock)
        : m_clock(clock)
    {
    }
    // Called when a client that is away misses its first event: its row has changed.
    void setMissing(std::function<void(ClientRecord &)> callback) { m_missing = std::move(callback); }
    void setHub(Hub *hub) noexcept { m_hub = hub; } // borrowed; must be set before any client comes

    // A connection of a client that has others ended; `one` has left the hub.
    void leftOthers(ClientRecord &record, const Subscriber &one);
    // The last connection of a client ended; `last` has left the hub.
    void left(ClientRecord &record, const Subscriber &last, const QByteArray &cause);
    // A try of a client that is away was refused: `outcome` in a word.
    void refused(ClientRecord &record, const QByteArray &outcome);
    // An event that was due to a client that is connected was kept from it by a fault rule: lost, unless a replay brings it.
    void withheld(ClientRecord &record, Seq seq, quint64 fault);
    // The client has said that it has everything up to `seq`.
    void acknowledged(ClientRecord &record, Seq seq);
    // A client seen before has a connection again: begins a row.
    void cameBack(ClientRecord &record, const ConnectionFacts &facts);
    void replayed(ClientRecord &record, const Event &event, qsizetype octets);
    void gapTold(ClientRecord &record, const Gap &gap);
    // The replay is over: the row has its verdict. Null if no reconnect was under way.
    const ReconnectRow *caughtUp(ClientRecord &record);
    void forget(ClientRecord &record); // its watch leaves the hub

    [[nodiscard]] const std::deque<ReconnectRow> &rows() const noexcept { return m_rows; } // oldest first
    [[nodiscard]] std::vector<ReconnectRow> takeChanged(Viewer viewer = Viewer::Window); // since its last call

private:
    [[nodiscard]] ReconnectRow *rowOf(quint32 key);
    [[nodiscard]] ReconnectRow *current(const ClientRecord &record) { return rowOf(record.seenAbsence().reconnect); }
    void keepItems(const ReconnectRow &row);
    void nameLost(ClientRecord &record, ReconnectRow &row);
    void changed(const ReconnectRow &row);
    void close(ClientRecord &record, ReconnectRow &row);
    void interrupt(ClientRecord &record, ReconnectRow &row, Seq given);

    const Clock &m_clock;
    Hub *m_hub = nullptr;
    std::function<void(ClientRecord &)> m_missing;
    std::deque<ReconnectRow> m_rows; // keys are contiguous
    std::size_t m_items = 0; // of all rows that are closed
    quint32 m_itemsFrom = 1; // rows before this key have none
    std::array<std::vector<quint32>, ViewerCount> m_changed;
    quint32 m_lastKey = 0;
};

} // namespace pushscope
