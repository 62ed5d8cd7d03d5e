// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Whatever comes over the bus is refused or understood; what is understood is written again as the same event.

#include "bus/busmessage.h"
#include "fuzzinput.h"

using namespace pushscope;

static void readBody(QByteArrayView text)
{
    const auto body = decodeBody(text);
    if (!body) {
        FUZZ_CHECK(body.error().code == Errc::Corrupt);
        return;
    }
    const auto again = decodeBody(encodeBody(*body->event, body->token));
    FUZZ_CHECK(again && again->token == body->token);
    FUZZ_CHECK(again->event->to == body->event->to && !again->event->to.isEmpty());
    FUZZ_CHECK(again->event->type == body->event->type && again->event->data == body->event->data);
    FUZZ_CHECK(again->event->publisher == body->event->publisher && again->event->conflate == body->event->conflate);
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    readBody(text);
    const auto message = decodeMessage(text);
    if (!message)
        FUZZ_CHECK(message.error().code == Errc::Corrupt);
    else if (const auto *stored = std::get_if<StoredMessage>(&*message))
        readBody(stored->body);
    else if (const auto *ephemeral = std::get_if<EphemeralMessage>(&*message))
        readBody(ephemeral->body);
    return 0;
}
