// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/cuts.h"

#include "fault/faultrule.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

using Group = Cut::Group;

constexpr int EveryNext = 1'000'000; // connections: all that come within the time

constexpr Cut Cuts[] = {
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Cut with RST"), R"({"kind":"rst"})"},
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Close with FIN"), R"({"kind":"fin"})"},
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Close with code 1001, going away"),
     R"({"kind":"close-code","code":1001})"},
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Close with code 1011, internal error"),
     R"({"kind":"close-code","code":1011})"},
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Close with code 1013, try again later"),
     R"({"kind":"close-code","code":1013})"},
    {Group::End, QT_TRANSLATE_NOOP("pushscope::Cuts", "Close with code 4001, unauthorized"),
     R"({"kind":"close-code","code":4001})"},
    {Group::Transport, QT_TRANSLATE_NOOP("pushscope::Cuts", "Latency of 200 ms"), R"({"kind":"latency","ms":200})"},
    {Group::Transport, QT_TRANSLATE_NOOP("pushscope::Cuts", "Latency of 2 s, ± 500 ms"),
     R"({"kind":"latency","ms":2000,"jitterMs":500})"},
    {Group::Transport, QT_TRANSLATE_NOOP("pushscope::Cuts", "Black hole: open and silent"), R"({"kind":"blackhole"})"},
    {Group::Transport, QT_TRANSLATE_NOOP("pushscope::Cuts", "Bandwidth of 1 kB/s"),
     R"({"kind":"bandwidth","bytesPerSecond":1000})"},
    {Group::Transport, QT_TRANSLATE_NOOP("pushscope::Cuts", "Slices of 1 octet"), R"({"kind":"slice","bytes":1})"},
    {Group::Http, QT_TRANSLATE_NOOP("pushscope::Cuts", "Answer its requests with 503"), R"({"kind":"status","code":503})"},
    {Group::Http, QT_TRANSLATE_NOOP("pushscope::Cuts", "A buffering proxy: 4 kB or 1 s"),
     R"({"kind":"buffer","bytes":4096,"ms":1000})"},
    {Group::Push, QT_TRANSLATE_NOOP("pushscope::Cuts", "Lose its events"), R"({"kind":"lose"})"},
    {Group::Push, QT_TRANSLATE_NOOP("pushscope::Cuts", "Duplicate its events"), R"({"kind":"duplicate"})"},
    {Group::Push, QT_TRANSLATE_NOOP("pushscope::Cuts", "Delay its events by 500 ms"), R"({"kind":"delay","ms":500})"},
    {Group::Push, QT_TRANSLATE_NOOP("pushscope::Cuts", "Reorder its events"), R"({"kind":"reorder"})"},
};

QByteArray ruleJson(const Cut &cut, const QByteArray &client, Milliseconds lasts, bool coming)
{
    QJsonObject whom{{QStringLiteral("client"), QString::fromUtf8(client)}};
    if (coming)
        whom[QStringLiteral("next")] = EveryNext;
    QJsonObject rule{{QStringLiteral("whom"), whom}, {QStringLiteral("what"), QJsonDocument::fromJson(cut.what).object()}};
    if (lasts > Milliseconds(0))
        rule[QStringLiteral("for")] = QStringLiteral("%1ms").arg(lasts.count());
    return QJsonDocument(rule).toJson(QJsonDocument::Compact);
}

} // namespace

QList<Cut> knownCuts()
{
    QList<Cut> known;
    for (const Cut &cut : Cuts) {
        if (FaultRule::parse(ruleJson(cut, "a", Milliseconds(1), false)))
            known += cut;
    }
    return known;
}

QString cutLabel(const Cut &cut)
{
    return QCoreApplication::translate("pushscope::Cuts", cut.label);
}

QList<QByteArray> cutRules(const Cut &cut, const QByteArray &client, Milliseconds lasts)
{
    const Milliseconds length = std::max(Milliseconds(1), lasts);
    if (cut.group != Group::End)
        return {ruleJson(cut, client, length, false)};
    // First those that would come back, then the one that is there: so that none slips through between the two.
    return {ruleJson(cut, client, length, true), ruleJson(cut, client, Milliseconds(0), false)};
}

} // namespace pushscope
