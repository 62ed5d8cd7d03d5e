// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/wireencoder.h"

#include "protocol/http1connection.h"
#include "protocol/jsonslice.h"
#include "protocol/ssewriter.h"
#include "protocol/websocketconnection.h"

namespace pushscope {

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
    }
    return {};
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
