// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/headfile.h"

#include <QSysInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace pushscope {

// One line of fixed width, so that a newer one covers the older wholly:
// "pushscope-head 1 <epoch> <last, 20 digits> <boot or -> <synced> <checksum>\n"
static constexpr QByteArrayView Magic = "pushscope-head 1";

static QByteArray checksumOf(QByteArrayView text)
{
    return QByteArray::number(qChecksum(text), 16).rightJustified(4, '0');
}

static QByteArray format(const HeadFile::Record &record)
{
    QByteArray line = Magic.toByteArray() + ' ' + record.epoch + ' '
        + QByteArray::number(record.last.value).rightJustified(20, '0') + ' '
        + (record.boot.isEmpty() ? QByteArray("-") : record.boot) + ' ' + (record.synced ? '1' : '0');
    return line + ' ' + checksumOf(line) + '\n';
}

QString HeadFile::nameFor(const QString &storePath)
{
    return storePath + QStringLiteral(".head");
}

QByteArray HeadFile::bootId()
{
    return QSysInfo::bootUniqueId().simplified().replace(' ', '_');
}

std::optional<HeadFile::Record> HeadFile::read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray line = file.readLine(512);
    const qsizetype end = line.lastIndexOf(' ');
    if (end < 0 || line.sliced(end + 1) != checksumOf(QByteArrayView(line).first(end)) + '\n')
        return std::nullopt;
    const QList<QByteArray> fields = line.first(end).split(' ');
    if (fields.size() != 6 || fields[0] + ' ' + fields[1] != Magic)
        return std::nullopt;
    return Record{fields[2], Seq{fields[3].toULongLong()}, fields[4] == "-" ? QByteArray() : fields[4], fields[5] == "1"};
}

Result<void> HeadFile::open(const QString &path, Record record)
{
    m_file.setFileName(path);
    m_record = std::move(record);
    if (!m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !write())
        return fail(Errc::Io, "cannot write " + path.toUtf8() + ": " + m_file.errorString().toUtf8());
    m_file.resize(m_file.pos());
#ifdef Q_OS_UNIX
    ::fsync(m_file.handle());
#endif
    return {};
}

bool HeadFile::write()
{
    const QByteArray line = format(m_record);
    return m_file.seek(0) && m_file.write(line) == line.size();
}

void HeadFile::update(Seq last)
{
    m_record.last = last;
    (void)write(); // a file that lags behind hides a loss of later, but never invents one
}

} // namespace pushscope
