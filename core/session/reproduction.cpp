// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reproduction.h"

#include "protocol/jsonslice.h"

#include <algorithm>
#include <set>

namespace pushscope {

namespace {

using What = ReproductionStep::What;

// Path and query of a request, without what names the bearer or the place in the history.
struct Target {
    QByteArray path, query;
    std::optional<QByteArray> cursor;
    QByteArray client; // as it calls itself

    explicit Target(const QByteArray &head)
    {
        const qsizetype begin = head.indexOf(' ') + 1, end = head.indexOf(' ', begin);
        const QByteArray target = head.mid(begin, end - begin);
        const qsizetype question = target.indexOf('?');
        path = target.left(question);
        QList<QByteArray> kept;
        for (const QByteArray &pair : question < 0 ? QList<QByteArray>() : target.mid(question + 1).split('&')) {
            const qsizetype equals = pair.indexOf('=');
            const QByteArray name = pair.left(equals), value = equals < 0 ? QByteArray() : pair.mid(equals + 1);
            if (name == "lastEventId" || name == "cursor")
                cursor = QByteArray::fromPercentEncoding(value);
            else if (name != "token" && !pair.isEmpty())
                kept.append(pair);
            if (name == "clientId")
                client = QByteArray::fromPercentEncoding(value);
        }
        query = kept.join('&');
        readHeader(head); // it wins over the query
    }

private:
    void readHeader(const QByteArray &head)
    {
        static constexpr char Name[] = "last-event-id:";
        for (const QByteArray &line : head.split('\n')) {
            if (line.size() >= qsizetype(sizeof Name) && qstrnicmp(line.constData(), Name, sizeof Name - 1) == 0)
                cursor = line.mid(sizeof Name - 1).trimmed();
        }
    }
};

QByteArray member(QByteArrayView object, const char *name)
{
    const auto members = jsonObject(object);
    if (!members)
        return {};
    for (const JsonMember &one : *members) {
        if (one.key == name)
            return one.value.toByteArray();
    }
    return {};
}

QByteArray stringMember(QByteArrayView object, const char *name)
{
    const QByteArray value = member(object, name);
    return value.startsWith('"') ? jsonString(value).value_or(QByteArray()) : QByteArray();
}

// The ids of the events in the answer to a poll.
QList<QByteArray> idsOfPoll(const QByteArray &answer)
{
    QList<QByteArray> ids;
    const QByteArray events = member(answer, "events");
    if (!events.startsWith('['))
        return ids;
    for (const QByteArrayView event : jsonElements(events)) {
        if (const QByteArray id = stringMember(event, "id"); !id.isEmpty())
            ids.append(id);
    }
    return ids;
}

QByteArray publishBody(const WireEvent &event)
{
    QByteArrayList channels;
    for (const QByteArray &channel : event.to)
        channels += jsonQuoted(channel);
    return "{\"to\":[" + channels.join(',') + "],\"type\":" + jsonQuoted(event.type) + ",\"data\":" + event.data
        + (event.id.isEmpty() ? ",\"ephemeral\":true}" : "}");
}

class Maker
{
public:
    Maker(const WireStory &story, const std::vector<SessionRow> &faults, qint64 fromNs, qint64 upToNs)
        : m_story(story)
        , m_faults(faults)
        , m_fromNs(fromNs)
        , m_upToNs(upToNs)
    {
    }

    [[nodiscard]] Reproduction run()
    {
        m_result.head = m_story.head();
        for (const WireExchange &exchange : m_story.exchanges())
            addExchange(exchange);
        for (const WireEvent &event : m_story.events())
            addEvent(event);
        for (const SessionRow &row : m_faults)
            addFault(row);
        std::stable_sort(m_result.steps.begin(), m_result.steps.end(),
                         [](const ReproductionStep &a, const ReproductionStep &b) { return a.ns < b.ns; });
        for (Reproduction::Client &client : m_result.clients)
            countEvents(client);
        return std::move(m_result);
    }

private:
    [[nodiscard]] bool isWithin(qint64 ns) const { return ns >= m_fromNs && ns <= m_upToNs; }

    // Of what is published here, each once: in all, and by each time that it left.
    void countEvents(Reproduction::Client &client)
    {
        std::vector<std::pair<qint64, QByteArray>> &got = m_got[client.name];
        std::erase_if(got, [this](const auto &one) { return !m_ids.contains(one.second); });
        std::sort(got.begin(), got.end());
        std::set<QByteArray> had;
        auto it = got.cbegin();
        for (ReproductionStep &step : m_result.steps) {
            if (step.what != What::Close || step.client != client.name)
                continue;
            for (; it != got.cend() && it->first <= step.ns; ++it)
                had.insert(it->second);
            step.events = had.size();
        }
        for (; it != got.cend(); ++it)
            had.insert(it->second);
        client.events = had.size();
    }

    void noteClient(const QByteArray &name)
    {
        if (m_got.contains(name))
            return;
        m_got[name];
        m_result.clients.push_back({name, m_story.userOf(name), 0});
    }

