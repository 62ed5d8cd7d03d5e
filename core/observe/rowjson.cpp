// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "observe/rowjson.h"

#include "base/jsonstring.h"

#include <QUtf8StringView>

namespace pushscope {

namespace {

// Writes members in the order of the calls.
class ObjectWriter
{
public:
    ObjectWriter &text(QByteArrayView name, const QByteArray &value) { return raw(name, quotedJson(value)); }
    ObjectWriter &textOrNull(QByteArrayView name, const QByteArray &value)
    {
        return raw(name, value.isEmpty() ? "null" : quotedJson(value));
    }
    ObjectWriter &truth(QByteArrayView name, bool value) { return raw(name, value ? "true" : "false"); }
    ObjectWriter &signedNumber(QByteArrayView name, qint64 value) { return raw(name, QByteArray::number(value)); }
    ObjectWriter &number(QByteArrayView name, quint64 value) { return raw(name, QByteArray::number(value)); }
    ObjectWriter &milliseconds(QByteArrayView name, Milliseconds value)
    {
        return raw(name, QByteArray::number(qint64(value.count())));
    }
    ObjectWriter &time(QByteArrayView name, WallTime value)
    {
        return raw(name, value == WallTime{} ? QByteArray("null") : quotedJson(isoTime(value)));
    }
    ObjectWriter &id(QByteArrayView name, const Epoch &epoch, Seq seq)
    {
        return raw(name, seq.isNull() ? QByteArray("null") : quotedJson(formatEventId(epoch, seq)));
    }
    ObjectWriter &list(QByteArrayView name, const QList<QByteArray> &values)
    {
        QByteArray array = "[";
        for (const QByteArray &value : values)
            (array.size() > 1 ? array += ',' : array) += quotedJson(value);
        return raw(name, array + ']');
    }
    ObjectWriter &json(QByteArrayView name, const QByteArray &value) { return raw(name, value); }
    [[nodiscard]] QByteArray finish() { return std::move(m_json += '}'); }

private:
    ObjectWriter &raw(QByteArrayView name, const QByteArray &value)
    {
        m_json += m_json.isEmpty() ? "{\"" : ",\"";
        m_json.append(name.data(), name.size());
        m_json += "\":";
        m_json += value;
        return *this;
    }

    QByteArray m_json;
};

void appendPadded(QByteArray &text, qint64 number, int width)
{
    text += QByteArray::number(number).rightJustified(width, '0');
}

} // namespace

QByteArray clientJson(const ClientRow &client, const Epoch &epoch)
{
    return ObjectWriter()
        .text("client", client.client)
        .truth("certain", client.certain)
        .text("user", client.user)
        .text("protocol", protocolName(client.protocol))
        .text("http", client.http)
        .truth("tls", client.tls)
        .textOrNull("tlsVersion", client.tlsVersion)
        .textOrNull("tlsCipher", client.tlsCipher)
        .textOrNull("compression", compressionName(client.compression))
        .text("address", client.address)
        .text("userAgent", client.userAgent)
        .list("rooms", client.rooms)
        .text("state", clientStateName(client.state))
        .time("connectedAt", client.connectedAt)
        .number("reconnects", client.reconnects)
        .number("eventsOut", client.eventsOut)
        .number("bytesOut", client.bytesOut)
        .signedNumber("bytesSaved", client.bytesSaved)
        .number("eventsIn", client.eventsIn)
        .number("bytesIn", client.bytesIn)
        .number("queueBytes", client.queueBytes)
        .milliseconds("lagMs", client.lag)
        .id("lastSent", epoch, client.lastSent)
        .id("lastAcked", epoch, client.lastAcked)
        .finish();
}

QByteArray reconnectJson(const ReconnectRow &reconnect, const Epoch &)
{
    return ObjectWriter()
        .text("client", reconnect.client)
        .time("at", reconnect.at)
        .milliseconds("awayMs", reconnect.away)
        .number("attempts", reconnect.attempts)
        .textOrNull("endedBy", reconnect.endedBy)
        .textOrNull("cursor", reconnect.cursor)
        .number("missed", reconnect.missed)
        .number("replayed", reconnect.replayed)
        .number("rewound", reconnect.rewound)
        .number("duplicated", reconnect.duplicated)
        .number("lost", reconnect.lost)
        .textOrNull("lostCause", reconnect.lostCause)
        .textOrNull("verdict", verdictName(reconnect.verdict))
        .finish();
}

static QByteArray evidenceJson(const FindingRow::Evidence &evidence, const Epoch &epoch)
{
    ObjectWriter object;
    object.time("at", evidence.at);
    object.json("ref", evidence.ref > 0 ? QByteArray::number(evidence.ref) : QByteArray("null"));
    if (!evidence.seq.isNull())
        object.id("id", epoch, evidence.seq);
    return object.text("what", evidence.what).finish();
}

QByteArray findingJson(const FindingRow &finding, const Epoch &epoch)
{
    QByteArray evidence;
    for (const FindingRow::Evidence &item : finding.evidence)
        evidence += (evidence.isEmpty() ? "" : ",") + evidenceJson(item, epoch);
    ObjectWriter object;
    object.textOrNull("client", finding.client);
    if (finding.client.isEmpty())
        object.number("clients", finding.clients);
    return object.text("code", finding.code)
        .text("text", finding.text)
        .number("count", finding.count)
        .time("firstSeen", finding.firstSeen)
        .time("lastSeen", finding.lastSeen)
        .json("evidence", '[' + evidence + ']')
        .finish();
}

const char *clientStateName(ClientState state) noexcept
{
    constexpr const char *Names[] = {"live", "replaying", "waiting", "away"};
    return Names[std::size_t(state)];
}

const char *verdictName(Verdict verdict) noexcept
{
    constexpr const char *Names[] = {"", "recovered", "lost", "fresh"};
    return Names[std::size_t(verdict)];
}

QByteArray isoTime(WallTime time)
{
    const auto day = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss clock(time - day);
    QByteArray text;
    text.reserve(24);
    appendPadded(text, int(date.year()), 4);
    appendPadded(text += '-', unsigned(date.month()), 2);
    appendPadded(text += '-', unsigned(date.day()), 2);
    appendPadded(text += 'T', clock.hours().count(), 2);
    appendPadded(text += ':', clock.minutes().count(), 2);
    appendPadded(text += ':', clock.seconds().count(), 2);
    appendPadded(text += '.', clock.subseconds().count(), 3);
    return text += 'Z';
}

QByteArray quotedJson(const QByteArray &text)
{
    const bool isUtf8 = QUtf8StringView(text.data(), text.size()).isValidUtf8();
    return jsonQuoted(isUtf8 ? text : QString::fromUtf8(text).toUtf8());
}

} // namespace pushscope
