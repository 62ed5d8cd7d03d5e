// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cuts.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

constexpr int CloseCodes[] = {1001, 1011, 1012, 1013, 4001, 4008}; // wire.md

} // namespace

QList<FaultRule> clientCuts(const QByteArray &client, Milliseconds lasts)
{
    QList<FaultRule> cuts;
    const auto add = [&](const QJsonObject &what) {
        const QJsonObject rule{{QStringLiteral("whom"), QJsonObject{{QStringLiteral("client"), QString::fromUtf8(client)}}},
                               {QStringLiteral("what"), what},
                               {QStringLiteral("for"), QStringLiteral("%1ms").arg(std::max(Milliseconds(1), lasts).count())}};
        // What has no usual parameters, or can't last, is not for here: the Faults pane has it.
        if (auto parsed = FaultRule::parse(QJsonDocument(rule).toJson(QJsonDocument::Compact)))
            cuts += std::move(*parsed);
    };
    for (const FaultKindInfo &info : faultKinds()) {
        QJsonObject what{{QStringLiteral("kind"), QLatin1String(info.name)}};
        if (info.kind == FaultKind::CloseCode) {
            for (const int code : CloseCodes) {
                what[QStringLiteral("code")] = code;
                add(what);
            }
        } else if (info.hold != FaultHold::Hub) {
            add(what);
        }
    }
    return cuts;
}

} // namespace pushscope
