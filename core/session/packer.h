// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Packer and Unpacker: values as octets, numbers as variable-length integers of 7 bits an octet. An Unpacker reads whatever it is
// given and says when it made no sense.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <bit>

namespace pushscope {

[[nodiscard]] constexpr quint64 zigzag(qint64 value) noexcept
{
    return quint64(value) << 1 ^ quint64(value >> 63);
}

[[nodiscard]] constexpr qint64 unzigzag(quint64 value) noexcept
{
    return qint64(value >> 1) ^ -qint64(value & 1);
}

class Packer
{
public:
    void number(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_octets += char(0x80 | (value & 0x7f));
        m_octets += char(value);
    }
    void signedNumber(qint64 value) { number(zigzag(value)); }
    void bytes(QByteArrayView value)
    {
        number(quint64(value.size()));
        m_octets.append(value);
    }
    [[nodiscard]] qsizetype size() const noexcept { return m_octets.size(); }
    void reserve(qsizetype octets) { m_octets.reserve(octets); }
    [[nodiscard]] QByteArray take() { return std::exchange(m_octets, {}); }

private:
    QByteArray m_octets;
};

class Unpacker
{
public:
    explicit Unpacker(QByteArrayView octets) noexcept
        : m_at(octets.data())
        , m_end(octets.data() + octets.size())
    {
    }
    [[nodiscard]] quint64 number() noexcept
    {
        quint64 value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (m_at == m_end)
                break;
            const auto octet = quint8(*m_at++);
            value |= quint64(octet & 0x7f) << shift;
            if (octet < 0x80)
                return value;
        }
        m_failed = true;
        m_at = m_end;
        return 0;
    }
    [[nodiscard]] qint64 signedNumber() noexcept { return unzigzag(number()); }
    // Borrowed from the octets.
    [[nodiscard]] QByteArrayView bytes() noexcept
    {
        const quint64 size = number();
        if (size > quint64(m_end - m_at)) {
            m_failed = true;
            m_at = m_end;
            return {};
        }
        const QByteArrayView value(m_at, qsizetype(size));
        m_at += size;
        return value;
    }
    [[nodiscard]] bool atEnd() const noexcept { return m_at == m_end; }
    [[nodiscard]] bool failed() const noexcept { return m_failed; }
    [[nodiscard]] qsizetype left() const noexcept { return m_end - m_at; }

private:
    const char *m_at;
    const char *m_end;
    bool m_failed = false;
};

} // namespace pushscope
