// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionplayer.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <algorithm>

namespace pushscope {

namespace {

constexpr qint64 LongestAdvanceNs = 10'000'000'000; // beyond, a keyframe is nearer

bool isComment(const JournalRow &row) noexcept
{
    return row.kind == JournalRow::Kind::Mark && row.op == "comment";
}

} // namespace

SessionPlayer::SessionPlayer(std::unique_ptr<SessionReader> reader, Observatory &observatory)
    : m_reader(std::move(reader))
    , m_observatory(observatory)
    , m_span(m_reader->span())
    , m_alive(std::make_shared<bool>(true))
{
    m_wantedNs = m_span.endNs;
    m_notes = m_reader->notes();
    m_observatory.wantDeliveries(true);
    m_observatory.setJournalReader([](quint64, std::size_t) { return std::vector<JournalRow>(); });
    m_observatory.setSource(this);
}

SessionPlayer::~SessionPlayer()
{
    m_observatory.setSource(nullptr);
    *m_alive = false;
}

void SessionPlayer::seek(qint64 ns)
{
    m_wantedNs = std::clamp(ns, std::min(m_span.beginNs, m_span.endNs), m_span.endNs);
    answerSoon();
}

void SessionPlayer::setNotes(std::vector<SessionNote> notes)
{
    m_notes = std::move(notes);
    m_stale = true;
    answerSoon();
}

void SessionPlayer::snapshotRequested()
{
    m_due = true;
    answerSoon();
}

void SessionPlayer::answerSoon()
{
    if (!m_due || (m_generation != 0 && m_shownNs == m_wantedNs && !m_stale))
        return;
    m_due = false;
    QMetaObject::invokeMethod(
        qApp,
        [this, alive = m_alive] {
            if (*alive)
                m_observatory.deliver(next());
        },
        Qt::QueuedConnection);
}

std::unique_ptr<Snapshot> SessionPlayer::next()
{
    const bool anew = std::exchange(m_stale, false) || m_generation == 0 || m_wantedNs < m_shownNs;
    return anew || m_wantedNs - m_shownNs > LongestAdvanceNs ? jump() : advance();
}

std::unique_ptr<Snapshot> SessionPlayer::jump()
{
    auto snapshot = std::make_unique<Snapshot>(m_reader->stateAt(m_wantedNs).whole());
    const quint64 last = m_reader->lastRowAt(m_wantedNs);
    m_shownRow = std::max(m_span.firstRow - 1, last > MaxRows ? last - MaxRows : 0);
    m_lastRef = 0;
    m_noteAt = 0;
    ++m_generation;
    fillJournal(*snapshot, m_wantedNs);
    finish(*snapshot, m_span.beginNs - 1);
    return snapshot;
}

std::unique_ptr<Snapshot> SessionPlayer::advance()
{
    auto snapshot = std::make_unique<Snapshot>();
    for (Snapshot &change : m_reader->changesBetween(m_shownNs, m_wantedNs)) {
        snapshot->figures = change.figures;
        snapshot->faults = change.faults;
        const auto append = [](auto &to, auto &from) { to.insert(to.end(), from.begin(), from.end()); };
        append(snapshot->changedClients, change.changedClients);
        append(snapshot->removedClients, change.removedClients);
        append(snapshot->changedReconnects, change.changedReconnects);
        append(snapshot->changedFindings, change.changedFindings);
        append(snapshot->removedFindings, change.removedFindings);
    }
    if (snapshot->figures.mono == TimePoint()) { // nothing changed
        const Snapshot whole = m_reader->stateAt(m_wantedNs).whole();
        snapshot->figures = whole.figures;
        snapshot->faults = whole.faults;
    }
    fillJournal(*snapshot, m_wantedNs);
    finish(*snapshot, m_shownNs);
    return snapshot;
}

// A comment is a mark among the rows. It has the ref of the row before it, so that those of the others, to which evidence
// points, stay as they were.
void SessionPlayer::fillNotes(Snapshot &snapshot, qint64 beforeNs)
{
    for (; m_noteAt < m_notes.size() && m_notes[m_noteAt].ns < beforeNs; ++m_noteAt) {
        auto row = journalRowOf(sessionRowOf(m_notes[m_noteAt], m_reader->head()));
        row->ref = m_lastRef;
        snapshot.journal.push_back(std::move(*row));
    }
}

// The rows after the newest that was shown, up to the time.
void SessionPlayer::fillJournal(Snapshot &snapshot, qint64 upToNs)
{
    while (const auto chunk = m_reader->chunkAfter(m_shownRow)) {
        if (chunk->beginNs > upToNs)
            return;
        RowDecoder decoder(chunk->body);
        PackedRow packed;
        for (quint64 number = chunk->first; decoder.next(packed); ++number) {
            if (number <= m_shownRow)
                continue;
            if (packed.monoNs > upToNs)
                return;
            m_shownRow = number;
            fillNotes(snapshot, packed.monoNs);
            auto row = journalRowOf(m_reader->row(packed));
            if (!row)
                continue;
            row->ref = isComment(*row) ? m_lastRef : std::max(row->ref, m_lastRef + 1);
            m_lastRef = row->ref;
            snapshot.journal.push_back(std::move(*row));
        }
        if (m_shownRow < chunk->first + chunk->count - 1)
            m_shownRow = chunk->first + chunk->count - 1; // the rest of it is damaged
    }
}

void SessionPlayer::finish(Snapshot &snapshot, qint64 afterNs)
{
    if (snapshot.journal.size() > MaxRows)
        snapshot.journal.erase(snapshot.journal.begin(), snapshot.journal.end() - std::ptrdiff_t(MaxRows));
    fillNotes(snapshot, m_wantedNs + 1);
    snapshot.deliveriesTracked = true;
    snapshot.deliveries = m_reader->deliveriesBetween(afterNs, m_wantedNs, MaxDeliveries);
    snapshot.generation = m_generation;
    snapshot.monoNs = m_wantedNs;
    snapshot.figures.at = wallAt(m_reader->head().wallStart, m_wantedNs);
    m_shownNs = m_wantedNs;
}

} // namespace pushscope
