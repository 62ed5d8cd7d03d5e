// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Http1Answer: the framing of one answer, from its head to its end. Internal to http1connection.cpp.
// Source: RFC 9112 §6 and §9, RFC 9110 §6.4.1.

#include "base/result.h"
#include "protocol/httpmessage.h"

namespace pushscope {

class Http1Answer
{
public:
    struct Request { // what the framing depends on
        bool isHead = false;
        bool isHttp10 = false;
        bool keepAlive = false; // wanted by the client, and possible
    };

    // Appends the head to `out`. Errc::InvalidArgument for a status or field that cannot be sent.
    [[nodiscard]] Result<void> begin(const ResponseHead &head, Request request, QByteArray &out);
    [[nodiscard]] Result<void> body(const QByteArray &octets, QByteArray &out); // more than were announced: InvalidArgument
    [[nodiscard]] Result<void> end(QByteArray &out); // fewer than were announced: InvalidArgument
    [[nodiscard]] bool isChunked() const noexcept { return m_framing == Framing::Chunked; }
    [[nodiscard]] bool keepsAlive() const noexcept { return m_keepAlive; } // the connection goes on after it

private:
    enum class Framing : quint8 { Dropped, Length, Chunked, UntilClose };

    void chooseFraming(const ResponseHead &head, Request request);

    qsizetype m_left = 0; // of Content-Length
    Framing m_framing = Framing::Dropped;
    bool m_keepAlive = false;
};

} // namespace pushscope
