// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/harimport.h"

#include "protocol/jsonslice.h"
#include "protocol/ssereader.h"
#include "session/sessionjsonl.h"

#include <QUrl>
#include <algorithm>
#include <cmath>

namespace pushscope {

namespace {

constexpr double MostSeconds = 4e9; // of a time since 1970: beyond, it is none

// A JSON object whose members are looked up by name; of anything else it is empty.
class Object
{
public:
    explicit Object(QByteArrayView value)
    {
        if (value.isEmpty() || jsonTypeOf(value) != JsonType::Object)
            return;
        if (auto members = jsonMembers(value))
            m_members = std::move(*members);
    }
    [[nodiscard]] QByteArrayView operator[](QByteArrayView name) const
    {
        for (const JsonMember &member : m_members) {
            if (member.key == name)
                return member.value;
        }
        return {};
    }
    [[nodiscard]] QByteArray text(QByteArrayView name) const
    {
        const QByteArrayView value = (*this)[name];
        if (value.isEmpty() || jsonTypeOf(value) != JsonType::String)
            return {};
        return jsonString(value).value_or(QByteArray());
    }
    [[nodiscard]] double number(QByteArrayView name) const
    {
        const double value = (*this)[name].toDouble();
        return std::isfinite(value) ? value : 0;
    }
    [[nodiscard]] QList<QByteArrayView> list(QByteArrayView name) const
    {
        const QByteArrayView value = (*this)[name];
        return value.isEmpty() || jsonTypeOf(value) != JsonType::Array ? QList<QByteArrayView>() : jsonElements(value);
    }
    [[nodiscard]] bool isEmpty() const noexcept { return m_members.isEmpty(); }

private:
    QList<JsonMember> m_members;
};

QByteArray oneLine(QByteArray text)
{
    return text.replace('\r', ' ').replace('\n', ' ');
}

QByteArray headerLines(const Object &message)
{
    QByteArray lines;
    for (const QByteArrayView element : message.list("headers")) {
        const Object field(element);
        const QByteArray name = field.text("name");
        if (!name.isEmpty() && !name.startsWith(':')) // of HTTP/2
            lines += oneLine(name) + ": " + oneLine(field.text("value")) + "\r\n";
    }
    return lines;
}

QByteArray headerOf(const Object &message, QByteArrayView wanted)
{
    for (const QByteArrayView element : message.list("headers")) {
        const Object field(element);
        if (wanted.compare(field.text("name"), Qt::CaseInsensitive) == 0)
            return field.text("value");
    }
    return {};
}

class HarReader
{
public:
    Result<HarContent> run(const QByteArray &text)
    {
        const auto valid = validateJson(text);
        if (!valid)
            return tl::unexpected(valid.error());
        const Object document(*valid);
        const Object log(document["log"]);
        if (log.isEmpty() || log["entries"].isEmpty())
            return fail(Errc::Syntax, "this JSON is no HAR: it has no log of entries");
        const QList<QByteArrayView> entries = log.list("entries");
        findStart(entries);
        const Object creator(log["creator"]);
        m_content.head.version = oneLine(creator.text("name") + ' ' + creator.text("version")).trimmed();
        m_content.head.redacted = false;
        for (const QByteArrayView entry : entries)
            add(Object(entry));
        std::stable_sort(m_content.rows.begin(), m_content.rows.end(),
                         [](const SessionRow &a, const SessionRow &b) { return a.monoNs < b.monoNs; });
        return std::move(m_content);
    }

private:
    // Nothing where it has none, or one whose distance to another would not fit into nanoseconds.
    [[nodiscard]] static std::optional<WallTime> startOf(const Object &entry)
    {
        const auto at = wallTimeOf(entry.text("startedDateTime"));
        const double ms = at ? double(at->time_since_epoch().count()) : -1; // WallTime counts milliseconds
        return ms >= 0 && ms <= MostSeconds * 1e3 ? std::optional(*at) : std::nullopt;
    }
    void findStart(const QList<QByteArrayView> &entries)
    {
        std::optional<WallTime> first;
        for (const QByteArrayView entry : entries) {
            const auto at = startOf(Object(entry));
            if (at && (!first || *at < *first))
                first = at;
        }
        m_content.head.wallStart = first.value_or(WallTime());
    }
    [[nodiscard]] qint64 nsOf(double epochSeconds) const
    {
        const double start = double(m_content.head.wallStart.time_since_epoch().count()) / 1e3;
        return qint64((std::clamp(epochSeconds, 0.0, MostSeconds) - start) * 1e9);
    }
    SessionRow &newRow(qint64 ns, const char *kind, const char *op)
    {
        SessionRow &row = m_content.rows.emplace_back();
        row.monoNs = ns;
        row.wall = wallAt(m_content.head.wallStart, ns);
        row.kind = kind;
        row.op = op;
        return row;
    }
    [[nodiscard]] static bool isEventStream(const Object &entry, const Object &content)
    {
        return entry.text("_resourceType") == "eventsource" || content.text("mimeType").startsWith("text/event-stream");
    }

