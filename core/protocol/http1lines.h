// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http1Lines: gathers the lines of a head, a chunk's size or a trailer and refuses what a lenient reader would see
// differently than a strict one: bare LF, bare CR, control characters. Internal to http1connection.cpp. Source: RFC 9112 §2.2.

#include "protocol/protocolerror.h"

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace pushscope {

enum class LineStep : quint8 { More, Space, Line, BareLf, BareCr, Control, TooLong };

class Http1Lines
{
public:
    // Takes octets from `at` on up to and with the end of a line (Line), or a space if `stopAtSpace` (Space). Other
    // results but More are faults, at the first octet that shows them. TooLong: more than `limit` octets in all.
    [[nodiscard]] LineStep take(QByteArrayView in, qsizetype &at, qsizetype limit, bool stopAtSpace = false);
    [[nodiscard]] const QByteArray &text() const noexcept { return m_text; } // all lines so far
    [[nodiscard]] QByteArrayView line() const { return QByteArrayView(m_text).sliced(m_lineBegin); } // with its CRLF
    [[nodiscard]] bool isEmptyLine() const { return m_text.size() - m_lineBegin == 2; }
    void beginLine() noexcept { m_lineBegin = m_text.size(); }
    void clear()
    {
        m_text = {};
        m_lineBegin = 0;
    }

private:
    QByteArray m_text;
    qsizetype m_lineBegin = 0;
};

[[nodiscard]] ProtocolError http1Error(int status, QByteArray section, QByteArray detail);
[[nodiscard]] ProtocolError lineFault(LineStep step); // of BareLf, BareCr, Control
// What is wrong with a whole line as such, its CRLF included.
[[nodiscard]] std::optional<ProtocolError> checkRequestLine(QByteArrayView line);
[[nodiscard]] std::optional<ProtocolError> checkFieldLine(QByteArrayView line);
[[nodiscard]] std::optional<ProtocolError> checkChunkLine(QByteArrayView line);

} // namespace pushscope
