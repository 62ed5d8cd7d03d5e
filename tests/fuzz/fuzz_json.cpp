// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A valid text is cut into valid parts; an error lies where the text up to it could still have become valid.

#include "fuzzinput.h"
#include "protocol/jsonslice.h"
#include "protocol/utf8.h"

#include <simdjson.h>

using namespace pushscope;

namespace {

void checkSlice(QByteArrayView part)
{
    const auto again = validateJson(part);
    FUZZ_CHECK(again && again->size() == part.size());
}

void checkString(QByteArrayView literal)
{
    const auto text = jsonString(literal);
    FUZZ_CHECK(text || (text.error().offset > 0 && text.error().offset < literal.size()));
    if (!text)
        return;
    FUZZ_CHECK(isUtf8(*text));
    const QByteArray quoted = jsonQuoted(*text);
    checkSlice(quoted);
    FUZZ_CHECK(*jsonString(quoted) == *text);
}

void checkParts(QByteArrayView value)
{
    QList<QByteArrayView> open{value};
    while (!open.isEmpty()) {
        const QByteArrayView part = open.takeLast();
        checkSlice(part);
        const JsonType type = jsonTypeOf(part);
        if (type == JsonType::String)
            checkString(part);
        if (type == JsonType::Array && part.size() < 200)
            open += jsonElements(part);
        if (type != JsonType::Object)
            continue;
        const auto members = jsonMembers(part);
        FUZZ_CHECK(members || (members.error().offset > 0 && members.error().offset < part.size()));
        for (const JsonMember &member : members.value_or(QList<JsonMember>()))
            open += member.value;
    }
}

// simdjson accepts nothing that we refuse, but for its depth and its lenience about what follows a top-level number.
void compareWithSimdjson(QByteArrayView text, bool valid)
{
    static simdjson::dom::parser parser(1 << 20);
    const simdjson::padded_string padded(text.data(), std::size_t(text.size()));
    const bool accepted = parser.parse(padded).error() == simdjson::SUCCESS;
    const bool bom = text.startsWith("\xEF\xBB\xBF");
    FUZZ_CHECK(valid || !accepted || bom || text.count('[') + text.count('{') > 512);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, std::size_t size)
{
    const QByteArrayView text(reinterpret_cast<const char *>(data), qsizetype(size));
    const auto value = validateJson(text);
    compareWithSimdjson(text, value.has_value());
    if (value) {
        checkParts(*value);
        return 0;
    }
    const qsizetype offset = value.error().offset;
    FUZZ_CHECK(offset >= 0 && offset <= text.size());
    // The same error, whatever follows it; and without what is wrong the text merely ends too early, or is whole.
    const auto cut = validateJson(text.first(std::min(offset + 1, text.size())));
    FUZZ_CHECK(!cut && cut.error().offset == offset);
    const auto before = validateJson(text.first(offset));
    FUZZ_CHECK(before || before.error().offset == offset);
    const LineColumn place = lineColumnOf(text, offset);
    FUZZ_CHECK(place.line >= 1 && place.column >= 1);
    return 0;
}