    void add(const Object &entry)
    {
        const Object request(entry["request"]), response(entry["response"]), content(response["content"]);
        const auto started = startOf(entry);
        if (!started || request.isEmpty()) {
            ++m_content.unreadable;
            return;
        }
        const qint64 began = std::chrono::nanoseconds(*started - m_content.head.wallStart).count();
        const double whole = std::clamp(entry.number("time"), 0.0, MostSeconds);
        const Object timings(entry["timings"]);
        const bool socket = !entry["_webSocketMessages"].isEmpty() || entry.text("_resourceType") == "websocket";
        const bool stream = !socket && isEventStream(entry, content);
        const double wait = std::clamp(timings.number("wait"), 0.0, whole);
        const qint64 answered = began + qint64((socket || stream ? wait : whole) * 1e6);
        const qint64 ended = std::max(answered, began + qint64(whole * 1e6));
        addExchange(entry, request, response, content, began, answered, socket || stream);
        if (!socket && !stream)
            return;
        ++m_connections;
        const QByteArray protocol = socket ? "ws" : "sse";
        addConnection(answered, "open", protocol, peerOf(entry) + ' ' + headerOf(request, "user-agent"));
        const qint64 last = socket ? addMessages(entry, answered) : addEvents(entry, content, answered);
        addConnection(std::max(ended, last), "close", protocol, {});
    }

    [[nodiscard]] static QByteArray peerOf(const Object &entry)
    {
        QByteArray peer = entry.text("_connectionId");
        if (peer.isEmpty())
            peer = entry.text("connection");
        return oneLine(peer).replace(' ', '-');
    }

    void addExchange(const Object &entry, const Object &request, const Object &response, const Object &content, qint64 began,
                     qint64 answered, bool stream)
    {
        const QUrl url(QString::fromUtf8(request.text("url")));
        QByteArray target = url.path(QUrl::FullyEncoded).toUtf8();
        if (target.isEmpty())
            target = "/";
        if (url.hasQuery())
            target += '?' + url.query(QUrl::FullyEncoded).toUtf8();
        if (m_content.head.hub.isEmpty())
            m_content.head.hub = (url.scheme() + QStringLiteral("://") + url.authority()).toUtf8();
        WireRecord record;
        WireFact &fact = record.fact;
        fact.what = stream ? WireFact::What::Stream : WireFact::What::Answer;
        fact.status = int(std::clamp(response.number("status"), 0.0, 999.0));
        fact.peer = peerOf(entry);
        fact.requestHead = oneLine(request.text("method")) + ' ' + target + " HTTP/1.1\r\n";
        const QByteArray fields = headerLines(request);
        if (headerOf(request, "host").isEmpty())
            fact.requestHead += "host: " + url.authority().toUtf8() + "\r\n";
        fact.requestHead += fields + "\r\n";
        fact.requestBody = Object(request["postData"]).text("text");
        fact.answerHead = "HTTP/1.1 " + QByteArray::number(fact.status) + ' ' + oneLine(response.text("statusText")) + "\r\n"
            + headerLines(response) + "\r\n";
        if (!stream) {
            fact.payload = content.text("text");
            if (content.text("encoding") == "base64")
                fact.payload = QByteArray::fromBase64(fact.payload);
        }
        record.monoNs = answered;
        record.begunNs = began;
        record.wall = wallAt(m_content.head.wallStart, answered);
        SessionRow row = sessionRowOf(record);
        row.data.insert(1, "\"complete\":true,"); // its frames are all there
        m_content.rows.push_back(std::move(row));
    }

