// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/websocketcommands.h"

#include "endpoints/context.h"
#include "endpoints/publish.h"
#include "endpoints/websocketsession.h"

namespace pushscope {

namespace {

constexpr qsizetype MaxParticipants = 1000;

QByteArrayView memberOf(QByteArrayView object, QByteArrayView name)
{
    if (object.isEmpty() || jsonTypeOf(object) != JsonType::Object)
        return {};
    const auto members = jsonMembers(object);
    if (!members)
        return {};
    const auto it = std::find_if(members->begin(), members->end(), [&](const JsonMember &member) { return member.key == name; });
    return it == members->end() ? QByteArrayView() : it->value;
}

} // namespace

QByteArray WebSocketCommands::error(QByteArrayView code, QByteArrayView message, QByteArrayView ref)
{
    QByteArray text = "{\"type\":\"hub.error\",\"data\":{\"code\":" + jsonQuoted(code) + ",\"message\":" + jsonQuoted(message);
    if (!ref.isEmpty())
        text.append(",\"ref\":").append(ref);
    return text += "}}";
}

QByteArray WebSocketCommands::ack(QByteArrayView ref, QByteArrayView id)
{
    QByteArray text = "{\"type\":\"hub.ack\",\"data\":{\"ref\":";
    text.append(ref.isEmpty() ? QByteArrayView("null") : ref);
    if (!id.isEmpty())
        text.append(",\"id\":").append(id);
    return text += "}}";
}

Result<WebSocketCommands::Command> WebSocketCommands::parse(const QByteArray &text, QByteArray &ref) const
{
    const auto value = validateJson(text);
    if (!value)
        return tl::unexpected(value.error());
    if (jsonTypeOf(*value) != JsonType::Object)
        return fail(Errc::Syntax, "a message is an object {\"type\":…,\"payload\":…}");
    const auto members = jsonMembers(*value);
    if (!members)
        return tl::unexpected(members.error());
    Command command;
    for (const JsonMember &member : *members) {
        if (member.key == "ref") {
            command.ref = ref = member.value.toByteArray();
        } else if (member.key == "payload") {
            command.payload = member.value;
        } else if (member.key == "type") {
            if (jsonTypeOf(member.value) != JsonType::String)
                return fail(Errc::Syntax, "\"type\" is a string");
            auto type = jsonString(member.value);
            if (!type)
                return tl::unexpected(type.error());
            command.type = std::move(*type);
        }
    }
    if (command.type.isEmpty())
        return fail(Errc::Syntax, "a message needs a \"type\"");
    return command;
}

void WebSocketCommands::handle(const QByteArray &text, Told told)
{
    QByteArray ref;
    const auto command = parse(text, ref);
    if (!command) {
        m_session.sendText(error("bad-json", command.error().detail, ref));
        return;
    }
    if (told == Told::No)
        m_context.observer.messageReceived(m_session, command->type, text.size());
    if (command->type == "chat:send")
        chatSend(*command);
    else if (command->type == "presence:update")
        presenceUpdate(*command);
    else if (command->type == "subscribe")
        enterRoom(*command);
    else if (command->type == "unsubscribe")
        leaveRoom(*command);
    else if (command->type == "ack")
        acknowledge(*command);
    else if (command->type == "publish")
        publish(*command);
    else if (command->type == "ping" && m_session.isSilenced(FaultPort::Signal::Pong))
        return;
    else if (command->type == "ping")
        m_session.sendText("{\"type\":\"hub.pong\",\"data\":{\"ref\":" + (command->ref.isEmpty() ? "null" : command->ref) + "}}");
    else
        sendError("unknown-type", "no such message type: " + command->type.left(100), *command);
}

void WebSocketCommands::sendError(QByteArrayView code, QByteArrayView message, const Command &command)
{
    m_session.sendText(error(code, message, command.ref));
}

Result<QByteArray> WebSocketCommands::stringMember(const Command &command, QByteArrayView name) const
{
    const QByteArrayView value = memberOf(command.payload, name);
    if (value.isEmpty() || jsonTypeOf(value) != JsonType::String)
        return fail(Errc::InvalidArgument, "the payload needs a string \"" + name.toByteArray() + '"');
    return jsonString(value);
}

void WebSocketCommands::chatSend(const Command &command)
{
    const QByteArrayView participants = memberOf(command.payload, "participants");
    if (participants.isEmpty() || jsonTypeOf(participants) != JsonType::Array) {
        sendError("bad-payload", "chat:send needs \"participants\", a list of users", command);
        return;
    }
    Draft draft;
    for (const QByteArrayView element : jsonElements(participants)) {
        const auto user = jsonTypeOf(element) == JsonType::String ? jsonString(element) : fail(Errc::Syntax, "not a string");
        if (!user || !Hub::checkChannel("user:" + *user) || draft.to.size() >= MaxParticipants) {
            sendError("bad-payload", "\"participants\" are 1 to 1000 users", command);
            return;
        }
        if (!draft.to.contains("user:" + *user))
            draft.to.append("user:" + *user);
    }
    if (command.payload.size() > m_context.settings.maxEvent) {
        sendError("too-large", "the payload exceeds the hub's limit for events", command);
        return;
    }
    draft.type = "chat:message";
    draft.data = command.payload.toByteArray();
    draft.publisher = m_session.principal().user;
    m_session.publishFor(std::move(draft), command.ref);
}

void WebSocketCommands::presenceUpdate(const Command &command)
{
    const auto room = stringMember(command, "roomId");
    const QByteArrayView cursor = memberOf(command.payload, "cursor");
    if (!room || cursor.isEmpty() || jsonTypeOf(cursor) != JsonType::Object) {
        sendError("bad-payload", "presence:update needs a string \"roomId\" and an object \"cursor\"", command);
        return;
    }
    const QByteArray channel = "room:" + *room;
    const auto channels = m_session.channels();
    if (std::find(channels.begin(), channels.end(), channel) == channels.end()) {
        sendError("forbidden", "you are not in this room", command);
        return;
    }
    if (cursor.size() > m_context.settings.maxEvent) {
        sendError("too-large", "the cursor exceeds the hub's limit for events", command);
        return;
    }
    const QByteArray user = m_session.principal().user;
    QByteArray data = "{\"userId\":" + jsonQuoted(user);
    const auto members = jsonMembers(cursor);
    if (!members) {
        sendError("bad-payload", members.error().detail, command);
        return;
    }
    for (const JsonMember &member : *members) {
        if (member.key != "userId") // nobody speaks for somebody else
            data.append(',').append(jsonQuoted(member.key)).append(':').append(member.value);
    }
    Draft draft;
    draft.to = {channel};
    draft.type = "presence:cursor";
    draft.data = data + '}';
    draft.publisher = user;
    draft.ephemeral = true;
    draft.conflate = "presence:" + user;
    draft.except = &m_session;
    if (const auto published = m_context.hub.publish(std::move(draft)); !published)
        sendError("bad-payload", published.error().detail, command);
}

void WebSocketCommands::enterRoom(const Command &command)
{
    const auto room = stringMember(command, "room");
    if (!room || !Hub::checkChannel("room:" + *room)) {
        sendError("bad-payload", "subscribe needs a string \"room\"", command);
    } else if (!m_session.principal().mayEnter(*room)) {
        sendError("forbidden", "the token does not cover this room", command);
    } else {
        m_session.enterRoom(*room, command.ref);
    }
}

void WebSocketCommands::leaveRoom(const Command &command)
{
    const auto room = stringMember(command, "room");
    if (!room) {
        sendError("bad-payload", "unsubscribe needs a string \"room\"", command);
        return;
    }
    if (m_context.hub.leave(m_session, "room:" + *room))
        m_context.observer.roomsChanged(m_session, *room, false);
    if (!command.ref.isEmpty())
        m_session.sendText(ack(command.ref, {}));
}

void WebSocketCommands::acknowledge(const Command &command)
{
    const auto cursor = stringMember(command, "cursor");
    const auto id = cursor ? parseEventId(*cursor) : tl::unexpected(cursor.error());
    if (!id || id->epoch != m_context.hub.epoch() || id->seq > m_context.hub.head()) {
        sendError("bad-payload", "ack needs a \"cursor\" that this hub gave", command);
        return;
    }
    m_context.observer.acknowledged(m_session, id->seq);
}

void WebSocketCommands::publish(const Command &command)
{
    auto draft = parsePublish(command.payload, m_session.principal(), m_context.settings.maxEvent);
    if (draft) {
        m_session.publishFor(std::move(*draft), command.ref);
        return;
    }
    const Errc code = draft.error().code;
    sendError(code == Errc::Forbidden      ? "forbidden"
                  : code == Errc::TooLarge ? "too-large"
                                           : "bad-payload",
              draft.error().detail, command);
}

} // namespace pushscope
