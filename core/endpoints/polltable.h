// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// PollTable: finds and owns the polling clients, and answers GET /api/poll with them.

#include "endpoints/longpoll.h"

#include <QObject>
#include <unordered_map>

namespace pushscope {

class PollTable final : public QObject
{
    Q_OBJECT
public:
    // The handler of the route.
    static void handle(EndpointContext &context, Exchange &exchange);
    // Passes the poll to the session of its client, known or new.
    void poll(EndpointContext &context, Exchange &exchange, Opening &opening, PollSession::Wish wish);

    void removeLater(PollSession &session); // destroyed after the present turn
    void drainAll();
    void clear(); // destroys all
    [[nodiscard]] std::size_t size() const noexcept { return m_sessions.size(); }

private:
    PollSession &sessionFor(EndpointContext &context, const Opening &opening);
    void collect();

    struct Hash {
        std::size_t operator()(const QByteArray &key) const noexcept { return qHash(key); }
    };
    std::unordered_multimap<QByteArray, std::unique_ptr<PollSession>, Hash> m_sessions;
    std::vector<PollSession *> m_removed;
};

} // namespace pushscope
