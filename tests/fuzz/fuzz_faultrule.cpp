// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Any text is a fault rule or refused with the reason; what is one can be given to the admin API again, alone and in a list.

#include "fault/faultrule.h"
#include "fuzzinput.h"
#include "observe/snapshot.h"

using namespace pushscope;

namespace {

void check(const FaultRule &rule)
{
    FUZZ_CHECK(rule.values.size() == rule.info().parameters.size());
    FUZZ_CHECK(rule.probability >= 0 && rule.probability <= 1 && rule.atEvent >= 0 && rule.whom.next >= 0);
    std::ignore = rule.matches(ClientRow());
    const auto again = FaultRule::parse(rule.json);
    FUZZ_CHECK(again && again->json == rule.json && again->values == rule.values);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArray text(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto rule = FaultRule::parse(text))
        check(*rule);
    else
        FUZZ_CHECK(!rule.error().detail.isEmpty());
    if (const auto rules = parseFaultList(text)) {
        for (const FaultRule &rule : *rules)
            check(rule);
        const auto again = parseFaultList(faultListJson(*rules));
        FUZZ_CHECK(again && again->size() == rules->size());
    } else {
        FUZZ_CHECK(!rules.error().detail.isEmpty() && rules.error().index >= -1);
    }
    return 0;
}
