// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Validates JSON (RFC 8259) and cuts members out of it as their own octets, so that what was published arrives unchanged:
// key order, 12345678901234567890, 1.0 and escapes included. Numbers are never converted.

#include "base/jsonstring.h"
#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushscope {

struct JsonMember {
    QByteArray key; // unescaped UTF-8
    QByteArrayView value; // its octets in the input, without surrounding white space
};

enum class JsonType : quint8 { Null, Bool, Number, String, Array, Object };

// The whole input is exactly one JSON value in valid UTF-8, nested at most 512 deep. Gives its octets without surrounding
// white space. Errc::Syntax with the offset of the first octet that is wrong.
[[nodiscard]] Result<QByteArrayView> validateJson(QByteArrayView text);
[[nodiscard]] JsonType jsonTypeOf(QByteArrayView value); // of a valid value
// Of a valid value of that type. A key that occurs twice is Errc::Syntax (RFC 8259 §4 leaves it open; we refuse).
[[nodiscard]] Result<QList<JsonMember>> jsonMembers(QByteArrayView object);
[[nodiscard]] Result<QList<JsonMember>> jsonObject(QByteArrayView text); // both: Errc::Syntax where the whole input is no object
[[nodiscard]] QList<QByteArrayView> jsonElements(QByteArrayView array);
// Unescaped. Errc::Syntax for a lone surrogate.
[[nodiscard]] Result<QByteArray> jsonString(QByteArrayView string);

struct LineColumn {
    int line = 1; // from 1
    int column = 1; // from 1, in octets
};
[[nodiscard]] LineColumn lineColumnOf(QByteArrayView text, qsizetype offset); // lines end in LF, CRLF or CR

} // namespace pushscope
