// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerTemplate: text with variables of the message that it answers: {{$.payload.text}} a value of the message, {{1}} what the
// pattern's first parentheses held, {{user}} {{client}} {{type}} {{now}} {{uuid}} {{seq}}. In JSON a variable within a string
// is its text, escaped; elsewhere it is the value as JSON: what comes out is JSON whatever the message was. A value. Pure.

#include "answer/jsonpath.h"
#include "base/clock.h"

#include <QStringList>
#include <vector>

namespace pushscope {

// What there is to say about the message that is answered; borrowed for the call.
struct AnswerFacts {
    QByteArrayView message; // JSON; empty where it was none
    QByteArrayView type; // "" where it has none
    QByteArrayView user, client;
    WallTime now{};
    quint64 seq = 0; // how many messages the rule has answered, this one included
    QStringList captures; // 0: all that the pattern found
};

class AnswerTemplate
{
public:
    enum class Form : quint8 { Json, Text };

    // Errc::Syntax with the offset of the first octet that is wrong; in the form Json also where it would not make JSON.
    [[nodiscard]] static Result<AnswerTemplate> parse(const QByteArray &text, Form form);

    // Errc::TooLarge past `limit` octets.
    [[nodiscard]] Result<QByteArray> render(const AnswerFacts &facts, qsizetype limit) const;

private:
    enum class Kind : quint8 { None, Path, Capture, User, Client, Type, Now, Uuid, Seq };
    struct Part {
        QByteArray before; // octets as they are
        Kind kind = Kind::None;
        JsonPath path;
        int capture = 0;
        bool quoted = false; // within a JSON string
    };

    [[nodiscard]] static Result<Part> variable(QByteArrayView name, qsizetype offset);
    [[nodiscard]] static QByteArray valueOf(const Part &part, const AnswerFacts &facts, bool &isJson);

    Form m_form = Form::Text;
    std::vector<Part> m_parts;
};

} // namespace pushscope
