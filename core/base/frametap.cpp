// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/frametap.h"

namespace pushscope {

void FrameTap::watch(const Target &target)
{
    const std::lock_guard lock(m_mutex);
    if (target == m_target)
        return;
    m_target = target;
    m_frames.clear();
    m_count = m_skipped = 0;
    const quint32 even = (m_serial.load() + 1) & ~1U;
    m_serial = target == Target{} ? even : even + 1;
}

std::vector<WireFrame> FrameTap::take(quint64 &skipped)
{
    const std::lock_guard lock(m_mutex);
    skipped += std::exchange(m_skipped, 0);
    return std::exchange(m_frames, {});
}

FrameTap::Target FrameTap::target() const
{
    const std::lock_guard lock(m_mutex);
    return m_target;
}

void FrameTap::passed(WireFrame frame)
{
    const std::lock_guard lock(m_mutex);
    if (m_target == Target{})
        return;
    frame.number = ++m_count;
    if (m_frames.size() < MostKept)
        m_frames.push_back(frame);
    else
        ++m_skipped;
}

} // namespace pushscope
