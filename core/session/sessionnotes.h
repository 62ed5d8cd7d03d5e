// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionNotes: marks and comments that somebody put into a session file after it was recorded: a time, a text, and what it is
// about. They stand in a table of their own, so that what was recorded stays as it was. Each call opens the file by itself; any
// thread.

#include "session/sessionfile.h"

namespace pushscope {

struct SessionNote {
    static constexpr qsizetype MaxOctets = 16 * 1024; // of its text

    quint64 id = 0; // in its file
    qint64 ns = 0; // since the hub started
    QByteArray client; // that it is about; empty: none
    Seq seq; // of the event that it is about; null: none
    QByteArray text; // UTF-8

    bool operator==(const SessionNote &) const = default;
};

// As it is shown and exported: a "mark" with op "comment".
[[nodiscard]] SessionRow sessionRowOf(const SessionNote &note, const SessionHead &head);

// By time. Errc::Corrupt, Errc::Io.
[[nodiscard]] Result<std::vector<SessionNote>> readNotes(SessionFile &file);
[[nodiscard]] Result<std::vector<SessionNote>> readNotes(const QString &path);

// Whether notes can be kept in it. Errc::Corrupt for what is damaged, cut off or no session file: that is never written to.
// Errc::Unavailable for one that is being recorded, or whose program was killed. Errc::Io. Reads the whole file.
[[nodiscard]] Result<void> checkNotable(const QString &path);

// These check first. Each is whole or did not happen. Errc::InvalidArgument for a text that is empty or too long; Errc::NotFound.
[[nodiscard]] Result<quint64> addNote(const QString &path, const SessionNote &note); // gives its id
[[nodiscard]] Result<void> changeNote(const QString &path, quint64 id, const QByteArray &text);
[[nodiscard]] Result<void> removeNote(const QString &path, quint64 id);

} // namespace pushscope
