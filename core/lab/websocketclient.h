// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// WebSocketClient: a consumer of /ws, through QWebSocket, which answers pings itself. Source: wire.md, "WebSocket".

#include "lab/simulatedclient.h"

#include <QPointer>
#include <QWebSocket>

namespace pushscope {

class WebSocketClient final : public SimulatedClient
{
    Q_OBJECT
public:
    explicit WebSocketClient(ClientPlan plan, QObject *parent = nullptr);
    ~WebSocketClient() override;

    void cutNow() override;
    // A client message, {"type":…,"payload":…}. False unless connected.
    bool send(QByteArrayView json);

protected:
    QCoro::Task<Ending> converse() override;

private:
    [[nodiscard]] QUrl address() const;
    void onText(const QString &text);
    [[nodiscard]] Ending endingOf(const QWebSocket &socket) const;

    void openAnother(); // and keeps it, as its misbehaviour has it

    QPointer<QWebSocket> m_socket;
    std::unique_ptr<QWebSocket> m_another;
    bool m_failed = false; // the present socket's upgrade or connection
};

} // namespace pushscope
