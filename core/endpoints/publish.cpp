// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/publish.h"

#include "endpoints/context.h"
#include "endpoints/router.h"
#include "endpoints/wireencoder.h"
#include "protocol/jsonslice.h"

namespace pushscope {

namespace {

constexpr qsizetype MaxLines = 10'000;
constexpr qsizetype MaxTargets = 1000;

Result<QByteArray> stringOf(const JsonMember &member)
{
    if (jsonTypeOf(member.value) != JsonType::String)
        return fail(Errc::InvalidArgument, '"' + member.key + "\" is a string");
    return jsonString(member.value);
}

Result<bool> boolOf(const JsonMember &member)
{
    if (jsonTypeOf(member.value) != JsonType::Bool)
        return fail(Errc::InvalidArgument, '"' + member.key + "\" is true or false");
    return member.value.front() == 't';
}

Result<QList<QByteArray>> targetsOf(const JsonMember &member)
{
    if (jsonTypeOf(member.value) == JsonType::String)
        return jsonString(member.value).map([](const QByteArray &target) { return QList<QByteArray>{target}; });
    if (jsonTypeOf(member.value) != JsonType::Array)
        return fail(Errc::InvalidArgument, "\"to\" is a target or a list of targets");
    QList<QByteArray> targets;
    for (const QByteArrayView element : jsonElements(member.value)) {
        if (jsonTypeOf(element) != JsonType::String)
            return fail(Errc::InvalidArgument, "\"to\" is a list of strings");
        auto target = jsonString(element);
        if (!target)
            return tl::unexpected(target.error());
        if (!targets.contains(*target))
            targets.append(std::move(*target));
        if (targets.size() > MaxTargets)
            return fail(Errc::TooLarge, "\"to\" has more than 1000 targets");
    }
    return targets;
}

template<typename T> Result<void> assign(T &to, Result<T> from)
{
    if (!from)
        return tl::unexpected(from.error());
    to = std::move(*from);
    return {};
}

Result<void> readMember(const JsonMember &member, Draft &draft)
{
    if (member.key == "to")
        return assign(draft.to, targetsOf(member));
    if (member.key == "type")
        return assign(draft.type, stringOf(member));
    if (member.key == "key")
        return assign(draft.key, stringOf(member));
    if (member.key == "conflate")
        return assign(draft.conflate, stringOf(member));
    if (member.key == "ephemeral")
        return assign(draft.ephemeral, boolOf(member));
    if (member.key == "data") {
        draft.data = member.value.toByteArray();
        return {};
    }
    // A misspelt member must not pass in silence.
    return fail(Errc::InvalidArgument, "unknown member " + jsonQuoted(member.key));
}

Result<void> checkDraft(const Draft &draft, const Principal &principal, qint64 maxEvent)
{
    if (draft.to.isEmpty())
        return fail(Errc::InvalidArgument, "\"to\" is needed: \"user:<id>\", \"room:<id>\" or \"*\"");
    if (draft.data.size() > maxEvent)
        return fail(Errc::TooLarge, "\"data\" has more than " + QByteArray::number(maxEvent) + " octets");
    if (draft.key.size() > 256)
        return fail(Errc::InvalidArgument, "\"key\" has at most 256 octets");
    if (auto type = Hub::checkType(draft.type); !type)
        return fail(Errc::InvalidArgument, "\"type\": " + type.error().detail);
    for (const QByteArray &target : draft.to) {
        if (auto checked = Hub::checkChannel(target); !checked)
            return fail(Errc::InvalidArgument, "\"to\": " + checked.error().detail);
        if (!principal.mayPublishTo(target))
            return fail(Errc::Forbidden, "the token does not cover publishing to " + target);
    }
    return {};
}

QByteArray publishedJson(const Published &published, const Epoch &epoch)
{
    QByteArray text;
    text.reserve(128);
    text.append("{\"id\":").append(WireEncoder::idOrNull(epoch, published.seq));
    if (published.duplicate)
        text.append(",\"duplicate\":true");
    text.append(",\"receivers\":").append(receiversJson(published.receivers)).append('}');
    return text;
}

// Answers when what was published is safe. Owned by the exchange: if the publisher leaves, nobody is answered.
class AnswerWhenSafe final : public Exchange::Task
{
public:
    AnswerWhenSafe(EndpointContext &context, Exchange &exchange, const Published &published)
        : m_wait(context.hub, published, [&context, &exchange](const Result<Published> &done) {
            respond(context, exchange, done ? json(publishedJson(*done, context.hub.epoch())) : problem(done.error()));
        })
    {
    }

private:
    Hub::PublishWait m_wait;
};

QByteArray memberNamedIn(const QByteArray &detail)
{
    return detail.startsWith('"') ? detail.mid(1, detail.indexOf('"', 1) - 1) : QByteArray();
}

void publishOne(EndpointContext &context, Exchange &exchange, const Principal &principal, quint64 tokenPrint)
{
    auto draft = parsePublish(exchange.body(), principal, context.settings.maxEvent);
    if (!draft) {
        const Error &error = draft.error();
        const int line = error.offset >= 0 ? lineColumnOf(exchange.body(), error.offset).line : 0;
        respond(context, exchange, problem(statusOf(error.code), error.detail, memberNamedIn(error.detail), line));
        return;
    }
    if (const auto denial = context.admission.publish(tokenPrint)) {
        respond(context, exchange, problem(*denial));
        return;
    }
    const auto published = context.hub.publish(std::move(*draft));
    if (!published)
        respond(context, exchange, problem(published.error()));
    else if (context.hub.isSafe(*published))
        respond(context, exchange, json(publishedJson(*published, context.hub.epoch())));
    else
        exchange.hold(std::make_unique<AnswerWhenSafe>(context, exchange, *published));
}

QByteArray errorJson(int status, const QByteArray &detail, int line)
{
    return "{\"error\":{\"status\":" + QByteArray::number(status) + ",\"detail\":" + jsonQuoted(detail)
        + ",\"line\":" + QByteArray::number(line) + "}}";
}

// The answer to a batch: its lines are told in order, when the last of them is safe. Owned by the exchange.
class Batch final : public Exchange::Task
{
public:
    Batch(EndpointContext &context, Exchange &exchange)
        : m_context(context)
        , m_exchange(exchange)
    {
    }
    void add(Result<Published> published, int line) { m_lines.push_back({std::move(published), line, 0}); }
    void deny(const Admission::Denial &denial, int line)
    {
        m_lines.push_back({fail(Errc::Unavailable, denial.detail), line, denial.status});
    }
    // After all was added: what has to be waited for. False: nothing; then it can be answered.
    [[nodiscard]] bool wait()
    {
        const Hub &hub = m_context.hub;
        std::size_t last = m_lines.size(); // what the store commits it commits in order
        for (std::size_t i = 0; i < m_lines.size(); ++i) {
            const Result<Published> &published = m_lines[i].published;
            if (!published || hub.isSafe(*published))
                continue;
            if (published->ticket)
                waitFor(i);
            else if (last == m_lines.size() || m_lines[last].published->seq < published->seq)
                last = i;
        }
        if (last < m_lines.size())
            waitFor(last);
        return !m_waits.empty();
    }
    [[nodiscard]] Answer answer() const
    {
        QByteArray results;
        int status = 200;
        for (const Line &line : m_lines) {
            results += results.isEmpty() ? "" : ",";
            results += line.published ? publishedJson(*line.published, m_context.hub.epoch()) : line.error();
            status = line.published ? status : 207;
        }
        return json("{\"results\":[" + results + "]}", status);
    }

private:
    struct Line {
        Result<Published> published;
        int number; // in the body, from 1
        int denied; // the status of one that was not even tried; 0: it was

