// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// TlsLink: a Link around a Link that encrypts, as the server. Owned by whom the TlsContext gave it to; lives on the hub thread.
// OpenSSL reads from the octets that have just come and writes into those that leave next; between two calls it holds no buffer.
// Sources: RFC 8446 (TLS 1.3), RFC 5246 (TLS 1.2).

#include "transport/tlscontext.h"

namespace pushscope {

// What differs from a link in clear:
// - linkPeerFinished() comes with the peer's close_notify. A FIN without one is LinkEnd::Truncated, unless the link was finished
//   already, and one before the handshake is done too.
// - Where the peer breaks TLS, it is told by an alert, the link finishes, and its handler hears linkPeerFinished().
// - Whoever speaks HTTP in clear is answered by one status 400 in clear.
// - queuedBytes() counts encrypted octets. What is written before the handshake is done leaves after it.
class TlsLink final : public Link, private LinkHandler
{
public:
    TlsLink(std::unique_ptr<Link> inner, TlsContext &context);
    ~TlsLink() override;

    void setHandler(LinkHandler *handler) override;
    void write(SharedBytes octets) override;
    [[nodiscard]] qsizetype queuedBytes() const noexcept override { return m_inner->queuedBytes() + m_early.size(); }
    void setReading(bool on) override;
    void finish() override; // close_notify, then FIN
    void reset() override;
    [[nodiscard]] SocketAddress peer() const override { return m_inner->peer(); }
    [[nodiscard]] TlsFacts tls() const override;

    // For the TlsContext; each may destroy the link.
    void resume(); // goes on with what it has not read yet
    void giveWay(); // its handshake takes too long for those who wait

    // What OpenSSL reads and writes while it is called.
    struct Octets {
        QByteArrayView in;
        QByteArray out;
    };

private:
    enum class Stage : quint8 {
        Fresh, // nothing has come yet
        Waiting, // for other handshakes
        Handshaking,
        Open,
        Over, // failed, truncated or reset: nothing is read or written any more
    };
    struct Guard; // while a handler is called, which may destroy the link

    void linkReceived(QByteArrayView octets) override;
    void linkPeerFinished() override;
    void linkDrained() override;
    void linkEnded(LinkEnd how) override;

    [[nodiscard]] bool begin(QByteArrayView first); // false: not now, or never
    void proceed(QByteArrayView in);
    [[nodiscard]] bool readOnce(); // false: there is no more, for now or for good; or the link is destroyed
    void handshakeDone();
    void answerClear();
    void encrypt(QByteArrayView octets);
    void flushOut();
    void fail(const QByteArray &reason);
    void tellPeerFinished();
    void updateReading();

    std::unique_ptr<Link> m_inner;
    TlsContext &m_context;
    LinkHandler *m_handler = nullptr;
    Guard *m_guard = nullptr;
    SslPtr m_ssl; // from the first octets on
    Octets m_octets;
    QByteArray m_unread; // encrypted octets that came while nobody read
    QByteArray m_early; // written before the handshake was done
    Stage m_stage = Stage::Fresh;
    bool m_reading = true;
    bool m_finishing = false;
    bool m_peerFinished = false; // told
};

} // namespace pushscope
