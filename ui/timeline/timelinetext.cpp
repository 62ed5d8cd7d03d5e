// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/timeline/timelinetext.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"
#include "ui/models/reconnecttext.h"

#include <QCoreApplication>
#include <QLocale>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::TimelineText)
};

// What became of an event that was replayed: by the ledger of the reconnect it belongs to.
QString replayVerdict(const Lane &lane, Moment at)
{
    const auto next = firstAfter(lane.reconnects, at);
    if (next == lane.reconnects.begin())
        return {};
    return verdictText(std::prev(next)->row);
}

} // namespace

QString momentText(const TimelineStore &store, Moment at)
{
    return preciseTime(at + store.localOffset());
}

QString lengthText(Moment length)
{
    if (length == Moment::max())
        return Words::tr("still");
    const double ns = double(std::abs(length.count()));
    if (ns < 1e6)
        return Words::tr("%1 µs").arg(QLocale().toString(ns / 1e3, 'f', 1));
    if (ns < 1e9)
        return Words::tr("%1 ms").arg(QLocale().toString(ns / 1e6, 'f', 3));
    if (ns < 1e11)
        return Words::tr("%1 s").arg(QLocale().toString(ns / 1e9, 'f', 3));
    return durationText(std::chrono::duration_cast<std::chrono::microseconds>(length));
}

QString pointText(const TimelineStore &store, const Lane &lane, const TimelineHit &hit)
{
    if (hit.kind == PointKind::Ephemeral)
        return Words::tr("ephemeral event, not stored");
    const Seq seq = store.wholeSeq(hit.seqLow);
    const QString name = idText(store.epoch(), seq) + QChar(u' ') + lineText(store.names().typeOf(seq));
    if (hit.kind == PointKind::Live)
        return Words::tr("live %1").arg(name);
    const QString verdict = replayVerdict(lane, hit.begin);
    return verdict.isEmpty() ? Words::tr("replayed %1").arg(name) : Words::tr("replayed %1; %2").arg(name, verdict);
}

QString noteText(const TimelineStore &store, const LaneNote &note)
{
    switch (note.what) {
    case LaneNote::What::Lost:
        if (note.seq.isNull())
            return Words::tr("✖ events lost: %1").arg(lostCauseText(note.text));
        return Words::tr("✖ %1 %2 lost: %3")
            .arg(idText(store.epoch(), note.seq), lineText(store.names().typeOf(note.seq)), lostCauseText(note.text));
    case LaneNote::What::Refused:
        return Words::tr("refused: %1").arg(lineText(note.text.left(4) + coreText(note.text.mid(4)).toUtf8())); // status, reason
    case LaneNote::What::Gap:
        return Words::tr("told of a gap: %1").arg(lostCauseText(note.text));
    }
    return {};
}

QString clipText(const TimelineStore &store, const FaultClip &clip)
{
    const QString text = Words::tr("⚡ %1: %2").arg(lineText(clip.rule), lineText(clip.kind));
    return clip.seq.isNull() ? text : text + QChar(u' ') + idText(store.epoch(), clip.seq);
}

QString spanText(const ConnectionSpan &span)
{
    const QString name = Words::tr("%1 connection %2").arg(protocolText(span.protocol), numberText(span.connection));
    return span.isOpen() ? name : name + QStringLiteral("; ") + endedByText(span.cause);
}

QString reconnectShortText(const ReconnectRow &row)
{
    switch (row.verdict) {
    case Verdict::Pending:
        return QStringLiteral("…");
    case Verdict::Fresh:
        return QStringLiteral("○");
    case Verdict::Lost:
        return QStringLiteral("✖ ") + numberText(row.lost);
    case Verdict::Recovered:
        return QStringLiteral("✔ ") + numberText(row.replayed) + QChar(u'/') + numberText(row.replayed + row.lost);
    }
    return {};
}

QString hitText(const TimelineStore &store, const Lane &lane, const TimelineHit &hit)
{
    using What = TimelineHit::What;
    QStringList lines{protocolText(lane.protocol) + QChar(u' ') + lineText(lane.client)};
    if (!lane.user.isEmpty())
        lines.front() += QStringLiteral(" (") + lineText(lane.user) + QChar(u')');
    switch (hit.what) {
    case What::Nothing:
        return lines.front();
    case What::Event:
        lines += pointText(store, lane, hit);
        break;
    case What::Reconnect:
        lines += reconnectSentence(lane.reconnects[hit.index].row);
        lines += verdictText(lane.reconnects[hit.index].row);
        break;
    case What::Note:
        lines += noteText(store, lane.notes[hit.index]);
        break;
    case What::Fault:
        lines += clipText(store, lane.clips[hit.index]);
        break;
    case What::Connection:
        lines += spanText(lane.spans[hit.index]);
        break;
    case What::Away:
        lines += Words::tr("away: %1").arg(endedByText(lane.spans[hit.index].cause));
        break;
    }
    lines += momentText(store, hit.begin);
    if (hit.end != hit.begin)
        lines.back() += QStringLiteral(" + ") + lengthText(hit.end == Moment::max() ? hit.end : hit.end - hit.begin);
    return lines.join(QChar(u'\n'));
}

} // namespace pushscope
