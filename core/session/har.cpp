// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/wireforms.h"

#include "base/query.h"
#include "observe/rowjson.h"
#include "protocol/ssereader.h"

#include <QUrl>

namespace pushscope {

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

struct Head {
    QList<QByteArray> start; // the words of the first line, three at most
    Fields fields;

    explicit Head(const QByteArray &text)
    {
        QList<QByteArray> lines = text.split('\n');
        const QByteArray first = lines.takeFirst().trimmed();
        const qsizetype one = first.indexOf(' '), two = first.indexOf(' ', one + 1);
        start = {first.left(one), one < 0 ? QByteArray() : first.mid(one + 1, two < 0 ? -1 : two - one - 1),
                 two < 0 ? QByteArray() : first.mid(two + 1)};
        for (const QByteArray &line : lines) {
            const qsizetype colon = line.indexOf(':');
            if (colon > 0)
                fields.append({line.left(colon).trimmed(), line.mid(colon + 1).trimmed()});
        }
    }
    [[nodiscard]] QByteArray field(QByteArrayView name) const
    {
        for (const auto &[key, value] : fields) {
            if (name.compare(key, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }
};

QByteArray named(const char *name, const QByteArray &json)
{
    return QByteArray("\"") + name + "\":" + json;
}

QByteArray text(const char *name, const QByteArray &value)
{
    return named(name, quotedJson(value));
}

QByteArray number(const char *name, qint64 value)
{
    return named(name, QByteArray::number(value));
}

QByteArray milliseconds(const char *name, qint64 ns)
{
    return named(name, QByteArray::number(double(ns) / 1e6, 'f', 3));
}

QByteArray object(const QList<QByteArray> &members)
{
    return '{' + members.join(',') + '}';
}

QByteArray list(const QList<QByteArray> &elements)
{
    return '[' + elements.join(',') + ']';
}

QByteArray pairsOf(const Fields &fields)
{
    QList<QByteArray> pairs;
    for (const auto &[name, value] : fields)
        pairs.append(object({text("name", name), text("value", value)}));
    return list(pairs);
}

QByteArray cookiesOf(const Head &head)
{
    Fields cookies;
    const QByteArray field = head.field("cookie");
    for (const QByteArray &part : field.isEmpty() ? QList<QByteArray>() : field.split(';')) {
        const qsizetype equals = part.indexOf('=');
        cookies.append({part.left(equals).trimmed(), equals < 0 ? QByteArray() : part.mid(equals + 1).trimmed()});
    }
    return pairsOf(cookies);
}

// RFC 6265 section 4.1: one a field, its attributes left out.
QByteArray cookiesSetBy(const Head &head)
{
    Fields cookies;
    for (const auto &[name, value] : head.fields) {
        if (name.compare("set-cookie", Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray pair = value.left(value.indexOf(';'));
        const qsizetype equals = pair.indexOf('=');
        cookies.append({pair.left(equals).trimmed(), equals < 0 ? QByteArray() : pair.mid(equals + 1).trimmed()});
    }
    return pairsOf(cookies);
}

QByteArray parametersOf(const QByteArray &target)
{
    Fields parameters;
    for (const QueryMember &member : queryMembers(queryOf(target)))
        parameters.append({member.name, member.value});
    return pairsOf(parameters);
}

class HarWriter
{
public:
    HarWriter(const WireStory &story, qint64 fromNs, qint64 upToNs) noexcept
        : m_story(story)
        , m_fromNs(fromNs)
        , m_upToNs(upToNs)
    {
    }
    [[nodiscard]] QByteArray run()
    {
        QList<QByteArray> entries;
        for (const WireExchange &exchange : m_story.exchanges()) {
            const qint64 end = exchange.isStream ? (exchange.endNs < 0 ? m_upToNs : exchange.endNs) : exchange.answeredNs;
            if (exchange.wanted && exchange.beganNs <= m_upToNs && end >= m_fromNs)
                entries.append(entryOf(exchange));
        }
        const QByteArray page
            = object({text("startedDateTime", isoTime(m_story.head().wallStart)), text("id", "page_1"),
                      text("title", m_story.head().hub.isEmpty() ? QByteArray("Pushscope") : m_story.head().hub),
                      named("pageTimings", "{\"onContentLoad\":-1,\"onLoad\":-1}")});
        const QByteArray creator = object({text("name", "Pushscope"), text("version", PUSHSCOPE_VERSION)});
        return named("log",
                     object({text("version", "1.2"), named("creator", creator), named("pages", list({page})),
                             named("entries", '\n' + list(entries))}))
                   .prepend('{')
            + "}\n";
    }

private:
    [[nodiscard]] QByteArray seconds(qint64 ns) const // since 1970
    {
        const double start = double(m_story.head().wallStart.time_since_epoch().count()) / 1e3;
        return QByteArray::number(start + double(ns) / 1e9, 'f', 6);
    }
    [[nodiscard]] bool isWithin(const WireMessage &message) const { return message.ns >= m_fromNs && message.ns <= m_upToNs; }
    [[nodiscard]] static bool isEventStream(const WireExchange &exchange) { return exchange.isStream && !exchange.isWebSocket; }

    [[nodiscard]] QByteArray requestOf(const WireExchange &exchange, const Head &head) const
    {
        const bool secure = m_story.head().hub.startsWith("https");
        const QByteArray scheme = (exchange.isWebSocket ? "ws" : "http") + QByteArray(secure ? "s" : "");
        QByteArray host = head.field("host");
        if (host.isEmpty())
            host = QUrl(QString::fromUtf8(m_story.head().hub)).authority().toUtf8();
        QList<QByteArray> members{text("method", head.start[0]),
                                  text("url", scheme + "://" + host + head.start[1]),
                                  text("httpVersion", head.start[2]),
                                  named("cookies", cookiesOf(head)),
                                  named("headers", pairsOf(head.fields)),
                                  named("queryString", parametersOf(head.start[1])),
                                  number("headersSize", exchange.requestHead.size()),
                                  number("bodySize", exchange.requestBody.size())};
        if (!exchange.requestBody.isEmpty())
            members.append(
                named("postData", object({text("mimeType", head.field("content-type")), text("text", exchange.requestBody)})));
        return object(members);
    }

    [[nodiscard]] QByteArray contentOf(const WireExchange &exchange, const Head &head, const QByteArray &body) const
    {
        QByteArray type = isEventStream(exchange) ? QByteArray("text/event-stream; charset=utf-8") : head.field("content-type");
        if (type.isEmpty())
            type = "x-unknown";
        QList<QByteArray> members{number("size", body.size()), text("mimeType", type)};
        if (exchange.isWebSocket)
            return object(members);
        const bool plain = isText(body);
        members.append(text("text", plain ? body : body.toBase64()));
        if (!plain)
            members.append(text("encoding", "base64"));
        return object(members);
    }

    [[nodiscard]] QByteArray responseOf(const WireExchange &exchange, const QByteArray &body) const
    {
        const Head head(exchange.answerHead);
        return object({number("status", exchange.status), text("statusText", head.start[2]), text("httpVersion", head.start[0]),
                       named("cookies", cookiesSetBy(head)), named("headers", pairsOf(head.fields)),
                       named("content", contentOf(exchange, head, body)), text("redirectURL", head.field("location")),
                       number("headersSize", exchange.answerHead.size()), number("bodySize", body.size())});
    }

    [[nodiscard]] QByteArray webSocketMessages(const WireExchange &exchange) const
    {
        QList<QByteArray> messages;
        for (const WireMessage &message : exchange.messages) {
            if (message.opcode > 2 || !isWithin(message)) // control frames have no place there
                continue;
            const bool binary = message.opcode == 2 || !isText(message.payload);
            messages.append(
                object({text("type", message.out ? "receive" : "send"), named("time", seconds(message.ns)),
                        number("opcode", message.opcode), text("data", binary ? message.payload.toBase64() : message.payload)}));
        }
        return list(messages);
    }

    [[nodiscard]] QByteArray eventSourceMessages(const WireExchange &exchange) const
    {
        QList<QByteArray> messages;
        SseReader reader;
        for (const WireMessage &message : exchange.messages) {
            reader.feed(message.payload);
            while (const auto event = reader.nextEvent()) {
                if (isWithin(message))
                    messages.append(object({named("time", seconds(message.ns)), text("eventName", event->type),
                                            text("eventId", event->id), text("data", event->data)}));
            }
        }
        return list(messages);
    }

    [[nodiscard]] QByteArray bodyOf(const WireExchange &exchange) const
    {
        if (!isEventStream(exchange))
            return exchange.answerBody;
        QByteArray body;
        for (const WireMessage &message : exchange.messages) {
            if (isWithin(message))
                body += message.payload;
        }
        return body;
    }

    // The wait is the hub's, the rest of a stream's life is receiving.
    [[nodiscard]] QList<QByteArray> timesOf(const WireExchange &exchange) const
    {
        qint64 end = exchange.answeredNs;
        if (exchange.isStream)
            end = exchange.endNs >= 0 ? exchange.endNs : exchange.messages.empty() ? end : exchange.messages.back().ns;
        const qint64 wait = exchange.answeredNs - exchange.beganNs, receive = std::max<qint64>(0, end - exchange.answeredNs);
        return {milliseconds("time", wait + receive),
                named("timings",
                      object({number("blocked", -1), number("dns", -1), number("connect", -1), number("ssl", -1),
                              number("send", 0), milliseconds("wait", wait), milliseconds("receive", receive)}))};
    }

    [[nodiscard]] QByteArray commentOf(const WireExchange &exchange) const
    {
        QList<QByteArray> notes;
        for (const WireNote &note : exchange.notes)
            notes.append(note.text);
        if (!exchange.endCause.isEmpty())
            notes.append("ended by " + exchange.endCause);
        return notes.join("; ");
    }

    [[nodiscard]] QByteArray entryOf(const WireExchange &exchange) const
    {
        const Head request(exchange.requestHead);
        const char *type = exchange.isWebSocket ? "websocket" : exchange.isStream ? "eventsource" : "xhr";
        QList<QByteArray> members{text("pageref", "page_1"),
                                  text("startedDateTime", isoTime(wallAt(m_story.head().wallStart, exchange.beganNs)))};
        members += timesOf(exchange);
        members += {named("request", requestOf(exchange, request)),
                    named("response", responseOf(exchange, bodyOf(exchange))),
                    named("cache", "{}"),
                    text("connection", exchange.peer.mid(exchange.peer.lastIndexOf(':') + 1)),
                    text("_connectionId", exchange.peer),
                    text("_resourceType", type)};
        if (exchange.isWebSocket)
            members.append(named("_webSocketMessages", webSocketMessages(exchange)));
        else if (exchange.isStream)
            members.append(named("_eventSourceMessages", eventSourceMessages(exchange)));
        if (const QByteArray comment = commentOf(exchange); !comment.isEmpty())
            members.append(text("comment", comment));
        return object(members) + '\n';
    }

    const WireStory &m_story;
    qint64 m_fromNs, m_upToNs;
};

} // namespace

QByteArray harOf(const WireStory &story, qint64 fromNs, qint64 upToNs)
{
    return HarWriter(story, fromNs, upToNs).run();
}

} // namespace pushscope