    void addConnection(qint64 ns, const char *op, const QByteArray &protocol, const QByteArray &data)
    {
        SessionRow &row = newRow(ns, "conn", op);
        row.client = clientName();
        row.connection = m_connections;
        row.protocol = protocol;
        row.data = data;
        row.form = data.isEmpty() ? SessionRow::Form::None : isText(data) ? SessionRow::Form::Text : SessionRow::Form::Binary;
    }
    [[nodiscard]] QByteArray clientName() const { return "har-" + QByteArray::number(m_connections); }

    // Its octets as they went over the wire.
    const SessionRow &addFrame(qint64 ns, const char *protocol, const char *op, bool out, const QByteArray &data, bool binary)
    {
        SessionRow &row = newRow(ns, "frame", op);
        row.client = clientName();
        row.connection = m_connections;
        row.protocol = protocol;
        row.direction = out ? "out" : "in";
        row.data = data;
        row.length = data.size();
        row.form = data.isEmpty() ? SessionRow::Form::None : binary ? SessionRow::Form::Binary : SessionRow::Form::Text;
        return row;
    }
    // Gives the time of the last one.
    qint64 addMessages(const Object &entry, qint64 opened)
    {
        qint64 last = opened;
        for (const QByteArrayView element : entry.list("_webSocketMessages")) {
            const Object message(element);
            const bool out = message.text("type") != "send"; // towards the client
            const bool binary = message.number("opcode") == 2;
            QByteArray data = message.text("data");
            if (binary)
                data = QByteArray::fromBase64(data);
            last = std::max(last, nsOf(message.number("time")));
            const SessionRow &row = addFrame(last, "ws", binary ? "ws-binary" : "ws-text", out, data, binary);
            const QByteArray type = Object(validateJson(data).value_or(QByteArrayView())).text("type");
            if (!out) {
                SessionRow said = row; // what the panes show of it
                said.op = "message";
                said.type = type.left(256);
                m_content.rows.push_back(std::move(said));
            } else if (!binary) {
                addTold(last, "ws", type, data);
            }
        }
        return last;
    }

    // What the client was told, for the panes that show events: it is told of nothing else.
    void addTold(qint64 ns, const char *protocol, const QByteArray &type, const QByteArray &data)
    {
        SessionRow &event = newRow(ns, "event", "ephemeral");
        event.type = type.isEmpty() ? QByteArray("message") : type.left(256);
        event.to = {"*"};
        event.length = data.size();
        event.data = validateJson(data) && !data.contains('\n') && !data.contains('\r') ? data : jsonQuoted(data);
        event.form = SessionRow::Form::Json;
        SessionRow deliver = sessionRowAt(ns, "deliver");
        deliver.client = clientName();
        deliver.connection = m_connections;
        deliver.protocol = protocol;
        deliver.direction = "out";
        deliver.type = event.type;
        deliver.length = data.size();
        m_content.rows.push_back(std::move(deliver));
    }
    [[nodiscard]] SessionRow sessionRowAt(qint64 ns, const char *kind) const
    {
        SessionRow row;
        row.monoNs = ns;
        row.wall = wallAt(m_content.head.wallStart, ns);
        row.kind = kind;
        return row;
    }

    qint64 addEvents(const Object &entry, const Object &content, qint64 opened)
    {
        QByteArray text = content.text("text");
        if (content.text("encoding") == "base64")
            text = QByteArray::fromBase64(text);
        const QList<QByteArrayView> messages = entry.list("_eventSourceMessages");
        if (!text.isEmpty())
            addFrame(opened, "sse", "sse", true, text, !isText(text));
        qint64 last = opened;
        SseReader reader;
        reader.feed(text);
        qsizetype index = 0;
        while (const auto event = reader.nextEvent()) {
            if (index < messages.size())
                last = std::max(last, nsOf(Object(messages[index]).number("time")));
            ++index;
            addTold(last, "sse", event->type, event->data);
        }
        for (; text.isEmpty() && index < messages.size(); ++index) {
            const Object message(messages[index]);
            last = std::max(last, nsOf(message.number("time")));
            addTold(last, "sse", message.text("eventName"), message.text("data"));
        }
        return last;
    }

    HarContent m_content;
    quint64 m_connections = 0;
};

} // namespace

Result<HarContent> readHar(const QByteArray &text)
{
    return HarReader().run(text);
}

} // namespace pushscope
