// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bus/busmessage.h"

#include <optional>

namespace pushscope {

namespace {

constexpr qsizetype MaxHead = 64 * 1024; // octets of a first line
constexpr quint64 MaxOctets = quint64(1) << 30;

// The words of a first line, one after the other.
class Words
{
public:
    explicit Words(QByteArrayView line)
        : m_rest(line)
    {
    }
    [[nodiscard]] bool isEmpty() const { return m_rest.isEmpty(); }
    [[nodiscard]] QByteArrayView word()
    {
        const qsizetype space = m_rest.indexOf(' ');
        const QByteArrayView word = space < 0 ? m_rest : m_rest.first(space);
        m_rest = space < 0 ? QByteArrayView() : m_rest.sliced(space + 1);
        return word;
    }
    [[nodiscard]] std::optional<quint64> number()
    {
        const QByteArrayView digits = word();
        quint64 value = 0;
        if (digits.isEmpty() || digits.size() > 19)
            return {};
        for (const char c : digits) {
            if (c < '0' || c > '9')
                return {};
            value = value * 10 + quint64(c - '0');
        }
        return value;
    }

private:
    QByteArrayView m_rest;
};

struct Split {
    QByteArrayView head, rest;
};

std::optional<Split> splitLine(QByteArrayView text)
{
    const qsizetype end = text.first(std::min(text.size(), MaxHead)).indexOf('\n');
    if (end < 0)
        return {};
    return Split{text.first(end), text.sliced(end + 1)};
}

tl::unexpected<Error> corrupt(const char *what)
{
    return fail(Errc::Corrupt, what);
}

void appendNumber(QByteArray &text, qsizetype number)
{
    text += ' ';
    text += QByteArray::number(number);
}

} // namespace

QByteArray encodeBody(const Event &event, const BusToken &token)
{
    QByteArray body;
    body.reserve(96 + event.data.size() + event.type.size() + event.publisher.size());
    body += token.origin;
    body += ' ' + QByteArray::number(token.ticket);
    appendNumber(body, event.type.size());
    appendNumber(body, event.publisher.size());
    appendNumber(body, event.conflate.size());
    for (const QByteArray &channel : event.to)
        appendNumber(body, channel.size());
    body += '\n';
    body += event.type;
    body += event.publisher;
    body += event.conflate;
    for (const QByteArray &channel : event.to)
        body += channel;
    return body += event.data;
}

Result<BusBody> decodeBody(QByteArrayView text)
{
    const auto split = splitLine(text);
    if (!split)
        return corrupt("an event without a first line");
    Words words(split->head);
    BusBody body{{words.word().toByteArray(), 0}, std::make_shared<Event>()};
    const auto ticket = words.number();
    if (body.token.origin.isEmpty() || !ticket)
        return corrupt("an event without an origin");
    body.token.ticket = *ticket;
    QByteArrayView rest = split->rest;
    const auto take = [&](QByteArray &into) {
        const auto size = words.number();
        if (!size || *size > MaxOctets || qsizetype(*size) > rest.size())
            return false;
        into = rest.first(qsizetype(*size)).toByteArray();
        rest = rest.sliced(qsizetype(*size));
        return true;
    };
    Event &event = *body.event;
    if (!take(event.type) || !take(event.publisher) || !take(event.conflate) || event.type.isEmpty())
        return corrupt("an event that is too short");
    while (!words.isEmpty()) {
        if (!take(event.to.emplaceBack()))
            return corrupt("an event whose channels are cut off");
    }
    if (event.to.isEmpty())
        return corrupt("an event without a channel");
    event.data = rest.toByteArray();
    return body;
}

Result<BusMessage> decodeMessage(QByteArrayView message)
{
    if (message.isEmpty() || message.front() < 1 || message.front() > 3)
        return OtherMessage{};
    const auto split = splitLine(message.sliced(1));
    if (!split)
        return corrupt("a message without a first line");
    Words words(split->head);
    const auto database = words.number();
    if (!database || *database > 9999)
        return corrupt("a message without a database");
    if (message.front() == 3)
        return EphemeralMessage{int(*database), split->rest};
    const Epoch epoch = words.word().toByteArray();
    const auto seq = words.number(), last = words.number();
    if (epoch.isEmpty() || !seq || !last || !words.isEmpty())
        return corrupt("a message without an id");
    if (message.front() == 2)
        return TickMessage{int(*database), epoch, Seq{*seq}, *last};
    return StoredMessage{int(*database), epoch, Seq{*seq}, WallTime(Milliseconds(qint64(*last))), split->rest};
}

QByteArray ephemeralMessage(int database, const QByteArray &body)
{
    return '\x03' + QByteArray::number(database) + '\n' + body;
}

} // namespace pushscope
