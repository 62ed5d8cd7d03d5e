// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/flatsinks.h"

#include "observe/rowjson.h"
#include "session/journalexport.h"
#include "session/sessionjsonl.h"

#include <QIODevice>

namespace pushscope {

namespace {

constexpr qsizetype BufferOctets = 256 * 1024;

class JsonlSink final : public SessionSink
{
public:
    explicit JsonlSink(QIODevice &out) noexcept
        : m_out(out)
    {
    }
    Result<void> begin(const SessionHead &head) override
    {
        m_wallStart = head.wallStart;
        return m_out.write(jsonlHeaderOf(head));
    }
    Result<void> row(const SessionRow &row, bool) override { return m_out.write(jsonlOf(row)); }
    Result<void> extra(const SessionExtra &extra) override { return m_out.write(jsonlOf(extra, m_wallStart)); }
    Result<void> end() override { return m_out.flush(); }

private:
    SinkOutput m_out;
    WallTime m_wallStart{};
};

// What stands between the rows has no flat form.
class CsvSink final : public SessionSink
{
public:
    explicit CsvSink(QIODevice &out) noexcept
        : m_out(out)
    {
    }
    Result<void> begin(const SessionHead &) override { return m_out.write(csvHeader()); }
    Result<void> row(const SessionRow &row, bool) override { return m_out.write(csvOf(row)); }
    Result<void> extra(const SessionExtra &) override { return {}; }
    Result<void> end() override { return m_out.flush(); }

private:
    SinkOutput m_out;
};

} // namespace

Result<void> SinkOutput::write(QByteArrayView octets)
{
    m_buffer.append(octets);
    return m_buffer.size() < BufferOctets ? Result<void>() : flush();
}

Result<void> SinkOutput::flush()
{
    if (m_out.write(m_buffer) != m_buffer.size())
        return fail(Errc::Io, "cannot write: " + m_out.errorString().toUtf8());
    m_buffer.clear();
    return {};
}

QByteArray csvOf(const SessionRow &row)
{
    const auto number = [](quint64 value) { return value ? QByteArray::number(value) : QByteArray(); };
    const bool binary = row.form == SessionRow::Form::Binary;
    QByteArray line;
    for (const QByteArray &value :
         {QByteArray::number(row.monoNs), isoTime(row.wall), row.kind, row.client, number(row.connection), row.protocol,
          row.direction, row.seq.isNull() ? QByteArray() : formatEventId(row.epoch, row.seq), row.to.join(' '), row.type, row.op,
          row.length < 0 ? QByteArray() : QByteArray::number(row.length), binary ? QByteArray() : row.data,
          binary ? row.data.toBase64() : QByteArray(), row.cause})
        line += csvField(value) + ',';
    return line + number(row.ref) + "\r\n";
}

std::unique_ptr<SessionSink> makeFlatSink(SessionFormat format, QIODevice &out)
{
    if (format == SessionFormat::Csv)
        return std::make_unique<CsvSink>(out);
    return std::make_unique<JsonlSink>(out);
}

} // namespace pushscope
