// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/jsonstring.h"
#include "base/shellquoted.h"
#include "session/reproductionforms.h"
#include "session/reproductiontext.h"

namespace pushscope {

namespace {

using What = ReproductionStep::What;

// A client's name as that of a file.
QByteArray fileName(const QByteArray &client)
{
    QByteArray name = client;
    for (char &c : name) {
        const bool plain
            = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-' || c == '.';
        if (!plain)
            c = '_';
    }
    return name.startsWith('.') || name.startsWith('-') ? '_' + name : name;
}

class CurlLines
{
public:
    explicit CurlLines(const Reproduction &reproduction)
        : m_reproduction(reproduction)
    {
    }

    [[nodiscard]] QByteArray run()
    {
        for (const ReproductionStep &step : m_reproduction.steps)
            add(step);
        for (const Reproduction::Client &client : m_reproduction.clients)
            m_lines += "expect " + shellQuoted(fileName(client.name)) + ' ' + QByteArray::number(client.events) + '\n';
        return m_lines;
    }

private:
    static constexpr qint64 LeastPauseNs = 10'000'000;
    static constexpr qsizetype LongestArgument = 100'000; // Linux takes 128 KiB

    void add(const ReproductionStep &step)
    {
        switch (step.what) {
        case What::Open:
            return listen(step, QByteArray::number(step.connection));
        case What::Close:
            return line(step,
                        "leave " + QByteArray::number(step.connection) + ' ' + shellQuoted(fileName(step.client)) + ' '
                            + QByteArray::number(step.events));
        case What::Poll:
            return poll(step);
        case What::Publish:
            return line(step, post("/api/publish", step.body) + "; echo");
        case What::AddFault:
            m_rules.insert(step.fault, QByteArray::number(m_rules.size() + 1));
            return line(step,
                        "fault_" + m_rules[step.fault] + "=$(" + post("/api/faults", step.body)
                            + " | sed 's/.*\"id\": *\"\\{0,1\\}\\([^\",}]*\\).*/\\1/')");
        case What::RemoveFault:
            return line(step, "curl -fsS -X DELETE -H \"$authorization\" \"$url/api/faults/$fault_" + m_rules[step.fault] + '"');
        case What::Send: // there is no WebSocket that it could be sent on
        case What::Ack:
            return;
        }
    }

    void line(const ReproductionStep &step, const QByteArray &text)
    {
        if (m_before >= 0 && step.ns - m_before >= LeastPauseNs)
            m_lines += "pause " + QByteArray::number(double(step.ns - m_before) / 1e9, 'f', 3) + '\n';
        if (m_before < 0 || step.ns - m_before >= LeastPauseNs)
            m_before = step.ns;
        m_lines += text + '\n';
    }

    [[nodiscard]] static QByteArray post(const QByteArray &path, const QByteArray &body)
    {
        const QByteArray command = "curl -fsS -H \"$authorization\" -H \"$json\" --data-binary ";
        if (body.size() < LongestArgument)
            return command + shellQuoted(body) + " \"$url" + path + '"';
        return "printf %s " + shellQuoted(body) + " | " + command + "@- \"$url" + path + '"'; // printf is the shell's own
    }

    void listen(const ReproductionStep &step, const QByteArray &connection)
    {
        QByteArray user = "reproducer";
        for (const Reproduction::Client &client : m_reproduction.clients) {
            if (client.name == step.client && !client.user.isEmpty())
                user = client.user;
        }
        QByteArray text = "listen " + connection + ' ' + shellQuoted(fileName(step.client)) + ' ' + shellQuoted(jsonQuoted(user))
            + ' ' + shellQuoted(step.query);
        if (step.cursor) // ids of this hub have other names
            text += ' '
                + (step.cursor->startsWith(m_reproduction.head.epoch + '-') ? QByteArray("last") : shellQuoted(*step.cursor));
        line(step, text);
    }

    // All polls of a client are one stream.
    void poll(const ReproductionStep &step)
    {
        const QByteArray connection = "poll_" + QByteArray::number(m_pollers.value(step.client, m_pollers.size()));
        if (!m_pollers.contains(step.client)) {
            m_pollers.insert(step.client, m_pollers.size());
            listen(step, connection);
        }
    }

    const Reproduction &m_reproduction;
    QByteArray m_lines;
    qint64 m_before = -1;
    QHash<QByteArray, QByteArray> m_rules; // their numbers
    QHash<QByteArray, qsizetype> m_pollers;
};

} // namespace

QByteArray curlLinesOf(const Reproduction &reproduction)
{
    return filledForm(reproductionResource("lines.sh"),
                      {{"@ABOUT@", reproductionComment(reproduction, "#")},
                       {"@URL@", reproductionAddress(reproduction)},
                       {"@LINES@", CurlLines(reproduction).run()}});
}

} // namespace pushscope
