// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// OctetBlocks: many short-lived pieces of octets in a few large blocks. One by one they would lie between what lives as long as
// the clients do, and leave holes there, so that a fan-out goes through more of the memory. A value, moved with what it keeps.

#include <QByteArray>

#include <algorithm>
#include <cstring>
#include <memory>
#include <vector>

namespace pushscope {

class OctetBlocks
{
public:
    // The same octets, which are valid as long as the blocks.
    [[nodiscard]] QByteArray keep(const QByteArray &octets)
    {
        if (octets.isEmpty())
            return {};
        if (m_room < octets.size()) {
            m_room = std::max<qsizetype>(BlockOctets, octets.size());
            m_blocks.emplace_back(new char[std::size_t(m_room)]);
            m_next = m_blocks.back().get();
        }
        char *const at = m_next;
        std::memcpy(at, octets.constData(), std::size_t(octets.size()));
        m_next += octets.size();
        m_room -= octets.size();
        return QByteArray::fromRawData(at, octets.size());
    }

private:
    static constexpr qsizetype BlockOctets = 256 * 1024;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char *m_next = nullptr; // in the last block
    qsizetype m_room = 0; // after it
};

} // namespace pushscope
