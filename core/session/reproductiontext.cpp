// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/reproductiontext.h"

#include "observe/rowjson.h"
#include "resources/reproduction/reproductionresources.h"

#include <QFile>
#include <QUrl>
#include <algorithm>

namespace pushscope {

namespace {

QByteArray counted(quint64 count, const char *one, const char *many)
{
    return QByteArray::number(count) + ' ' + (count == 1 ? one : many);
}

} // namespace

QByteArray reproductionResource(const char *name)
{
    initReproductionResources();
    QFile file(QLatin1String(":/reproduction/") + QLatin1String(name));
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return opened ? file.readAll() : QByteArray();
}

QList<QByteArray> reproductionFacts(const Reproduction &reproduction)
{
    const SessionHead &head = reproduction.head;
    QByteArray what
        = counted(reproduction.clients.size(), "client", "clients") + ", " + counted(reproduction.events, "event", "events");
    if (reproduction.faults > 0)
        what += ", " + counted(reproduction.faults, "fault rule", "fault rules");
    QList<QByteArray> lines{"Does to a hub what was selected of a session: " + what + ".",
                            "Recorded at " + reproductionAddress(reproduction) + " from " + isoTime(head.wallStart)
                                + " on; made by Pushscope " PUSHSCOPE_VERSION "."};
    if (reproduction.leftOut > 0)
        lines.append(counted(reproduction.leftOut, "event is", "events are")
                     + " left out: the hub's own, or what was not recorded as JSON.");
    return lines;
}

QByteArray reproductionAddress(const Reproduction &reproduction)
{
    const QUrl url(QString::fromUtf8(reproduction.head.hub), QUrl::StrictMode);
    const bool good = url.isValid() && url.scheme().startsWith(QLatin1String("http")) && !url.host().isEmpty();
    QUrl bare;
    bare.setScheme(good ? url.scheme() : QStringLiteral("http"));
    bare.setHost(good ? url.host() : QStringLiteral("127.0.0.1"));
    bare.setPort(good ? url.port() : 8090);
    return bare.toEncoded();
}

QByteArray reproductionComment(const Reproduction &reproduction, const QByteArray &mark)
{
    QByteArray text;
    for (const QByteArray &line : reproductionFacts(reproduction))
        text += (text.isEmpty() ? QByteArray() : QByteArray("\n")) + mark + ' ' + line;
    return text;
}

QByteArray filledForm(const QByteArray &text, const FormValues &values)
{
    QByteArray out;
    qsizetype at = 0;
    while (at < text.size()) {
        const qsizetype mark = text.indexOf('@', at);
        const auto value = std::find_if(values.begin(), values.end(), [&](const auto &pair) {
            return mark >= 0 && QByteArrayView(text).sliced(mark).startsWith(pair.first);
        });
        const qsizetype end = mark < 0 ? text.size() : mark + 1;
        if (value == values.end()) {
            out.append(QByteArrayView(text).sliced(at, end - at));
            at = end;
        } else {
            out.append(QByteArrayView(text).sliced(at, mark - at));
            out += value->second;
            at = mark + value->first.size();
        }
    }
    return out;
}

} // namespace pushscope
