// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/foreignevent.h"

#include "hub/hub.h"
#include "protocol/jsonslice.h"

namespace pushscope {

Result<std::shared_ptr<Event>> parseForeignEvent(const QByteArray &channel, QByteArrayView payload, qint64 maxData)
{
    const auto value = validateJson(payload);
    if (!value)
        return tl::unexpected(value.error());
    if (jsonTypeOf(*value) != JsonType::Object)
        return fail(Errc::Syntax, "not an object {\"type\":…,\"data\":…}");
    const auto members = jsonMembers(*value);
    if (!members)
        return tl::unexpected(members.error());
    auto event = std::make_shared<Event>();
    event->to = {channel};
    event->data = "null";
    event->foreign = true;
    for (const JsonMember &member : *members) {
        if (member.key == "data") {
            event->data = member.value.toByteArray();
        } else if (member.key == "type") {
            auto type = jsonTypeOf(member.value) == JsonType::String ? jsonString(member.value)
                                                                     : fail(Errc::Syntax, "\"type\" is a string");
            if (!type)
                return tl::unexpected(type.error());
            event->type = std::move(*type);
        }
    }
    if (event->type.startsWith("hub."))
        return fail(Errc::Forbidden, "types that begin with \"hub.\" are the hub's own");
    if (auto checked = Hub::checkType(event->type); !checked)
        return fail(Errc::Syntax, "\"type\": " + checked.error().detail);
    if (event->data.size() > maxData)
        return fail(Errc::TooLarge, "\"data\" has more than " + QByteArray::number(maxData) + " octets");
    return event;
}

} // namespace pushscope
