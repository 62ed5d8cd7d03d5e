// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PlayScript: what has to be done to a hub so that it goes through what a session recorded: the events that were published and
// the fault rules that were set and removed, in order, read as they are asked for. The thread of the reader it owns.

#include "session/sessionreader.h"

namespace pushscope {

struct PlayStep {
    enum class What : quint8 { Publish, AddFault, RemoveFault };
    What what{};
    qint64 ns = 0; // when it was, as the session counts
    QList<QByteArray> to; // of an event
    QByteArray type;
    QByteArray data; // of an event: JSON; of a fault that is added: the rule
    QByteArray fault; // names a rule within the session: the same when it is added and when it is removed
    bool ephemeral = false;
};

class PlayScript
{
public:
    // Steps from `fromNs` on.
    PlayScript(std::unique_ptr<SessionReader> reader, bool faults, qint64 fromNs);

    // The next step, without going on; null at the end.
    [[nodiscard]] const PlayStep *peek();
    void advance();
    [[nodiscard]] quint64 leftOut() const noexcept { return m_leftOut; } // events whose data was not recorded as JSON
    [[nodiscard]] SessionReader &reader() noexcept { return *m_reader; }

private:
    void fill();
    [[nodiscard]] std::optional<PlayStep> stepOf(const PackedRow &packed);

    std::unique_ptr<SessionReader> m_reader;
    const bool m_faults;
    const qint64 m_fromNs;
    std::vector<PlayStep> m_steps; // of one chunk
    std::size_t m_at = 0;
    quint64 m_row = 0; // the last one that was looked at
    quint64 m_leftOut = 0;
};

} // namespace pushscope
