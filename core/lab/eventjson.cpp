// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "lab/eventjson.h"

namespace pushscope {

Result<EventJson> parseEventJson(QByteArrayView text)
{
    const auto object = validateJson(text);
    if (!object)
        return tl::unexpected(object.error());
    if (jsonTypeOf(*object) != JsonType::Object)
        return fail(Errc::Syntax, "an event is an object", 0);
    const auto members = jsonMembers(*object);
    if (!members)
        return tl::unexpected(members.error());
    EventJson event{{}, {}, "null"};
    for (const JsonMember &member : *members) {
        const bool isString = jsonTypeOf(member.value) == JsonType::String;
        if (member.key == "id" && isString)
            event.id = jsonString(member.value).value_or(QByteArray());
        else if (member.key == "type" && isString)
            event.type = jsonString(member.value).value_or(QByteArray());
        else if (member.key == "data")
            event.data = member.value.toByteArray();
    }
    if (event.type.isEmpty())
        return fail(Errc::Syntax, "an event has a type", 0);
    return event;
}

} // namespace pushscope
