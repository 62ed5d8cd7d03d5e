// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CursorUse: what clients ask for when they come back. Raises no-cursor, stale-cursor and duplicate. Source: design.md §7. Its
// state is in the ClientRecord.

#include "observe/clientrecord.h"
#include "observe/findings/findingboard.h"

namespace pushscope {

class CursorUse
{
public:
    explicit CursorUse(FindingBoard &board)
        : m_board(board)
    {
    }

    // A request of a client that has no other connection, with what it presents; before it is acknowledged.
    void asked(ClientRecord &record, const QByteArray &cursor, const Epoch &epoch, Seq head, Moment at);
    // A further poll without a cursor, though the answer before gave one; `due` events came between the two.
    void polledWithout(ClientRecord &record, quint64 due, Moment at);
    void left(ClientRecord &record, const QByteArray &cause, Moment at);
    // What was due to it has been written, `Absence::again` of it anew; `row` is null where it was no reconnect.
    void given(ClientRecord &record, const ReconnectRow *row, const Epoch &epoch, Moment at);

private:
    [[nodiscard]] static bool isSure(ClientRecord &record, const ReconnectRow &row, bool cut);
    void raiseLost(ClientRecord &record, const ReconnectRow &row, Moment at);
    void raiseAgain(const ClientRecord &record, const Epoch &epoch, Moment at);

    FindingBoard &m_board;
};

} // namespace pushscope
