// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Exchange: one HTTP request and the answer to it, whatever HTTP version carries it. Owned by the connection that parsed it;
// destroyed when the answer is out or the connection is gone, and with it the task that was to finish it.

#include "base/result.h"
#include "protocol/httpmessage.h"
#include "transport/transport.h"

#include <memory>

namespace pushscope {

struct ConnectionFacts;
struct EndpointContext;

class Exchange
{
public:
    // Something that will answer later.
    class Task
    {
    public:
        virtual ~Task() = default;
        // Whether nobody waits for the answer once the client has sent its FIN.
        [[nodiscard]] virtual bool endsWithClient() const noexcept { return false; }
    };
    // A link whose further octets are the body of a stream: framed as HTTP/1.1 chunks, or as they are.
    struct Stream {
        std::unique_ptr<Link> link;
        bool chunked = false;
        QByteArray early; // octets that came after the request already
    };

    // Fields that a proxy in the way takes out, and what it says of the answer's content; null: what the hub says.
    struct HeadFaults {
        QList<QByteArray> dropped; // in lower case
        QByteArray contentType;
    };

    virtual ~Exchange() = default;

    [[nodiscard]] virtual const RequestHead &head() const noexcept = 0;
    [[nodiscard]] virtual const QByteArray &body() const noexcept = 0;
    [[nodiscard]] virtual SocketAddress peer() const = 0;
    [[nodiscard]] virtual TlsFacts tls() const = 0; // of the link
    // A fault held the request until its client had ended the connection.
    [[nodiscard]] virtual bool hasClientLeft() const { return false; }

    // Passes the link through the faults that concern this client; `isRequest`: with the request itself.
    virtual void applyFaults(const ConnectionFacts &facts, bool isRequest) = 0;
    virtual void dropField(const QByteArray &name) = 0; // of the request
    void setHeadFaults(HeadFaults faults) { m_headFaults = std::make_unique<HeadFaults>(std::move(faults)); }
    // The whole answer. The exchange is over: don't touch it again.
    virtual void respond(ResponseHead head, QByteArray body) = 0;
    // Sends the head and gives the link away. The exchange is over.
    [[nodiscard]] virtual Stream startStream(ResponseHead head) = 0;
    // Ends the connection without an answer. The exchange is over.
    virtual void abort(bool reset) = 0;
    void hold(std::unique_ptr<Task> task) noexcept { m_task = std::move(task); }
    [[nodiscard]] bool endsWithClient() const noexcept { return m_task && m_task->endsWithClient(); }

    // What a compressed body says, for those who record what passes; null: the body is plain.
    [[nodiscard]] const QByteArray &plainBody() const noexcept { return m_plainBody; }
    void setPlainBody(QByteArray body) { m_plainBody = std::move(body); }

    // Why the connection ended while the answer was due: "client", or a fault.
    [[nodiscard]] const QByteArray &ending() const noexcept { return m_ending; }
    void setEnding(QByteArray cause) { m_ending = std::move(cause); }

protected:
    [[nodiscard]] ResponseHead faultedHead(ResponseHead head) const; // as it is to be sent

private:
    std::unique_ptr<HeadFaults> m_headFaults; // null: none
    QByteArray m_ending = "client";
    QByteArray m_plainBody;

protected:
    std::unique_ptr<Task> m_task; // goes first
};

} // namespace pushscope
