// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reproductionforms.h"
#include "session/reproductiontext.h"

namespace pushscope {

namespace {

using What = ReproductionStep::What;

// In single quotes, so that JSON in it stays readable. '<' is escaped where it could end or begin something of a page.
QByteArray scriptString(QByteArrayView text)
{
    QByteArray out = "'";
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (c == '\'' || c == '\\')
            out.append('\\').append(c);
        else if (c == '\n')
            out += "\\n";
        else if (c == '\r')
            out += "\\r";
        else if (c == '\0' || (c == '<' && (next == '/' || next == '!' || next == 's' || next == 'S')))
            out += c == '<' ? "\\x3c" : "\\x00";
        else
            out += c;
    }
    return out + '\'';
}

QByteArray milliseconds(qint64 ns)
{
    return QByteArray::number(double(ns) / 1e6, 'f', ns == 0 ? 0 : 3);
}

QByteArray scriptStep(const ReproductionStep &step, qint64 startNs)
{
    static constexpr const char *Names[] = {"open", "close", "send", "ack", "poll", "publish", "fault", "unfault"};
    QByteArray line = "{ at: " + milliseconds(step.ns - startNs) + ", do: '" + Names[std::size_t(step.what)] + '\'';
    const auto put = [&line](const char *name, const QByteArray &value) {
        if (!value.isEmpty())
            line += QByteArray(", ") + name + ": " + scriptString(value);
    };
    put("client", step.client);
    if (step.connection != 0)
        line += ", connection: " + QByteArray::number(step.connection);
    if (step.what == What::Open)
        put("protocol", step.isWebSocket ? "ws" : "sse");
    if (step.what == What::Open || step.what == What::Poll)
        line += ", query: " + scriptString(step.query);
    if (step.cursor)
        line += ", cursor: " + scriptString(*step.cursor);
    if (step.what == What::Poll)
        line += ", until: " + milliseconds(step.answeredNs - startNs);
    if (step.events > 0)
        line += ", events: " + QByteArray::number(step.events);
    put("id", step.id);
    put("fault", step.fault);
    put("body", step.body);
    return line + " }";
}

QByteArray recordingOf(const Reproduction &reproduction)
{
    QByteArray text = "const recording = {\n    url: " + scriptString(reproductionAddress(reproduction))
        + ",\n    epoch: " + scriptString(reproduction.head.epoch)
        + ",\n    about: " + scriptString(reproductionFacts(reproduction).join('\n')) + ",\n    clients: [\n";
    for (const Reproduction::Client &client : reproduction.clients)
        text += "        { name: " + scriptString(client.name)
            + ", user: " + scriptString(client.user.isEmpty() ? QByteArray("reproducer") : client.user)
            + ", events: " + QByteArray::number(client.events) + " },\n";
    text += "    ],\n    steps: [\n";
    const qint64 start = reproduction.steps.empty() ? 0 : reproduction.steps.front().ns;
    for (const ReproductionStep &step : reproduction.steps)
        text += "        " + scriptStep(step, start) + ",\n";
    return text + "    ],\n};\n";
}

QByteArray filledScript(const char *name, const Reproduction &reproduction)
{
    return filledForm(reproductionResource(name),
                      {{"@ABOUT@", reproductionComment(reproduction, "//")},
                       {"@URL@", reproductionAddress(reproduction)},
                       {"@RECORDING@", recordingOf(reproduction)},
                       {"@PLAYER@", reproductionResource("player.js")}});
}

} // namespace

QByteArray pageOf(const Reproduction &reproduction)
{
    return filledScript("page.html", reproduction);
}

QByteArray scriptOf(const Reproduction &reproduction)
{
    return filledScript("script.mjs", reproduction);
}

} // namespace pushscope
