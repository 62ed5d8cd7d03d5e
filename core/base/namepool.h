// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// NamePool: one copy of a text that many have in common: a user agent, an address. A value of its owner's thread.

#include <QByteArray>
#include <QSet>

namespace pushscope {

class NamePool
{
public:
    // Equal to `name`, and sharing its memory with the ones given out before.
    [[nodiscard]] QByteArray shared(const QByteArray &name)
    {
        if (name.isEmpty())
            return {};
        const auto it = m_names.constFind(name);
        if (it != m_names.cend())
            return *it;
        // Names that everybody makes up anew are not worth remembering; what was given out lives on.
        if (m_names.size() == MaxNames)
            m_names.clear();
        QByteArray kept = name;
        kept.squeeze();
        m_names.insert(kept);
        return kept;
    }

private:
    static constexpr qsizetype MaxNames = 4096;
    QSet<QByteArray> m_names;
};

} // namespace pushscope