        [[nodiscard]] QByteArray error() const
        {
            const Error &error = published.error();
            return errorJson(denied ? denied : statusOf(error.code), error.detail, number);
        }
    };
    void waitFor(std::size_t index)
    {
        const Published published = *m_lines[index].published;
        m_waits.push_back(std::make_unique<Hub::PublishWait>(
            m_context.hub, published, [this, index](Result<Published> done) { onDone(index, std::move(done)); }));
    }
    void onDone(std::size_t index, Result<Published> done)
    {
        const bool onBus = m_lines[index].published->ticket != 0;
        if (!done && !onBus) {
            respond(m_context, m_exchange, problem(done.error())); // nothing after the last commit is safe
            return;
        }
        m_lines[index].published = std::move(done);
        if (++m_done == m_waits.size())
            respond(m_context, m_exchange, answer());
    }

    EndpointContext &m_context;
    Exchange &m_exchange;
    std::vector<Line> m_lines;
    std::vector<std::unique_ptr<Hub::PublishWait>> m_waits;
    std::size_t m_done = 0;
};

void publishMany(EndpointContext &context, Exchange &exchange, const Principal &principal, quint64 tokenPrint)
{
    const QList<QByteArray> lines = exchange.body().split('\n');
    if (lines.size() > MaxLines + 1) {
        respond(context, exchange, problem(413, "a batch has at most 10000 lines"));
        return;
    }
    auto batch = std::make_unique<Batch>(context, exchange);
    for (int i = 0; i < lines.size(); ++i) {
        if (lines[i].trimmed().isEmpty())
            continue;
        if (const auto denial = context.admission.publish(tokenPrint)) {
            batch->deny(*denial, i + 1);
            continue;
        }
        batch->add(parsePublish(lines[i], principal, context.settings.maxEvent).and_then([&](Draft draft) {
            return context.hub.publish(std::move(draft));
        }),
                   i + 1);
    }
    if (batch->wait())
        exchange.hold(std::move(batch));
    else
        respond(context, exchange, batch->answer());
}

} // namespace

QByteArray receiversJson(const Receivers &receivers)
{
    QByteArray text;
    text.reserve(64);
    text.append("{\"sse\":").append(QByteArray::number(receivers[0]));
    text.append(",\"ws\":").append(QByteArray::number(receivers[1]));
    text.append(",\"poll\":").append(QByteArray::number(receivers[2])).append('}');
    return text;
}

Result<Draft> parsePublish(QByteArrayView text, const Principal &principal, qint64 maxEvent)
{
    const auto value = validateJson(text);
    if (!value)
        return tl::unexpected(value.error());
    if (jsonTypeOf(*value) != JsonType::Object)
        return fail(Errc::InvalidArgument, "what is published is an object {\"to\":…,\"type\":…,\"data\":…}", 0);
    const auto members = jsonMembers(*value);
    if (!members)
        return tl::unexpected(members.error());
    Draft draft;
    for (const JsonMember &member : *members) {
        if (auto read = readMember(member, draft); !read)
            return fail(read.error().code, read.error().detail, member.value.data() - text.data());
    }
    if (auto checked = checkDraft(draft, principal, maxEvent); !checked)
        return tl::unexpected(checked.error());
    draft.publisher = principal.user;
    return draft;
}

void handlePublish(EndpointContext &context, Exchange &exchange)
{
    const QueryParameters query(exchange.head().query());
    const auto principal = authorizeRequest(exchange, query, context.authorizer, context.settings, context.clock.wall());
    if (!principal)
        respond(context, exchange, problem(principal.error()));
    else if (context.draining)
        respond(context, exchange, problem({Errc::Unavailable, "the hub is stopping"}));
    else if (exchange.head().field("content-type").startsWith("application/x-ndjson"))
        publishMany(context, exchange, *principal, tokenPrintOf(exchange, query));
    else
        publishOne(context, exchange, *principal, tokenPrintOf(exchange, query));
}

} // namespace pushscope
