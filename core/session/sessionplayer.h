// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// SessionPlayer: shows a recorded session through an Observatory, so that no window knows it from a hub that runs: at the time
// that it is told to, each snapshot the change since the one before. Lives on one thread, that of the reader it owns.

#include "observe/observatory.h"
#include "session/sessionreader.h"

#include <deque>

namespace pushscope {

class SessionPlayer final : public Observatory::Source
{
public:
    static constexpr std::size_t MaxRows = 20'000; // of the journal in a snapshot, the newest
    static constexpr std::size_t MaxDeliveries = 200'000;

    // The observatory is borrowed; it shows the session as long as the player lives.
    SessionPlayer(std::unique_ptr<SessionReader> reader, Observatory &observatory);
    ~SessionPlayer() override;

    [[nodiscard]] SessionReader &reader() noexcept { return *m_reader; }
    [[nodiscard]] qint64 beginNs() const noexcept { return m_span.beginNs; }
    [[nodiscard]] qint64 endNs() const noexcept { return m_span.endNs; }
    [[nodiscard]] quint64 generation() const noexcept { return m_generation; } // of the newest snapshot
    [[nodiscard]] qint64 at() const noexcept { return m_wantedNs; }
    [[nodiscard]] qint64 shownNs() const noexcept { return m_shownNs; } // the time of the newest snapshot
    // In place of the comments that the file had when it was opened; the next snapshot tells all anew.
    void setNotes(std::vector<SessionNote> notes);
    // The next snapshot shows this time; what is outside the session is its nearest end.
    void seek(qint64 ns);

    // The change from what was shown last to the time that is wanted: all of it after a jump backwards or a long one forwards.
    [[nodiscard]] std::unique_ptr<Snapshot> next();
    void snapshotRequested() override; // under the observatory's lock: answered from the event loop

private:
    struct Shown {
        quint64 ref;
        quint64 row; // its number; 0: a comment of m_notes
        std::size_t note;
    };
    void answerSoon();
    [[nodiscard]] bool isFarAhead();
    [[nodiscard]] std::unique_ptr<Snapshot> jump();
    [[nodiscard]] std::unique_ptr<Snapshot> advance();
    void fillJournal(Snapshot &snapshot, qint64 upToNs);
    void fillNotes(Snapshot &snapshot, qint64 beforeNs);
    void finish(Snapshot &snapshot, qint64 afterNs);
    [[nodiscard]] std::vector<JournalRow> journalAfter(quint64 ref, std::size_t limit);
    [[nodiscard]] std::optional<JournalRow> rowOf(const Shown &shown);
    void noteShown(quint64 ref, quint64 row, std::size_t note);

    std::unique_ptr<SessionReader> m_reader;
    Observatory &m_observatory;
    SessionReader::Span m_span;
    std::shared_ptr<bool> m_alive; // for answers that are still due
    bool m_due = false; // a snapshot was asked for, and will be answered when there is something new
    qint64 m_wantedNs = 0;
    qint64 m_shownNs = 0;
    quint64 m_shownRow = 0; // number of the newest row that was shown
    quint64 m_lastRef = 0; // of a row; those without one get one
    quint64 m_comments = 0; // after it
    std::deque<Shown> m_shownRows; // the newest MaxRows
    std::vector<SessionNote> m_notes; // by time
    std::optional<std::vector<SessionNote>> m_nextNotes; // in their place, from the next snapshot on
    std::size_t m_noteAt = 0; // the first that was not shown
    bool m_stale = false; // what was shown is not what there is any more
    quint64 m_generation = 0; // 0: nothing was shown
};

} // namespace pushscope
