// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventsfile.h"

#include "ui/models/jsontext.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::EventsFile)
};

// A member of an object as its own octets; empty: none.
QByteArray memberOf(const JsonOutline &outline, QByteArrayView quotedName)
{
    for (const int child : outline.nodes.front().children) {
        const JsonNode &node = outline.nodes[size_t(child)];
        if (QByteArrayView(outline.text).sliced(node.keyFrom, node.keySize) == quotedName)
            return outline.text.mid(node.from, node.size);
    }
    return {};
}

QByteArray stringOf(const QByteArray &json)
{
    return QJsonDocument::fromJson('[' + json + ']')[0].toString().toUtf8();
}

QList<QByteArray> channelsOf(const QByteArray &json)
{
    QList<QByteArray> channels;
    const QJsonValue value = QJsonDocument::fromJson('[' + json + ']')[0];
    const QJsonArray list = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &channel : list)
        channels += channel.toString().toUtf8();
    return channels;
}

struct Line {
    bool wanted = false;
    bool timed = false;
    TimedRequest event;
};

Result<Line> readLine(const QByteArray &text)
{
    const JsonOutline outline = readJson(text);
    if (outline.error)
        return fail(Errc::Syntax, outline.error->what.toUtf8());
    if (outline.nodes.front().kind != JsonKind::Object)
        return fail(Errc::Syntax, Words::tr("an object is expected").toUtf8());
    const QByteArray kind = memberOf(outline, "\"kind\"");
    if ((!kind.isEmpty() && kind != "\"event\"") || !memberOf(outline, "\"schema\"").isEmpty())
        return Line(); // of a session, but no event
    Line line;
    PublishRequest &request = line.event.request;
    if (const QByteArray to = memberOf(outline, "\"to\""); !to.isEmpty())
        request.to = channelsOf(to);
    if (request.to.isEmpty() || request.to.contains(QByteArray()))
        return fail(Errc::Syntax, Words::tr("\"to\" must name a channel, or several").toUtf8());
    if (const QByteArray type = memberOf(outline, "\"type\""); !type.isEmpty())
        request.type = stringOf(type);
    if (const QByteArray data = memberOf(outline, "\"data\""); !data.isEmpty())
        request.data = data;
    request.ephemeral = memberOf(outline, "\"ephemeral\"") == "true" || memberOf(outline, "\"id\"") == "null";
    request.key = stringOf(memberOf(outline, "\"key\""));
    request.conflate = stringOf(memberOf(outline, "\"conflate\""));
    const QByteArray ns = memberOf(outline, "\"t_ns\""), ms = memberOf(outline, "\"at\"");
    line.event.at
        = ns.isEmpty() ? std::chrono::nanoseconds(qint64(ms.toDouble() * 1e6)) : std::chrono::nanoseconds(ns.toLongLong());
    line.timed = !ns.isEmpty() || !ms.isEmpty();
    line.wanted = true;
    return line;
}

} // namespace

Result<EventsFile> readEvents(const QByteArray &lines)
{
    EventsFile file;
    file.timed = true;
    qsizetype from = 0;
    for (int number = 1; from < lines.size(); ++number) {
        qsizetype end = lines.indexOf('\n', from);
        end = end < 0 ? lines.size() : end;
        const QByteArray text = lines.mid(from, end - from).trimmed();
        from = end + 1;
        if (text.isEmpty())
            continue;
        Result<Line> line = readLine(text);
        if (!line)
            return fail(Errc::Syntax,
                        Words::tr("line %1: %2").arg(QString::number(number), QString::fromUtf8(line.error().detail)).toUtf8());
        if (!line->wanted)
            continue;
        file.timed = file.timed && line->timed;
        file.events.push_back(std::move(line->event));
    }
    if (file.events.empty())
        return fail(Errc::Syntax, Words::tr("there is no event in it").toUtf8());
    const auto first = file.events.front().at;
    for (TimedRequest &event : file.events)
        event.at = std::max(std::chrono::nanoseconds(0), event.at - first);
    return file;
}

Result<EventsFile> readEventsFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Errc::Io, file.errorString().toUtf8());
    if (file.size() > LargestEventsFile)
        return fail(Errc::TooLarge, Words::tr("it is larger than 256 MiB").toUtf8());
    return readEvents(file.readAll());
}

} // namespace pushscope
