// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WireClient: one client of the hub over one way, which counts what comes and does not look into it: of a compressed or encrypted
// stream it knows only how much there is. Blocking sockets, one thread, Linux.

#include "bench/contract.h"

#include <memory>
#include <openssl/ssl.h>
#include <vector>

namespace pushscope::bench {

struct Wire {
    const char *name; // in the output
    Protocol protocol;
    bool http2 = false;
    bool tls = false;
    const char *header = ""; // asks for compression
};

// The first is what the others are compared with.
inline constexpr Wire AllWires[] = {
    {"sse/1.1", Protocol::Sse},
    {"sse/1.1 gzip", Protocol::Sse, false, false, "Accept-Encoding: gzip\r\n"},
    {"sse/2", Protocol::Sse, true},
    {"ws", Protocol::WebSocket},
    {"ws deflate", Protocol::WebSocket, false, false, "Sec-WebSocket-Extensions: permessage-deflate\r\n"},
    {"poll", Protocol::Poll},
    {"poll gzip", Protocol::Poll, false, false, "Accept-Encoding: gzip\r\n"},
    {"sse/1.1 tls", Protocol::Sse, false, true},
    {"sse/2 tls", Protocol::Sse, true, true},
    {"ws tls", Protocol::WebSocket, false, true},
};

struct WireTotals {
    qint64 received = 0, sent = 0; // octets of TCP's payload
    qint64 packets = 0; // with payload, received
};

class WireClient
{
public:
    WireClient(const Wire &wire, const Contract &contract, quint16 port, int index); // subscribes
    WireClient(bool tls, quint16 port); // to publish
    ~WireClient();
    WireClient(const WireClient &) = delete;
    WireClient &operator=(const WireClient &) = delete;

    void publish(const Contract &contract, const QByteArray &json); // and waits for the answer
    void readSome(); // what is there
    [[nodiscard]] WireTotals totals() const;
    [[nodiscard]] bool hasNews() const noexcept { return m_totals.received > m_seen; } // since seen()
    void seen() noexcept { m_seen = m_totals.received; }
    [[nodiscard]] int descriptor() const noexcept { return m_descriptor; }

private:
    void send(QByteArrayView octets);
    void askAgain();

    struct SslFree {
        void operator()(SSL *ssl) const noexcept { SSL_free(ssl); }
    };
    int m_descriptor;
    const Contract *m_contract = nullptr;
    Wire m_wire{};
    int m_index = 0;
    std::unique_ptr<SSL, SslFree> m_ssl;
    QByteArray m_answer; // of a poll, until it is whole
    QByteArray m_cursor;
    WireTotals m_totals;
    qint64 m_seen = 0;
};

using WireClients = std::vector<std::unique_ptr<WireClient>>;
[[nodiscard]] WireTotals totals(const WireClients &clients);
void settle(const WireClients &clients); // until nothing comes for 300 ms
// Until something has come to each, and no more comes. The next event is published only then, so that each travels alone.
void readNext(const WireClients &clients);

} // namespace pushscope::bench
