// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/sessionplayer.h"

#include "session/commentref.h"

#include <QCoreApplication>
#include <QMetaObject>
#include <algorithm>
#include <map>

namespace pushscope {

namespace {

constexpr qint64 LongestAdvanceNs = 10'000'000'000;

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
    m_observatory.setJournalReader([this](quint64 ref, std::size_t limit) { return journalAfter(ref, limit); });
    m_observatory.setSource(this);
}

SessionPlayer::~SessionPlayer()
{
    m_observatory.setSource(nullptr);
    m_observatory.setJournalReader({});
    *m_alive = false;
}

void SessionPlayer::seek(qint64 ns)
{
    m_wantedNs = std::clamp(ns, std::min(m_span.beginNs, m_span.endNs), m_span.endNs);
    answerSoon();
}

void SessionPlayer::setNotes(std::vector<SessionNote> notes)
{
    m_nextNotes = std::move(notes);
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
    return anew || isFarAhead() ? jump() : advance();
}

// Beyond, all of it anew costs less: a keyframe is nearer, or more rows have come than are shown.
bool SessionPlayer::isFarAhead()
{
    return m_wantedNs - m_shownNs > LongestAdvanceNs || m_reader->lastRowAt(m_wantedNs) > m_shownRow + MaxRows;
}

std::unique_ptr<Snapshot> SessionPlayer::jump()
{
    auto snapshot = std::make_unique<Snapshot>(m_reader->stateAt(m_wantedNs).whole());
    const quint64 last = m_reader->lastRowAt(m_wantedNs);
    m_shownRow = std::max(m_span.firstRow - 1, last > MaxRows ? last - MaxRows : 0);
    m_lastRef = m_comments = 0;
    m_noteAt = 0;
    m_shownRows.clear();
    if (m_nextNotes)
        m_notes = *std::exchange(m_nextNotes, {});
    ++m_generation;
    snapshot->journal.reserve(last - std::min(last, m_shownRow) + m_notes.size());
    fillJournal(*snapshot, m_wantedNs);
    finish(*snapshot, m_span.beginNs - 1);
    return snapshot;
}

std::unique_ptr<Snapshot> SessionPlayer::advance()
{
    auto snapshot = std::make_unique<Snapshot>();
    std::map<quint32, ClientProgress> progressed; // since the newest row of its client: whoever is told takes rows first
    for (Snapshot &change : m_reader->changesBetween(m_shownNs, m_wantedNs)) {
        snapshot->figures = change.figures;
        snapshot->faults = change.faults;
        const auto append = [](auto &to, auto &from) { to.insert(to.end(), from.begin(), from.end()); };
        append(snapshot->changedClients, change.changedClients);
        for (const ClientRow &row : change.changedClients)
            progressed.erase(row.key);
        for (const ClientProgress &progress : change.progressedClients)
            progressed.insert_or_assign(progress.key, progress);
        append(snapshot->removedClients, change.removedClients);
        append(snapshot->changedReconnects, change.changedReconnects);
        append(snapshot->changedFindings, change.changedFindings);
        append(snapshot->removedFindings, change.removedFindings);
    }
    for (const auto &[key, progress] : progressed)
        snapshot->progressedClients.push_back(progress);
    if (snapshot->figures.mono == TimePoint()) { // nothing changed
        Snapshot whole = m_reader->stateAt(m_wantedNs).whole();
        snapshot->figures = whole.figures;
        snapshot->faults = whole.faults;
        if (m_reader->hasDerivedStates()) // none of them ever leaves
            snapshot->changedClients = std::move(whole.changedClients);
    }
    fillJournal(*snapshot, m_wantedNs);
    finish(*snapshot, m_shownNs);
    return snapshot;
}

// A comment is a mark among the rows.
void SessionPlayer::fillNotes(Snapshot &snapshot, qint64 beforeNs)
{
    for (; m_noteAt < m_notes.size() && m_notes[m_noteAt].ns < beforeNs; ++m_noteAt) {
        auto row = journalRowOf(sessionRowOf(m_notes[m_noteAt], m_reader->head()));
        row->ref = commentRef(m_lastRef, ++m_comments);
        noteShown(row->ref, 0, m_noteAt);
        snapshot.journal.push_back(std::move(*row));
    }
}

void SessionPlayer::noteShown(quint64 ref, quint64 row, std::size_t note)
{
    m_shownRows.push_back({ref, row, note});
    if (m_shownRows.size() > MaxRows)
        m_shownRows.pop_front();
}

// The rows after the newest that was shown, up to the time.
void SessionPlayer::fillJournal(Snapshot &snapshot, qint64 upToNs)
{
    while (const auto chunk = m_reader->chunkAfter(m_shownRow)) {
        if (chunk->beginNs > upToNs)
            return;
        RowDecoder decoder(chunk->body, chunk->count);
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
            if (isComment(*row)) { // of an import
                row->ref = commentRef(m_lastRef, ++m_comments);
            } else {
                const quint64 own = commentOrdinal(row->ref) ? 0 : row->ref; // a foreign log may have any
                m_lastRef = row->ref = std::max(own, m_lastRef + 1);
                m_comments = 0;
            }
            noteShown(row->ref, number, 0);
            snapshot.journal.push_back(std::move(*row));
        }
        m_reader->judge(decoder);
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

// What an inspector asks for: a row that a table has. The next ref after a row's is that of the next row, comments between or
// not.
std::vector<JournalRow> SessionPlayer::journalAfter(quint64 ref, std::size_t limit)
{
    std::vector<JournalRow> rows;
    auto shown = std::lower_bound(m_shownRows.begin(), m_shownRows.end(), ref + 1,
                                  [](const Shown &one, quint64 value) { return isRefBefore(one.ref, value); });
    for (; rows.size() < limit && shown != m_shownRows.end(); ++shown) {
        if (auto row = rowOf(*shown)) {
            row->ref = shown->ref;
            rows.push_back(std::move(*row));
        }
    }
    return rows;
}

// From the file: a copy of all that is shown would cost each jump as much again.
std::optional<JournalRow> SessionPlayer::rowOf(const Shown &shown)
{
    if (shown.row == 0)
        return journalRowOf(sessionRowOf(m_notes[shown.note], m_reader->head()));
    const auto chunk = m_reader->chunkAfter(shown.row - 1);
    if (!chunk || chunk->first > shown.row)
        return {};
    RowDecoder decoder(chunk->body, chunk->count);
    PackedRow packed;
    for (quint64 number = chunk->first; decoder.next(packed); ++number) {
        if (number == shown.row)
            return journalRowOf(m_reader->row(packed));
    }
    return {};
}

} // namespace pushscope
