// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/feed/recording.h"

#include "ui/models/coretext.h"

#include <QDir>
#include <QStandardPaths>

namespace pushscope {

namespace {

constexpr auto Suffix = ".pushscope";

QString lockName(const QString &path)
{
    return path + QStringLiteral(".lock");
}

// Of the file and the log beside it.
qint64 octetsOf(const QFileInfo &file)
{
    return file.size() + QFileInfo(file.filePath() + QStringLiteral("-wal")).size();
}

} // namespace

Recording::Recording(const QString &folder, const RecordingBounds &bounds, QObject *parent)
    : QObject(parent)
    , m_folder(folder)
    , m_bounds(bounds)
{
}

Recording::~Recording() = default;

QString Recording::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/pushscope/recordings");
}

void Recording::setBounds(const RecordingBounds &bounds)
{
    m_bounds = bounds;
}

std::shared_ptr<RecordSink> Recording::begin()
{
    m_path.clear();
    m_error.clear();
    m_lock.reset();
    if (!m_bounds.on)
        return {};
    const QDir folder(m_folder);
    if (!QDir().mkpath(m_folder)) {
        m_error = tr("The folder %1 cannot be made.").arg(QDir::toNativeSeparators(m_folder));
        return {};
    }
    removeOld();
    m_begun = QDateTime::currentDateTime();
    const QString name = m_begun.toString(QStringLiteral("yyyy-MM-dd HH.mm.ss"));
    QString path = folder.filePath(name + QLatin1String(Suffix));
    for (int other = 2; QFile::exists(path); ++other)
        path = folder.filePath(QStringLiteral("%1 (%2)%3").arg(name).arg(other).arg(QLatin1String(Suffix)));
    m_lock = std::make_unique<QLockFile>(lockName(path));
    m_lock->setStaleLockTime(0); // however long it takes
    (void)m_lock->tryLock(0); // fails where the file system has no locks
    auto recorder = Recorder::start({path, false, m_bounds.maxOctets, m_bounds.maxAge});
    if (!recorder) {
        m_lock.reset();
        m_error = coreText(recorder.error());
        return {};
    }
    m_path = path;
    m_recorder = *recorder;
    return *recorder;
}

void Recording::discard()
{
    m_lock.reset();
    if (!m_path.isEmpty())
        removeUnused(std::exchange(m_path, {}));
}

Recorder::Figures Recording::figures() const
{
    const auto recorder = m_recorder.lock();
    return recorder ? recorder->figures() : Recorder::Figures();
}

QString Recording::error() const
{
    return m_error.isEmpty() ? coreText(figures().error) : m_error;
}

QFileInfoList Recording::earlier() const
{
    QFileInfoList files = QDir(m_folder).entryInfoList({u'*' + QLatin1String(Suffix)}, QDir::Files, QDir::Time);
    files.removeIf([this](const QFileInfo &file) { return file.filePath() == m_path; });
    return files;
}

void Recording::removeOld()
{
    qint64 octets = 0;
    const QDateTime now = QDateTime::currentDateTime();
    const QFileInfoList files = earlier();
    for (const QFileInfo &file : files) {
        octets += octetsOf(file);
        const bool tooMany = m_bounds.maxOctets > 0 && octets > m_bounds.maxOctets;
        const bool tooOld = m_bounds.maxAge.count() > 0 && file.lastModified().secsTo(now) > m_bounds.maxAge.count();
        if ((tooMany || tooOld) && !(m_isOpen && m_isOpen(file.filePath())))
            removeUnused(file.filePath());
    }
}

// Unless another window is writing it.
void Recording::removeUnused(const QString &path)
{
    QLockFile lock(lockName(path));
    lock.setStaleLockTime(0);
    if (!lock.tryLock(0))
        return;
    for (const char *suffix : {"", "-wal", "-shm"})
        QFile::remove(path + QLatin1String(suffix));
}

} // namespace pushscope
