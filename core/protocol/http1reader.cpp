// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/http1reader.h"

#include "protocol/http1head.h"

#include <algorithm>

namespace pushscope {

static constexpr qsizetype MaxMethodBytes = 64;
static constexpr qsizetype MaxVersionBytes = 16; // with the CRLF
static constexpr qsizetype MaxChunkLineBytes = 4096; // size and extensions

qsizetype Http1Reader::feed(QByteArrayView in)
{
    qsizetype taken = 0;
    while (taken < in.size() && isReading()) {
        if (isInHead()) {
            takeHead(in, taken);
            continue;
        }
        m_continueDue = false; // the client did not wait for it
        if (m_phase == Phase::Length || m_phase == Phase::ChunkData)
            takeBody(in, taken);
        else
            takeChunkLine(in, taken);
    }
    // The octet that shows a fault counts as taken, so that whoever feeds what is left until nothing is taken hears of it.
    return hasFailed() ? std::max(taken, qsizetype(1)) : taken;
}

void Http1Reader::leave(Phase phase)
{
    m_parser.reset();
    m_lines.clear();
    m_continueDue = false;
    m_phase = phase;
}

void Http1Reader::refuse(ProtocolError error)
{
    m_events.push(std::move(error));
    leave(Phase::Failed);
}

void Http1Reader::beginRequest()
{
    leave(Phase::Method);
    m_request = {};
}

void Http1Reader::stop()
{
    leave(Phase::Stopped);
}

qsizetype Http1Reader::headLimit() const
{
    switch (m_phase) {
    case Phase::Method:
        return std::min(m_limits.headBytes, MaxMethodBytes + 1);
    case Phase::Target:
        return std::min(m_limits.headBytes, m_tokenBegin + m_limits.targetBytes + 1);
    case Phase::Version:
        return std::min(m_limits.headBytes, m_tokenBegin + MaxVersionBytes);
    default:
        return m_limits.headBytes;
    }
}

void Http1Reader::refuseLongHead()
{
    if (m_phase == Phase::Target && m_lines.text().size() > m_tokenBegin + m_limits.targetBytes)
        refuse(
            http1Error(414, "RFC 9112 §3", "the target is longer than " + QByteArray::number(m_limits.targetBytes) + " octets"));
    else if (m_lines.text().size() >= m_limits.headBytes)
        refuse(http1Error(431, "RFC 6585 §5", "the head is larger than " + QByteArray::number(m_limits.headBytes) + " octets"));
    else if (m_phase == Phase::Method)
        refuse(http1Error(501, "RFC 9112 §3", "no method has so long a name"));
    else
        refuse(http1Error(400, "RFC 9112 §3", "not a request line: method, target, version"));
}

void Http1Reader::takeHead(QByteArrayView in, qsizetype &at)
{
    const bool stopAtSpace = m_phase == Phase::Method || m_phase == Phase::Target;
    switch (const LineStep step = m_lines.take(in, at, headLimit(), stopAtSpace)) {
    case LineStep::More:
        return;
    case LineStep::Space:
        m_phase = m_phase == Phase::Method ? Phase::Target : Phase::Version;
        m_tokenBegin = m_lines.text().size();
        return;
    case LineStep::Line:
        return m_phase == Phase::Fields ? endFieldLine() : endRequestLine();
    case LineStep::TooLong:
        return refuseLongHead();
    default:
        return refuse(lineFault(step));
    }
}

void Http1Reader::endRequestLine()
{
    if (m_lines.isEmptyLine()) // RFC 9112 §2.2: empty lines before a request are skipped
        return m_lines.clear();
    if (auto error = checkRequestLine(m_lines.line()))
        return refuse(std::move(*error));
    m_request.isHead = m_lines.line().startsWith("HEAD ");
    m_request.isHttp10 = m_lines.line().endsWith("HTTP/1.0\r\n");
    m_fieldCount = 0;
    m_phase = Phase::Fields;
    m_lines.beginLine();
}

void Http1Reader::endFieldLine()
{
    if (m_lines.isEmptyLine())
        return endHead();
    if (auto error = checkFieldLine(m_lines.line()))
        return refuse(std::move(*error));
    if (++m_fieldCount > m_limits.fieldCount)
        return refuse(http1Error(431, "RFC 6585 §5", "more than " + QByteArray::number(m_limits.fieldCount) + " fields"));
    m_lines.beginLine();
}

void Http1Reader::endHead()
{
    m_parser = std::make_unique<Http1Parser>(m_limits.bodyBytes);
    auto head = m_parser->head(m_lines.text());
    m_lines.clear();
    if (!head)
        return refuse(std::move(head.error()));
    m_request.keepAlive = wantsKeepAlive(*head);
    m_continueDue = !m_parser->isDone() && !m_request.isHttp10 && head->hasToken("expect", "100-continue");
    m_phase = m_parser->isChunked() ? Phase::ChunkSize : Phase::Length;
    m_events.push(std::move(*head));
    if (m_parser->isDone())
        endRequest();
}

void Http1Reader::takeBody(QByteArrayView in, qsizetype &at)
{
    QByteArray octets;
    auto *last = m_events.isEmpty() ? nullptr : std::get_if<BodyChunk>(&m_events.last());
    const auto taken = m_parser->body(in.sliced(at), last ? last->octets : octets);
    if (!taken)
        return refuse(taken.error());
    if (!last)
        m_events.push(BodyChunk{std::move(octets)});
    at += *taken;
    if (m_parser->isDone())
        return endRequest();
    if (m_phase == Phase::ChunkData && (m_chunkLeft -= quint64(*taken)) == 0)
        m_phase = Phase::ChunkEnd;
}

qsizetype Http1Reader::chunkLineLimit() const
{
    switch (m_phase) {
    case Phase::ChunkEnd:
        return 2;
    case Phase::ChunkSize:
        return 2 + MaxChunkLineBytes;
    default:
        return m_limits.headBytes;
    }
}

void Http1Reader::refuseLongChunkLine()
{
    if (m_phase == Phase::Trailer)
        refuse(http1Error(431, "RFC 6585 §5", "the trailer is too large"));
    else if (m_phase == Phase::ChunkEnd)
        refuse(http1Error(400, "RFC 9112 §7.1", "a chunk does not end where its size says"));
    else
        refuse(http1Error(400, "RFC 9112 §7.1.1", "a chunk's extensions are too long"));
}

void Http1Reader::takeChunkLine(QByteArrayView in, qsizetype &at)
{
    switch (const LineStep step = m_lines.take(in, at, chunkLineLimit())) {
    case LineStep::More:
    case LineStep::Space:
        return;
    case LineStep::Line:
        return endChunkLine();
    case LineStep::TooLong:
        return refuseLongChunkLine();
    default:
        return refuse(lineFault(step));
    }
}

void Http1Reader::endChunkLine()
{
    if (m_phase == Phase::ChunkSize)
        return endChunkSize();
    if (m_phase == Phase::Trailer)
        return endTrailerLine();
    m_phase = Phase::ChunkSize; // in two octets there is room for CRLF only
    m_lines.beginLine();
}

void Http1Reader::endChunkSize()
{
    if (auto error = checkChunkLine(m_lines.line()))
        return refuse(std::move(*error));
    offerChunkLines();
}

void Http1Reader::endTrailerLine()
{
    if (m_lines.isEmptyLine())
        return offerChunkLines();
    if (auto error = checkFieldLine(m_lines.line()))
        return refuse(std::move(*error));
    if (++m_fieldCount > m_limits.fieldCount)
        return refuse(http1Error(431, "RFC 6585 §5", "more than " + QByteArray::number(m_limits.fieldCount) + " fields"));
    m_lines.beginLine();
}

void Http1Reader::offerChunkLines()
{
    const auto size = m_parser->chunkLines(m_lines.text());
    if (!size)
        return refuse(size.error());
    if (m_parser->isDone())
        return endRequest();
    if (!*size) {
        m_phase = Phase::Trailer;
        return m_lines.beginLine();
    }
    m_lines.clear();
    m_chunkLeft = **size;
    m_phase = Phase::ChunkData;
}

void Http1Reader::endRequest()
{
    m_events.push(MessageEnd{});
    leave(Phase::Complete);
}

} // namespace pushscope
