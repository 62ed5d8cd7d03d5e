// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LaneOrder: which lanes are shown, in which order, under a filter. GUI thread.

#include "observe/filter.h"
#include "ui/timeline/timelinestore.h"

#include <functional>

namespace pushscope {

class LaneOrder
{
public:
    enum class By : quint8 { FirstSeen, Activity, Clients }; // Clients: as the Clients pane has them
    static constexpr Milliseconds Interval{1000}; // at most so often the order follows what changes

    // A client's row as the Clients pane has it, and its place there: null and -1 where it has none.
    using FindRow = std::function<const ClientRow *(quint32 key)>;
    using PlaceOf = std::function<int(quint32 key)>;
    LaneOrder(FindRow findRow, PlaceOf placeOf)
        : m_findRow(std::move(findRow))
        , m_placeOf(std::move(placeOf))
    {
    }

    void setBy(By by);
    // A condition in the filter language, else (one word without an operator) a part of the client's id or user. What is neither
    // gives the error, and the filter stays as it was.
    [[nodiscard]] Result<void> setFilter(const QString &text);
    bool update(const TimelineStore &store, TimePoint now); // true: other lanes, or others first

    [[nodiscard]] const std::vector<quint32> &keys() const noexcept { return m_keys; } // of the lanes shown, top down
    [[nodiscard]] int rowOf(quint32 key) const; // -1: not shown
    [[nodiscard]] quint32 keyOf(int row) const; // 0: none
    [[nodiscard]] std::size_t total() const noexcept { return m_total; }
    [[nodiscard]] std::size_t hidden() const noexcept { return m_total - m_keys.size(); }

private:
    [[nodiscard]] bool accepts(const Lane &lane) const;
    void sort(const TimelineStore &store);

    const FindRow m_findRow;
    const PlaceOf m_placeOf;
    By m_by = By::FirstSeen;
    Filter m_filter;
    QByteArray m_needle; // in lower case; instead of the filter
    std::vector<quint32> m_keys;
    std::size_t m_total = 0;
    quint64 m_lanesVersion = 0;
    TimePoint m_updated{};
    bool m_stale = true;
};

} // namespace pushscope
