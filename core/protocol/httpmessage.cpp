// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "protocol/httpmessage.h"

#include <array>
#include <utility>

namespace pushscope {

namespace {

struct Reason {
    int status;
    QByteArrayView phrase;
};

constexpr std::array Reasons{Reason{100, "Continue"},
                             Reason{101, "Switching Protocols"},
                             Reason{200, "OK"},
                             Reason{201, "Created"},
                             Reason{202, "Accepted"},
                             Reason{204, "No Content"},
                             Reason{206, "Partial Content"},
                             Reason{207, "Multi-Status"},
                             Reason{301, "Moved Permanently"},
                             Reason{302, "Found"},
                             Reason{303, "See Other"},
                             Reason{304, "Not Modified"},
                             Reason{307, "Temporary Redirect"},
                             Reason{308, "Permanent Redirect"},
                             Reason{400, "Bad Request"},
                             Reason{401, "Unauthorized"},
                             Reason{403, "Forbidden"},
                             Reason{404, "Not Found"},
                             Reason{405, "Method Not Allowed"},
                             Reason{406, "Not Acceptable"},
                             Reason{408, "Request Timeout"},
                             Reason{409, "Conflict"},
                             Reason{410, "Gone"},
                             Reason{411, "Length Required"},
                             Reason{412, "Precondition Failed"},
                             Reason{413, "Content Too Large"},
                             Reason{414, "URI Too Long"},
                             Reason{415, "Unsupported Media Type"},
                             Reason{416, "Range Not Satisfiable"},
                             Reason{417, "Expectation Failed"},
                             Reason{418, "I'm a teapot"},
                             Reason{421, "Misdirected Request"},
                             Reason{422, "Unprocessable Content"},
                             Reason{425, "Too Early"},
                             Reason{426, "Upgrade Required"},
                             Reason{428, "Precondition Required"},
                             Reason{429, "Too Many Requests"},
                             Reason{431, "Request Header Fields Too Large"},
                             Reason{500, "Internal Server Error"},
                             Reason{501, "Not Implemented"},
                             Reason{502, "Bad Gateway"},
                             Reason{503, "Service Unavailable"},
                             Reason{504, "Gateway Timeout"},
                             Reason{505, "HTTP Version Not Supported"},
                             Reason{507, "Insufficient Storage"},
                             Reason{511, "Network Authentication Required"}};

bool listHasToken(QByteArrayView list, QByteArrayView token)
{
    while (!list.isEmpty()) {
        const qsizetype comma = list.indexOf(',');
        const QByteArrayView item = comma < 0 ? list : list.first(comma);
        if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
        list = comma < 0 ? QByteArrayView() : list.sliced(comma + 1);
    }
    return false;
}

} // namespace

QByteArray RequestHead::field(QByteArrayView name) const
{
    for (const HttpField &field : fields) {
        if (field.name == name)
            return field.value;
    }
    return {};
}

QByteArray RequestHead::joinedField(QByteArrayView name) const
{
    QByteArray joined;
    for (const HttpField &field : fields) {
        if (field.name != name)
            continue;
        if (!joined.isNull())
            joined += ", ";
        joined += field.value;
        if (joined.isNull())
            joined = QByteArray(""); // an empty first value still takes its place in the list
    }
    return joined;
}

bool RequestHead::hasToken(QByteArrayView name, QByteArrayView token) const
{
    for (const HttpField &field : fields) {
        if (field.name == name && listHasToken(field.value, token))
            return true;
    }
    return false;
}

QByteArrayView RequestHead::path() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView(target) : QByteArrayView(target).first(mark);
}

QByteArrayView RequestHead::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QByteArrayView() : QByteArrayView(target).sliced(mark + 1);
}

QByteArrayView reasonPhrase(int status)
{
    for (const Reason &reason : Reasons) {
        if (reason.status == status)
            return reason.phrase;
    }
    return "Unknown";
}

} // namespace pushscope
