// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/faulttext.h"

#include "ui/models/celltext.h"
#include "ui/models/tablefilter.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::FaultText)
};

struct Label {
    const char *parameter;
    const char *text;
};
constexpr Label Labels[] = {
    {"ms", QT_TRANSLATE_NOOP("pushscope::FaultText", "Time")},
    {"jitterMs", QT_TRANSLATE_NOOP("pushscope::FaultText", "Jitter")},
    {"retryMs", QT_TRANSLATE_NOOP("pushscope::FaultText", "Retry")},
    {"bytesPerSecond", QT_TRANSLATE_NOOP("pushscope::FaultText", "Rate")},
    {"bytes", QT_TRANSLATE_NOOP("pushscope::FaultText", "Octets")},
    {"code", QT_TRANSLATE_NOOP("pushscope::FaultText", "Code")},
    {"reason", QT_TRANSLATE_NOOP("pushscope::FaultText", "Reason")},
    {"name", QT_TRANSLATE_NOOP("pushscope::FaultText", "Field")},
    {"value", QT_TRANSLATE_NOOP("pushscope::FaultText", "Value")},
    {"how", QT_TRANSLATE_NOOP("pushscope::FaultText", "How")},
    {"upTo", QT_TRANSLATE_NOOP("pushscope::FaultText", "Up to id")},
    {"drain", QT_TRANSLATE_NOOP("pushscope::FaultText", "Drain")},
};

// The parameter that a kind is about says itself by its value.
bool speaksForItself(const FaultKindInfo &kind, std::size_t parameter)
{
    return parameter == 0 && kind.parameters[0].type != FaultParameter::Type::Flag;
}

QString valueText(const FaultParameter &parameter, const FaultRule::Value &value)
{
    if (const auto *text = std::get_if<QByteArray>(&value))
        return lineText(*text);
    const qint64 number = std::get<qint64>(value);
    if (parameter.type == FaultParameter::Type::Flag)
        return number != 0 ? Words::tr("yes") : Words::tr("no");
    if (qstrcmp(parameter.unit, "ms") == 0)
        return durationText(Milliseconds(number));
    const bool isCode = parameter.type == FaultParameter::Type::CloseCode || qstrcmp(parameter.unit, "") == 0;
    const QString digits = isCode ? QString::number(number) : QLocale().toString(number);
    return isCode ? digits : digits + QChar(u' ') + QLatin1String(parameter.unit);
}

QJsonObject common(const char *kind, const QJsonObject &parameters = {}, const QJsonObject &rest = {})
{
    QJsonObject what = parameters;
    what.insert(QStringLiteral("kind"), QLatin1String(kind));
    QJsonObject rule = rest;
    rule.insert(QStringLiteral("what"), what);
    return rule;
}

QJsonObject member(const char *name, const QJsonValue &value)
{
    return {{QLatin1String(name), value}};
}

QString quoted(const QString &text)
{
    QString escaped = text;
    escaped.replace(QChar(u'\\'), QStringLiteral("\\\\")).replace(QChar(u'"'), QStringLiteral("\\\""));
    return QChar(u'"') + escaped + QChar(u'"');
}

} // namespace

QString faultWhomText(const FaultRule &rule)
{
    const FaultRule::Whom &whom = rule.whom;
    if (rule.info().hold == FaultHold::Hub)
        return Words::tr("the hub");
    QStringList parts;
    if (!whom.user.isEmpty())
        parts += Words::tr("user %1").arg(lineText(whom.user));
    if (!whom.client.isEmpty())
        parts += Words::tr("client %1").arg(lineText(whom.client));
    if (!whom.filterText.isEmpty())
        parts += lineText(whom.filterText);
    if (whom.protocol)
        parts += Words::tr("%1 only").arg(protocolText(*whom.protocol));
    if (parts.isEmpty())
        parts += Words::tr("everyone");
    if (whom.next > 0)
        parts += Words::tr("the next %Ln", nullptr, whom.next);
    return parts.join(QStringLiteral(", "));
}

// As Qt asks for the direction of a language, by a word to be translated.
static QString withinSentence(const QString &label)
{
    const bool keepsCapital = Words::tr("NOUNS_IN_LOWER_CASE", "NOUNS_WITH_CAPITAL where a sentence has them so, as in German")
        == QLatin1String("NOUNS_WITH_CAPITAL");
    return keepsCapital ? label : label.toLower();
}

QString faultWhatText(const FaultRule &rule)
{
    const FaultKindInfo &kind = rule.info();
    QStringList values;
    for (std::size_t i = 0; i < kind.parameters.size(); ++i) {
        const QString value = valueText(kind.parameters[i], rule.values[i]);
        if (value.isEmpty() || (i > 0 && kind.parameters[i].unit[0] != '\0' && rule.number(i) == 0))
            continue; // no jitter, no reason
        values += speaksForItself(kind, i) ? value : withinSentence(parameterLabel(kind.parameters[i])) + QChar(u' ') + value;
    }
    const QString name = QLatin1String(kind.name);
    return values.isEmpty() ? name : name + QChar(u' ') + values.join(QStringLiteral(", "));
}

