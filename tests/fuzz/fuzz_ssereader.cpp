// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A stream in any pieces gives the same events; what the writer writes comes back, and nothing else with it.

#include "fuzzinput.h"
#include "protocol/ssereader.h"
#include "protocol/ssewriter.h"

using namespace pushscope;

namespace {

struct Outcome {
    QList<SseEvent> events;
    QByteArray lastEventId;
    std::optional<std::chrono::milliseconds> retry;
    bool operator==(const Outcome &) const = default;
};

Outcome run(const QList<QByteArrayView> &pieces)
{
    SseReader reader;
    Outcome outcome;
    for (const QByteArrayView piece : pieces) {
        reader.feed(piece);
        while (const auto event = reader.nextEvent()) {
            FUZZ_CHECK(!event->type.isEmpty() && !event->data.contains('\r') && !event->id.contains('\0'));
            outcome.events.append(*event);
        }
    }
    outcome.lastEventId = reader.lastEventId();
    outcome.retry = reader.retry();
    return outcome;
}

void roundTrip(QByteArrayView data)
{
    const QByteArray stream = sseComment(data) + sseEvent("a-1", "t", data);
    QByteArray expected = data.toByteArray();
    expected.replace("\r\n", "\n").replace('\r', '\n');
    const Outcome outcome = run({stream});
    FUZZ_CHECK(outcome.events == (QList<SseEvent>{{"a-1", "t", expected}}));
    FUZZ_CHECK(!outcome.retry);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const FuzzInput input(data, size);
    FUZZ_CHECK(run({input.octets()}) == run(input.pieces()));
    roundTrip(input.octets());
    return 0;
}
