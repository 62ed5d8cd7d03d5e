// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// FrameTap: the frames of one client's connection, for who looks at them: the window says whose, the hub thread puts them in, the
// window takes them. Owned by ServerThread, outlives the servers. While nobody looks, it costs one read of an atomic a write.

#include "base/clock.h"

#include <QByteArray>
#include <atomic>
#include <mutex>
#include <vector>

namespace pushscope {

struct WireFrame {
    enum class Layer : quint8 { WebSocket, Http2 };
    quint64 number = 0; // grows by one a frame of the connection that is looked at, from 1
    WallTime at{};
    Layer layer{};
    bool out = false; // towards the client
    quint8 type = 0; // the opcode (RFC 6455 §5.2), or the type (RFC 9113 §4.1)
    quint8 flags = 0; // of WebSocket: FIN, RSV1 to RSV3 as in the first octet, and Masked
    qint32 stream = 0; // of HTTP/2
    quint64 length = 0; // octets of the payload

    static constexpr quint8 Masked = 0x01;
    bool operator==(const WireFrame &) const = default;
};

class FrameTap
{
public:
    struct Target {
        QByteArray client; // its name, whose WebSocket is looked at
        QByteArray peer; // "127.0.0.1:51234": where its connection comes from, if that is HTTP/2
        bool operator==(const Target &) const = default;
    };
    static constexpr std::size_t MostKept = 8192; // between two take()

    // Any thread. Another target begins anew; an empty one stops.
    void watch(const Target &target);
    // Any thread. The frames since the call before; `skipped` grows by those that found no room.
    [[nodiscard]] std::vector<WireFrame> take(quint64 &skipped);

    // Hub thread.
    [[nodiscard]] bool isWatching() const noexcept { return m_serial.load(std::memory_order_relaxed) & 1; }
    [[nodiscard]] quint32 serial() const noexcept { return m_serial; } // odd while somebody looks; another with each target
    [[nodiscard]] Target target() const;
    void passed(WireFrame frame); // its number is given here

private:
    mutable std::mutex m_mutex;
    std::atomic<quint32> m_serial = 0;
    Target m_target;
    std::vector<WireFrame> m_frames;
    quint64 m_count = 0, m_skipped = 0;
};

} // namespace pushscope
