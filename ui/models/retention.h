// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The retention cliff: where each client stands against the oldest event that the store keeps, and who loses next if events go on
// being evicted as they are now. Pure; times are passed in.

#include "observe/snapshot.h"

#include <QString>
#include <deque>
#include <optional>
#include <span>

namespace pushscope {

// How many ids a second the edge moves, over the last half minute.
class EdgePace
{
public:
    void add(TimePoint at, const Epoch &epoch, Seq oldest); // a sample a second is enough
    [[nodiscard]] double idsPerSecond() const; // 0 as long as nothing is evicted

private:
    struct Sample {
        TimePoint at;
        quint64 oldest;
    };
    std::deque<Sample> m_samples;
    Epoch m_epoch;
};

struct RetentionRow {
    quint32 clientKey = 0;
    QByteArray client, user;
    ClientProtocol protocol{};
    ClientState state{};
    Seq last; // sent to it
    Seq oldestMissed; // null: none
    qint64 margin = 0; // ids between the edge and what it needs first; negative: so many were evicted already
    std::optional<std::chrono::seconds> losesIn; // at the present pace; nothing: never

    bool operator==(const RetentionRow &) const = default;
};
[[nodiscard]] RetentionRow retentionRow(const ClientRow &client, Seq oldest, double idsPerSecond);
// Who is in danger first: those away that missed something, by how near they are to the edge, then the others by their last id.
[[nodiscard]] bool standsBefore(const RetentionRow &a, const RetentionRow &b);

[[nodiscard]] QString aboutText(std::chrono::seconds time); // "40 s": no more exactly than it can be known
// Who loses next, in a sentence; `rows` in order.
[[nodiscard]] QString retentionForecast(std::span<const RetentionRow> rows, double idsPerSecond);

} // namespace pushscope