QString faultWhenText(const FaultRule &rule)
{
    QStringList parts;
    if (rule.atEvent > 0)
        parts += Words::tr("at event %1").arg(QLocale().toString(rule.atEvent));
    if (rule.lasts)
        parts += Words::tr("for %1").arg(durationText(*rule.lasts));
    if (rule.probability < 1)
        parts += Words::tr("%1 % of the time").arg(QLocale().toString(rule.probability * 100, 'g', 3));
    return parts.isEmpty() ? Words::tr("at once, until removed") : parts.join(QStringLiteral(", "));
}

QString faultMeaning(const FaultKindInfo &kind)
{
    return QCoreApplication::translate("pushscope::FaultText", kind.meaning) + QChar(u'.');
}

QString parameterLabel(const FaultParameter &parameter)
{
    for (const Label &label : Labels) {
        if (qstrcmp(label.parameter, parameter.name) == 0)
            return Words::tr(label.text);
    }
    return QLatin1String(parameter.name);
}

QString parameterHint(const FaultParameter &parameter)
{
    const QString meaning = QCoreApplication::translate("pushscope::FaultText", parameter.meaning);
    const QLocale locale;
    switch (parameter.type) {
    case FaultParameter::Type::Number:
        return Words::tr("%1; %2 to %3 %4")
            .arg(meaning, locale.toString(parameter.least), locale.toString(parameter.most), QLatin1String(parameter.unit))
            .trimmed();
    case FaultParameter::Type::CloseCode:
        return Words::tr("%1; %2 to %3, without those that may not be sent (RFC 6455 §7.4)")
            .arg(meaning, QString::number(parameter.least), QString::number(parameter.most));
    case FaultParameter::Type::EventId:
        return Words::tr("%1; an id such as k3f9-1042").arg(meaning);
    default:
        return meaning;
    }
}

QList<CommonFault> commonFaults()
{
    const auto forTime = [](const char *time) { return member("for", QLatin1String(time)); };
    const QJsonObject latency{{QStringLiteral("ms"), 200}, {QStringLiteral("jitterMs"), 50}};
    return {
        {Words::tr("Cut with RST"), Words::tr("Resets the connections that there are"), common("rst")},
        {Words::tr("Cut with FIN"), Words::tr("Ends the connections that there are"), common("fin")},
        {Words::tr("Close with 1012"), Words::tr("Closes WebSockets with “service restart”, and ends the others"),
         common("close-code", member("code", 1012))},
        {Words::tr("Latency 200 ± 50 ms"), Words::tr("All that passes takes longer, each way, until removed"),
         common("latency", latency)},
        {Words::tr("Throttle to 1 KiB/s"), Words::tr("All that passes trickles, until removed"),
         common("bandwidth", member("bytesPerSecond", 1024))},
        {Words::tr("Black hole 10 s"), Words::tr("The connections stay open, and silent"),
         common("blackhole", {}, forTime("10s"))},
        {Words::tr("503 for the next 3"), Words::tr("The next three requests are answered with 503"),
         common("status", member("code", 503), member("whom", member("next", 3)))},
        {Words::tr("Lose the next event"), Words::tr("The next event that is due live is not sent"),
         common("lose", {}, member("at", member("event", 1)))},
        {Words::tr("Refuse 5 s"), Words::tr("The hub accepts no connection"), common("refuse", {}, forTime("5s")), true},
    };
}

QByteArray withWhom(const CommonFault &fault, const QJsonObject &whom)
{
    QJsonObject rule = fault.rule;
    if (!fault.ofHub) {
        QJsonObject all = rule.value(QLatin1String("whom")).toObject();
        for (auto it = whom.begin(); it != whom.end(); ++it)
            all.insert(it.key(), it.value());
        if (!all.isEmpty())
            rule.insert(QStringLiteral("whom"), all);
    }
    return QJsonDocument(rule).toJson(QJsonDocument::Compact);
}

QJsonObject whomOf(const QList<QByteArray> &clients)
{
    if (clients.size() == 1)
        return member("client", QString::fromUtf8(clients.first()));
    QStringList tests;
    for (const QByteArray &client : clients)
        tests += QStringLiteral("client == ") + quoted(QString::fromUtf8(client));
    const QString filter = tests.join(QStringLiteral(" || "));
    return filter.isEmpty() || filter.toUtf8().size() > Filter::MaxOctets ? QJsonObject() : member("filter", filter);
}

QJsonObject whomContaining(const QString &text)
{
    if (text.isEmpty())
        return {};
    if (looksLikeCondition(text, clientFilterFields()))
        return member("filter", text.trimmed());
    QStringList tests;
    for (const char *field : {"client", "user", "address", "rooms"})
        tests
            += QLatin1String(field) + QStringLiteral(" =~ ") + quoted(QStringLiteral("(?i)") + QRegularExpression::escape(text));
    return member("filter", tests.join(QStringLiteral(" || ")));
}

} // namespace pushscope
