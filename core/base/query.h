// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// The query of a request target: name=value&name=value, as forms and URLSearchParams write it. Source: WHATWG URL §5.1.

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace pushscope {

struct QueryMember {
    QByteArray name, value; // decoded; the value of one without '=' is null
    bool operator==(const QueryMember &) const = default;
};

// What stands after the '?', in its order; names may repeat. '+' is a space.
[[nodiscard]] QList<QueryMember> queryMembers(QByteArrayView query);
// Of "/path?query"; empty where there is no '?'.
[[nodiscard]] QByteArrayView queryOf(QByteArrayView target);

} // namespace pushscope
