// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// StateDeriver: makes of rows what the hub's state must have been, for sessions that were recorded without it: who was connected,
// and how much each got. One thread.

#include "session/recordedstate.h"
#include "session/sessionfile.h"

namespace pushscope {

class StateDeriver
{
public:
    explicit StateDeriver(WallTime wallStart) noexcept
        : m_wallStart(wallStart)
    {
    }
    void take(const SessionRow &row);
    // The whole state as it is after the rows so far, where enough has changed since the last one.
    [[nodiscard]] std::optional<SessionExtra> keyframe(bool atEnd);

private:
    [[nodiscard]] ClientRow &clientOf(const SessionRow &row);
    [[nodiscard]] ProtocolFigures &figuresOf(const SessionRow &row);

    WallTime m_wallStart;
    Snapshot m_state; // its clients by key, from 1
    QHash<QByteArray, std::size_t> m_clients; // by name: the index
    qint64 m_toldNs = 0;
    quint64 m_changes = 0;
};

} // namespace pushscope
