// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The sinks of exports that write a row as a line.

#include "session/sessionexport.h"

#include <memory>

namespace pushscope {

[[nodiscard]] std::unique_ptr<SessionSink> makeFlatSink(SessionFormat format, QIODevice &out); // `out` is borrowed

[[nodiscard]] QByteArray csvOf(const SessionRow &row); // RFC 4180, with CRLF; the columns of csvHeader()

// Writes with a buffer of its own; Errc::Io with the device's reason.
class SinkOutput
{
public:
    explicit SinkOutput(QIODevice &out) noexcept
        : m_out(out)
    {
    }
    [[nodiscard]] Result<void> write(QByteArrayView octets);
    [[nodiscard]] Result<void> flush();

private:
    QIODevice &m_out;
    QByteArray m_buffer;
};

} // namespace pushscope
