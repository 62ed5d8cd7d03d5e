// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Fields in any form are accepted or refused with a status that an owner can send.

#include "fuzzinput.h"
#include "protocol/websockethandshake.h"

using namespace pushscope;

// The first line is method, a space and version; each line after it "name: value".
static RequestHead requestOf(const QByteArray &text)
{
    const QList<QByteArray> lines = text.split('\n');
    RequestHead request;
    request.method = lines.front().split(' ').front();
    request.version = lines.front().split(' ').back();
    request.target = "/ws";
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(": ");
        request.fields.append({line.left(colon).toLower(), colon < 0 ? QByteArray() : line.mid(colon + 2)});
    }
    return request;
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const RequestHead request = requestOf(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    const auto response = acceptWebSocket(request);
    if (response) {
        FUZZ_CHECK(response->status == 101 && isWebSocketUpgrade(request) && request.method == "GET");
        FUZZ_CHECK(response->fields.last().value == webSocketAccept(request.field("sec-websocket-key")));
        FUZZ_CHECK(QByteArray::fromBase64(request.field("sec-websocket-key")).size() == 16);
    } else {
        const int code = response.error().code;
        FUZZ_CHECK(code == 400 || code == 405 || code == 426);
    }
    std::ignore = request.joinedField("connection");
    FUZZ_CHECK(request.path() == "/ws" && request.query().isEmpty());
    return 0;
}
