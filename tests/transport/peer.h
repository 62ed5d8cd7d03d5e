// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Peer: the other end of a link, a plain client socket. Everything but connect() is non-blocking: ask again.

#include "transport/transport.h"

namespace pushscope {

class Peer
{
public:
    // Connected when constructed (the kernel's backlog answers), or isOpen() is false. The size of the receive buffer
    // is the system's if 0.
    explicit Peer(const SocketAddress &to, int receiveBuffer = 0, QHostAddress source = {});
    ~Peer();
    Peer(Peer &&other) noexcept;
    Peer &operator=(Peer &&) = delete;

    [[nodiscard]] bool isOpen() const noexcept { return m_descriptor >= 0; }
    qsizetype send(QByteArrayView octets); // what the kernel took
    void finish(); // FIN
    void reset(); // RST
    void close();
    // Reads what is there, at most so much.
    void read(qsizetype limit = std::numeric_limits<qsizetype>::max());
    [[nodiscard]] const QByteArray &received()
    {
        read();
        return m_received;
    }
    [[nodiscard]] bool seesFin()
    {
        read();
        return m_seesFin;
    }
    [[nodiscard]] bool seesReset()
    {
        read();
        return m_seesReset;
    }
    [[nodiscard]] int dataSegmentsReceived() const;
    [[nodiscard]] SocketAddress localAddress() const;

private:
    int m_descriptor;
    QByteArray m_received;
    bool m_seesFin = false;
    bool m_seesReset = false;
};

} // namespace pushscope
