// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/websockethandshake.h"

#include <QCryptographicHash>
#include <algorithm>

namespace pushscope {

namespace {

tl::unexpected<ProtocolError> refuse(int status, QByteArray detail, QByteArray section = "RFC 6455 §4.2.1")
{
    return tl::unexpected<ProtocolError>(ProtocolError{status, std::move(section), std::move(detail)});
}

qsizetype countOf(const RequestHead &request, QByteArrayView name)
{
    return std::count_if(request.fields.begin(), request.fields.end(), [name](const HttpField &f) { return f.name == name; });
}

// Base64 of 16 octets: 22 characters and "==".
bool isKey(const QByteArray &key)
{
    const auto decoded
        = QByteArray::fromBase64Encoding(key, QByteArray::Base64Encoding | QByteArray::AbortOnBase64DecodingErrors);
    return key.size() == 24 && decoded.decodingStatus == QByteArray::Base64DecodingStatus::Ok && decoded.decoded.size() == 16;
}

} // namespace

bool isWebSocketUpgrade(const RequestHead &request)
{
    return request.hasToken("upgrade", "websocket");
}

// RFC 8441 §5: no key, no Upgrade, and 200.
static tl::expected<ResponseHead, ProtocolError> acceptOverHttp2(const RequestHead &request)
{
    if (request.method != "CONNECT")
        return refuse(request.method == "GET" ? 400 : 405, "over HTTP/2 a WebSocket is opened with CONNECT", "RFC 8441 §5");
    if (request.field(":protocol") != "websocket")
        return refuse(501, "the only protocol known here is websocket", "RFC 8441 §4");
    if (countOf(request, "sec-websocket-version") != 1)
        return refuse(400, "one Sec-WebSocket-Version is needed");
    if (request.field("sec-websocket-version") != "13")
        return refuse(426, "only version 13 is spoken here", "RFC 6455 §4.4");
    return ResponseHead{};
}

tl::expected<ResponseHead, ProtocolError> acceptWebSocket(const RequestHead &request)
{
    if (request.version == "2")
        return acceptOverHttp2(request);
    if (request.method != "GET")
        return refuse(405, "a WebSocket is opened with GET");
    if (request.version != "1.1")
        return refuse(400, "a WebSocket needs HTTP/1.1");
    if (!isWebSocketUpgrade(request))
        return refuse(400, "Upgrade has no \"websocket\"");
    if (!request.hasToken("connection", "upgrade"))
        return refuse(400, "Connection has no \"upgrade\"");
    if (countOf(request, "sec-websocket-version") != 1)
        return refuse(400, "one Sec-WebSocket-Version is needed");
    if (request.field("sec-websocket-version") != "13")
        return refuse(426, "only version 13 is spoken here", "RFC 6455 §4.4");
    const QByteArray key = request.field("sec-websocket-key");
    if (countOf(request, "sec-websocket-key") != 1 || !isKey(key))
        return refuse(400, "Sec-WebSocket-Key is not one base64 value of 16 octets");

    ResponseHead response;
    response.status = 101;
    response.fields = {{"upgrade", "websocket"}, {"connection", "Upgrade"}, {"sec-websocket-accept", webSocketAccept(key)}};
    return response;
}

QByteArray webSocketAccept(QByteArrayView key)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(key);
    hash.addData(QByteArrayView("258EAFA5-E914-47DA-95CA-C5AB0DC85B11"));
    return hash.result().toBase64();
}

} // namespace pushscope
