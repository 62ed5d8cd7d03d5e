// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fault/faultrule.h"

#include "base/units.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

constexpr std::array KindNames{"latency", "fin", "rst", "close-code", "status", "refuse"};

Error wrong(const char *text)
{
    return {Errc::InvalidArgument, text};
}

Result<int> intMember(const QJsonObject &object, const char *name, int fallback, int least, int most)
{
    const QJsonValue value = object.value(QLatin1String(name));
    if (value.isUndefined())
        return fallback;
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number != int(number) || number < least || number > most)
        return fail(Errc::InvalidArgument,
                    QByteArray("\"") + name + "\" is a whole number of " + QByteArray::number(least) + " to "
                        + QByteArray::number(most));
    return int(number);
}

Result<FaultRule::Whom> parseWhom(const QJsonValue &value)
{
    FaultRule::Whom whom;
    if (value.isUndefined())
        return whom;
    if (!value.isObject())
        return tl::unexpected(wrong("\"whom\" is an object"));
    const QJsonObject object = value.toObject();
    for (const QString &key : object.keys()) {
        if (!QStringList{QStringLiteral("user"), QStringLiteral("client"), QStringLiteral("protocol"), QStringLiteral("next")}
                 .contains(key))
            return fail(Errc::InvalidArgument, "\"whom\" has no member \"" + key.toUtf8() + '"');
    }
    whom.user = object.value(QLatin1String("user")).toString().toUtf8();
    whom.client = object.value(QLatin1String("client")).toString().toUtf8();
    const QString protocol = object.value(QLatin1String("protocol")).toString();
    for (std::size_t i = 0; i < ProtocolCount; ++i) {
        if (protocol == QLatin1String(protocolName(ClientProtocol(i))))
            whom.protocol = ClientProtocol(i);
    }
    if (!protocol.isEmpty() && !whom.protocol)
        return tl::unexpected(wrong("\"protocol\" is sse, ws or poll"));
    const auto next = intMember(object, "next", 0, 1, 1'000'000);
    if (!next)
        return tl::unexpected(next.error());
    whom.next = *next;
    return whom;
}

Result<Milliseconds> parseLasting(const QString &text)
{
    const auto time = parseDuration(text.toUtf8());
    if (!time || time->count() == 0)
        return tl::unexpected(wrong("\"for\" is a time such as \"10s\", \"500ms\", \"2m\""));
    return time;
}

template<typename T, typename U> Result<void> assign(U &to, const Result<T> &from)
{
    if (!from)
        return tl::unexpected(from.error());
    to = U(*from);
    return {};
}

Result<void> parseWhat(const QJsonObject &what, FaultRule &rule)
{
    const QString kind = what.value(QLatin1String("kind")).toString();
    const auto it
        = std::find_if(KindNames.begin(), KindNames.end(), [&](const char *name) { return kind == QLatin1String(name); });
    if (it == KindNames.end())
        return tl::unexpected(wrong("\"kind\" is latency, fin, rst, close-code, status or refuse"));
    rule.kind = FaultRule::Kind(it - KindNames.begin());
    switch (rule.kind) {
    case FaultRule::Kind::Latency:
        return assign(rule.delay, intMember(what, "ms", 0, 0, 600'000)).and_then([&] {
            return assign(rule.jitter, intMember(what, "jitterMs", 0, 0, 600'000));
        });
    case FaultRule::Kind::CloseCode:
        rule.reason = what.value(QLatin1String("reason")).toString().toUtf8().left(120);
        return assign(rule.code, intMember(what, "code", 1012, 1000, 4999));
    case FaultRule::Kind::Status:
        return assign(rule.code, intMember(what, "code", 503, 200, 599));
    default:
        return {};
    }
}

} // namespace

const char *faultKindName(FaultRule::Kind kind) noexcept
{
    return KindNames[std::size_t(kind)];
}

bool FaultRule::matches(const QByteArray &user, const QByteArray &client, ClientProtocol protocol) const noexcept
{
    return (whom.user.isEmpty() || whom.user == user) && (whom.client.isEmpty() || whom.client == client)
        && (!whom.protocol || *whom.protocol == protocol);
}

Result<FaultRule> FaultRule::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Errc::Syntax, error.errorString().toUtf8(), error.offset);
    const QJsonObject object = document.object();
    if (!object.value(QLatin1String("what")).isObject())
        return tl::unexpected(wrong("a fault is an object with \"what\":{\"kind\":…}"));
    if (object.contains(QLatin1String("at")))
        return tl::unexpected(wrong("\"at\" is not available for these kinds"));
    FaultRule rule;
    rule.json = document.toJson(QJsonDocument::Compact);
    if (auto parsed = assign(rule.whom, parseWhom(object.value(QLatin1String("whom")))); !parsed)
        return tl::unexpected(parsed.error());
    if (auto parsed = parseWhat(object.value(QLatin1String("what")).toObject(), rule); !parsed)
        return tl::unexpected(parsed.error());
    if (const QJsonValue lasts = object.value(QLatin1String("for")); !lasts.isUndefined()) {
        if (auto parsed = assign(rule.lasts, parseLasting(lasts.toString())); !parsed)
            return tl::unexpected(parsed.error());
    }
    const QJsonValue probability = object.value(QLatin1String("probability"));
    rule.probability = probability.toDouble(probability.isUndefined() ? 1 : -1);
    if (!(rule.probability >= 0 && rule.probability <= 1))
        return tl::unexpected(wrong("\"probability\" is a number of 0 to 1"));
    return rule;
}

} // namespace pushscope
