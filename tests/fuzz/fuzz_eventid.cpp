// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What parses as a cursor is exactly what was formatted.

#include "base/ids.h"
#include "fuzzinput.h"

using namespace pushscope;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto id = parseEventId(text)) {
        FUZZ_CHECK(formatEventId(id->epoch, id->seq) == text);
        FUZZ_CHECK(!id->epoch.isEmpty() && id->epoch.size() <= 16);
    } else {
        FUZZ_CHECK(id.error().code == Errc::Syntax && id.error().offset >= 0 && id.error().offset <= text.size());
    }
    return 0;
}
