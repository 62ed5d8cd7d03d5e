// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Compressed messages in any pieces give the same events, bounded; what is compressed here comes back; offers are read safely.

#include "fuzzinput.h"
#include "protocol/utf8.h"
#include "protocol/websocketconnection.h"

using namespace pushscope;

namespace {

using Event = WebSocketConnection::Event;

constexpr qsizetype MessageLimit = 3000;

QList<Event> run(const MessageDeflate &deflate, const QList<QByteArrayView> &pieces)
{
    WebSocketConnection connection(WebSocketConnection::Role::Server, {MessageLimit});
    connection.setDeflate(deflate);
    QList<Event> events;
    for (const QByteArrayView piece : pieces) {
        (void)connection.feed(piece);
        while (auto event = connection.nextEvent()) {
            if (const auto *message = std::get_if<WsMessage>(&*event)) {
                FUZZ_CHECK(message->payload.size() <= MessageLimit);
                FUZZ_CHECK(message->opcode == WsOpcode::Binary || isUtf8(message->payload));
            }
            if (auto *error = std::get_if<ProtocolError>(&*event)) {
                FUZZ_CHECK(error->code == 1002 || error->code == 1007 || error->code == 1009);
                *error = {error->code, error->section, {}}; // zlib may find another word for the same
            }
            events.append(std::move(*event));
        }
    }
    return events;
}

void roundTrip(QByteArrayView plain)
{
    for (const int bits : {9, 15}) {
        const QByteArray piece = Deflater(bits).piece(plain);
        FUZZ_CHECK(piece.endsWith(QByteArrayView("\x00\x00\xff\xff", 4)));
        for (const QByteArray &octets : {piece, storedPiece(plain)}) {
            QByteArray out;
            FUZZ_CHECK(Inflater(bits).inflate(octets, out, plain.size()).has_value());
            FUZZ_CHECK(out == plain);
            QByteArray less;
            FUZZ_CHECK(plain.isEmpty() || !Inflater(bits).inflate(octets, less, plain.size() - 1));
        }
    }
}

void agree(QByteArrayView offers)
{
    const auto deflate = agreeOnDeflate(offers.toByteArray());
    if (!deflate)
        return;
    FUZZ_CHECK(deflate->serverWindowBits >= 8 && deflate->serverWindowBits <= 15);
    const auto again = agreeOnDeflate(deflate->toField());
    FUZZ_CHECK(again == deflate);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    for (const bool keepsContext : {false, true}) {
        const MessageDeflate deflate{.serverNoContext = true, .clientNoContext = !keepsContext};
        FUZZ_CHECK(run(deflate, {input.octets()}) == run(deflate, input.pieces()));
    }
    roundTrip(input.octets());
    agree(input.octets());
    return 0;
}
