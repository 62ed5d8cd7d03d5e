// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/eventsmodel.h"

#include "ui/models/celltext.h"
#include "ui/models/coretext.h"

#include <QCoreApplication>
#include <algorithm>
#include <numeric>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, EventsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Time"), QT_TRANSLATE_NOOP("pushscope::EventsModel", "When the hub took it"),
     true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "What"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "Published to clients, sent by a client, or a replay"), false, Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "To"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "Users and rooms it was for, or the client"), false, Face::Text, 16},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Type"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "The type it was published with"), false, Face::Text, 16},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Id"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "Epoch and number; an ephemeral event has none"), false, Face::Id, 16},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Size, bytes"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "Octets of its data"), true, Face::Text, 11},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Receivers"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "How many clients got it live"), true, Face::Text, 10},
    {QT_TRANSLATE_NOOP("pushscope::EventsModel", "Data"),
     QT_TRANSLATE_NOOP("pushscope::EventsModel", "The beginning of its data"), false, Face::Payload, 40},
}};

constexpr qsizetype ShownData = 200; // octets of the data in a cell

QString whatText(const JournalRow &row)
{
    switch (row.kind) {
    case JournalRow::Kind::Event:
        return row.seq.isNull() ? EventsModel::tr("◌ ephemeral") : EventsModel::tr("◆ event");
    case JournalRow::Kind::Replay:
        return EventsModel::tr("↻ replay");
    case JournalRow::Kind::Frame:
        return row.out ? EventsModel::tr("→ frame") : EventsModel::tr("← message");
    default:
        return QString::fromLatin1(journalKindName(row.kind));
    }
}

// Of its data, in each kind of row. A replay of what is not known here any more has none to show.
QString sizeText(const JournalRow &row)
{
    if (row.event)
        return numberText(quint64(row.event->data.size()));
    return row.length >= 0 ? numberText(quint64(row.length)) : nothingText();
}

const QList<QByteArray> &channelsOf(const JournalRow &row)
{
    const bool published = row.event && row.kind == JournalRow::Kind::Event; // a replay is for its client
    return published && row.to.isEmpty() ? row.event->to : row.to;
}

const QByteArray &typeOf(const JournalRow &row)
{
    return row.event && row.type.isEmpty() ? row.event->type : row.type;
}

} // namespace

EventsModel::EventsModel(QObject *parent, std::size_t capacity)
    : JournalTableModel(capacity, parent)
{
}

std::span<const TableColumn> EventsModel::columns() const
{
    return Columns;
}

QStringList EventsModel::wordsOf(int column) const
{
    return column == What ? QStringList{tr("◆ event"), tr("◌ ephemeral"), tr("↻ replay"), tr("→ frame"), tr("← message")}
                          : QStringList();
}

const QByteArray &journalData(const JournalRow &row)
{
    return row.event ? row.event->data : row.data;
}

QString receiversText(const JournalRow &row)
{
    if (!row.receivers)
        return nothingText();
    return numberText(std::accumulate(row.receivers->cbegin(), row.receivers->cend(), quint64(0)));
}

QString receiversDetail(const std::array<quint32, ProtocolCount> &receivers)
{
    QStringList parts;
    for (std::size_t i = 0; i < ProtocolCount; ++i)
        parts += protocolText(ClientProtocol(i)) + QChar(u' ') + numberText(receivers[i]);
    return parts.join(QStringLiteral(" · "));
}

QString EventsModel::displayText(int row, int column) const
{
    const JournalRow &event = rowAt(row);
    switch (column) {
    case Time:
        return clockText(event.wall);
    case What:
        return whatText(event);
    case To:
        return channelsOf(event).isEmpty() ? lineText(event.client) : channelsText(channelsOf(event));
    case Type:
        return lineText(typeOf(event));
    case Id:
        return idText(epoch(), event.seq);
    case Size:
        return sizeText(event);
    case Receivers:
        return receiversText(event);
    case Data:
        return lineText(QByteArrayView(journalData(event)).first(std::min(ShownData, journalData(event).size())));
    default:
        return {};
    }
}

QString EventsModel::toolTipText(int row, int column) const
{
    const JournalRow &event = rowAt(row);
    switch (column) {
    case Time:
        return dateText(event.wall);
    case Receivers:
        return event.receivers ? receiversDetail(*event.receivers) : QString();
    case What:
        return event.cause.isEmpty() ? whatText(event)
                                     : whatText(event) + QStringLiteral(": ") + lineText(coreText(event.cause).toUtf8());
    case Data:
        return {};
    default:
        return displayText(row, column);
    }
}

Tone EventsModel::tone(int row, int column) const
{
    const JournalRow &event = rowAt(row);
    if (column == What && event.protocol)
        return protocolTone(*event.protocol);
    return event.seq.isNull() && column == Id ? Tone::Muted : Tone::Plain;
}

int EventsModel::fieldOfColumn(int column) const
{
    static constexpr const char *Names[ColumnCount] = {"wall", "kind", "to", "type", "id", "len", "receivers", "data"};
    return fieldNamed(filterFields(), Names[column]);
}

bool EventsModel::wants(const JournalRow &row) const
{
    if (row.kind == JournalRow::Kind::Replay)
        return !row.seq.isNull(); // the end of a replay is the ledger's and the log's
    return row.kind == JournalRow::Kind::Event || row.kind == JournalRow::Kind::Frame;
}

// The journal tells of a replay what it was on the wire: here it is the event again, with its data.
void EventsModel::complete(JournalRow &row)
{
    if (row.kind == JournalRow::Kind::Event && row.event && !row.seq.isNull()) {
        if (!m_events.empty() && m_events.back()->seq >= row.seq)
            m_events.clear(); // another hub or another store
        m_events.push_back(row.event);
        if (m_events.size() > Capacity)
            m_events.pop_front();
    } else if (row.kind == JournalRow::Kind::Replay) {
        const auto found = std::lower_bound(m_events.cbegin(), m_events.cend(), row.seq,
                                            [](const EventPtr &event, Seq seq) { return event->seq < seq; });
        if (found != m_events.cend() && (*found)->seq == row.seq)
            row.event = *found;
        row.length = -1;
    }
}

bool EventsModel::matches(const JournalRow &row, QByteArrayView needle) const
{
    const QList<QByteArray> &channels = channelsOf(row);
    return containsFolded(typeOf(row), needle) || containsFolded(row.client, needle)
        || std::any_of(channels.cbegin(), channels.cend(),
                       [needle](const QByteArray &channel) { return containsFolded(channel, needle); })
        || (!row.seq.isNull() && containsFolded(formatEventId(epoch(), row.seq), needle))
        || containsFolded(journalData(row), needle);
}

int EventsModel::rowOfSeq(Seq seq) const
{
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (rowAt(row).seq == seq && rowAt(row).kind == JournalRow::Kind::Event)
            return row;
    }
    return -1;
}

} // namespace pushscope
