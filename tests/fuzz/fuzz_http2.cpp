// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames in any pieces give the same requests and the same end of the connection; nothing follows an error; memory stays bounded.

#include "fuzzinput.h"
#include "protocol/http2connection.h"

#include <QHash>

using namespace pushscope;

namespace {

struct Outcome {
    QHash<qint32, QByteArray> requests; // by stream: head and body of those that came whole
    int failure = 0; // of the connection: its code
    bool operator==(const Outcome &) const = default;
};

Http2Connection::Limits limits()
{
    Http2Connection::Limits limits;
    limits.maxConcurrentStreams = 8;
    limits.headerListBytes = 2000;
    limits.targetBytes = 200;
    limits.fieldCount = 16;
    limits.bodyBytes = 3000;
    limits.rapidResets = {10, 1};
    limits.settings = {6, 1};
    limits.pings = {6, 1};
    limits.emptyData = {6, 1};
    limits.outputBytes = 64 * 1024;
    return limits;
}

// Answers each request, tunnels included, in one of the ways that an owner may choose.
class Owner
{
public:
    explicit Owner(quint8 option)
        : m_connection(limits(), TimePoint())
        , m_answers(option & 1)
        , m_streams(option & 2)
        , m_resets((option & 12) == 12)
    {
    }

    void feed(QByteArrayView piece)
    {
        FUZZ_CHECK(m_connection.feed(piece, TimePoint()) == piece.size());
        drain();
    }
    [[nodiscard]] Outcome outcome()
    {
        FUZZ_CHECK(m_connection.openStreams() <= limits().maxConcurrentStreams);
        m_connection.onDeadline(TimePoint() + std::chrono::hours(1));
        drain();
        return m_outcome;
    }

private:
    void drain()
    {
        takeOutput();
        while (const auto event = m_connection.nextEvent()) {
            std::visit([this, stream = event->stream](const auto &e) { note(stream, e); }, event->what);
            takeOutput();
        }
    }
    void takeOutput()
    {
        for (SharedBytes piece = m_connection.takeOutput(); !piece.isEmpty(); piece = m_connection.takeOutput())
            m_output += piece.size();
    }
    void answer(qint32 stream, int status)
    {
        ResponseHead head;
        head.status = status;
        head.fields = {{"connection", "close"}, {"content-type", "text/plain"}};
        if (!m_streams)
            head.contentLength = 5000;
        if (!m_connection.send(stream, head))
            return; // it has ended meanwhile
        if (m_resets) {
            FUZZ_CHECK(m_connection.send(stream, Http2Connection::StreamReset{}));
            FUZZ_CHECK(!m_connection.isOpen(stream));
            return;
        }
        FUZZ_CHECK(m_connection.send(stream, BodyChunk{QByteArray(5000, 'x')}));
        if (!m_streams)
            FUZZ_CHECK(m_connection.send(stream, Http2Connection::StreamEnd{}));
    }

    void note(qint32 stream, const RequestHead &head)
    {
        FUZZ_CHECK(stream % 2 == 1 && !m_reading.contains(stream));
        QByteArray text = head.method + ' ' + head.target;
        for (const HttpField &field : head.fields) {
            FUZZ_CHECK(!field.value.contains('\r') && !field.value.contains('\n') && !field.value.contains('\0'));
            text += '\n' + field.name + ": " + field.value;
        }
        m_reading[stream] = text;
        if (!head.field(":protocol").isNull() && m_answers)
            answer(stream, 200);
    }
    void note(qint32 stream, const BodyChunk &chunk)
    {
        FUZZ_CHECK(m_reading.contains(stream) && !chunk.octets.isEmpty());
        m_reading[stream] += chunk.octets;
        m_connection.consume(stream, chunk.octets.size());
    }
    void note(qint32 stream, const MessageEnd &)
    {
        FUZZ_CHECK(m_reading.contains(stream));
        m_outcome.requests[stream] = m_reading.take(stream);
        if (m_answers)
            answer(stream, 200);
    }
    void note(qint32, const Http2Connection::StreamDrained &) { }
    void note(qint32 stream, const Http2Connection::StreamClosed &)
    {
        FUZZ_CHECK(!m_connection.isOpen(stream));
        m_reading.remove(stream);
    }
    void note(qint32 stream, const PeerClosed &) { FUZZ_CHECK(stream == 0); }
    void note(qint32 stream, const ProtocolError &error)
    {
        FUZZ_CHECK(!error.section.isEmpty());
        m_reading.remove(stream);
        if (error.code >= 400 && m_answers) {
            answer(stream, error.code);
        } else if (stream == 0) {
            FUZZ_CHECK(m_outcome.failure == 0 && error.code > 0);
            FUZZ_CHECK(!m_connection.wantsRead());
            m_outcome.failure = error.code;
        }
    }

    Http2Connection m_connection;
    Outcome m_outcome;
    QHash<qint32, QByteArray> m_reading;
    qsizetype m_output = 0;
    bool m_answers;
    bool m_streams;
    bool m_resets;
};

Outcome run(const QList<QByteArrayView> &pieces, quint8 option)
{
    Owner owner(option);
    // What only begins a connection leads nowhere new.
    owner.feed(Http2Connection::Preface);
    owner.feed(QByteArrayView("\0\0\0\4\0\0\0\0\0", 9));
    for (const QByteArrayView piece : pieces)
        owner.feed(piece);
    return owner.outcome();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    const Outcome split = run(input.pieces(), input.option());
    // Answers that leave between two pieces free streams and windows: without them, pieces don't matter.
    if (!(input.option() & 1))
        FUZZ_CHECK(split == run({input.octets()}, input.option()));
    return 0;
}
