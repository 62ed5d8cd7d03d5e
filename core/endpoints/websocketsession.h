// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WebSocketSession: GET /ws, one WebSocket. Source: wire.md, "GET /ws"; RFC 6455.

#include "endpoints/answerport.h"
#include "endpoints/exchange.h"
#include "endpoints/streamconnection.h"
#include "hub/eventencoder.h"
#include "protocol/websocketconnection.h"

#include <list>

namespace pushscope {

class WebSocketSession final : public StreamConnection, public AnswerTarget
{
public:
    // The handler of the route.
    static void handle(EndpointContext &context, Exchange &exchange);
    ~WebSocketSession() override;

    void drain() override;
    void ping() override;
    bool breakProtocol() override;
    void closeWith(int code, const QByteArray &reason, const QByteArray &cause) override { close(code, reason, cause); }
    void expireToken(const QByteArray &cause) override { close(4001, "token expired", cause); }
    void reply(const QByteArray &text) override;
    void handleText(const QByteArray &text) override;
    void endWith(int code, const QByteArray &reason, const QByteArray &cause) override { close(code, reason, cause); }
    void endForRestart(Milliseconds retry, const QByteArray &cause) override;

private:
    friend class WebSocketCommands; // acts for the session
    WebSocketSession(EndpointContext &context, std::unique_ptr<Link> link, Subscription subscription, const Principal &principal,
                     quint64 tokenPrint);

    void compress(const MessageDeflate &deflate);
    void begin();
    void greet();
    void joinRoom(const QByteArray &room, const QByteArray &ref);
    void acknowledgePublish(const QByteArray &ref, const Result<Published> &published);
    void sendText(const QByteArray &text);
    void enterRoom(const QByteArray &room, const QByteArray &ref); // acknowledged where there is a ref
    // Publishes and answers with hub.ack once it is safe, or hub.error.
    void publishFor(Draft draft, const QByteArray &ref);
    void close(int code, const QByteArray &reason, const QByteArray &cause);
    [[nodiscard]] const Principal &principal() const noexcept { return *m_principal; }
    [[nodiscard]] WebSocketConnection &engine(); // not to be kept
    void flushEngine(); // also lets it go when it is at rest
    void onMessage(const WsMessage &message);
    void onPong(const WsPong &pong);
    void onPeerClosed(); // it reads, if it answers a close of ours

    [[nodiscard]] bool deliver(const EncodedEvent &event, bool replayed) override;
    void gap(const Gap &gap) override;
    void overflowed() override;
    void onKeepalive() override;
    std::optional<TimePoint> extraDeadline() const override;
    void onExtraDeadline() override;
    void endByCode(int closeCode, const QByteArray &cause) override;
    void linkReceived(QByteArrayView octets) override;
    void octetsWritten(QByteArrayView octets) override;
    [[nodiscard]] bool isLookedAt(); // by who wants to see its frames
    static void frameCame(void *session, quint8 first, bool masked, quint64 length);
    void linkPeerFinished() override;

    std::unique_ptr<const Principal> m_principal;
    // Null at rest: between two frames there is nothing to remember, but for compression.
    std::unique_ptr<WebSocketConnection> m_engine;
    quint64 m_tokenPrint; // what its publishing counts as
    WireForm m_form = WireForm::WsFrame; // of events
    TimePoint m_pongDue = TimePoint::max(); // max: none is
    TimePoint m_nextPing;
    quint32 m_lookedAtFor = 0; // the tap's serial when m_lookedAt was found
    bool m_lookedAt = false;
    bool m_pongless = false; // closed because no pong came, and none has come since
    struct PendingAck {
        QByteArray ref;
        std::unique_ptr<Hub::PublishWait> wait;
    };
    std::list<PendingAck> m_acks;
    std::list<std::unique_ptr<Hub::Preparation>> m_entering; // rooms
    QByteArray m_early; // what came before the welcome
};

} // namespace pushscope
