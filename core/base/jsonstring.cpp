// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonstring.h"

namespace pushscope {

static void appendEscaped(QByteArray &out, char c)
{
    static constexpr char Hex[] = "0123456789abcdef";
    static constexpr QByteArrayView From("\"\\\b\f\n\r\t");
    static constexpr QByteArrayView To("\"\\bfnrt");
    out += '\\';
    const qsizetype simple = From.indexOf(c);
    if (simple >= 0) {
        out += To[simple];
        return;
    }
    out += "u00";
    out += Hex[(c >> 4) & 0xF];
    out += Hex[c & 0xF];
}

QByteArray jsonQuoted(QByteArrayView utf8)
{
    QByteArray out;
    out.reserve(utf8.size() + 2);
    out += '"';
    for (const char c : utf8) {
        if (c == '"' || c == '\\' || quint8(c) < 0x20)
            appendEscaped(out, c);
        else
            out += c;
    }
    out += '"';
    return out;
}

} // namespace pushscope
