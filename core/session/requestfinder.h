// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Finds, in a session file that may still be written, the HTTP requests of one client, and the one that published an event. It
// looks at the rows near the times at which they must be and not at all of them. On the reader's thread.

#include "base/query.h"
#include "session/sessionreader.h"
#include "session/wirestory.h"

namespace pushscope {

struct RequestQuestion {
    QByteArray client; // its name; empty: requests of no client are wanted
    QByteArray address; // of its newest connection: "127.0.0.1:51234"
    WallTime connectedAt{}; // of that connection
    QByteArray event; // its whole id; empty: none is wanted
    WallTime eventAt{}; // when it was taken
    WallTime upTo{}; // nothing later
};

struct FoundRequest {
    quint64 row = 0; // its number in the file
    WallTime at{}; // when it was answered
    bool ofEvent = false; // it published the event, else it is the client's
    WireExchange exchange; // heads and bodies without secrets

    [[nodiscard]] bool operator==(const FoundRequest &other) const noexcept // a row never changes
    {
        return row == other.row && ofEvent == other.ofEvent;
    }
};

// Of the request line's query.
[[nodiscard]] QList<QueryMember> requestParameters(QByteArrayView head);
[[nodiscard]] QByteArray requestQuery(QByteArrayView head, QByteArrayView name); // empty: it is not given

inline constexpr quint64 MostRequestRows = 32'768; // that are looked at before the newest time, for requests of a client
inline constexpr std::size_t MostRequests = 100;

// Newest first, at most so many. A client's requests are those that name its clientId, those that came over its newest
// connection's address, and the one that opened it, however long ago.
[[nodiscard]] std::vector<FoundRequest> findRequests(SessionReader &reader, const RequestQuestion &question);

} // namespace pushscope
