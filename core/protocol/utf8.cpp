// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/utf8.h"

#include <cstring>
#include <simdjson.h>

namespace pushscope {

static qsizetype asciiRun(const char *p, qsizetype size) noexcept
{
    qsizetype n = 0;
    for (; size - n >= 8; n += 8) {
        quint64 word;
        std::memcpy(&word, p + n, 8);
        if (word & Q_UINT64_C(0x8080808080808080))
            break;
    }
    while (n < size && !(quint8(p[n]) & 0x80))
        ++n;
    return n;
}

bool Utf8Checker::begin(quint8 lead) noexcept
{
    m_low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80; // no overlong form
    m_high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF; // no surrogate, nothing above U+10FFFF
    if (lead >= 0xC2 && lead <= 0xDF)
        m_missing = 1;
    else if (lead >= 0xE0 && lead <= 0xEF)
        m_missing = 2;
    else if (lead >= 0xF0 && lead <= 0xF4)
        m_missing = 3;
    return m_missing > 0;
}

qsizetype Utf8Checker::feed(QByteArrayView in) noexcept
{
    qsizetype n = 0;
    while (n < in.size()) {
        const auto octet = quint8(in[n]);
        if (m_missing > 0) {
            if (octet < m_low || octet > m_high)
                return n;
            m_low = 0x80;
            m_high = 0xBF;
            --m_missing;
            ++n;
        } else if (octet < 0x80) {
            n += asciiRun(in.data() + n, in.size() - n);
        } else {
            if (!begin(octet))
                return n;
            ++n;
        }
    }
    return n;
}

bool isUtf8(QByteArrayView text) noexcept
{
    return simdjson::validate_utf8(text.data(), std::size_t(text.size()));
}

} // namespace pushscope
