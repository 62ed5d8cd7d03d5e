// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Utf8Checker: checks UTF-8 as it comes in, in any split, and knows the first octet at which no continuation can be valid
// any more. Refuses overlong forms, surrogates and all above U+10FFFF. Source: RFC 3629 §4.

#include <QByteArrayView>

namespace pushscope {

class Utf8Checker
{
public:
    // The number of octets taken: all of them, or up to the first that is wrong. Not to be fed again after that.
    [[nodiscard]] qsizetype feed(QByteArrayView in) noexcept;
    [[nodiscard]] bool isComplete() const noexcept { return m_missing == 0; } // not within a character
    void reset() noexcept { *this = {}; }

private:
    [[nodiscard]] bool begin(quint8 lead) noexcept;

    quint8 m_missing = 0; // continuation octets still to come
    quint8 m_low = 0x80; // bounds of the next one
    quint8 m_high = 0xBF;
};

[[nodiscard]] bool isUtf8(QByteArrayView text) noexcept; // a whole text at once

} // namespace pushscope
