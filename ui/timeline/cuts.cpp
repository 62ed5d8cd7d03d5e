// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cuts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

constexpr int EveryNext = 1'000'000; // connections: all that come within the time
constexpr int CloseCodes[] = {1001, 1011, 1012, 1013, 4001, 4008}; // wire.md

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

// With the usual value of each parameter that has one; nothing where one has to be given.
std::optional<Cut> usualCut(const FaultKindInfo &info)
{
    QJsonObject what{{QStringLiteral("kind"), QLatin1String(info.name)}};
    QString label = QLatin1String(info.name);
    for (const FaultParameter &parameter : info.parameters) {
        using Type = FaultParameter::Type;
        const bool number = parameter.type == Type::Number || parameter.type == Type::CloseCode;
        if (!number && !parameter.words)
            return std::nullopt;
        if (parameter.type != Type::Choice && !number && QByteArrayView(parameter.words).isEmpty())
            continue;
        if (number && parameter.fallback == 0 && parameter.least == 0)
            continue;
        const QString text = QString::fromLatin1(QByteArray(parameter.words).split('|').first());
        what[QLatin1String(parameter.name)] = number ? QJsonValue(parameter.fallback) : QJsonValue(text);
        label += QChar(u' ') + (number ? QString::number(parameter.fallback) : text);
        if (number && *parameter.unit)
            label += QChar(u' ') + QLatin1String(parameter.unit);
    }
    return Cut{info.kind, compact(what), label};
}

QByteArray ruleJson(const Cut &cut, const QByteArray &client, std::optional<Milliseconds> lasts, bool coming)
{
    QJsonObject whom{{QStringLiteral("client"), QString::fromUtf8(client)}};
    if (coming)
        whom[QStringLiteral("next")] = EveryNext;
    QJsonObject rule{{QStringLiteral("whom"), whom}, {QStringLiteral("what"), QJsonDocument::fromJson(cut.what).object()}};
    if (lasts)
        rule[QStringLiteral("for")] = QStringLiteral("%1ms").arg(lasts->count());
    return compact(rule);
}

} // namespace

QList<Cut> clientCuts()
{
    QList<Cut> cuts;
    for (const FaultKindInfo &info : faultKinds()) {
        if (info.kind == FaultKind::CloseCode) {
            for (const int code : CloseCodes) {
                const QJsonObject what{{QStringLiteral("kind"), QLatin1String(info.name)}, {QStringLiteral("code"), code}};
                cuts += {info.kind, compact(what), QStringLiteral("%1 %2").arg(QLatin1String(info.name)).arg(code)};
            }
        } else if (info.hold != FaultHold::Hub) {
            if (const auto cut = usualCut(info))
                cuts += *cut;
        }
    }
    return cuts;
}

QList<QByteArray> cutRules(const Cut &cut, const QByteArray &client, Milliseconds lasts)
{
    const Milliseconds length = std::max(Milliseconds(1), lasts);
    if (faultKindInfo(cut.kind).hold != FaultHold::Once)
        return {ruleJson(cut, client, length, false)};
    // First those that would come back, then the one that is there: so that none slips through between the two.
    return {ruleJson(cut, client, length, true), ruleJson(cut, client, std::nullopt, false)};
}

} // namespace pushscope
