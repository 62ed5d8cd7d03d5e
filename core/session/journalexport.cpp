// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journalexport.h"

#include "session/journalrowtext.h"
#include "session/redaction.h"

namespace pushscope {

namespace {

// RFC 8259 §7: what has to be escaped, and nothing else.
QByteArray quoted(QByteArrayView utf8)
{
    static constexpr char Hex[] = "0123456789abcdef";
    QByteArray text;
    text.reserve(utf8.size() + 2);
    text += '"';
    for (const char c : utf8) {
        switch (c) {
        case '"':
            text += "\\\"";
            break;
        case '\\':
            text += "\\\\";
            break;
        case '\n':
            text += "\\n";
            break;
        case '\r':
            text += "\\r";
            break;
        case '\t':
            text += "\\t";
            break;
        default:
            if (quint8(c) >= 0x20)
                text += c;
            else
                text.append("\\u00").append(Hex[quint8(c) >> 4]).append(Hex[quint8(c) & 15]);
        }
    }
    text += '"';
    return text;
}

// Text that came over the wire may be anything; what is written must be UTF-8.
QByteArray quotedText(const QByteArray &text)
{
    return quoted(isText(text) ? text : QString::fromUtf8(text).toUtf8());
}

// An object on one line; a member without a value is left out.
class Line
{
public:
    void literal(const char *key, const QByteArray &value)
    {
        if (value.isEmpty())
            return;
        m_text += m_text.isEmpty() ? "{\"" : ",\"";
        m_text += key;
        m_text += "\":";
        m_text += value;
    }
    void string(const char *key, const QByteArray &value)
    {
        if (!value.isEmpty())
            literal(key, quotedText(value));
    }
    [[nodiscard]] QByteArray end() { return m_text + "}\n"; }

private:
    QByteArray m_text;
};

QByteArray arrayOf(const QList<QByteArray> &values)
{
    QByteArray text;
    for (const QByteArray &value : values)
        text += (text.isEmpty() ? "[" : ",") + quotedText(value);
    return text.isEmpty() ? text : text + ']';
}

JournalRow withoutSecrets(const JournalRow &row)
{
    JournalRow clean = row;
    clean.data = redacted(row.data.isEmpty() && row.event ? row.event->data : row.data);
    if (clean.length < 0 && row.event)
        clean.length = row.event->data.size(); // of what was sent
    clean.cause = redacted(row.cause);
    return clean;
}

} // namespace

// RFC 4180 §2: quoted where a separator, a quote or a line end is in it; quotes doubled.
QByteArray csvField(QByteArray value)
{
    if (!value.contains(',') && !value.contains('"') && !value.contains('\r') && !value.contains('\n'))
        return value;
    return '"' + value.replace('"', "\"\"") + '"';
}

QByteArray jsonlHeader(const ExportHeader &header)
{
    Line line;
    line.string("schema", "pushscope-journal/1");
    line.string("version", PUSHSCOPE_VERSION);
    line.string("hub", header.hub);
    line.literal("clock", "{\"wall\":" + quoted(isoTime(header.wall)) + ",\"mono\":0}");
    line.literal("redacted", header.redacted ? "true" : "false");
    return line.end();
}

QByteArray jsonlRow(const JournalRow &row, const Epoch &epoch)
{
    const JournalRowText text = textOf(row, epoch);
    Line line;
    line.literal("t_ns", text.monoNs);
    line.string("wall", text.wall);
    line.string("kind", text.kind);
    line.string("client", text.client);
    line.literal("conn", text.connection);
    line.string("proto", text.protocol);
    line.string("dir", text.direction);
    line.string("id", text.id);
    line.literal("to", arrayOf(text.to));
    line.string("type", text.type);
    line.string("op", text.op);
    line.literal("len", text.length);
    if (text.isJson)
        line.literal("data", text.data);
    else
        line.string("data", text.data);
    line.string("data64", text.data64);
    line.string("cause", text.cause);
    line.literal("ref", text.ref);
    return line.end();
}

QByteArray csvHeader()
{
    return "t_ns,wall,kind,client,conn,proto,dir,id,to,type,op,len,data,data64,cause,ref\r\n";
}

QByteArray csvRow(const JournalRow &row, const Epoch &epoch)
{
    const JournalRowText text = textOf(row, epoch);
    QByteArray line;
    for (const QByteArray &value :
         {text.monoNs, text.wall, text.kind, text.client, text.connection, text.protocol, text.direction, text.id,
          text.to.join(' '), text.type, text.op, text.length, text.data, text.data64, text.cause})
        line += csvField(value) + ',';
    return line + text.ref + "\r\n";
}

static Result<void> writeTo(QSaveFile &file, const QByteArray &octets)
{
    if (file.write(octets) == octets.size())
        return {};
    return fail(Errc::Io, "cannot write " + file.fileName().toUtf8() + ": " + file.errorString().toUtf8());
}

Result<JournalExport> JournalExport::create(const QString &path, ExportFormat format, const ExportHeader &header)
{
    JournalExport target;
    target.m_file = std::make_unique<QSaveFile>(path);
    target.m_format = format;
    target.m_header = header;
    if (!target.m_file->open(QIODevice::WriteOnly))
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + target.m_file->errorString().toUtf8());
    const auto begun = writeTo(*target.m_file, format == ExportFormat::Csv ? csvHeader() : jsonlHeader(header));
    if (!begun)
        return tl::unexpected(begun.error());
    return target;
}

Result<void> JournalExport::write(std::span<const JournalRow> rows)
{
    const auto line = m_format == ExportFormat::Csv ? csvRow : jsonlRow;
    QByteArray block;
    for (const JournalRow &row : rows)
        block += line(m_header.redacted ? withoutSecrets(row) : row, m_header.epoch);
    return writeTo(*m_file, block);
}

Result<void> JournalExport::finish()
{
    if (m_file->commit())
        return {};
    return fail(Errc::Io, "cannot write " + m_file->fileName().toUtf8() + ": " + m_file->errorString().toUtf8());
}

} // namespace pushscope
