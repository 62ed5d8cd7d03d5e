// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/wireencoder.h"

#include "protocol/http1connection.h"
#include "protocol/jsonslice.h"
#include "protocol/ssewriter.h"
#include "protocol/websocketconnection.h"

namespace pushscope {

static constexpr qsizetype LeastCompressed = 64; // shorter ones hardly ever become smaller

SharedBytes WireEncoder::encode(const Event &event, const Epoch &epoch, WireForm form) const
{
    const QByteArray id = event.isEphemeral() ? QByteArray() : formatEventId(epoch, event.seq);
    switch (form) {
    case WireForm::Sse:
        return sseEvent(id, event.type, event.data);
    case WireForm::SseChunk:
        return Http1Connection::chunkOf(sseEvent(id, event.type, event.data));
    case WireForm::WsFrame:
        return WebSocketConnection::serverFrame(WsOpcode::Text, object(id, event.type, event.data));
    case WireForm::PollObject:
        return object(id, event.type, event.data);
    default:
        return {};
    }
}

Deflater &WireEncoder::deflater(int windowBits) const
{
    auto &deflater = m_deflaters[std::size_t(windowBits - 9)];
    if (!deflater)
        deflater = std::make_unique<Deflater>(windowBits);
    return *deflater;
}

SharedBytes WireEncoder::compress(const SharedBytes &source, WireForm form) const
{
    if (form == WireForm::SsePrint)
        return GzipStreamTail::printOf(source);
    if (form == WireForm::SseGzipChunk)
        return Http1Connection::chunkOf(source);
    const bool isFrame = form != WireForm::SseGzip;
    const QByteArrayView plain = isFrame ? WebSocketConnection::payloadOf(source) : QByteArrayView(source);
    if (plain.size() < LeastCompressed)
        return isFrame ? source : storedPiece(plain);
    const int windowBits = isFrame ? 9 + int(form) - int(WireForm::WsDeflate9) : 15;
    const QByteArray piece = deflater(windowBits).piece(plain);
    if (piece.size() >= plain.size())
        return isFrame ? source : storedPiece(plain);
    return isFrame ? WebSocketConnection::deflatedFrame(WsOpcode::Text, piece) : piece;
}

QByteArray WireEncoder::object(QByteArrayView id, QByteArrayView type, QByteArrayView data)
{
    QByteArray text;
    text.reserve(40 + id.size() + type.size() + data.size());
    text += '{';
    if (!id.isEmpty())
        text.append("\"id\":\"").append(id).append("\",");
    text.append("\"type\":").append(jsonQuoted(type)).append(",\"data\":").append(data).append('}');
    return text;
}

QByteArray WireEncoder::idOrNull(const Epoch &epoch, Seq seq)
{
    return seq.isNull() ? QByteArray("null") : '"' + formatEventId(epoch, seq) + '"';
}

QByteArray WireEncoder::gapData(const Gap &gap, const Epoch &epoch)
{
    return "{\"requested\":" + jsonQuoted(gap.requested) + ",\"oldest\":" + idOrNull(epoch, gap.oldest)
        + ",\"newest\":" + idOrNull(epoch, gap.newest) + ",\"reason\":\"" + gapReasonName(gap.reason) + "\"}";
}

QByteArray WireEncoder::pollAnswer(const QByteArray &objects, QByteArrayView cursor, QByteArrayView gap)
{
    QByteArray text = "{\"events\":[" + objects + "],\"cursor\":\"";
    text.append(cursor).append('"');
    if (!gap.isEmpty())
        text.append(",\"gap\":").append(gap);
    return text += '}';
}

} // namespace pushscope
