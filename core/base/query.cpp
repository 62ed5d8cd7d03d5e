// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/query.h"

namespace pushscope {

// Without a copy more where nothing is encoded, which is nearly always: this is done for each request.
static QByteArray decoded(QByteArrayView text)
{
    QByteArray octets = text.toByteArray();
    return text.contains('%') || text.contains('+') ? QByteArray::fromPercentEncoding(octets.replace('+', ' ')) : octets;
}

QList<QueryMember> queryMembers(QByteArrayView query)
{
    QList<QueryMember> members;
    while (!query.isEmpty()) {
        const qsizetype ampersand = query.indexOf('&');
        const QByteArrayView item = ampersand < 0 ? query : query.first(ampersand);
        query = ampersand < 0 ? QByteArrayView() : query.sliced(ampersand + 1);
        if (item.isEmpty())
            continue;
        const qsizetype equals = item.indexOf('=');
        members.append(
            {decoded(equals < 0 ? item : item.first(equals)), equals < 0 ? QByteArray() : decoded(item.sliced(equals + 1))});
    }
    return members;
}

QByteArrayView queryOf(QByteArrayView target)
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView() : target.sliced(mark + 1);
}

} // namespace pushscope
