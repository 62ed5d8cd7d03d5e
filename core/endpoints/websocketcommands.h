// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WebSocketCommands: what a client may say over its WebSocket, and the answers. Source: wire.md, "Client messages".

#include "hub/hub.h"
#include "protocol/jsonslice.h"

namespace pushscope {

struct EndpointContext;
class WebSocketSession;

class WebSocketCommands
{
public:
    // Acts for one session; both are borrowed for the call.
    WebSocketCommands(EndpointContext &context, WebSocketSession &session)
        : m_context(context)
        , m_session(session)
    {
    }
    enum class Told : quint8 { No, Yes }; // whether the observer knows already that the message came
    void handle(const QByteArray &text, Told told);

    // Whole messages. `ref` is JSON as it was sent, or empty; `id` is JSON.
    [[nodiscard]] static QByteArray error(QByteArrayView code, QByteArrayView message, QByteArrayView ref);
    [[nodiscard]] static QByteArray ack(QByteArrayView ref, QByteArrayView id);

private:
    struct Command {
        QByteArray type;
        QByteArrayView payload; // JSON; empty: none
        QByteArray ref; // JSON
    };
    [[nodiscard]] Result<Command> parse(const QByteArray &text, QByteArray &ref) const;
    void sendError(QByteArrayView code, QByteArrayView message, const Command &command);
    [[nodiscard]] Result<QByteArray> stringMember(const Command &command, QByteArrayView name) const;
    void chatSend(const Command &command);
    void presenceUpdate(const Command &command);
    void enterRoom(const Command &command);
    void leaveRoom(const Command &command);
    void acknowledge(const Command &command);
    void publish(const Command &command);

    EndpointContext &m_context;
    WebSocketSession &m_session;
};

} // namespace pushscope
