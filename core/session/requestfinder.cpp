// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/requestfinder.h"

#include "session/redaction.h"

#include <algorithm>
#include <map>
#include <set>

namespace pushscope {

namespace {

// A connection is opened in the turn of its request; an event is answered after it was stored. Times are exact to some ms.
constexpr std::chrono::milliseconds Inexact{100}, AnsweredWithin{5000};

struct Opening { // of a connection
    quint64 row;
    QByteArray client;
};

class Finder
{
public:
    Finder(SessionReader &reader, const RequestQuestion &question)
        : m_reader(reader)
        , m_question(question)
    {
    }

    std::vector<FoundRequest> find()
    {
        const quint64 last = m_reader.lastRowAt(nsOf(m_question.upTo));
        if (!m_question.client.isEmpty()) {
            read(last > MostRequestRows ? last - MostRequestRows + 1 : 1, last);
            readBetween(m_question.connectedAt - Inexact, m_question.connectedAt + Inexact, last);
        }
        if (!m_question.event.isEmpty())
            readBetween(m_question.eventAt - Inexact, m_question.eventAt + AnsweredWithin, last);
        return chosen();
    }

private:
    [[nodiscard]] qint64 nsOf(WallTime at) const
    {
        return std::chrono::nanoseconds(at - m_reader.head().wallStart).count() + 999'999; // to the end of that millisecond
    }

    void readBetween(WallTime from, WallTime upTo, quint64 last)
    {
        read(m_reader.lastRowAt(nsOf(from)) + 1, std::min(m_reader.lastRowAt(nsOf(upTo)), last));
    }

    // Both included.
    void read(quint64 first, quint64 last)
    {
        for (quint64 at = first - 1; at < last;) {
            const auto chunk = m_reader.chunkAfter(at);
            if (!chunk)
                return;
            RowDecoder decoder(chunk->body, chunk->count);
            PackedRow row;
            for (quint64 number = chunk->first; decoder.next(row) && number <= last; ++number) {
                if (number >= first)
                    look(number, row);
            }
            at = chunk->first + chunk->count - 1;
        }
    }

    void look(quint64 number, const PackedRow &row)
    {
        const StringTable &strings = m_reader.strings();
        const QByteArray &kind = strings.string(row.kind);
        if (kind == "conn" && strings.string(row.op) == "open") {
            const QByteArrayView facts = row.data;
            const qsizetype end = facts.indexOf(' ');
            m_openings[(end < 0 ? facts : facts.first(end)).toByteArray()].push_back({number, strings.string(row.client)});
        } else if (kind == "req" && m_seen.insert(number).second) {
            const SessionRow whole = m_reader.row(row);
            if (auto exchange = wireExchangeOf(whole))
                m_requests.push_back({number, whole.wall, false, std::move(*exchange)});
        }
    }

    // The client whose connection is the next that opens from where the stream's request came; empty: none.
    [[nodiscard]] QByteArray opener(const FoundRequest &request) const
    {
        const auto from = m_openings.find(request.exchange.peer);
        if (from == m_openings.end())
            return {};
        const auto next = std::find_if(from->second.cbegin(), from->second.cend(),
                                       [&request](const Opening &opening) { return opening.row > request.row; });
        return next == from->second.cend() ? QByteArray() : next->client;
    }

    [[nodiscard]] bool isOfClient(const FoundRequest &request) const
    {
        if (m_question.client.isEmpty())
            return false;
        const QByteArray named = requestQuery(request.exchange.requestHead, "clientId");
        if (!named.isEmpty())
            return named == m_question.client;
        const QByteArray opened = request.exchange.isStream ? opener(request) : QByteArray();
        return opened.isEmpty() ? request.exchange.peer == m_question.address && !request.exchange.isStream
                                : opened == m_question.client;
    }

    [[nodiscard]] bool hasPublished(const FoundRequest &request) const
    {
        return !m_question.event.isEmpty() && !request.exchange.isStream && request.exchange.requestHead.startsWith("POST ")
            && request.exchange.answerBody.contains('"' + m_question.event + '"');
    }

    [[nodiscard]] std::vector<FoundRequest> chosen()
    {
        std::vector<FoundRequest> found;
        std::sort(m_requests.begin(), m_requests.end(),
                  [](const FoundRequest &a, const FoundRequest &b) { return a.row > b.row; });
        for (auto &[peer, openings] : m_openings)
            std::sort(openings.begin(), openings.end(), [](const Opening &a, const Opening &b) { return a.row < b.row; });
        for (FoundRequest &request : m_requests) {
            request.ofEvent = hasPublished(request);
            // The one that published the event and the one that opened the connection have a place in any case.
            const bool certain = request.ofEvent || request.exchange.isStream;
            if (!request.ofEvent && !isOfClient(request))
                continue;
            if (found.size() < MostRequests || certain)
                found.push_back(std::move(request));
        }
        for (FoundRequest &request : found) {
            WireExchange &exchange = request.exchange;
            for (QByteArray *octets : {&exchange.requestHead, &exchange.requestBody, &exchange.answerHead, &exchange.answerBody})
                *octets = redacted(*octets);
        }
        return found;
    }

    SessionReader &m_reader;
    const RequestQuestion &m_question;
    std::set<quint64> m_seen;
    std::vector<FoundRequest> m_requests;
    std::map<QByteArray, std::vector<Opening>> m_openings; // by the address that they came from, as they came
};

QByteArrayView targetOf(QByteArrayView head)
{
    const qsizetype begin = head.indexOf(' ') + 1;
    const qsizetype end = head.indexOf(' ', begin);
    return begin == 0 || end < 0 ? QByteArrayView() : head.sliced(begin, end - begin);
}

} // namespace

QList<QueryMember> requestParameters(QByteArrayView head)
{
    return queryMembers(queryOf(targetOf(head)));
}

QByteArray requestQuery(QByteArrayView head, QByteArrayView name)
{
    for (const QueryMember &parameter : requestParameters(head)) {
        if (parameter.name == name)
            return parameter.value;
    }
    return {};
}

std::vector<FoundRequest> findRequests(SessionReader &reader, const RequestQuestion &question)
{
    return Finder(reader, question).find();
}

} // namespace pushscope
