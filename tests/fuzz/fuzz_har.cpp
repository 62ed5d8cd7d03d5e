// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any HAR: what is read of it are rows in order of time, which can be written and read again.

#include "fuzzinput.h"
#include "session/harimport.h"
#include "session/sessionjsonl.h"

#include <cstdlib>

using namespace pushscope;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto har = readHar(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    if (!har)
        return 0;
    qint64 before = std::numeric_limits<qint64>::min();
    for (const SessionRow &row : har->rows) {
        if (row.monoNs < before)
            FUZZ_CHECK(false);
        before = row.monoNs;
        const QByteArray line = jsonlOf(row);
        if (!sessionRowOf(QByteArrayView(line).chopped(1)))
            FUZZ_CHECK(false);
    }
    return 0;
}
