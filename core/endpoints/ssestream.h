// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SseStream: GET /api/events, one event stream. Source: wire.md, "GET /api/events"; WHATWG HTML §9.2.

#include "endpoints/exchange.h"
#include "endpoints/streamconnection.h"
#include "protocol/deflate.h"

namespace pushscope {

class SseStream : public StreamConnection
{
public:
    // The handler of the route.
    static void handle(EndpointContext &context, Exchange &exchange);

    void drain() override;
    bool breakProtocol() override;
    void closeWith(int, const QByteArray &, const QByteArray &cause) override { endStream(cause); }
    void expireToken(const QByteArray &cause) override { endStream(cause); }
    void endForRestart(Milliseconds retry, const QByteArray &cause) override;

protected:
    SseStream(EndpointContext &context, Exchange::Stream stream, Subscription subscription, const Principal &principal);
    // What goes with its octets where they are compressed; null: in plain text.
    [[nodiscard]] virtual GzipStreamTail *gzip() noexcept { return nullptr; }

private:
    void begin();
    void greet();
    void writeText(const QByteArray &text); // framed as the stream needs it
    void writeOctets(const QByteArray &octets); // of the body
    void endStream(const QByteArray &cause);

    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override;
    void gap(const Gap &gap) override;
    void caughtUp() override;
    void overflowed() override;
    void onKeepalive() override;
    [[nodiscard]] std::optional<TimePoint> extraDeadline() const override;
    void onExtraDeadline() override { finish("malformed-frame"); }
    void endByCode(int closeCode, const QByteArray &cause) override;
    void linkReceived(QByteArrayView) override { } // a stream has nothing more to say

    bool m_chunked;
    bool m_pinged = false;
    bool m_broken = false; // its chunks have no sense any more
};

} // namespace pushscope
