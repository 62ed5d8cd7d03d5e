// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Reads JSON (RFC 8259) without changing a thing: values stay the octets they are, so that 12345678901234567890 and 1.0 show as
// they were sent; and says where and why a text is not JSON. Pure.

#include <QByteArray>
#include <QString>
#include <optional>
#include <vector>

namespace pushscope {

enum class JsonKind : quint8 { Null, Bool, Number, String, Array, Object };

struct JsonNode {
    qsizetype from = 0, size = 0; // octets of the value in the text
    qsizetype keyFrom = 0, keySize = 0; // of the member's name, quotes included; 0: no member
    int parent = -1;
    int row = 0; // among its siblings
    JsonKind kind{};
    std::vector<int> children;
};

struct JsonError {
    qsizetype offset = 0; // of the first octet that is wrong
    QString what; // for people
};

struct JsonOutline {
    QByteArray text;
    std::vector<JsonNode> nodes; // the root first; empty on error
    std::optional<JsonError> error;
};

inline constexpr int JsonDepth = 512;

[[nodiscard]] JsonOutline readJson(const QByteArray &text);

struct TextPlace {
    int line = 1, column = 1; // from 1, in characters
};
[[nodiscard]] TextPlace placeOf(QByteArrayView text, qsizetype offset);

} // namespace pushscope
