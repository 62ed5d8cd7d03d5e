// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/ssestream.h"

#include "endpoints/contentcoding.h"
#include "endpoints/context.h"
#include "endpoints/router.h"
#include "endpoints/wireencoder.h"
#include "endpoints/wiretold.h"
#include "protocol/jsonslice.h"
#include "protocol/ssewriter.h"

#include <QRandomGenerator>

namespace pushscope {

// So that all who are told to come back don't come back at once.
static Milliseconds jittered(Milliseconds retry)
{
    return Milliseconds(QRandomGenerator::global()->bounded(qint64(retry.count()) + 1)) + Milliseconds(500);
}

// A status other than 200 would end a native EventSource for good, where it is to come back.
static void tellToComeBack(EndpointContext &context, Exchange &exchange, const Refusal &refusal)
{
    context.observer.requestRefused(refusal.facts, 200, refusal.error.detail);
    ResponseHead head{200, {{"content-type", "text/event-stream"}, {"cache-control", "no-store"}}, {}};
    respond(context, exchange, {std::move(head), sseRetry(jittered(context.settings.retry)) + sseComment(refusal.error.detail)});
}

namespace {

class GzipSseStream final : public SseStream
{
public:
    GzipSseStream(EndpointContext &context, Exchange::Stream stream, Subscription subscription, const Principal &principal)
        : SseStream(context, std::move(stream), std::move(subscription), principal)
    {
    }

private:
    [[nodiscard]] GzipStreamTail *gzip() noexcept override { return &m_tail; }

    GzipStreamTail m_tail;
};

} // namespace

void SseStream::handle(EndpointContext &context, Exchange &exchange)
{
    passProxy(context, exchange, ClientProtocol::Sse);
    auto opening = openSubscription(context, exchange, ClientProtocol::Sse, "lastEventId");
    if (!opening && opening.error().denial) {
        tellToComeBack(context, exchange, opening.error());
        return;
    }
    if (!opening) {
        answerRefusal(context, exchange, opening.error());
        return;
    }
    ResponseHead head = corsHead(context, exchange, 200);
    head.fields.append(HttpField{"content-type", "text/event-stream"});
    head.fields.append(HttpField{"cache-control", "private, no-cache, no-store, no-transform, must-revalidate"});
    head.fields.append(HttpField{"x-accel-buffering", "no"});
    head.fields.append(HttpField{"vary", "accept-encoding"});
    const bool gzip = acceptedCoding(exchange.head()) == Compression::Gzip;
    if (gzip)
        head.fields.append(HttpField{"content-encoding", "gzip"});
    if (exchange.head().version != "2")
        head.fields.append(HttpField{"connection", "keep-alive"});
    const bool headOnly = exchange.head().method == "HEAD";
    if (headOnly) {
        exchange.respond(std::move(head), {});
        return;
    }
    if (gzip)
        opening->subscription.facts.compression = Compression::Gzip;
    auto stream = exchange.startStream(std::move(head));
    SseStream *borrowed = gzip
        ? new GzipSseStream(context, std::move(stream), std::move(opening->subscription), opening->principal)
        : new SseStream(context, std::move(stream), std::move(opening->subscription), opening->principal);
    context.connections.add(std::unique_ptr<Connection>(borrowed));
    borrowed->begin();
}

SseStream::SseStream(EndpointContext &context, Exchange::Stream stream, Subscription subscription, const Principal &principal)
    : StreamConnection(context, std::move(stream.link), std::move(subscription), principal)
    , m_chunked(stream.chunked)
{
}

// The greeting of wire.md: retry, then the welcome (or, with a cursor, the replay), then ": ping".
void SseStream::begin()
{
    if (gzip())
        writeOctets(gzipStreamHead());
    writeText(sseRetry(context().settings.retry));
    prepare([this] { greet(); });
}

void SseStream::greet()
{
    const QByteArray client = announce();
    const Start start = findStart();
    if (presentedCursor().isEmpty()) {
        const QByteArray cursor = context().hub.cursorAt(start.after);
        const QByteArray data = "{\"client\":" + jsonQuoted(client) + ",\"cursor\":\"" + cursor + "\"}";
        writeText(sseEvent(cursor, "hub.welcome", data));
    }
    subscribe(start);
}

// Between what was missed and what is live.
void SseStream::caughtUp()
{
    if (!std::exchange(m_pinged, true))
        writeText(sseComment("ping"));
}

void SseStream::writeText(const QByteArray &text)
{
    tellText(context(), id(), text);
    GzipStreamTail *const tail = gzip();
    if (tail)
        tail->add(GzipStreamTail::printOf(text), text.size());
    writeOctets(tail ? storedPiece(text) : text);
}

void SseStream::writeOctets(const QByteArray &octets)
{
    write(m_chunked ? Http1Connection::chunkOf(octets) : octets);
}

bool SseStream::deliver(const EncodedEvent &event, bool replayed)
{
    GzipStreamTail *const tail = gzip();
    if (!tail)
        return writeEvent(event.form(m_chunked ? WireForm::SseChunk : WireForm::Sse), event.event(), replayed);
    const qsizetype plain = event.form(WireForm::Sse).size();
    const qsizetype saved = plain - event.form(WireForm::SseGzip).size();
    if (!writeEvent(event.form(m_chunked ? WireForm::SseGzipChunk : WireForm::SseGzip), event.event(), replayed, saved))
        return false;
    tail->add(event.form(WireForm::SsePrint), plain);
    return true;
}

void SseStream::gap(const Gap &gap)
{
    writeText(sseEvent(context().hub.cursorAt(gap.resume), "hub.gap", WireEncoder::gapData(gap, context().hub.epoch())));
    m_told = gap.resume;
}

void SseStream::overflowed()
{
    // Its socket is full: an orderly end would wait behind all that is queued.
    leave("slow");
    retireWithReset();
}

void SseStream::onKeepalive()
{
    const Seq head = cursorToTell();
    if (head.isNull()) {
        writeText(sseComment("keepalive"));
        return;
    }
    // The head moved on without anything for this client: its cursor must not age.
    const QByteArray cursor = context().hub.cursorAt(head);
    writeText(sseEvent(cursor, "hub.cursor", "{\"cursor\":\"" + cursor + "\"}"));
    m_told = head;
}

void SseStream::endByCode(int, const QByteArray &cause)
{
    endStream(cause);
}

void SseStream::drain()
{
    if (isFinishing())
        return;
    endForRestart(jittered(context().settings.retry), "hub stopped");
}

void SseStream::endForRestart(Milliseconds retry, const QByteArray &cause)
{
    writeText(sseRetry(retry));
    endStream(cause);
}

// A chunk without a size, or octets that are no UTF-8. Some clients take the first, with the empty line that they wait for then,
// for the end of the answer and ask again over the same connection, so it is ended, though not within a fan-out.
bool SseStream::breakProtocol()
{
    write(m_chunked ? "no size\r\n\r\n" : "data: \xff\xfe\n\n");
    m_broken = m_chunked;
    rearm();
    return false;
}

std::optional<TimePoint> SseStream::extraDeadline() const
{
    return m_broken ? std::optional(TimePoint()) : std::nullopt; // at once
}

void SseStream::endStream(const QByteArray &cause)
{
    if (GzipStreamTail *const tail = gzip(); tail && !isFinishing())
        writeOctets(tail->tail());
    if (m_chunked)
        write("0\r\n\r\n");
    finish(cause);
}

} // namespace pushscope
