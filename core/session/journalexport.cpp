// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journalexport.h"

#include "session/flatsinks.h"
#include "session/redaction.h"
#include "session/sessionjsonl.h"

namespace pushscope {

namespace {

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
    SessionHead head;
    head.hub = header.hub;
    head.wallStart = header.wall;
    head.redacted = header.redacted;
    return jsonlHeaderOf(head);
}

QByteArray jsonlRow(const JournalRow &row, const Epoch &epoch)
{
    return jsonlOf(sessionRowOf(row, epoch));
}

QByteArray csvHeader()
{
    return "t_ns,wall,kind,client,conn,proto,dir,id,to,type,op,len,data,data64,cause,ref\r\n";
}

QByteArray csvRow(const JournalRow &row, const Epoch &epoch)
{
    return csvOf(sessionRowOf(row, epoch));
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
