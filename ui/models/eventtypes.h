// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// EventTypes: the types of the events that were published, in the order in which they came first. A native EventSource hears only
// types that it was told, so code to paste has to name them. A value of its owner.

#include "observe/snapshot.h"

#include <QSet>

namespace pushscope {

class EventTypes
{
public:
    static constexpr qsizetype Most = 50; // further ones are left out

    void apply(const Snapshot &snapshot);
    [[nodiscard]] const QByteArrayList &all() const noexcept { return m_all; }

private:
    QByteArrayList m_all;
    QSet<QByteArray> m_known;
};

} // namespace pushscope
