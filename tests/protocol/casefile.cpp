// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefile.h"

#include <QFile>

namespace pushscope {

static char escapeOf(QByteArrayView text, qsizetype &at)
{
    const char c = text[at++];
    if (c == 'x') {
        const char octet = char(text.sliced(at, 2).toByteArray().toInt(nullptr, 16));
        at += 2;
        return octet;
    }
    return c == 'r' ? '\r' : c == 'n' ? '\n' : c == 't' ? '\t' : c;
}

static QByteArray unescapedOctets(QByteArrayView text)
{
    QByteArray octets;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at++];
        if (c == '\\') {
            octets += escapeOf(text, at);
        } else if (c == '{' && text.sliced(at).contains('*')) {
            const qsizetype star = text.indexOf('*', at);
            const qsizetype close = text.indexOf('}', star);
            octets += unescapedOctets(text.sliced(at, star - at)).repeated(text.sliced(star + 1, close - star - 1).toInt());
            at = close + 1;
        } else {
            octets += c;
        }
    }
    return octets;
}

static QByteArray hexOctets(QByteArrayView text)
{
    QByteArray octets;
    const QList<QByteArray> parts = text.toByteArray().split('"');
    for (qsizetype i = 0; i < parts.size(); ++i)
        octets += i % 2 == 1 ? unescapedOctets(parts[i]) : QByteArray::fromHex(parts[i]);
    return octets;
}

static void readCaseLine(ProtocolCase &result, const QByteArray &line)
{
    const QByteArray rest = line.mid(line.indexOf(' ') + 1);
    if (line.startsWith("> "))
        result.input += unescapedOctets(rest);
    else if (line.startsWith("hex> "))
        result.input += hexOctets(rest);
    else if (line.startsWith("< "))
        result.events += rest;
    else if (line.startsWith("= "))
        result.output = result.output.value_or(QByteArray()) + unescapedOctets(rest);
    else if (line.startsWith("hex= "))
        result.output = result.output.value_or(QByteArray()) + hexOctets(rest);
    else if (line.startsWith("option "))
        result.options.insert(rest.left(rest.indexOf(' ')), rest.mid(rest.indexOf(' ') + 1));
    else if (!line.isEmpty() && !line.startsWith('#'))
        qFatal("not a line of a case file: %s", line.constData());
}

QList<ProtocolCase> readCases(const QByteArray &fileName)
{
    QFile file(QString::fromUtf8(PUSHSCOPE_CASES_DIR "/" + fileName));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no case file %s", fileName.constData());
    QList<ProtocolCase> cases;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("== "))
            cases.append(ProtocolCase{line.mid(3), {}, {}, {}, {}});
        else if (!cases.isEmpty())
            readCaseLine(cases.last(), line);
    }
    return cases;
}

QByteArray escapedOctets(const QByteArray &octets)
{
    QByteArray text;
    for (const char c : octets) {
        if (c == '\r')
            text += "\\r";
        else if (c == '\n')
            text += "\\n";
        else if (quint8(c) < 0x20 || quint8(c) > 0x7e)
            text += "\\x" + QByteArray(1, c).toHex();
        else
            text += c;
    }
    return text;
}

static QByteArray describe(const QByteArray &how, const ProtocolOutcome &outcome)
{
    return how + ":\n  " + outcome.events.join("\n  ") + "\n  output " + escapedOctets(outcome.output);
}

std::optional<QByteArray> findSplitDifference(const QByteArray &input, const FeedInPieces &run)
{
    const ProtocolOutcome whole = run({input});
    QList<QByteArray> single;
    for (const char c : input)
        single.append(QByteArray(1, c));
    if (const auto outcome = run(single); outcome != whole)
        return describe("whole", whole) + '\n' + describe("byte by byte", outcome);
    for (qsizetype at = 1; at < input.size(); ++at) {
        if (const auto outcome = run({input.first(at), input.sliced(at)}); outcome != whole)
            return describe("whole", whole) + '\n' + describe("split at " + QByteArray::number(at), outcome);
    }
    return std::nullopt;
}

} // namespace pushscope
