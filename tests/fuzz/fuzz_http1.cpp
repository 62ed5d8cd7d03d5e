// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests in any pieces give the same events and answers; nothing follows a fault.

#include "fuzzinput.h"
#include "protocol/http1connection.h"

using namespace pushscope;

namespace {

struct Outcome {
    QList<QByteArray> events;
    QByteArray output;
    bool operator==(const Outcome &) const = default;
};

// Answers each request, early or when it is complete, in one of the ways that an owner may choose.
class Owner
{
public:
    explicit Owner(quint8 option)
        : m_connection(limits(), TimePoint())
        , m_early(option & 1)
        , m_chunked(option & 2)
        , m_upgrades((option & 12) == 12)
    {
    }

    void feed(QByteArrayView piece)
    {
        m_waiting += piece;
        for (bool answered = true; answered && !m_waiting.isEmpty();) {
            const bool wanted = m_connection.wantsRead();
            const qsizetype taken = m_connection.feed(m_waiting, TimePoint());
            FUZZ_CHECK(taken >= 0 && taken <= m_waiting.size());
            FUZZ_CHECK(wanted ? taken > 0 : taken == 0);
            m_waiting.remove(0, taken);
            answered = drain();
        }
    }
    void feedEnd()
    {
        m_connection.feedEnd();
        drain();
        FUZZ_CHECK(!m_connection.wantsRead());
    }
    [[nodiscard]] const Outcome &outcome() const { return m_outcome; }

private:
    static Http1Connection::Limits limits()
    {
        Http1Connection::Limits limits;
        limits.headBytes = 512;
        limits.targetBytes = 128;
        limits.fieldCount = 12;
        limits.bodyBytes = 256;
        return limits;
    }

    bool drain()
    {
        bool answered = false;
        while (const auto event = m_connection.nextEvent()) {
            FUZZ_CHECK(!m_ended);
            std::visit([this](const auto &e) { note(e); }, *event);
            if (std::holds_alternative<ProtocolError>(*event) || isTurn(*event))
                answered = answer(std::get_if<ProtocolError>(&*event)) || answered;
            m_outcome.output += m_connection.takeOutput();
        }
        m_outcome.output += m_connection.takeOutput();
        if (m_ended)
            FUZZ_CHECK(!m_connection.wantsRead() || !m_faulted);
        return answered;
    }
    [[nodiscard]] bool isTurn(const Http1Connection::Event &event) const
    {
        return m_early ? std::holds_alternative<RequestHead>(event) : std::holds_alternative<MessageEnd>(event);
    }
    bool answer(const ProtocolError *error)
    {
        ResponseHead head;
        head.status = error ? error->code : (m_upgrades && !m_early) ? 101 : 200;
        if (!m_chunked)
            head.contentLength = 2;
        const bool begun = m_connection.send(head).has_value();
        FUZZ_CHECK(begun || error);
        if (!begun)
            return false;
        FUZZ_CHECK(m_connection.send(BodyChunk{"ok"}));
        FUZZ_CHECK(m_connection.send(Http1Connection::ResponseEnd{}));
        return true;
    }

    void note(const RequestHead &head)
    {
        FUZZ_CHECK(!m_inRequest);
        m_inRequest = true;
        FUZZ_CHECK(!head.method.isEmpty());
        FUZZ_CHECK(head.target.startsWith('/') || head.target == "*" || head.method == "CONNECT");
        QByteArray text = "head " + head.method + ' ' + head.target + ' ' + head.version;
        for (const HttpField &field : head.fields) {
            FUZZ_CHECK(!field.value.contains('\r') && !field.value.contains('\n') && !field.value.contains('\0'));
            text += '\n' + field.name + ": " + field.value;
        }
        m_outcome.events.append(text);
        m_bodySize = 0;
    }
    void note(const BodyChunk &chunk)
    {
        FUZZ_CHECK(m_inRequest && !chunk.octets.isEmpty());
        m_bodySize += chunk.octets.size();
        FUZZ_CHECK(m_bodySize <= limits().bodyBytes);
        if (!m_outcome.events.last().startsWith("body "))
            m_outcome.events.append("body ");
        m_outcome.events.last() += chunk.octets;
    }
    void note(const MessageEnd &)
    {
        FUZZ_CHECK(m_inRequest);
        m_inRequest = false;
        m_outcome.events.append("end");
    }
    void note(const PeerClosed &)
    {
        m_ended = true;
        m_outcome.events.append("closed");
    }
    void note(const ProtocolError &error)
    {
        m_ended = m_faulted = true;
        FUZZ_CHECK(error.code >= 400 && error.code < 600 && !error.section.isEmpty());
        m_outcome.events.append("error " + QByteArray::number(error.code) + ' ' + error.section + ' ' + error.detail);
    }

    Http1Connection m_connection;
    Outcome m_outcome;
    QByteArray m_waiting;
    qsizetype m_bodySize = 0;
    bool m_early;
    bool m_chunked;
    bool m_upgrades;
    bool m_inRequest = false;
    bool m_ended = false;
    bool m_faulted = false;
};

Outcome run(const QList<QByteArrayView> &pieces, quint8 option)
{
    Owner owner(option);
    for (const QByteArrayView piece : pieces)
        owner.feed(piece);
    owner.feedEnd();
    Outcome outcome = owner.outcome();
    outcome.output.replace("HTTP/1.1 100 Continue\r\n\r\n", ""); // sent only where the body did not come with the head
    return outcome;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    // Answered at its head, a request ends the connection or not by whether its body has come already: only whole requests
    // are the same in any pieces.
    const Outcome split = run(input.pieces(), input.option());
    if (!(input.option() & 1))
        FUZZ_CHECK(split == run({input.octets()}, input.option()));
    return 0;
}
