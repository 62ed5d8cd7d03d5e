// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryguard.h"

#include <QFile>
#include <limits>
#ifdef Q_OS_UNIX
#include <unistd.h>
#endif
#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace pushscope {

namespace {

QByteArray firstLine(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed() : QByteArray();
}

qint64 machineMemory()
{
    qint64 octets = std::numeric_limits<qint64>::max();
#ifdef _SC_PHYS_PAGES
    if (const long pages = ::sysconf(_SC_PHYS_PAGES); pages > 0)
        octets = qint64(pages) * ::sysconf(_SC_PAGESIZE);
#endif
    bool ok = false;
    const qint64 group = firstLine(QStringLiteral("/sys/fs/cgroup/memory.max")).toLongLong(&ok); // "max": no limit
    return ok ? std::min(octets, group) : octets;
}

} // namespace

MemoryGuard::MemoryGuard(qint64 limit, Read read)
    : m_limit(limit > 0 ? limit : machineMemory() / 4 * 3)
    , m_read(std::move(read))
{
}

MemoryGuard::Level MemoryGuard::check()
{
    m_used = m_read();
    const double share = double(m_used) / double(m_limit);
    const bool full = share > (m_level == Level::Full ? 0.90 : 0.95);
    const bool shedding = share > (m_level == Level::Calm ? 0.85 : 0.80);
    m_level = full ? Level::Full : shedding ? Level::Shedding : Level::Calm;
    return m_level;
}

qint64 MemoryGuard::used()
{
#ifdef Q_OS_LINUX
    // proc(5), statm: size, resident, shared, … in pages.
    const QList<QByteArray> pages = firstLine(QStringLiteral("/proc/self/statm")).split(' ');
    return pages.size() < 3 ? 0 : (pages[1].toLongLong() - pages[2].toLongLong()) * ::sysconf(_SC_PAGESIZE);
#else
    return 0;
#endif
}

void MemoryGuard::giveBack()
{
#ifdef __GLIBC__
    ::malloc_trim(0);
#endif
}

} // namespace pushscope
