// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What the fuzz targets share: a check that ends the process, and an input that also says where it is to be split.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <cstdio>
#include <cstdlib>

// Not Q_ASSERT, which a release build drops.
#define FUZZ_CHECK(condition)                                                                                                    \
    do {                                                                                                                         \
        if (!(condition)) {                                                                                                      \
            std::fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                                 \
            std::abort();                                                                                                        \
        }                                                                                                                        \
    } while (false)

namespace pushscope {

// The last octets of an input are no part of it but say how it is cut in pieces, so that seeds stay readable files.
class FuzzInput
{
public:
    FuzzInput(const uint8_t *data, std::size_t size)
        : m_octets(reinterpret_cast<const char *>(data), qsizetype(size))
    {
        const qsizetype count = std::min(m_octets.size(), qsizetype(4));
        m_cuts = m_octets.last(count);
        m_octets.chop(count);
    }

    [[nodiscard]] QByteArrayView octets() const { return m_octets; }
    [[nodiscard]] quint8 option() const { return m_cuts.isEmpty() ? 0 : quint8(m_cuts.back()); }
    [[nodiscard]] QList<QByteArrayView> pieces() const
    {
        QList<QByteArrayView> pieces;
        QByteArrayView rest = m_octets;
        for (qsizetype i = 0; !rest.isEmpty(); ++i) {
            const qsizetype wanted = 1 + (m_cuts.isEmpty() ? 0 : quint8(m_cuts[i % m_cuts.size()]) % 32);
            const qsizetype size = std::min(wanted, rest.size());
            pieces.append(rest.first(size));
            rest = rest.sliced(size);
        }
        return pieces;
    }

private:
    QByteArrayView m_octets;
    QByteArrayView m_cuts;
};

} // namespace pushscope
