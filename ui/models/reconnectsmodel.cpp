// SPDX-FileCopyrightText: 2026 The Pushscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/reconnectsmodel.h"

#include "observe/rowjson.h"
#include "ui/models/celltext.h"
#include "ui/models/reconnecttext.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

namespace pushscope {

namespace {

constexpr std::array<TableColumn, ReconnectsModel::ColumnCount> Columns{{
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "At"), QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "When it was back"),
     true, Face::Text, 12},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Client"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "The client that came back"), false, Face::Id, 16},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Protocol"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "How it came back"), false, Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Verdict"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "What became of what it missed, and why"), false, Face::Text, 34},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Away, ms"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "From the end of its last connection to the request that succeeded"), true,
     Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Attempts"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Requests since the end, the successful one included"), true, Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Missed"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Events stored while it was away"), true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Replayed"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Events sent to it again or for the first time from the store"), true,
     Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Rewound"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel",
                       "Written before it was cut, but after the cursor it presents: never received"),
     true, Face::Text, 8},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Duplicated"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Asked for again though acknowledged"), true, Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Lost"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Missed and not to be had any more"), true, Face::Text, 7},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Caught up, ms"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "From the request that succeeded to the end of its replay"), true,
     Face::Text, 9},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Ended by"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Why its last connection ended"), false, Face::Text, 14},
    {QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "Cursor"),
     QT_TRANSLATE_NOOP("pushscope::ReconnectsModel", "The id of the last event it says it has"), false, Face::Id, 15},
}};

using Row = ReconnectRow;

struct ReconnectField { // as GET /api/reconnects names it
    FilterField field;
    int column; // that shows it; -1: none
    FilterValue (*value)(const Row &);
};

FilterValue textValue(const QByteArray &text)
{
    return text.isEmpty() ? FilterValue() : FilterValue(text);
}

constexpr ReconnectField ReconnectFields[] = {
    {{"client", FilterType::String}, ReconnectsModel::Client, [](const Row &r) -> FilterValue { return r.client; }},
    {{"user", FilterType::String}, -1, [](const Row &r) { return textValue(r.user); }},
    {{"protocol", FilterType::String},
     ReconnectsModel::Protocol,
     [](const Row &r) -> FilterValue { return QByteArray(protocolName(r.protocol)); }},
    {{"at", FilterType::Time},
     ReconnectsModel::At,
     [](const Row &r) -> FilterValue { return double(r.at.time_since_epoch().count()); }},
    {{"awayMs", FilterType::Duration}, ReconnectsModel::Away, [](const Row &r) -> FilterValue { return double(r.away.count()); }},
    {{"attempts", FilterType::Number}, ReconnectsModel::Attempts, [](const Row &r) -> FilterValue { return double(r.attempts); }},
    {{"endedBy", FilterType::String}, ReconnectsModel::EndedBy, [](const Row &r) { return textValue(r.endedBy); }},
    {{"cursor", FilterType::String}, ReconnectsModel::Cursor, [](const Row &r) { return textValue(r.cursor); }},
    {{"missed", FilterType::Number}, ReconnectsModel::Missed, [](const Row &r) -> FilterValue { return double(r.missed); }},
    {{"replayed", FilterType::Number}, ReconnectsModel::Replayed, [](const Row &r) -> FilterValue { return double(r.replayed); }},
    {{"rewound", FilterType::Number}, ReconnectsModel::Rewound, [](const Row &r) -> FilterValue { return double(r.rewound); }},
    {{"duplicated", FilterType::Number},
     ReconnectsModel::Duplicated,
     [](const Row &r) -> FilterValue { return double(r.duplicated); }},
    {{"lost", FilterType::Number}, ReconnectsModel::Lost, [](const Row &r) -> FilterValue { return double(r.lost); }},
    {{"lostCause", FilterType::String}, -1, [](const Row &r) { return textValue(r.lostCause); }},
    {{"verdict", FilterType::String}, ReconnectsModel::Outcome, [](const Row &r) { return textValue(verdictName(r.verdict)); }},
    {{"caughtUpMs", FilterType::Duration},
     ReconnectsModel::CaughtUp,
     [](const Row &r) { return r.caughtUpAfter.count() < 0 ? FilterValue() : FilterValue(double(r.caughtUpAfter.count())); }},
};

} // namespace

ReconnectsModel::ReconnectsModel(QObject *parent, std::size_t capacity)
    : OrderedTableModel(parent)
    , m_capacity(capacity)
{
}

void ReconnectsModel::apply(const Snapshot &snapshot, TimePoint now)
{
    m_epoch = snapshot.figures.epoch;
    if (snapshot.generation != m_generation) {
        reset([this] {
            m_reconnects.clear();
            m_slotOfKey.clear();
            m_keys.clear();
            m_dropped = 0;
        });
        m_generation = snapshot.generation;
    }
    for (const ReconnectRow &reconnect : snapshot.changedReconnects)
        take(reconnect);
    while (m_keys.size() > m_capacity) {
        removeSlot(m_slotOfKey.value(m_keys.front()));
        m_keys.pop_front();
        ++m_dropped;
    }
    commit(now);
}

void ReconnectsModel::take(const ReconnectRow &reconnect)
{
    const auto found = m_slotOfKey.constFind(reconnect.key);
    if (found != m_slotOfKey.cend()) {
        m_reconnects[*found] = reconnect;
        touchSlot(*found);
        return;
    }
    if (!m_keys.empty() && reconnect.key < m_keys.front() && m_dropped > 0)
        return; // left already
    const Slot slot = addSlot();
    m_slotOfKey.insert(reconnect.key, slot);
    m_keys.insert(std::upper_bound(m_keys.cbegin(), m_keys.cend(), reconnect.key), reconnect.key);
    if (slot < m_reconnects.size())
        m_reconnects[slot] = reconnect;
    else
        m_reconnects.push_back(reconnect);
}

