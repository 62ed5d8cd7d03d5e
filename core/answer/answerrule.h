// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// AnswerRule: what the hub does when a WebSocket client sends a message that matches: reply, broadcast, delay or close; so that
// it stands in for a backend that isn't written yet. A value, read from JSON and written as JSON. Pure.
//   {"name":"greet","on":true,
//    "when":{"type":"chat:*","path":"$.payload.text","matches":"^hello (.+)$"},
//    "then":{"kind":"reply","message":"{\"type\":\"greeting\",\"data\":\"Hello {{1}}\"}","after":"200ms"}}

#include "answer/answertemplate.h"

#include <QRegularExpression>
#include <optional>
#include <span>

namespace pushscope {

enum class AnswerKind : quint8 { Reply, Broadcast, Delay, Close };

// As it is written down and edited.
struct AnswerText {
    QByteArray name; // 1 to 100 octets, unique in a list
    bool on = true;
    QByteArray type; // pattern with *, empty: any message
    QByteArray path; // "" the whole text
    QByteArray matches; // regular expression; empty: the path only has to be there
    AnswerKind kind = AnswerKind::Reply;
    QByteArray message; // Reply: JSON with variables, sent as it is
    QByteArray to; // Broadcast: channels with variables, parted by blanks
    QByteArray eventType; // Broadcast: with variables
    QByteArray data; // Broadcast: JSON with variables
    int code = 4000; // Close
    QByteArray reason; // Close: with variables
    QByteArray after; // a duration, "200ms"; empty: at once

    bool operator==(const AnswerText &) const = default;
};

// The member of an AnswerText that is wrong, and how.
struct AnswerError {
    QByteArray member; // "when.path", "then.message"
    QByteArray detail; // English
    qsizetype offset = -1; // in the member's text
};

struct AnswerMessage {
    QByteArrayView text; // as it came
    QByteArrayView json; // the same where it is JSON, else empty
    QByteArray type; // of its member "type"; may be empty
};

class AnswerRule
{
public:
    static constexpr Milliseconds MaxDelay{60'000};
    static constexpr qsizetype MaxText = 64 * 1024; // octets of a template

    [[nodiscard]] static tl::expected<AnswerRule, AnswerError> make(AnswerText text);

    [[nodiscard]] const AnswerText &text() const noexcept { return m_text; }
    [[nodiscard]] Milliseconds after() const noexcept { return m_after; }
    // What the pattern found (0: all of it) where the message fits; nothing where it doesn't. The types that the hub answers
    // itself (subscribe, ack, …) fit only where the rule names them in full.
    [[nodiscard]] std::optional<QStringList> match(const AnswerMessage &message) const;

    // By kind: Reply the message, Broadcast the data, Close the reason.
    [[nodiscard]] const AnswerTemplate &body() const noexcept { return m_body; }
    [[nodiscard]] const AnswerTemplate &to() const noexcept { return m_to; }
    [[nodiscard]] const AnswerTemplate &eventType() const noexcept { return m_eventType; }

private:
    [[nodiscard]] bool fitsType(const QByteArray &type) const;

    AnswerText m_text;
    Milliseconds m_after{0};
    std::optional<JsonPath> m_path;
    std::optional<QRegularExpression> m_pattern;
    AnswerTemplate m_body, m_to, m_eventType;
};

[[nodiscard]] const char *answerKindName(AnswerKind kind) noexcept;

// A list as it is kept in settings and files: a JSON array. At most 100 rules.
constexpr qsizetype MaxAnswerRules = 100;
struct AnswerListError {
    qsizetype index = -1; // which rule, from 0; -1: the text is no list of rules
    AnswerError error;
};
[[nodiscard]] tl::expected<std::vector<AnswerRule>, AnswerListError> parseAnswerList(const QByteArray &json);
[[nodiscard]] QByteArray answerListJson(std::span<const AnswerText> rules); // one rule a line

} // namespace pushscope
