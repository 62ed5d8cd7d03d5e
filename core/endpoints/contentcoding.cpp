// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpoints/contentcoding.h"

#include "protocol/deflate.h"

namespace pushscope {

namespace {

constexpr qsizetype LeastCompressed = 256; // a smaller body fits its packet anyway

// What the list gives a coding, from 0 to 1; negative where it does not name it.
double weightOf(const QByteArray &list, QByteArrayView coding)
{
    for (const QByteArray &element : list.split(',')) {
        const QList<QByteArray> parts = element.split(';');
        if (QByteArrayView(parts.first()).trimmed().compare(coding, Qt::CaseInsensitive) != 0)
            continue;
        const QByteArray weight = parts.value(1).trimmed().toLower();
        bool isNumber = false;
        const double value = weight.startsWith("q=") ? weight.mid(2).toDouble(&isNumber) : 1;
        return isNumber ? value : weight.isEmpty() ? 1 : 0;
    }
    return -1;
}

} // namespace

Compression acceptedCoding(const RequestHead &request)
{
    const QByteArray list = request.joinedField("accept-encoding");
    if (list.isEmpty())
        return Compression::None;
    const double any = weightOf(list, "*");
    const auto weight = [&](QByteArrayView coding) {
        const double own = weightOf(list, coding);
        return own < 0 ? any : own;
    };
    const double gzip = weight("gzip");
    const double deflate = weight("deflate");
    if (gzip <= 0 && deflate <= 0)
        return Compression::None;
    return gzip >= deflate ? Compression::Gzip : Compression::Deflate;
}

Answer encodedAnswer(const RequestHead &request, Answer answer)
{
    answer.first.fields.append(HttpField{"vary", "accept-encoding"});
    const Compression coding = acceptedCoding(request);
    if (coding == Compression::None || answer.second.size() < LeastCompressed)
        return answer;
    QByteArray body = coding == Compression::Gzip ? gzipBody(answer.second) : zlibBody(answer.second);
    if (body.size() >= answer.second.size())
        return answer;
    answer.first.fields.append(HttpField{"content-encoding", compressionName(coding)});
    answer.second = std::move(body);
    return answer;
}

} // namespace pushscope
