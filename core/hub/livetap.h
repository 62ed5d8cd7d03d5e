// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// LiveTap: the port through which somebody stands between the hub and one subscriber: may hold its live events back, repeat them
// or keep them from it. Borrowed by the subscriber; hub thread. A subscriber has none unless a fault concerns it.

#include "hub/event.h"

#include <vector>

namespace pushscope {

class LiveTap
{
public:
    virtual ~LiveTap() = default;
    // A live event that is due: gives what to deliver in its place, in order. May not subscribe, unsubscribe or destroy anybody.
    [[nodiscard]] virtual std::vector<EventPtr> live(const EventPtr &event) = 0;
    // An event of the history that is about to be delivered; false: the replay stops before it.
    [[nodiscard]] virtual bool replayed(const Event &event) = 0;
    // The oldest stored event that is held back; null: none is.
    [[nodiscard]] virtual Seq holdsFrom() const = 0;
    // The subscriber has left the hub: what is held is not due to it any more, what is stored of it is still due to its client.
    virtual void left() = 0;
};

} // namespace pushscope
