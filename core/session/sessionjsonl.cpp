// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionjsonl.h"

#include "observe/rowjson.h"
#include "protocol/jsonslice.h"
#include "session/statearchive.h"

#include <QDateTime>

namespace pushscope {

namespace {

using Form = SessionRow::Form;

constexpr char Schema[] = "pushscope-journal/1";

class Line
{
public:
    void literal(const char *key, const QByteArray &value)
    {
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
        m_text += value;
    }
    void string(const char *key, const QByteArray &value)
    {
        if (!value.isEmpty())
            literal(key, quotedJson(value));
    }
    [[nodiscard]] QByteArray end() { return m_text + "}\n"; }

private:
    QByteArray m_text;
};

QByteArray listOf(const QList<QByteArray> &values)
{
    QByteArray text = "[";
    for (const QByteArray &value : values)
        (text.size() > 1 ? text += ',' : text) += quotedJson(value);
    return text + ']';
}

QByteArray stringIn(QByteArrayView value)
{
    if (value.isEmpty() || jsonTypeOf(value) != JsonType::String)
        return {};
    return jsonString(value).value_or(QByteArray());
}

QList<QByteArray> stringsIn(QByteArrayView value)
{
    QList<QByteArray> strings;
    if (jsonTypeOf(value) != JsonType::Array)
        return strings;
    for (const QByteArrayView element : jsonElements(value))
        strings.append(stringIn(element));
    return strings;
}

void readReceivers(QByteArrayView value, SessionRow &row)
{
    if (jsonTypeOf(value) != JsonType::Array)
        return;
    const QList<QByteArrayView> elements = jsonElements(value);
    if (elements.size() != qsizetype(ProtocolCount))
        return;
    row.receivers.emplace();
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        (*row.receivers)[i] = elements[qsizetype(i)].toUInt();
}

void readData(QByteArrayView value, SessionRow &row)
{
    const bool isString = jsonTypeOf(value) == JsonType::String;
    row.form = isString && row.kind != "event" ? Form::Text : Form::Json;
    row.data = row.form == Form::Text ? stringIn(value) : value.toByteArray();
}

void readMember(const JsonMember &member, SessionRow &row)
{
    const QByteArray &key = member.key;
    const QByteArrayView value = member.value;
    if (key == "t_ns")
        row.monoNs = value.toLongLong();
    else if (key == "wall")
        row.wall = wallTimeOf(stringIn(value)).value_or(WallTime());
    else if (key == "kind")
        row.kind = stringIn(value);
    else if (key == "client")
        row.client = stringIn(value);
    else if (key == "conn")
        row.connection = value.toULongLong();
    else if (key == "proto")
        row.protocol = stringIn(value);
    else if (key == "dir")
        row.direction = stringIn(value);
    else if (key == "id") {
        if (const auto id = parseEventId(stringIn(value))) {
            row.epoch = id->epoch;
            row.seq = id->seq;
        }
    } else if (key == "to")
        row.to = stringsIn(value);
    else if (key == "type")
        row.type = stringIn(value);
    else if (key == "op")
        row.op = stringIn(value);
    else if (key == "len")
        row.length = value.toLongLong();
    else if (key == "data")
        readData(value, row);
    else if (key == "data64") {
        row.form = Form::Binary;
        row.data = QByteArray::fromBase64(stringIn(value));
    } else if (key == "cause")
        row.cause = stringIn(value);
    else if (key == "receivers")
        readReceivers(value, row);
    else if (key == "ref")
        row.ref = value.toULongLong();
}

const char *opOf(SessionExtra::Kind kind)
{
    return kind == SessionExtra::Kind::Deliveries ? "batch" : kind == SessionExtra::Kind::Key ? "key" : "change";
}

} // namespace

std::optional<WallTime> wallTimeOf(QByteArrayView iso)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(iso), Qt::ISODateWithMs);
    if (!time.isValid())
        return {};
    return WallTime(Milliseconds(time.toMSecsSinceEpoch()));
}

QByteArray jsonlHeaderOf(const SessionHead &head)
{
    if (!head.header.isEmpty())
        return head.header + '\n';
    Line line;
    line.string("schema", Schema);
    line.string("version", head.version);
    line.string("hub", head.hub);
    line.string("epoch", head.epoch);
    line.literal("clock", "{\"wall\":" + quotedJson(isoTime(head.wallStart)) + ",\"mono\":0}");
    line.literal("redacted", head.redacted ? "true" : "false");
    return line.end();
}

