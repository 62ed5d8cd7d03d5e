// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// Recording: each run of the window's hub as a session file of its own, in a folder whose earlier recordings are removed when
// they are too old or too many. The writing is the Recorder's, on a thread of its own. Outlives the ServerController that asks it
// for recorders. GUI thread.

#include "session/recorder.h"

#include <QDateTime>
#include <QFileInfo>
#include <QLockFile>
#include <QObject>
#include <functional>

namespace pushscope {

// 0: no bound.
struct RecordingBounds {
    bool on = true;
    qint64 maxOctets = 512 * 1024 * 1024; // of one recording, and of all earlier ones together
    std::chrono::seconds maxAge = std::chrono::hours(7 * 24); // of what is kept of one, and of earlier ones

    bool operator==(const RecordingBounds &) const = default;
};

class Recording : public QObject
{
    Q_OBJECT
public:
    explicit Recording(const QString &folder, const RecordingBounds &bounds = {}, QObject *parent = nullptr);
    ~Recording() override;
    [[nodiscard]] static QString defaultFolder(); // in the user's data folder (XDG_DATA_HOME)

    [[nodiscard]] const RecordingBounds &bounds() const noexcept { return m_bounds; }
    void setBounds(const RecordingBounds &bounds); // of the next recording
    using IsOpen = std::function<bool(const QString &path)>;
    void setIsOpen(IsOpen isOpen) { m_isOpen = std::move(isOpen); } // an earlier one that somebody reads, and that stays

    // For ServerController::setSinkMaker(): begins a recording. Null where recording is off, or the file can't be made.
    [[nodiscard]] std::shared_ptr<RecordSink> begin();
    void discard(); // the present recording: its hub did not start
    // Of the present recording, or the last one of this run; empty: none.
    [[nodiscard]] const QString &path() const noexcept { return m_path; }
    [[nodiscard]] bool isRunning() const noexcept { return !m_recorder.expired(); }
    [[nodiscard]] const QDateTime &begun() const noexcept { return m_begun; }
    [[nodiscard]] Recorder::Figures figures() const; // all zero while nothing is recorded
    [[nodiscard]] QString error() const; // why the present recording was not begun, or has stopped by itself

    [[nodiscard]] const QString &folder() const noexcept { return m_folder; }
    [[nodiscard]] QFileInfoList earlier() const; // newest first; the present one is not among them

private:
    void removeOld();
    static void removeUnused(const QString &path);

    const QString m_folder;
    RecordingBounds m_bounds;
    IsOpen m_isOpen;
    QString m_path;
    QDateTime m_begun;
    QString m_error;
    std::unique_ptr<QLockFile> m_lock; // other windows leave the file alone
    std::weak_ptr<Recorder> m_recorder; // the hub thread owns it, and ends it when the hub has stopped
};

} // namespace pushscope
