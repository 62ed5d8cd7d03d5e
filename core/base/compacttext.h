// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// CompactText: a text of one owner in eight octets and an allocation without spare room: for what exists a million times. A value
// of its owner's thread.

#include <QByteArray>
#include <cstring>
#include <memory>

namespace pushscope {

class CompactText
{
public:
    CompactText() noexcept = default;
    explicit CompactText(QByteArrayView text)
    {
        if (text.isEmpty())
            return;
        const auto size = quint32(text.size());
        m_octets.reset(new char[sizeof size + size]);
        std::memcpy(m_octets.get(), &size, sizeof size);
        std::memcpy(m_octets.get() + sizeof size, text.data(), size);
    }

    [[nodiscard]] QByteArrayView view() const noexcept
    {
        if (!m_octets)
            return {};
        quint32 size = 0;
        std::memcpy(&size, m_octets.get(), sizeof size);
        return {m_octets.get() + sizeof size, qsizetype(size)};
    }
    [[nodiscard]] QByteArray toByteArray() const { return view().toByteArray(); }
    [[nodiscard]] bool isEmpty() const noexcept { return !m_octets; }
    bool operator==(QByteArrayView text) const noexcept { return view() == text; }

private:
    std::unique_ptr<char[]> m_octets; // the size in 4 octets, then the text; null: empty
};

} // namespace pushscope
