// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// RawSocket: a blocking TCP client for tests that run their peers in threads of their own, away from the hub's event loop.
// Nothing between the test and the octets.

#include <QByteArray>
#include <chrono>

namespace pushscope {

class RawSocket
{
public:
    RawSocket() = default;
    ~RawSocket();
    RawSocket(const RawSocket &) = delete;
    RawSocket &operator=(const RawSocket &) = delete;

    [[nodiscard]] bool connectTo(quint16 port); // on 127.0.0.1
    [[nodiscard]] bool isOpen() const noexcept { return m_fd >= 0; }
    [[nodiscard]] bool send(QByteArrayView octets);
    // What arrived; empty at the end, on an error, or after `patience` without anything (then isOpen() still).
    [[nodiscard]] QByteArray receive(std::chrono::milliseconds patience);
    // Receives until `mark` is in; gives all up to its end and keeps the rest. Empty: it did not come.
    [[nodiscard]] QByteArray receiveUntil(QByteArrayView mark, std::chrono::milliseconds patience);
    [[nodiscard]] QByteArray receiveExactly(qsizetype octets, std::chrono::milliseconds patience);
    // Everything until the peer ends or `patience` passes without anything.
    [[nodiscard]] QByteArray receiveAll(std::chrono::milliseconds patience);
    void finish(); // sends FIN; goes on to receive
    void close(bool reset = false);

private:
    [[nodiscard]] bool fill(std::chrono::milliseconds patience);

    int m_fd = -1;
    QByteArray m_kept;
};

struct HttpAnswer {
    int status = 0; // 0: there was none
    QByteArray head;
    QByteArray body;
};
// Sends a request and reads an answer with a Content-Length. `extra` are header lines, each with its CRLF.
[[nodiscard]] HttpAnswer exchange(RawSocket &socket, QByteArrayView method, QByteArrayView target, QByteArrayView body = {},
                                  QByteArrayView extra = {});

} // namespace pushscope
