// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/sessionmarks.h"

#include "observe/withdrawnmarks.h"
#include "session/sessionreader.h"
#include "session/sessionscan.h"

#include <algorithm>

namespace pushscope {

namespace {

constexpr std::size_t MostMarks = 10'000; // recorded ones that are listed; the newest

using Notes = std::vector<SessionNote>;

Result<Notes> recordedMarks(const QString &path, const FileJob::Progress &progress)
{
    auto reader = SessionReader::open(path);
    if (!reader)
        return tl::unexpected(reader.error());
    std::deque<SessionNote> marks;
    WithdrawnMarks<SessionNote, &SessionNote::ns> withdrawn;
    SessionSelection selection;
    selection.filter = Filter::parse("kind == mark", sessionFilterFields()).value();
    const auto found = SessionScan(**reader, selection)
                           .run(
                               [&](quint64 number, const PackedRow &packed) {
                                   const SessionRow row = (*reader)->row(packed);
                                   if (withdrawn.apply(row.op, row.data, marks))
                                       return true;
                                   marks.push_back({number, row.monoNs, row.client, row.seq, row.data});
                                   if (marks.size() > MostMarks)
                                       marks.pop_front();
                                   return true;
                               },
                               progress);
    if (!found)
        return tl::unexpected(found.error());
    return Notes(marks.begin(), marks.end());
}

std::vector<SessionMark> marksOf(const Notes &notes, bool recorded, WallTime start)
{
    std::vector<SessionMark> marks;
    for (const SessionNote &note : notes) // a row's number and a comment's id may be the same
        marks.push_back({2 * note.id + (recorded ? 1 : 0), wallAt(start, note.ns), recorded, note});
    return marks;
}

} // namespace

SessionMarks::SessionMarks(const QString &path, bool isOwn, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_isOwn(isOwn)
{
    if (const auto reader = SessionReader::open(path)) {
        m_head = (*reader)->head();
        m_marks = marksOf((*reader)->notes(), false, m_head.wallStart);
    }
}

// A search has nobody to tell any more; what was written by the user is kept, however long the queue.
SessionMarks::~SessionMarks()
{
    m_job.reset(); // cancelled and joined; what writes ends what it does
    for (const Act &act : m_queue) {
        if (const auto done = act(); !done)
            qWarning("%s: a comment was not kept: %s", qPrintable(m_path), done.error().detail.constData());
    }
}

std::vector<SessionNote> SessionMarks::notes() const
{
    std::vector<SessionNote> notes;
    for (const SessionMark &mark : m_marks) {
        if (!mark.recorded)
            notes.push_back(mark.note);
    }
    return notes;
}

void SessionMarks::take(std::vector<SessionMark> marks, bool recorded)
{
    std::erase_if(m_marks, [recorded](const SessionMark &mark) { return mark.recorded == recorded; });
    m_marks.insert(m_marks.end(), std::make_move_iterator(marks.begin()), std::make_move_iterator(marks.end()));
    std::stable_sort(m_marks.begin(), m_marks.end(),
                     [](const SessionMark &a, const SessionMark &b) { return a.note.ns < b.note.ns; });
    Q_EMIT changed();
    if (!recorded)
        Q_EMIT notesChanged();
}

void SessionMarks::find()
{
    Q_ASSERT(!m_job);
    const auto found = std::make_shared<Notes>();
    m_job = std::make_unique<FileJob>([path = m_path, found](const FileJob::Progress &progress) -> Result<quint64> {
        auto marks = recordedMarks(path, progress);
        if (!marks)
            return tl::unexpected(marks.error());
        *found = std::move(*marks);
        return quint64(found->size());
    });
    connect(m_job.get(), &FileJob::finished, this, [this, found] {
        m_job.release()->deleteLater(); // it is the sender
        take(marksOf(*found, true, m_head.wallStart), true);
        startNext();
    });
    m_job->start();
}

void SessionMarks::add(const SessionNote &note)
{
    enqueue([path = m_path, note] { return addNote(path, note).map([](quint64) {}); });
}

void SessionMarks::change(quint64 id, const QByteArray &text)
{
    enqueue([path = m_path, id, text] { return changeNote(path, id, text); });
}

void SessionMarks::remove(quint64 id)
{
    enqueue([path = m_path, id] { return removeNote(path, id); });
}

void SessionMarks::enqueue(Act act)
{
    if (!m_isOwn)
        return Q_EMIT failed(tr("This is no session of its own, and is left as it is: save it as one first."));
    m_queue.push_back(std::move(act));
    startNext();
}

void SessionMarks::startNext()
{
    if (m_job || m_queue.empty())
        return;
    const auto notes = std::make_shared<Notes>();
    m_job
        = std::make_unique<FileJob>([path = m_path, notes, act = m_queue.front()](const FileJob::Progress &) -> Result<quint64> {
              const auto done = act();
              if (!done)
                  return tl::unexpected(done.error());
              auto now = readNotes(path);
              if (!now)
                  return tl::unexpected(now.error());
              *notes = std::move(*now);
              return quint64(notes->size());
          });
    m_queue.pop_front();
    connect(m_job.get(), &FileJob::finished, this, [this, notes](quint64, bool, const QString &error) {
        m_job.release()->deleteLater(); // it is the sender
        if (error.isEmpty())
            take(marksOf(*notes, false, m_head.wallStart), false);
        else
            Q_EMIT failed(error);
        startNext();
    });
    m_job->start();
}

} // namespace pushscope
