// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cuts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

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

QByteArray cutRule(const Cut &cut, const QByteArray &client, Milliseconds lasts)
{
    const Milliseconds length = std::max(Milliseconds(1), lasts);
    return compact({{QStringLiteral("whom"), QJsonObject{{QStringLiteral("client"), QString::fromUtf8(client)}}},
                    {QStringLiteral("what"), QJsonDocument::fromJson(cut.what).object()},
                    {QStringLiteral("for"), QStringLiteral("%1ms").arg(length.count())}});
}

} // namespace pushscope
