// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any line of a session log: what is read of it is written as the same octets, also after it was packed and unpacked.

#include "fuzzinput.h"
#include "session/rowcodec.h"
#include "session/sessionjsonl.h"

#include <cstdlib>

using namespace pushscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray line(reinterpret_cast<const char *>(data), qsizetype(size));
    (void)sessionHeadOf(line);
    const auto row = sessionRowOf(QByteArrayView(line));
    if (!row)
        return 0;
    if (jsonlOf(*row) != line + '\n')
        FUZZ_CHECK(false);
    const WallTime start{Milliseconds(1'790'000'000'000)};
    (void)extraOf(*row, start);
    StringTable strings;
    RowEncoder encoder(strings, start);
    encoder.add(*row);
    const QByteArray chunk = encoder.take();
    RowDecoder decoder(chunk);
    PackedRow packed;
    if (!decoder.next(packed) || jsonlOf(unpackRow(packed, strings, start)) != line + '\n')
        FUZZ_CHECK(false);
    RowDecoder any{QByteArrayView(line)}; // octets that were never a chunk
    while (any.next(packed))
        (void)unpackRow(packed, strings, start);
    return 0;
}
