// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a fault rule is read from JSON: what may stand in "what" comes from the table of kinds.
#include "base/units.h"
#include "fault/faultrule.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

constexpr qint64 MostConnections = 1'000'000;
constexpr qint64 MostEvents = 1'000'000'000;
constexpr int MaxTextOctets = 256; // of a user or client
constexpr Milliseconds MaxLasting = std::chrono::hours(24 * 365);

struct Wrong {
    QByteArray member;
    QByteArray words; // what it must be
};
template<typename T> using Read = tl::expected<T, Wrong>;

tl::unexpected<Wrong> wrong(QByteArray member, QByteArray words)
{
    return tl::unexpected(Wrong{std::move(member), std::move(words)});
}

QByteArray joined(const char *path, const QString &member)
{
    return *path ? QByteArray(path) + '.' + member.toUtf8() : member.toUtf8();
}

Read<void> checkMembers(const QJsonObject &object, const char *path, const QStringList &known)
{
    for (const QString &key : object.keys()) {
        if (!known.contains(key))
            return wrong(joined(path, key), "is not known here");
    }
    return {};
}

Read<qint64> readNumber(const QJsonValue &value, const QByteArray &member, qint64 least, qint64 most)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < double(least) || number > double(most) || number != double(qint64(number)))
        return wrong(member, "is a whole number of " + QByteArray::number(least) + " to " + QByteArray::number(most));
    return qint64(number);
}

Read<QByteArray> readText(const QJsonValue &value, const QByteArray &member, qint64 most)
{
    const QByteArray text = value.toString().toUtf8();
    if (!value.isString() || text.isEmpty() || text.size() > most)
        return wrong(member, "is a text of 1 to " + QByteArray::number(most) + " octets");
    return text;
}

bool isFieldName(const QByteArray &text)
{
    static const QByteArray Symbols = "!#$%&'*+-.^_`|~";
    return std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || Symbols.contains(c);
    });
}

bool isFieldValue(const QByteArray &text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return (quint8(c) >= 0x20 && c != 0x7f) || c == '\t'; })
        && text.trimmed() == text;
}

bool isSendable(qint64 code) // RFC 6455 §7.4
{
    return (code < 1004 || code > 1006) && (code < 1015 || code >= 3000);
}

Read<FaultRule::Value> readFieldName(const QJsonValue &value, const QByteArray &member, const FaultParameter &parameter)
{
    const auto text = readText(value, member, parameter.most);
    if (!text || !isFieldName(*text))
        return wrong(member, "is the name of a header field");
    const QByteArray name = text->toLower();
    if (name == "content-length" || name == "transfer-encoding")
        return wrong(member, "is not a field that frames the message");
    return name;
}

Read<FaultRule::Value> readChoice(const QJsonValue &value, const QByteArray &member, const FaultParameter &parameter)
{
    const QByteArrayList words = QByteArray(parameter.words).split('|');
    const QByteArray word = value.toString().toUtf8();
    if (!words.contains(word))
        return wrong(member, "is one of " + words.join(", "));
    return word;
}

Read<FaultRule::Value> readValue(const QJsonValue &value, const FaultParameter &parameter)
{
    using Type = FaultParameter::Type;
    const QByteArray member = QByteArray("what.") + parameter.name;
    switch (parameter.type) {
    case Type::Number:
        return readNumber(value, member, parameter.least, parameter.most);
    case Type::CloseCode:
        return readNumber(value, member, parameter.least, parameter.most).and_then([&](qint64 code) -> Read<FaultRule::Value> {
            return isSendable(code) ? Read<FaultRule::Value>(code)
                                    : wrong(member, "is a close code that may be sent (1000-1003, 1007-1014, 3000-4999)");
        });
    case Type::Flag:
        return value.isBool() ? Read<FaultRule::Value>(qint64(value.toBool())) : wrong(member, "is true or false");
    case Type::Choice:
        return readChoice(value, member, parameter);
    case Type::Text:
        if (value.isString() && value.toString().isEmpty())
            return QByteArray();
        return readText(value, member, parameter.most);
    case Type::FieldName:
        return readFieldName(value, member, parameter);
    case Type::FieldValue: {
        const auto text = readText(value, member, parameter.most);
        return text && isFieldValue(*text) ? Read<FaultRule::Value>(*text) : wrong(member, "is the value of a header field");
    }
    case Type::EventId: {
        const QByteArray id = value.toString().toUtf8();
        return parseEventId(id) ? Read<FaultRule::Value>(id) : wrong(member, "is the id of an event");
    }
    }
    return wrong(member, "is not known here");
}

