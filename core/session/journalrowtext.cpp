// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/journalrowtext.h"

#include <QDateTime>
#include <QStringDecoder>

namespace pushscope {

using Kind = JournalRow::Kind;

bool isText(QByteArrayView octets)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString ignored = decoder(octets); // decodes only when it is turned into a string
    return !decoder.hasError();
}

static bool hasDirection(Kind kind)
{
    return kind == Kind::Req || kind == Kind::Frame || kind == Kind::Deliver || kind == Kind::Ack || kind == Kind::Replay;
}

QByteArray directionOf(const JournalRow &row)
{
    return !hasDirection(row.kind) ? QByteArray() : row.out ? QByteArray("out") : QByteArray("in");
}

static void setData(JournalRowText &text, const QByteArray &data, bool isJson)
{
    // White space between the tokens of a JSON value may hold line ends, which a file of lines can't carry as they are.
    const bool breaksLines = isJson && (data.contains('\n') || data.contains('\r'));
    text.isJson = isJson;
    (isText(data) && !breaksLines ? text.data : text.data64) = data;
    text.data64 = text.data64.toBase64();
}

JournalRowText textOf(const JournalRow &row, const Epoch &epoch)
{
    JournalRowText text;
    const Event *event = row.event.get();
    const Seq seq = row.seq.isNull() && event ? event->seq : row.seq;
    text.monoNs = QByteArray::number(row.monoNs);
    text.wall = isoTime(row.wall);
    text.kind = journalKindName(row.kind);
    text.client = row.client;
    if (row.connection)
        text.connection = QByteArray::number(row.connection);
    if (row.protocol)
        text.protocol = protocolName(*row.protocol);
    text.direction = directionOf(row);
    if (!seq.isNull())
        text.id = formatEventId(epoch, seq);
    text.to = row.to.isEmpty() && event ? event->to : row.to;
    text.type = row.type.isEmpty() && event ? event->type : row.type;
    text.op = row.op;
    if (row.length >= 0)
        text.length = QByteArray::number(row.length);
    else if (event)
        text.length = QByteArray::number(event->data.size());
    setData(text, row.data.isEmpty() && event ? event->data : row.data, row.kind == Kind::Event);
    text.cause = row.cause;
    text.ref = QByteArray::number(row.ref);
    return text;
}

} // namespace pushscope
