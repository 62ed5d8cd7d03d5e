// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storelock.h"

#include <QFile>
#include <QLockFile>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#endif

namespace pushscope {

static Result<void> inUse(const QString &path)
{
    return fail(Errc::Exists, "the store " + path.toUtf8() + " is in use by another process");
}

StoreLock::StoreLock() = default;

#ifdef Q_OS_UNIX

// Not QLockFile: it judges a lock that was left behind by process id and name, and in a container that is started again
// after a kill -9 both are those of the new process itself.
StoreLock::~StoreLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor); // the file stays: removing it would race with the next one who locks it
}

Result<void> StoreLock::lock(const QString &path)
{
    const QByteArray name = QFile::encodeName(path + QStringLiteral(".lock"));
    m_descriptor = ::open(name.constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (m_descriptor < 0)
        return fail(Errc::Io, "cannot create " + name + ": " + std::strerror(errno));
    if (::flock(m_descriptor, LOCK_EX | LOCK_NB) == 0)
        return {};
    return errno == EWOULDBLOCK ? inUse(path) : fail(Errc::Io, "cannot lock " + name + ": " + std::strerror(errno));
}

#else

StoreLock::~StoreLock() = default;

Result<void> StoreLock::lock(const QString &path)
{
    m_file = std::make_unique<QLockFile>(path + QStringLiteral(".lock"));
    m_file->setStaleLockTime(0); // by the process, never by age
    if (m_file->tryLock(0))
        return {};
    if (m_file->error() == QLockFile::LockFailedError)
        return inUse(path);
    return fail(Errc::Io, "cannot lock " + path.toUtf8() + ".lock");
}

#endif

} // namespace pushscope