FaultRule::Value fallbackOf(const FaultParameter &parameter)
{
    if (!parameter.words)
        return parameter.fallback;
    return QByteArray(parameter.words).split('|').first();
}

bool mustBeGiven(const FaultParameter &parameter)
{
    return !parameter.words && parameter.type >= FaultParameter::Type::Choice;
}

Read<void> readWhat(const QJsonObject &what, FaultRule &rule)
{
    const FaultKindInfo *info = findFaultKind(what.value(QLatin1String("kind")).toString().toUtf8());
    if (!info) {
        QByteArrayList names;
        for (const FaultKindInfo &known : faultKinds())
            names.append(known.name);
        return wrong("what.kind", "is one of " + names.join(", "));
    }
    rule.kind = info->kind;
    QStringList known{QStringLiteral("kind")};
    for (const FaultParameter &parameter : info->parameters)
        known.append(QLatin1String(parameter.name));
    if (auto checked = checkMembers(what, "what", known); !checked)
        return checked;
    for (const FaultParameter &parameter : info->parameters) {
        const QJsonValue given = what.value(QLatin1String(parameter.name));
        if (given.isUndefined() && !mustBeGiven(parameter)) {
            rule.values.push_back(fallbackOf(parameter));
            continue;
        }
        auto value = readValue(given, parameter);
        if (!value)
            return tl::unexpected(value.error());
        rule.values.push_back(std::move(*value));
    }
    return {};
}

Read<void> readProtocol(const QJsonValue &value, FaultRule &rule)
{
    for (std::size_t i = 0; i < ProtocolCount; ++i) {
        if (value.toString() == QLatin1String(protocolName(ClientProtocol(i))))
            rule.whom.protocol = ClientProtocol(i);
    }
    if (!rule.whom.protocol)
        return wrong("whom.protocol", "is sse, ws or poll");
    if (rule.info().webSocketOnly && rule.whom.protocol != ClientProtocol::WebSocket)
        return wrong("whom.protocol", QByteArray("is ws where the fault is ") + rule.info().name);
    return {};
}

Read<void> readFilter(const QJsonValue &value, FaultRule &rule)
{
    auto text = readText(value, "whom.filter", Filter::MaxOctets);
    if (!text)
        return tl::unexpected(text.error());
    auto filter = Filter::parse(*text, clientFilterFields());
    if (!filter)
        return wrong("whom.filter",
                     "is wrong at column " + QByteArray::number(filter.error().offset + 1) + ": " + filter.error().detail);
    rule.whom.filter = std::move(*filter);
    rule.whom.filterText = std::move(*text);
    return {};
}

template<typename To, typename From> Read<void> store(Read<From> from, To &to)
{
    if (!from)
        return tl::unexpected(from.error());
    to = To(std::move(*from));
    return {};
}

Read<void> readWhom(const QJsonValue &value, FaultRule &rule)
{
    if (!value.isObject())
        return wrong("whom", "is an object");
    const QJsonObject whom = value.toObject();
    if (rule.info().hold == FaultHold::Hub && !whom.isEmpty())
        return wrong("whom", QByteArray("is for faults of clients; ") + rule.info().name + " is of the whole hub");
    for (const QString &key : whom.keys()) {
        const QJsonValue member = whom.value(key);
        Read<void> read = wrong(joined("whom", key), "is not known here");
        if (key == QLatin1String("user"))
            read = store(readText(member, "whom.user", MaxTextOctets), rule.whom.user);
        else if (key == QLatin1String("client"))
            read = store(readText(member, "whom.client", MaxTextOctets), rule.whom.client);
        else if (key == QLatin1String("protocol"))
            read = readProtocol(member, rule);
        else if (key == QLatin1String("filter"))
            read = readFilter(member, rule);
        else if (key == QLatin1String("next"))
            read = store(readNumber(member, "whom.next", 1, MostConnections), rule.whom.next);
        if (!read)
            return read;
    }
    return {};
}

