// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventvariables.h"

#include "base/jsonstring.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QUuid>
#include <functional>
#include <optional>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::EventVariables)
};

struct Found {
    qsizetype from = 0, size = 0; // braces included
    QByteArrayList words; // its name and what follows
    bool inString = false;
};

// Calls `visit` for each variable, in order.
void eachVariable(const QByteArray &text, const std::function<bool(const Found &)> &visit)
{
    bool inString = false;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (inString && text[at] == '\\') {
            ++at;
        } else if (text[at] == '"') {
            inString = !inString;
        } else if (text[at] == '{' && at + 1 < text.size() && text[at + 1] == '{') {
            const qsizetype end = text.indexOf("}}", at + 2);
            const QByteArray inner = end < 0 ? QByteArray() : text.mid(at + 2, end - at - 2).simplified();
            // {{ may also open two objects: a name is what tells them apart.
            if (end < 0 || inner.isEmpty() || !QChar::isLetter(uint(uchar(inner[0]))))
                continue;
            if (!visit({at, end + 2 - at, inner.split(' '), inString}))
                return;
            at = end + 1;
        }
    }
}

QByteArray quotedIf(bool quote, const QByteArray &text)
{
    return quote ? '"' + text + '"' : text;
}

// For what stands in a JSON string.
QByteArray escaped(QByteArray text)
{
    return text.replace('\\', "\\\\").replace('"', "\\\"");
}

Result<QByteArray> randomNumber(const Found &variable, QRandomGenerator &random)
{
    const auto wrong = fail(Errc::InvalidArgument,
                            Words::tr("write {{random 1 100}}: two numbers, the smaller one first").toUtf8(), variable.from);
    if (variable.words.size() != 3)
        return wrong;
    bool firstGood = false, lastGood = false;
    const double first = variable.words[1].toDouble(&firstGood), last = variable.words[2].toDouble(&lastGood);
    if (!firstGood || !lastGood || first > last)
        return wrong;
    const bool whole = !variable.words[1].contains('.') && !variable.words[2].contains('.');
    if (whole)
        return QByteArray::number(qint64(first) + qint64(random.generateDouble() * (last - first + 1)));
    return QByteArray::number(first + random.generateDouble() * (last - first), 'f', 2);
}

Result<QByteArray> valueOf(const Found &variable, const EventValues &values)
{
    const QByteArray &name = variable.words.first();
    QRandomGenerator &random = values.random ? *values.random : *QRandomGenerator::global();
    if (name == "random")
        return randomNumber(variable, random);
    if (variable.words.size() == 1 && name == "seq")
        return QByteArray::number(values.seq);
    if (variable.words.size() == 1 && name == "now")
        return variable.inString ? QDateTime::fromMSecsSinceEpoch(values.nowMs, Qt::UTC).toString(Qt::ISODateWithMs).toLatin1()
                                 : QByteArray::number(values.nowMs);
    if (variable.words.size() == 1 && name == "uuid") {
        std::array<quint32, 4> words{};
        random.fillRange(words.data(), qsizetype(words.size()));
        return quotedIf(!variable.inString,
                        QUuid(words[0], ushort(words[1] >> 16), ushort((words[1] & 0x0fff) | 0x4000),
                              uchar((words[2] & 0x3f) | 0x80), uchar(words[2] >> 8), uchar(words[2] >> 16), uchar(words[2] >> 24),
                              uchar(words[3]), uchar(words[3] >> 8), uchar(words[3] >> 16), uchar(words[3] >> 24))
                            .toByteArray(QUuid::WithoutBraces));
    }
    if (variable.words.size() == 1 && name == "user")
        return quotedIf(!variable.inString, escaped(values.user));
    return fail(Errc::InvalidArgument,
                Words::tr("there is no such variable: {{seq}} {{now}} {{uuid}} {{random 1 100}} {{user}}").toUtf8(),
                variable.from);
}

} // namespace

Result<QByteArray> expandVariables(const QByteArray &text, const EventValues &values)
{
    QByteArray out;
    qsizetype done = 0;
    std::optional<Error> error;
    eachVariable(text, [&](const Found &variable) {
        const Result<QByteArray> value = valueOf(variable, values);
        if (!value) {
            error = value.error();
            return false;
        }
        out += QByteArrayView(text).sliced(done, variable.from - done);
        out += *value;
        done = variable.from + variable.size;
        return true;
    });
    if (error)
        return tl::unexpected(*error);
    return out + text.mid(done);
}

Result<QByteArray> expandInText(const QByteArray &text, const EventValues &values)
{
    if (!text.contains("{{"))
        return text;
    const Result<QByteArray> expanded = expandVariables(jsonQuoted(text), values);
    if (!expanded)
        return expanded;
    return QJsonDocument::fromJson('[' + *expanded + ']').array().at(0).toString().toUtf8();
}

QByteArray maskVariables(const QByteArray &text)
{
    QByteArray masked = text;
    eachVariable(text, [&masked](const Found &variable) {
        for (qsizetype i = 0; i < variable.size; ++i)
            masked[variable.from + i] = '1';
        return true;
    });
    return masked;
}

Result<void> checkVariables(const QByteArray &text)
{
    QRandomGenerator random;
    const Result<QByteArray> expanded = expandVariables(text, {1, 0, {}, &random});
    return expanded ? Result<void>() : tl::unexpected(expanded.error());
}

bool usesVariable(const QByteArray &text, QByteArrayView name)
{
    bool uses = false;
    eachVariable(text, [&](const Found &variable) {
        uses = variable.words.first() == name;
        return !uses;
    });
    return uses;
}

QStringList variableExamples()
{
    return {QStringLiteral("{{seq}}"), QStringLiteral("{{now}}"), QStringLiteral("{{uuid}}"), QStringLiteral("{{random 1 100}}"),
            QStringLiteral("{{user}}")};
}

} // namespace pushscope
