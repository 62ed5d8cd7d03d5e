// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reconnecttext.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"

#include <QCoreApplication>

namespace pushscope {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(pushscope::ReconnectText)
};

int clamped(quint64 count)
{
    return int(std::min<quint64>(count, quint64(std::numeric_limits<int>::max())));
}

// "4 missed, 4 replayed, none lost"
QString countsText(const ReconnectRow &r)
{
    QStringList parts{Words::tr("%Ln missed", nullptr, clamped(r.missed)),
                      Words::tr("%Ln replayed", nullptr, clamped(r.replayed))};
    if (r.rewound > 0)
        parts += Words::tr("%Ln rewound (written before, never received)", nullptr, clamped(r.rewound));
    if (r.duplicated > 0)
        parts += Words::tr("%Ln sent again though acknowledged", nullptr, clamped(r.duplicated));
    parts += r.lost == 0 ? Words::tr("none lost") : Words::tr("%Ln lost", nullptr, clamped(r.lost));
    return parts.join(QStringLiteral(", "));
}

QString attemptText(quint32 attempts)
{
    return attempts <= 1 ? Words::tr("came back at the first try")
                         : Words::tr("came back at try number %Ln", nullptr, clamped(attempts));
}

} // namespace

QString verdictText(const ReconnectRow &reconnect)
{
    switch (reconnect.verdict) {
    case Verdict::Pending:
        return Words::tr("… replaying");
    case Verdict::Recovered:
        if (reconnect.duplicated > 0)
            return Words::tr("✔ recovered (duplicates: %Ln)", nullptr, clamped(reconnect.duplicated));
        return Words::tr("✔ recovered");
    case Verdict::Fresh:
        return Words::tr("○ fresh: nothing was due");
    case Verdict::Lost: {
        const QString lost = Words::tr("✖ %Ln lost", nullptr, clamped(reconnect.lost));
        const QString cause = lostCauseText(reconnect.lostCause);
        return cause.isEmpty() ? lost : lost + QStringLiteral(": ") + cause;
    }
    }
    return {};
}

Tone verdictTone(Verdict verdict) noexcept
{
    switch (verdict) {
    case Verdict::Pending:
        return Tone::Warning;
    case Verdict::Recovered:
        return Tone::Good;
    case Verdict::Lost:
        return Tone::Bad;
    case Verdict::Fresh:
        return Tone::Muted;
    }
    return Tone::Plain;
}

QString endedByText(QByteArrayView endedBy)
{
    if (endedBy.isEmpty())
        return Words::tr("its connection ended");
    if (endedBy == "client")
        return Words::tr("it closed the connection itself");
    if (endedBy == "rst")
        return Words::tr("its connection was reset");
    if (endedBy == "rst by admin")
        return Words::tr("the hub cut it with RST");
    if (endedBy == "fin by admin")
        return Words::tr("the hub closed it with FIN");
    if (endedBy == "slow")
        return Words::tr("the hub dropped it because it read too slowly");
    if (endedBy == "token expired")
        return Words::tr("its token expired");
    if (endedBy == "no pong")
        return Words::tr("it answered no ping");
    if (endedBy == "hub stopped")
        return Words::tr("the hub stopped");
    if (endedBy.startsWith("client (")) // with a close code
        return Words::tr("it closed the connection itself with %1").arg(lineText(endedBy.sliced(8).chopped(1)));
    if (endedBy.startsWith("close ") && endedBy.endsWith(" by admin"))
        return Words::tr("the hub closed it with code %1").arg(lineText(endedBy.sliced(6).chopped(9)));
    return Words::tr("its connection ended (%1)").arg(lineText(coreText(endedBy).toUtf8()));
}

QString lostCauseText(QByteArrayView cause)
{
    if (cause == "no-cursor")
        return Words::tr("the client sent no cursor");
    if (cause == "evicted")
        return Words::tr("evicted from the store");
    if (cause == "epoch")
        return Words::tr("the store is another one than the cursor's");
    if (cause == "malformed")
        return Words::tr("the cursor is malformed");
    if (cause == "beyond-head")
        return Words::tr("the cursor is beyond the newest event");
    if (cause == "not-asked-for")
        return Words::tr("the client's cursor was later than what it was given");
    return lineText(cause);
}

QString reconnectSentence(const ReconnectRow &r)
{
    const QString cursor
        = r.cursor.isEmpty() ? Words::tr("without a cursor") : Words::tr("with cursor %1").arg(lineText(r.cursor));
    const QString who
        = r.user.isEmpty() ? lineText(r.client) : Words::tr("%1 (user %2)").arg(lineText(r.client), lineText(r.user));
    QString text = Words::tr("%1 was away %2 after %3, %4 %5: %6.")
                       .arg(who, durationText(r.away), endedByText(r.endedBy), attemptText(r.attempts), cursor, countsText(r));
    if (r.verdict == Verdict::Lost && !r.lostCause.isEmpty())
        text += QChar(u' ') + Words::tr("Lost because: %1.").arg(lostCauseText(r.lostCause));
    if (r.verdict == Verdict::Pending)
        text += QChar(u' ') + Words::tr("The replay is still going on.");
    else if (r.caughtUpAfter == Milliseconds(0))
        text += QChar(u' ') + Words::tr("Caught up at once.");
    else if (r.caughtUpAfter > Milliseconds(0))
        text += QChar(u' ') + Words::tr("Caught up %1 after it was back.").arg(durationText(r.caughtUpAfter));
    return text;
}

QString retentionSentence(const Epoch &epoch, Seq oldest, Seq head, QByteArrayView cursor)
{
    const auto id = cursor.isEmpty() ? Result<EventId>(fail(Errc::NotFound, {})) : parseEventId(cursor);
    if (oldest.isNull())
        return Words::tr("The store keeps no event.");
    const QString kept = Words::tr("The store keeps %1 to %2.").arg(idText(epoch, oldest), idText(epoch, head)) + QChar(u' ');
    if (cursor.isEmpty())
        return kept + Words::tr("The client presented no cursor.");
    if (!id)
        return kept + Words::tr("The client's cursor %1 is malformed.").arg(lineText(cursor));
    if (id->epoch != epoch)
        return kept + Words::tr("The client's cursor %1 is of another store.").arg(lineText(cursor));
    if (id->seq > head)
        return kept + Words::tr("The client's cursor %1 is beyond it.").arg(lineText(cursor));
    if (id->seq.next() < oldest)
        return kept
            + Words::tr("▼ The client's cursor %1 has fallen off: %Ln id(s) after it are gone.", nullptr,
                        clamped(oldest.value - id->seq.value - 1))
                  .arg(lineText(cursor));
    return kept
        + Words::tr("The client's cursor %1 is %Ln id(s) from the edge.", nullptr, clamped(id->seq.value + 1 - oldest.value))
              .arg(lineText(cursor));
}

} // namespace pushscope
