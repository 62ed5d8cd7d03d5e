// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// JsonPath: the way to one value in a JSON text: $.payload.items[0]["odd name"]. Names and positions only, as in RFC 9535 §2.3
// "child" segments with one selector. A value. Pure.

#include "base/result.h"

#include <QList>
#include <variant>

namespace pushscope {

class JsonPath
{
public:
    // Errc::Syntax with the offset of the first octet that is wrong. At most 64 steps.
    [[nodiscard]] static Result<JsonPath> parse(QByteArrayView text);

    // The octets of the value within `json`, which is valid; empty: there is none.
    [[nodiscard]] QByteArrayView find(QByteArrayView json) const;

private:
    using Step = std::variant<QByteArray, qsizetype>; // a member, or a position from 0
    QList<Step> m_steps;
};

} // namespace pushscope