Read<void> readLasting(const QJsonValue &value, FaultRule &rule)
{
    if (rule.kind == FaultKind::Evict || rule.kind == FaultKind::Restart)
        return wrong("for", QByteArray("is for faults that last; ") + rule.info().name + " does not");
    const auto time = parseDuration(value.toString().toUtf8());
    if (!time || time->count() == 0 || *time > MaxLasting)
        return wrong("for", "is a time such as \"10s\", \"500ms\", \"2m\"");
    rule.lasts = *time;
    return {};
}

Read<void> readAt(const QJsonValue &value, FaultRule &rule)
{
    if (!value.isObject())
        return wrong("at", "is an object with \"event\"");
    const QJsonObject at = value.toObject();
    if (auto checked = checkMembers(at, "at", {QStringLiteral("event")}); !checked)
        return checked;
    return store(readNumber(at.value(QLatin1String("event")), "at.event", 1, MostEvents), rule.atEvent);
}

Read<void> readProbability(const QJsonValue &value, FaultRule &rule)
{
    rule.probability = value.toDouble(-1);
    if (!(rule.probability >= 0 && rule.probability <= 1))
        return wrong("probability", "is a number of 0 to 1");
    if (rule.info().hold == FaultHold::Hub)
        return wrong("probability", QByteArray("is for faults of clients; ") + rule.info().name + " is of the whole hub");
    return {};
}

Read<FaultRule> readRule(QJsonObject object)
{
    for (const char *ours : {"id", "hits", "endsAt"}) // of GET /api/faults
        object.remove(QLatin1String(ours));
    if (auto checked = checkMembers(object, "",
                                    {QStringLiteral("whom"), QStringLiteral("what"), QStringLiteral("for"), QStringLiteral("at"),
                                     QStringLiteral("probability")});
        !checked)
        return tl::unexpected(checked.error());
    const QJsonValue what = object.value(QLatin1String("what"));
    if (!what.isObject())
        return wrong("what", "is an object with \"kind\"");
    FaultRule rule;
    rule.json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    if (auto read = readWhat(what.toObject(), rule); !read)
        return tl::unexpected(read.error());
    using Reader = Read<void> (*)(const QJsonValue &, FaultRule &);
    static constexpr std::pair<const char *, Reader> Readers[]
        = {{"whom", &readWhom}, {"for", &readLasting}, {"at", &readAt}, {"probability", &readProbability}};
    for (const auto &[member, reader] : Readers) {
        const QJsonValue value = object.value(QLatin1String(member));
        if (value.isUndefined())
            continue;
        if (auto read = reader(value, rule); !read)
            return tl::unexpected(read.error());
    }
    return rule;
}

QByteArray detailOf(const Wrong &wrong)
{
    return '"' + wrong.member + "\" " + wrong.words;
}

} // namespace

Result<FaultRule> FaultRule::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Errc::Syntax, error.errorString().toUtf8(), error.offset);
    if (!document.isObject())
        return fail(Errc::InvalidArgument, "a fault rule is an object with \"what\":{\"kind\":…}");
    auto rule = readRule(document.object());
    if (!rule)
        return fail(Errc::InvalidArgument, detailOf(rule.error()));
    return std::move(*rule);
}

tl::expected<std::vector<FaultRule>, FaultListError> parseFaultList(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return tl::unexpected(
            FaultListError{-1, {}, error.errorString().toUtf8() + " at octet " + QByteArray::number(error.offset)});
    if (!document.isArray())
        return tl::unexpected(FaultListError{-1, {}, "a rule list is an array of fault rules"});
    std::vector<FaultRule> rules;
    for (const QJsonValue &value : document.array()) {
        const auto index = qsizetype(rules.size());
        if (!value.isObject())
            return tl::unexpected(FaultListError{index, {}, "a fault rule is an object"});
        auto rule = readRule(value.toObject());
        if (!rule)
            return tl::unexpected(FaultListError{index, rule.error().member, detailOf(rule.error())});
        rules.push_back(std::move(*rule));
    }
    return rules;
}

} // namespace pushscope
