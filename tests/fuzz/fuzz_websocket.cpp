// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Frames in any pieces give the same events, for both roles; what one end sends the other understands.

#include "fuzzinput.h"
#include "protocol/utf8.h"
#include "protocol/websocketconnection.h"

using namespace pushscope;

namespace {

using Role = WebSocketConnection::Role;
using Event = WebSocketConnection::Event;

constexpr qsizetype MessageLimit = 300;

void check(const Event &event)
{
    if (const auto *message = std::get_if<WsMessage>(&event)) {
        FUZZ_CHECK(message->opcode == WsOpcode::Text || message->opcode == WsOpcode::Binary);
        FUZZ_CHECK(message->payload.size() <= MessageLimit);
        FUZZ_CHECK(message->opcode == WsOpcode::Binary || isUtf8(message->payload));
    } else if (const auto *ping = std::get_if<WsPing>(&event)) {
        FUZZ_CHECK(ping->payload.size() <= 125);
    } else if (const auto *close = std::get_if<WsClose>(&event)) {
        FUZZ_CHECK(close->reason.size() <= 123 && isUtf8(close->reason));
    } else if (const auto *error = std::get_if<ProtocolError>(&event)) {
        FUZZ_CHECK(error->code == 1002 || error->code == 1007 || error->code == 1009);
    }
}

struct Outcome {
    QList<Event> events;
    QByteArray output; // of a server; a client's is masked anew each time
    qsizetype taken = 0;
    bool operator==(const Outcome &) const = default;
};

Outcome run(Role role, const QList<QByteArrayView> &pieces)
{
    WebSocketConnection connection(role, {MessageLimit});
    WebSocketConnection other(role == Role::Server ? Role::Client : Role::Server, {MessageLimit});
    Outcome outcome;
    bool ended = false;
    for (const QByteArrayView piece : pieces) {
        const bool wanted = connection.wantsRead();
        const qsizetype taken = connection.feed(piece);
        FUZZ_CHECK(wanted ? taken > 0 || piece.isEmpty() : taken == 0);
        FUZZ_CHECK(!connection.wantsRead() || taken == piece.size());
        outcome.taken += taken;
        while (const auto event = connection.nextEvent()) {
            FUZZ_CHECK(!ended);
            check(*event);
            ended = std::holds_alternative<WsClose>(*event) || std::holds_alternative<ProtocolError>(*event);
            outcome.events.append(*event);
        }
        FUZZ_CHECK(ended == !connection.wantsRead() && ended == connection.closeSent());
        const QByteArray output = connection.takeOutput();
        other.feed(output);
        if (role == Role::Server)
            outcome.output += output;
    }
    while (const auto event = other.nextEvent())
        FUZZ_CHECK(std::holds_alternative<WsPong>(*event) || std::holds_alternative<WsClose>(*event));
    return outcome;
}

void roundTrip(Role role, QByteArrayView payload)
{
    WebSocketConnection from(role, {MessageLimit});
    WebSocketConnection to(role == Role::Server ? Role::Client : Role::Server, {MessageLimit});
    const WsMessage message{isUtf8(payload) ? WsOpcode::Text : WsOpcode::Binary,
                            payload.first(std::min(payload.size(), MessageLimit)).toByteArray()};
    if (!from.send(message))
        return; // cut within a character
    to.feed(from.takeOutput());
    FUZZ_CHECK(to.nextEvent() == Event(message));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    for (const Role role : {Role::Server, Role::Client}) {
        FUZZ_CHECK(run(role, {input.octets()}) == run(role, input.pieces()));
        roundTrip(role, input.octets());
    }
    return 0;
}