QByteArray jsonlOf(const SessionRow &row)
{
    if (!row.raw.isEmpty())
        return row.raw + '\n';
    Line line;
    line.literal("t_ns", QByteArray::number(row.monoNs));
    line.string("wall", isoTime(row.wall));
    line.string("kind", row.kind);
    line.string("client", row.client);
    if (row.connection)
        line.literal("conn", QByteArray::number(row.connection));
    line.string("proto", row.protocol);
    line.string("dir", row.direction);
    if (!row.seq.isNull())
        line.string("id", formatEventId(row.epoch, row.seq));
    if (!row.to.isEmpty())
        line.literal("to", listOf(row.to));
    line.string("type", row.type);
    line.string("op", row.op);
    if (row.length >= 0)
        line.literal("len", QByteArray::number(row.length));
    if (row.form == Form::Json)
        line.literal("data", row.data);
    else if (row.form == Form::Text)
        line.string("data", row.data);
    else if (row.form == Form::Binary)
        line.string("data64", row.data.toBase64());
    line.string("cause", row.cause);
    if (row.receivers)
        line.literal("receivers",
                     '[' + QByteArray::number((*row.receivers)[0]) + ',' + QByteArray::number((*row.receivers)[1]) + ','
                         + QByteArray::number((*row.receivers)[2]) + ']');
    if (row.ref)
        line.literal("ref", QByteArray::number(row.ref));
    return line.end();
}

QByteArray jsonlOf(const SessionExtra &extra, WallTime wallStart)
{
    SessionRow row;
    row.monoNs = extra.endNs;
    row.wall = wallAt(wallStart, extra.endNs);
    row.kind = extra.kind == SessionExtra::Kind::Deliveries ? "deliver" : "stat";
    row.op = opOf(extra.kind);
    if (extra.count > 0)
        row.length = extra.count;
    row.form = Form::Binary;
    row.data = extra.body;
    return jsonlOf(row);
}

Result<SessionHead> sessionHeadOf(const QByteArray &line)
{
    const auto members = jsonObject(line);
    if (!members)
        return fail(Errc::Syntax, "its first line is no header of a session log");
    SessionHead head;
    head.version.clear();
    bool known = false;
    for (const JsonMember &member : *members) {
        if (member.key == "schema")
            known = stringIn(member.value).startsWith("pushscope-");
        else if (member.key == "version")
            head.version = stringIn(member.value);
        else if (member.key == "hub")
            head.hub = stringIn(member.value);
        else if (member.key == "epoch")
            head.epoch = stringIn(member.value);
        else if (member.key == "redacted")
            head.redacted = member.value == QByteArrayView("true");
        else if (member.key == "clock" && jsonTypeOf(member.value) == JsonType::Object) {
            const auto clock = jsonMembers(member.value);
            for (const JsonMember &part : clock ? *clock : QList<JsonMember>()) {
                if (part.key == "wall")
                    head.wallStart = wallTimeOf(stringIn(part.value)).value_or(WallTime());
            }
        }
    }
    if (!known)
        return fail(Errc::Syntax, "its first line has no \"schema\" of Pushscope");
    if (jsonlHeaderOf(head) != line + '\n')
        head.header = line;
    return head;
}

Result<SessionRow> sessionRowOf(QByteArrayView line)
{
    const auto valid = validateJson(line);
    if (!valid)
        return tl::unexpected(valid.error());
    if (jsonTypeOf(*valid) != JsonType::Object)
        return fail(Errc::Syntax, "a line is an object");
    const auto members = jsonMembers(*valid);
    if (!members)
        return tl::unexpected(members.error());
    SessionRow row;
    // How data is read depends on the kind, wherever that stands.
    for (const bool data : {false, true}) {
        for (const JsonMember &member : *members) {
            if (data == (member.key == "data"))
                readMember(member, row);
        }
    }
    const bool hasNul = std::any_of(row.to.begin(), row.to.end(), [](const QByteArray &to) { return to.contains('\0'); });
    if (hasNul || jsonlOf(row) != line.toByteArray() + '\n')
        row.raw = line.toByteArray();
    return row;
}

std::optional<SessionExtra> extraOf(const SessionRow &row, WallTime wallStart)
{
    if (row.form != Form::Binary || !row.raw.isEmpty() || (row.kind != "stat" && row.kind != "deliver"))
        return {};
    SessionExtra extra;
    extra.kind = row.kind == "deliver" ? SessionExtra::Kind::Deliveries
        : row.op == "key"              ? SessionExtra::Kind::Key
                                       : SessionExtra::Kind::Change;
    extra.beginNs = extra.endNs = row.monoNs;
    extra.count = quint32(qMax<qint64>(0, row.length));
    extra.body = row.data;
    if (extra.kind == SessionExtra::Kind::Deliveries) {
        const auto deliveries = unpackDeliveries(extra.body);
        if (!deliveries || deliveries->empty())
            return {};
        extra.beginNs = deliveries->front().at().count();
    } else if (!unpackState(extra.body)) {
        return {};
    }
    if (jsonlOf(extra, wallStart) != jsonlOf(row))
        return {};
    return extra;
}

} // namespace pushscope
