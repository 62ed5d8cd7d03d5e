// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text is redacted without harm: JSON stays JSON, and the value of a key that looks secret never stays.

#include "fuzzinput.h"
#include "protocol/jsonslice.h"
#include "session/redaction.h"

#include <cstdlib>

using namespace pushscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    const QByteArray clean = redacted(text);
    if (validateJson(text))
        FUZZ_CHECK(validateJson(clean).has_value());
    if (text.contains("pl4nted"))
        return 0;
    for (const QByteArray &line : {"\r\nCookie: pl4nted=pl4nted\r\n" + text, "?token=pl4nted&" + text})
        FUZZ_CHECK(!redacted(line).contains("pl4nted"));
    if (validateJson(text))
        FUZZ_CHECK(!redacted("{\"a\":" + text + ",\"password\":\"pl4nted\",\"b\":" + jsonQuoted("secret=pl4nted " + text) + '}')
                        .contains("pl4nted"));
    return 0;
}