    void addExchange(const WireExchange &exchange)
    {
        const Target target(exchange.requestHead);
        QByteArray name = exchange.client.isEmpty() ? target.client : exchange.client;
        if (name.isEmpty())
            name = exchange.peer;
        if (exchange.isStream && exchange.connection != 0 && (target.path == "/api/events" || target.path == "/ws"))
            addStream(exchange, target, name);
        else if (!exchange.isStream && exchange.status == 200 && target.path == "/api/poll")
            addPoll(exchange, target, name);
    }

    void addStream(const WireExchange &exchange, const Target &target, const QByteArray &name)
    {
        const bool over = exchange.endNs >= 0 && exchange.endNs < m_fromNs;
        if (!exchange.wanted || over || exchange.beganNs > m_upToNs)
            return;
        noteClient(name);
        ReproductionStep step;
        step.what = What::Open;
        step.ns = std::max(exchange.beganNs, m_fromNs);
        step.client = name;
        step.connection = exchange.connection;
        step.isWebSocket = exchange.isWebSocket;
        step.query = target.query;
        step.cursor = target.cursor;
        m_result.steps.push_back(step);
        for (const WireMessage &message : exchange.messages) {
            if (!isWithin(message.ns))
                continue;
            if (!message.id.isEmpty())
                m_got[name].push_back({message.ns, message.id});
            if (!message.out && message.opcode == 1)
                addMessage(step, message);
        }
        step.query.clear();
        step.cursor.reset();
        step.what = What::Close;
        step.ns = exchange.endNs;
        if (exchange.endNs >= 0 && exchange.endNs <= m_upToNs)
            m_result.steps.push_back(std::move(step));
    }

    void addMessage(const ReproductionStep &open, const WireMessage &message)
    {
        const QByteArray type = stringMember(message.payload, "type");
        if (type == "chat:send" || type == "presence:update" || type == "publish")
            return;
        ReproductionStep step;
        step.what = What::Send;
        step.ns = message.ns;
        step.client = open.client;
        step.connection = open.connection;
        step.body = message.payload;
        if (type == "ack") {
            step.what = What::Ack;
            step.cursor = stringMember(member(message.payload, "payload"), "cursor");
            step.body.clear();
        }
        m_result.steps.push_back(std::move(step));
    }

    // A poll has no connection of its own: it is its client that is wanted.
    void addPoll(const WireExchange &exchange, const Target &target, const QByteArray &name)
    {
        if (!isWithin(exchange.beganNs) || !(exchange.wanted || m_story.wantsClient(name)))
            return;
        noteClient(name);
        for (const QByteArray &id : idsOfPoll(exchange.answerBody)) {
            m_got[name].push_back({exchange.answeredNs, id});
            m_polled.insert(id);
        }
        ReproductionStep step;
        step.what = What::Poll;
        step.ns = exchange.beganNs;
        step.answeredNs = exchange.answeredNs;
        step.client = name;
        step.query = target.query;
        step.cursor = target.cursor;
        m_result.steps.push_back(std::move(step));
    }

    void addEvent(const WireEvent &event)
    {
        const bool included = event.wanted || event.needed || (!event.id.isEmpty() && m_polled.contains(event.id));
        if (!included || !isWithin(event.begunNs))
            return;
        if (event.type.startsWith("hub.") || event.to.isEmpty() || !validateJson(event.data)) {
            ++m_result.leftOut;
            return;
        }
        if (!event.id.isEmpty())
            m_ids.insert(event.id);
        ++m_result.events;
        ReproductionStep step;
        step.what = What::Publish;
        step.ns = event.begunNs;
        step.id = event.id;
        step.body = publishBody(event);
        m_result.steps.push_back(std::move(step));
    }

    void addFault(const SessionRow &row)
    {
        if (!isWithin(row.monoNs) || (row.op != "added" && row.op != "removed"))
            return;
        if (row.op == "removed" && m_rules.erase(row.cause) == 0)
            return;
        if (row.op == "added") {
            if (!validateJson(row.data))
                return;
            m_rules.insert(row.cause);
            ++m_result.faults;
        }
        ReproductionStep step;
        step.what = row.op == "added" ? What::AddFault : What::RemoveFault;
        step.ns = row.monoNs;
        step.fault = row.cause;
        if (row.op == "added")
            step.body = row.data;
        m_result.steps.push_back(std::move(step));
    }

    const WireStory &m_story;
    const std::vector<SessionRow> &m_faults;
    const qint64 m_fromNs, m_upToNs;
    Reproduction m_result;
    QHash<QByteArray, std::vector<std::pair<qint64, QByteArray>>> m_got; // by client: times and ids
    std::set<QByteArray> m_polled, m_ids; // that polls got; that are published
    std::set<QByteArray> m_rules;
};

} // namespace

Reproduction reproductionOf(const WireStory &story, const std::vector<SessionRow> &faults, qint64 fromNs, qint64 upToNs)
{
    return Maker(story, faults, fromNs, upToNs).run();
}

} // namespace pushscope