void ReconnectsModel::slotFreed(Slot slot)
{
    m_slotOfKey.remove(m_reconnects[slot].key);
    m_reconnects[slot] = {};
}

const ReconnectRow *ReconnectsModel::find(quint32 key) const
{
    const auto found = m_slotOfKey.constFind(key);
    return found != m_slotOfKey.cend() ? &m_reconnects[*found] : nullptr;
}

const ReconnectRow *ReconnectsModel::newestOf(quint32 clientKey) const
{
    for (auto key = m_keys.crbegin(); key != m_keys.crend(); ++key) {
        const ReconnectRow *reconnect = find(*key);
        if (reconnect && reconnect->clientKey == clientKey)
            return reconnect;
    }
    return nullptr;
}

int ReconnectsModel::rowOfKey(quint64 key) const
{
    const auto found = m_slotOfKey.constFind(quint32(key));
    return found != m_slotOfKey.cend() ? rowOf(*found) : -1;
}

std::span<const TableColumn> ReconnectsModel::columns() const
{
    return Columns;
}

QString ReconnectsModel::displayText(int row, int column) const
{
    const ReconnectRow &r = reconnectAt(row);
    switch (column) {
    case At:
        return clockText(r.at);
    case Client:
        return lineText(r.client);
    case Protocol:
        return protocolText(r.protocol);
    case Away:
        return numberText(quint64(r.away.count()));
    case Attempts:
        return numberText(r.attempts);
    case EndedBy:
        return lineText(r.endedBy);
    case Cursor:
        return r.cursor.isEmpty() ? nothingText() : lineText(r.cursor);
    case Missed:
        return numberText(r.missed);
    case Replayed:
        return numberText(r.replayed);
    case Rewound:
        return numberText(r.rewound);
    case Duplicated:
        return numberText(r.duplicated);
    case Lost:
        return numberText(r.lost);
    case CaughtUp:
        return r.caughtUpAfter < Milliseconds(0) ? nothingText() : numberText(quint64(r.caughtUpAfter.count()));
    case Outcome:
        return verdictText(r);
    default:
        return {};
    }
}

QString ReconnectsModel::toolTipText(int row, int column) const
{
    const ReconnectRow &r = reconnectAt(row);
    switch (column) {
    case At:
        return dateText(r.at);
    case Away:
        return durationText(r.away);
    case EndedBy:
        return endedByText(r.endedBy);
    case Outcome:
        return reconnectSentence(r);
    default:
        return displayText(row, column);
    }
}

Tone ReconnectsModel::tone(int row, int column) const
{
    const ReconnectRow &r = reconnectAt(row);
    switch (column) {
    case Protocol:
        return protocolTone(r.protocol);
    case Outcome:
        return verdictTone(r.verdict);
    case Lost:
        return r.lost > 0 ? Tone::Bad : Tone::Plain;
    default:
        return Tone::Plain;
    }
}

SortValue ReconnectsModel::sortValue(Slot slot, int column) const
{
    const ReconnectRow &r = m_reconnects[slot];
    switch (column) {
    case At:
        return {r.at.time_since_epoch().count(), {}};
    case Client:
        return {0, r.client};
    case Protocol:
        return {qint64(r.protocol), {}};
    case Away:
        return {r.away.count(), {}};
    case Attempts:
        return {r.attempts, {}};
    case EndedBy:
        return {0, r.endedBy};
    case Cursor:
        return {0, r.cursor};
    case Missed:
        return {qint64(r.missed), {}};
    case Replayed:
        return {qint64(r.replayed), {}};
    case Rewound:
        return {qint64(r.rewound), {}};
    case Duplicated:
        return {qint64(r.duplicated), {}};
    case Lost:
        return {qint64(r.lost), {}};
    case CaughtUp:
        return {r.caughtUpAfter.count(), {}};
    case Outcome:
        return {qint64(r.verdict), r.lostCause};
    default:
        return {};
    }
}

std::span<const FilterField> ReconnectsModel::filterFields() const
{
    static constexpr auto Fields = [] {
        std::array<FilterField, std::size(ReconnectFields)> fields{};
        std::transform(std::begin(ReconnectFields), std::end(ReconnectFields), fields.begin(),
                       [](const ReconnectField &f) { return f.field; });
        return fields;
    }();
    return Fields;
}

int ReconnectsModel::fieldOfColumn(int column) const
{
    for (std::size_t field = 0; field < std::size(ReconnectFields); ++field) {
        if (ReconnectFields[field].column == column)
            return int(field);
    }
    return -1;
}

FilterValue ReconnectsModel::filterValueOf(Slot slot, int field) const
{
    return ReconnectFields[std::size_t(field)].value(m_reconnects[slot]);
}

bool ReconnectsModel::matches(Slot slot, QByteArrayView needle) const
{
    const ReconnectRow &r = m_reconnects[slot];
    return containsFolded(r.client, needle) || containsFolded(r.user, needle) || containsFolded(r.cursor, needle)
        || containsFolded(r.endedBy, needle) || containsFolded(r.lostCause, needle);
}

bool ReconnectsModel::isText(int column) const
{
    switch (column) {
    case Client:
    case EndedBy:
    case Cursor:
    case Outcome:
        return true;
    default:
        return false;
    }
}

} // namespace pushscope
