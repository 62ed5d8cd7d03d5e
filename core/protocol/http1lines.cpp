// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1lines.h"

#include <algorithm>

namespace pushscope {

static constexpr qsizetype UsualHead = 1024; // octets

static bool isPlain(char c)
{
    return (quint8(c) >= 0x20 && c != '\x7f') || c == '\t';
}

LineStep Http1Lines::take(QByteArrayView in, qsizetype &at, qsizetype limit, bool stopAtSpace)
{
    while (at < in.size()) {
        if (m_text.size() >= limit)
            return LineStep::TooLong;
        if (m_text.size() > m_lineBegin && m_text.at(m_text.size() - 1) == '\r') {
            if (in[at] != '\n')
                return LineStep::BareCr;
            ++at;
            m_text += '\n';
            return LineStep::Line;
        }
        const char c = in[at];
        if (!isPlain(c) && c != '\r')
            return c == '\n' ? LineStep::BareLf : LineStep::Control;
        qsizetype end = at + 1;
        const qsizetype bound = std::min(in.size(), at + limit - m_text.size());
        if (isPlain(c) && !(stopAtSpace && c == ' '))
            while (end < bound && isPlain(in[end]) && !(stopAtSpace && in[end] == ' '))
                ++end;
        if (m_text.isEmpty())
            m_text.reserve(std::min(bound - at, UsualHead)); // once, not with each word
        m_text += in.sliced(at, end - at);
        at = end;
        if (stopAtSpace && c == ' ')
            return LineStep::Space;
    }
    return LineStep::More;
}

ProtocolError http1Error(int status, QByteArray section, QByteArray detail)
{
    return ProtocolError{status, std::move(section), std::move(detail)};
}

ProtocolError lineFault(LineStep step)
{
    if (step == LineStep::BareLf)
        return http1Error(400, "RFC 9112 §2.2", "a line ends in LF alone");
    if (step == LineStep::BareCr)
        return http1Error(400, "RFC 9112 §2.2", "a CR without LF");
    return http1Error(400, "RFC 9110 §5.5", "a control character");
}

static bool isVersion(QByteArrayView text)
{
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    return text.size() == 8 && text.startsWith("HTTP/") && isDigit(text[5]) && text[6] == '.' && isDigit(text[7]);
}

std::optional<ProtocolError> checkRequestLine(QByteArrayView line)
{
    line.chop(2);
    const QByteArrayView version = line.sliced(line.lastIndexOf(' ') + 1);
    if (!isVersion(version) || std::count(line.begin(), line.end(), ' ') != 2)
        return http1Error(400, "RFC 9112 §3", "not a request line: method, target, version");
    if (version != "HTTP/1.1" && version != "HTTP/1.0")
        return http1Error(505, "RFC 9110 §15.6.6", "HTTP/1.1 and HTTP/1.0 are spoken here");
    return std::nullopt;
}

std::optional<ProtocolError> checkFieldLine(QByteArrayView line)
{
    if (line.startsWith(' ') || line.startsWith('\t'))
        return http1Error(400, "RFC 9112 §5.2", "a folded field line");
    const qsizetype colon = line.indexOf(':');
    if (colon < 1)
        return http1Error(400, "RFC 9112 §5", "a field line without a name and a colon");
    if (line[colon - 1] == ' ' || line[colon - 1] == '\t')
        return http1Error(400, "RFC 9112 §5.1", "white space between a field's name and its colon");
    return std::nullopt;
}

std::optional<ProtocolError> checkChunkLine(QByteArrayView line)
{
    const auto isHex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); };
    const auto end = std::find_if_not(line.begin(), line.end(), isHex);
    // What follows, an extension, Beast looks at.
    if (end == line.begin() || !QByteArrayView(";\r \t").contains(*end))
        return http1Error(400, "RFC 9112 §7.1", "a chunk's size is hexadecimal digits");
    return std::nullopt;
}

} // namespace pushscope
