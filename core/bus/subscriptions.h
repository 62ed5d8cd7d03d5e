// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Subscriptions: which channels this hub wants, how many of its own want each, what the server has been asked and has confirmed,
// and what is known of each channel's log. Knows no socket. Owned by the bus; hub thread.

#include "base/clock.h"
#include "base/ids.h"
#include "hub/busfacts.h"

#include <QByteArray>
#include <QList>
#include <deque>
#include <unordered_map>

namespace pushscope {

class Subscriptions
{
public:
    // A channel that nobody wants any more is given up after this: a client that reloads finds it still there.
    static constexpr Milliseconds Linger{1'000};

    enum class State : quint8 { Wanted, Asked, Subscribed, Leaving };
    struct Entry {
        quint32 wanted = 0; // by how many
        State state = State::Wanted;
        TimePoint idleSince{};
        bool covered = false; // all after `coveredFrom` has been heard
        Seq coveredFrom;
        Seq cut; // the newest that is gone from the log
        Seq first; // the oldest in it; null: none, or not known
        quint64 heard = 0; // messages
    };

    void retain(const QByteArray &channel);
    void release(const QByteArray &channel, TimePoint now); // as often as it was retained
    [[nodiscard]] QList<QByteArray> takeWanted(qsizetype most); // to be asked for now
    [[nodiscard]] QList<QByteArray> takeIdle(TimePoint now, qsizetype most); // to be given up now
    void confirmed(const QByteArray &channel);
    void left(const QByteArray &channel);
    void lost(); // the connection is gone, and with it every subscription; what was heard stays
    void uncover(); // what was heard is void

    [[nodiscard]] Entry *find(const QByteArray &channel);
    [[nodiscard]] const Entry *find(const QByteArray &channel) const;
    [[nodiscard]] bool hasWanted() const noexcept { return !m_wanted.isEmpty(); }
    [[nodiscard]] bool isAllConfirmed() const noexcept { return m_unconfirmed == 0; }
    [[nodiscard]] QList<QByteArray> subscribed() const;
    [[nodiscard]] std::size_t size() const noexcept { return m_entries.size(); }
    [[nodiscard]] std::size_t subscribedCount() const;
    // At most so many, those that most want first.
    [[nodiscard]] std::vector<BusChannel> mostWanted(std::size_t most) const;

private:
    void want(const QByteArray &channel, Entry &entry);

    struct Hash {
        std::size_t operator()(const QByteArray &name) const noexcept { return qHash(name); }
    };
    std::unordered_map<QByteArray, Entry, Hash> m_entries;
    QList<QByteArray> m_wanted; // in order; may hold some that are wanted no more
    struct Idle {
        QByteArray channel;
        TimePoint since;
    };
    std::deque<Idle> m_idle; // in order; likewise
    qsizetype m_unconfirmed = 0; // in Wanted or Asked
};

} // namespace pushscope
